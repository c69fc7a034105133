import { answerKey } from '#domain/importAnswers.ts';
import type { CellProblem } from '#domain/importReport.ts';
import { AnswerField, type Drafts, type OnAnswer } from './AnswerField.tsx';

interface Props {
  row: number;
  problem: CellProblem;
  drafts: Drafts;
  onAnswer: OnAnswer;
  /** Answers can be given: the import is not written yet and its file is kept. */
  isOpen: boolean;
}

const number = new Intl.NumberFormat('vi-VN');

/** The cell or cells that the problem is at. */
export function placeOf({ column, label }: Pick<CellProblem, 'column' | 'label'>, row: number): string {
  return column === '' ? label : `Ô ${column}${row} · ${label}`;
}

/** A refusal or question at its cell, with the reason and what can be done. */
export function QuestionItem({ row, problem, drafts, onAnswer, isOpen }: Props) {
  const { question, field, shared, offers } = problem;
  const place = placeOf(problem, row);
  const isAnswered = shared !== undefined && drafts[shared.key] !== undefined;
  return (
    <li className="py-2">
      <p>
        <span className="font-semibold">{place}</span>
        {problem.text !== '' && <span className="break-words">{` “${problem.text}”`}</span>}
      </p>
      <p className="text-danger">{problem.why}</p>
      {isOpen && shared !== undefined && (
        <p className="text-ink-2 text-sm">
          {`Cùng câu hỏi ở ${number.format(shared.rows)} dòng: trả lời một lần ở “Câu hỏi chung”, hoặc riêng dòng này tại đây.`}
        </p>
      )}
      {isOpen && field !== '' && (
        <AnswerField
          drafts={drafts}
          emptyWords={isAnswered ? 'Như câu trả lời chung' : undefined}
          keys={{ offer: answerKey(row, question), cell: answerKey(row, field) }}
          onAnswer={onAnswer}
          place={place}
          problem={problem}
        />
      )}
      {!isOpen && offers.length > 0 && <p className="text-ink-2 text-sm">{`Có thể là: ${offers.join(' · ')}`}</p>}
    </li>
  );
}
