import { type Day, dayBounds } from '#domain/rules/day.ts';
import type { PublicFair } from '#domain/snapshot.ts';
import { settings } from '#site/snapshot.ts';
import { listed } from './visible.ts';

/** The first and last whole day that a fair may take; null where the source names none. */
export function fairDays(fair: { starts_on: string; ends_on: string }): { first: Day; last: Day } | null {
  const starts = dayBounds(fair.starts_on);
  const ends = dayBounds(fair.ends_on);
  if (starts === null && ends === null) return null;
  return { first: starts?.first ?? ends?.first ?? '', last: ends?.last ?? starts?.last ?? '' };
}

/** Fairs not over on the day of publishing, the next one first; then those over, the latest first; then those without a day. */
export function fairsByTime(): { coming: PublicFair[]; past: PublicFair[]; undated: PublicFair[] } {
  const today = settings().as_of;
  const coming: PublicFair[] = [];
  const past: PublicFair[] = [];
  const undated: PublicFair[] = [];
  for (const fair of listed('fairs')) {
    const days = fairDays(fair);
    (days === null ? undated : days.last >= today ? coming : past).push(fair);
  }
  return { coming: coming.reverse(), past, undated };
}
