import { answerKey, type ImportAnswer } from '#domain/importAnswers.ts';
import type { CellProblem } from '#domain/importReport.ts';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { TextField } from '../ui/textFields.tsx';

/** Answers that are not sent yet, by their key. */
export type Drafts = Readonly<Record<string, ImportAnswer>>;

interface Props {
  row: number;
  problem: CellProblem;
  drafts: Drafts;
  /** Sets the answer to a problem, or takes it back. */
  onAnswer: (key: string, answer: ImportAnswer | null) => void;
  /** Answers can be given: the import is not written yet and its file is kept. */
  isOpen: boolean;
}

const EMPTY = 'empty';
const TEXT = 'text';

/** The cell or cells that the problem is at. */
function placeOf({ column, label }: CellProblem, row: number): string {
  return column === '' ? label : `Ô ${column}${row} · ${label}`;
}

function AnswerField({ row, problem, drafts, onAnswer }: Props) {
  const { question, field, offers } = problem;
  const byQuestion = answerKey(row, question);
  const byField = answerKey(row, field);
  const chosen = drafts[byQuestion];
  const typed = drafts[byField];
  const value =
    chosen !== undefined && 'choose' in chosen
      ? String(chosen.choose)
      : typed === undefined
        ? ''
        : 'text' in typed
          ? TEXT
          : EMPTY;
  const choose = (next: string) => {
    onAnswer(byQuestion, null);
    onAnswer(byField, null);
    if (next === EMPTY) onAnswer(byField, { empty: true });
    else if (next === TEXT) onAnswer(byField, { text: problem.text });
    else if (next !== '') onAnswer(byQuestion, { choose: Number(next), offer: offers[Number(next)] ?? '' });
  };
  const choices = Object.fromEntries(offers.map((offer, index) => [`${index}`, offer]));
  const place = placeOf(problem, row);
  return (
    <div className="grid max-w-form grid-cols-1 gap-2 pt-2">
      <ChoiceField
        choices={{ ...choices, [TEXT]: 'Viết lại ô này', [EMPTY]: 'Để trống ô này' }}
        emptyWords={offers.length === 0 ? 'Sửa ngay tại đây…' : 'Chọn câu trả lời…'}
        isLabelHidden
        label={`Trả lời cho ${place}`}
        onChange={choose}
        value={value}
      />
      {typed !== undefined && 'text' in typed && (
        <TextField
          isLabelHidden
          label={`Viết lại ${place}`}
          onChange={(text) => onAnswer(byField, { text })}
          value={typed.text}
        />
      )}
    </div>
  );
}

/** A refusal or question at its cell, with the reason and what can be done. */
export function QuestionItem(props: Props) {
  const { row, problem, isOpen } = props;
  return (
    <li className="py-2">
      <p>
        <span className="font-semibold">{placeOf(problem, row)}</span>
        {problem.text !== '' && <span className="break-words">{` “${problem.text}”`}</span>}
      </p>
      <p className="text-danger">{problem.why}</p>
      {isOpen && problem.question !== 'sheet' && <AnswerField {...props} />}
      {!isOpen && problem.offers.length > 0 && (
        <p className="text-ink-2 text-sm">{`Có thể là: ${problem.offers.join(' · ')}`}</p>
      )}
    </li>
  );
}
