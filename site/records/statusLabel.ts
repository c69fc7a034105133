import type { Words } from '#site/i18n/words.ts';
import { hasStarsInForce, type Status } from './status.ts';

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
  return { text, stars: hasStarsInForce(status) ? status.stars : 0 };
}
