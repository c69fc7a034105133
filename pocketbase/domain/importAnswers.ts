/**
 * A person's words on the questions of an import's dry run: the shape in which every part keeps and sends them (command, worker, screen).
 * How a word typed beside a cell becomes an answer: `scripts/import/plan/answers.ts`.
 */
import { z } from 'zod';

/** Longest text of a cell, as Excel has it. */
const CELL_CHARACTERS = 32_767;

/**
 * One answer.
 * - `choose`: one of the question's offers by its place, from 0. With `offer`, that offer's words: where the question offers something else
 *   at that place by now, because records changed since, the answer does not count and the question is asked again.
 * - `text`: another text for the cell, read as if it stood in the file.
 * - `empty`: the cell is taken as empty.
 */
export const importAnswer = z.union([
  z.strictObject({ choose: z.number().int().min(0), offer: z.string().optional() }),
  z.strictObject({ text: z.string().max(CELL_CHARACTERS) }),
  z.strictObject({ empty: z.literal(true) }),
]);
export type ImportAnswer = z.infer<typeof importAnswer>;

/**
 * Answers by {@link answerKey}, where `choose` goes by a problem's `question`, `text` and `empty` by its `field`, the cell that they stand for;
 * or by {@link sharedAnswerKey}, for all rows that ask the same. A row's own answer goes before.
 */
export const importAnswers = z.record(z.string().max(200), importAnswer);
export type ImportAnswers = Readonly<z.infer<typeof importAnswers>>;

/** The key of an answer: the row's number in the file, and what the problem calls its question or its field. */
export function answerKey(row: number, name: string): string {
  return `${row}:${name}`;
}

const SHARED = '*:';

/** The key of an answer to a question that several rows ask alike. `mark` tells it from every other (scripts/import/plan/sharedQuestions.ts). */
export function sharedAnswerKey(question: string, mark: string): string {
  return `${SHARED}${question}:${mark}`;
}

/** Whether an answer stands for all rows that ask the same. */
export function isSharedKey(key: string): boolean {
  return key.startsWith(SHARED);
}
