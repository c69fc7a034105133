/** What came of saving the products of a decision, in words. */
import { dayToVietnamese } from '#domain/rules/day.ts';
import type { RowsAnswer } from '../api/decisionRows.ts';

/** What is told of one product. */
export interface Outcome {
  isSaved: boolean;
  words: string;
}

/** What came of saving, told of the whole and of each product that has something to tell. */
export interface SaveResult {
  isSaved: boolean;
  words: string;
  outcomes: ReadonlyMap<string, Outcome>;
}

function savedWords(ended: readonly string[]): string {
  const words = ended.map((day) => (day === '' ? 'lần trước' : `lần ${dayToVietnamese(day)}`));
  return words.length === 0 ? 'Đã lưu' : `Đã lưu, thay ${words.join(', ')}`;
}

/** Puts the answer into words for each product, in the order sent. */
export function resultOf(answer: RowsAnswer, products: readonly string[]): SaveResult {
  if ('saved' in answer) {
    const outcomes = answer.saved.map(
      ({ product, ended }) => [product, { isSaved: true, words: savedWords(ended) }] as const,
    );
    return {
      isSaved: true,
      words: `Đã lưu ${outcomes.length}/${products.length} sản phẩm.`,
      outcomes: new Map(outcomes),
    };
  }
  const outcomes = products.flatMap((product, at) => {
    const words = answer.refused[at];
    return words === undefined ? [] : [[product, { isSaved: false, words }] as const];
  });
  return { isSaved: false, words: answer.message, outcomes: new Map(outcomes) };
}
