import type { Day } from '#domain/rules/day.ts';
import type { Words } from '#site/i18n/words.ts';
import { hasStarsInForce, laterStatuses, type ProductState, type Status } from './status.ts';

/** The words of a language that lists need; small enough to travel with a page. */
export type StatusWords = Pick<Words, 'status' | 'termUnknownNoYear' | 'pendingCentralNoStars'>;

function template({ state, stars, year }: Status, words: StatusWords): string {
  if (state === 'termUnknown' && year === '') return words.termUnknownNoYear;
  if (state === 'pendingCentral' && stars === null) return words.pendingCentralNoStars;
  return words.status[state];
}

/** What a card says of a status; `stars` are drawn, 0 where none may be. */
export function statusLabel(status: Status, words: StatusWords): { text: string; stars: number } {
  const text = template(status, words).replace('{n}', String(status.stars)).replace('{year}', status.year);
  return { text, stars: hasStarsInForce(status) ? (status.stars ?? 0) : 0 };
}

/** A later turn as a card carries it: first day, state, stars drawn, words. */
export type StatusTurn = [from: Day, state: ProductState, stars: number, text: string];

/** The later turns of an encoded status, in words. */
export function statusTurns(encoded: string, words: StatusWords): StatusTurn[] {
  return laterStatuses(encoded).map(({ from, status }) => {
    const { text, stars } = statusLabel(status, words);
    return [from, status.state, stars, text];
  });
}
