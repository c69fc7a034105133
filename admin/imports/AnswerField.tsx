import type { ImportAnswer } from '#domain/importAnswers.ts';
import type { CellProblem } from '#domain/importReport.ts';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { TextField } from '../ui/textFields.tsx';

/** Answers that are not sent yet, by their key. */
export type Drafts = Readonly<Record<string, ImportAnswer>>;

/** Sets the answer under a key, or takes it back. */
export type OnAnswer = (key: string, answer: ImportAnswer | null) => void;

interface Props {
  problem: Pick<CellProblem, 'offers' | 'text'>;
  /** Under which key one of the offers is kept, and under which another text for the cell: the same for many rows at once. */
  keys: { offer: string; cell: string };
  /** What is answered, for who does not see where the field stands. */
  place: string;
  /** Words of the empty choice, where it means more than that nothing is said. */
  emptyWords?: string | undefined;
  drafts: Drafts;
  onAnswer: OnAnswer;
}

const EMPTY = 'empty';
const TEXT = 'text';

/** Which of the choices an answer is. */
function choiceOf(offer: ImportAnswer | undefined, cell: ImportAnswer | undefined): string {
  if (offer !== undefined && 'choose' in offer) return String(offer.choose);
  if (cell === undefined) return '';
  return 'text' in cell ? TEXT : EMPTY;
}

/** One of the offers, another text for the cell, or nothing in it. */
export function AnswerField({ problem, keys, place, emptyWords, drafts, onAnswer }: Props) {
  const { offers, text } = problem;
  const typed = drafts[keys.cell];
  const choose = (next: string) => {
    onAnswer(keys.offer, null);
    onAnswer(keys.cell, null);
    if (next === EMPTY) onAnswer(keys.cell, { empty: true });
    else if (next === TEXT) onAnswer(keys.cell, { text });
    else if (next !== '') onAnswer(keys.offer, { choose: Number(next), offer: offers[Number(next)] ?? '' });
  };
  const choices = Object.fromEntries(offers.map((offer, index) => [`${index}`, offer]));
  return (
    <div className="grid max-w-form grid-cols-1 gap-2 pt-2">
      <ChoiceField
        choices={{ ...choices, [TEXT]: 'Viết lại ô này', [EMPTY]: 'Để trống ô này' }}
        emptyWords={emptyWords ?? (offers.length === 0 ? 'Sửa ngay tại đây…' : 'Chọn câu trả lời…')}
        isLabelHidden
        label={`Trả lời cho ${place}`}
        onChange={choose}
        value={choiceOf(drafts[keys.offer], typed)}
      />
      {typed !== undefined && 'text' in typed && (
        <TextField
          isLabelHidden
          label={`Viết lại ${place}`}
          onChange={(words) => onAnswer(keys.cell, { text: words })}
          value={typed.text}
        />
      )}
    </div>
  );
}
