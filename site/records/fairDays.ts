import { addMonths, type Day, dayBounds, isWholeDay } from '#domain/rules/day.ts';
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

/** The days that a calendar can hold: the source names them whole. Null for a fair of which only a month or a year is known. */
export function wholeDays(fair: { starts_on: string; ends_on: string }): { first: Day; last: Day } | null {
  const last = fair.ends_on === '' ? fair.starts_on : fair.ends_on;
  return isWholeDay(fair.starts_on) && isWholeDay(last) ? { first: fair.starts_on, last } : null;
}

/** So long no fair lasts: dates that say so are a slip, and the list of months has an end. */
const MOST_MONTHS = 24;

/** The months (`2026-12`) and years (`2026`) that a fair takes, as exact as they are known: a fair of a year takes no month. */
export function fairMonths(fair: { starts_on: string; ends_on: string }): string[] {
  const days = fairDays(fair);
  if (days === null) return [];
  const knowsMonth = [fair.starts_on, fair.ends_on].every((day) => day === '' || day.length > 4);
  const periods = new Set<string>();
  for (let month = 0; month < MOST_MONTHS; month += 1) {
    const at = addMonths(`${days.first.slice(0, 7)}-01`, month).slice(0, 7);
    if (at > days.last.slice(0, 7)) break;
    periods.add(at.slice(0, 4));
    if (knowsMonth) periods.add(at);
  }
  return [...periods];
}
