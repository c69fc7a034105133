/** Where products stood on any day, from the snapshot. */
import type { Day } from '#domain/rules/day.ts';
import { standingOn, starsInForce } from '#domain/standingOn.ts';
import type { Entry } from './catalogue.ts';
import { productStanding, verdictSettings } from './productStanding.ts';

/** Stars in force on a day: a number, `unknown` while the source is not exact enough to say, null where there are none. */
export function starsOn({ product }: Entry, day: Day): number | 'unknown' | null {
  return starsInForce(standingOn(productStanding(product.id).recognitions, day, verdictSettings()).verdict);
}
