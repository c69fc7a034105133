import { useState } from 'react';
import { answerKey } from '#domain/importAnswers.ts';
import { type SharedQuestion, spanWords } from '#domain/importReport.ts';
import { Button } from '../ui/Button.tsx';
import { AnswerField, type Drafts, type OnAnswer } from './AnswerField.tsx';
import { placeOf } from './QuestionItem.tsx';

interface Props {
  question: SharedQuestion;
  drafts: Drafts;
  onAnswer: OnAnswer;
  isOpen: boolean;
}

const number = new Intl.NumberFormat('vi-VN');

/** One of the rows, which may be answered otherwise than the others. */
function OneRow({ row, question, drafts, onAnswer, isOpen }: Props & { row: SharedQuestion['first'][number] }) {
  const keys = { offer: answerKey(row.number, question.question), cell: answerKey(row.number, question.field) };
  const isDrafted = drafts[keys.offer] !== undefined || drafts[keys.cell] !== undefined;
  const [isAsked, setAsked] = useState(isDrafted);
  return (
    <li className="py-1">
      <div className="flex items-center justify-between gap-x-3">
        <span className="min-w-0 break-words">{`Dòng ${row.number}${row.title === '' ? '' : ` · ${row.title}`}`}</span>
        {isOpen && !isAsked && (
          <span className="shrink-0">
            <Button aria-label={`Trả lời khác cho dòng ${row.number}`} look="quiet" onPress={() => setAsked(true)}>
              Trả lời khác
            </Button>
          </span>
        )}
      </div>
      {isOpen && isAsked && (
        <AnswerField
          drafts={drafts}
          emptyWords="Như câu trả lời chung"
          keys={keys}
          onAnswer={onAnswer}
          place={placeOf(question, row.number)}
          problem={question}
        />
      )}
    </li>
  );
}

/** A question that several rows ask alike: answered once for all of them, and otherwise where one of them is another case. */
export function SharedItem(props: Props) {
  const { question, drafts, onAnswer, isOpen } = props;
  const { key, column, label, text, why, rows, spans, first, offers } = question;
  const place = column === '' ? label : `Cột ${column} · ${label}`;
  return (
    <li className="border-line border-t py-4 first:border-t-0">
      <h2 className="break-words font-semibold">{`Cùng câu hỏi ở ${number.format(rows)} dòng`}</h2>
      <p className="pt-2">
        <span className="font-semibold">{place}</span>
        {text !== '' && <span className="break-words">{` “${text}”`}</span>}
      </p>
      <p className="text-danger">{why}</p>
      {isOpen && (
        <AnswerField
          drafts={drafts}
          keys={{ offer: key, cell: key }}
          onAnswer={onAnswer}
          place={`${number.format(rows)} dòng, ${place}${text === '' ? '' : ` “${text}”`}`}
          problem={question}
        />
      )}
      {!isOpen && offers.length > 0 && <p className="text-ink-2 text-sm">{`Có thể là: ${offers.join(' · ')}`}</p>}
      <details className="max-w-form pt-3">
        <summary className="cursor-pointer break-words">{`Các dòng: ${spanWords(spans)}`}</summary>
        {isOpen && (
          <p className="py-1 text-ink-2 text-sm">Dòng có câu trả lời riêng thì không theo câu trả lời chung.</p>
        )}
        <ul>
          {first.map((row) => (
            <OneRow key={row.number} row={row} {...props} />
          ))}
        </ul>
        {rows > first.length && (
          <p className="text-ink-2 text-sm">{`… và ${number.format(rows - first.length)} dòng nữa, ở mục “Từ chối”.`}</p>
        )}
      </details>
    </li>
  );
}
