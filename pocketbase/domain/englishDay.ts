/** Days in English: the month in letters, because 05/09 is read two ways. Plain tables: some of this travels to phones. */
import { hanoiDay, instantToVietnamese, type PartialDay } from './rules/day.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The month of `YYYY-MM` or `YYYY-MM-DD`; empty where there is none. */
export function monthToEnglish(day: PartialDay): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
}

/** `15 September 2026`, `September 2026` or `2026`; text that is no day comes back unchanged. */
export function dayToEnglish(day: PartialDay): string {
  if (!/^\d{4}(-\d\d){1,2}$/.test(day)) return day;
  const month = `${monthToEnglish(day)} ${day.slice(0, 4)}`;
  return day.length === 7 ? month : `${Number(day.slice(8))} ${month}`;
}

/** `14:05, 24 July 2026` in Hanoi for an instant in milliseconds. */
export function instantToEnglish(instantMs: number): string {
  return `${instantToVietnamese(instantMs).slice(0, 5)}, ${dayToEnglish(hanoiDay(instantMs))}`;
}
