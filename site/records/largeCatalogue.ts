import { all } from '#site/snapshot.ts';

/** From so many rows on, building the index would hold a page up for longer than a blink on a plain phone. */
const LARGE = 5_000;

let isLarge: boolean | undefined;

/** Whether the search of this catalogue runs in a worker. Counted once for all pages of a build. */
export function isLargeCatalogue(): boolean {
  isLarge ??= (['products', 'producers', 'sales_points', 'fairs'] as const).flatMap((each) => all(each)).length > LARGE;
  return isLarge;
}
