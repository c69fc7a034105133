/**
 * Calendar days as text, as exact as they are known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, meant in Hanoi (+07:00, no summer time).
 * Plain arithmetic, no `Date`: these rules also run inside PocketBase's engine and must never shift a day by a time zone.
 */

/** A whole day, `YYYY-MM-DD`. Whole days compare as text. */
export type Day = string;
/** A day as exact as known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDay = string;

/** The pattern that PocketBase's text fields carry as well. */
export const DAY_PATTERN = '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$';

const HANOI_OFFSET_MS = 7 * 3_600_000;
const MS_PER_DAY = 86_400_000;

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, width: number): string {
  let text = String(value);
  while (text.length < width) text = `0${text}`;
  return text;
}

function toDay(year: number, month: number, day: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

interface Parts {
  year: number;
  month: number | null;
  day: number | null;
}

function partsOf(text: PartialDay): Parts | null {
  const match = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(year, month))) return null;
  return { year, month, day };
}

/** Whether the text is a day that exists: `2023-02-29` is not one. */
export function isPartialDay(text: string): boolean {
  return partsOf(text) !== null;
}

/** Whether the text is a whole day that exists. */
export function isWholeDay(text: string): boolean {
  return text.length === 10 && isPartialDay(text);
}

/** First and last whole day that a partial day may mean; null for what is no day. */
export function dayBounds(text: PartialDay): { first: Day; last: Day } | null {
  const parts = partsOf(text);
  if (parts === null) return null;
  const { year, month, day } = parts;
  if (month === null) return { first: toDay(year, 1, 1), last: toDay(year, 12, 31) };
  if (day === null) return { first: toDay(year, month, 1), last: toDay(year, month, daysInMonth(year, month)) };
  return { first: text, last: text };
}

/** Days since 1970-01-01 (Howard Hinnant's civil-day arithmetic). Throws on a text that is not a whole day. */
export function dayNumber(day: Day): number {
  const parts = partsOf(day);
  if (parts === null || parts.month === null || parts.day === null) throw new Error(`not a whole day: ${day}`);
  const year = parts.month <= 2 ? parts.year - 1 : parts.year;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const monthFromMarch = (parts.month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + parts.day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The whole day a number of days after 1970-01-01; the inverse of {@link dayNumber}. */
export function dayFromNumber(days: number): Day {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return toDay(year, month, day);
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** Days from one whole day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The corresponding day `count` months later, clamped to the month's last day (Civil Code 2015, Art. 148.3). */
export function addMonths(day: Day, count: number): Day {
  const parts = partsOf(day);
  if (parts === null || parts.month === null || parts.day === null) throw new Error(`not a whole day: ${day}`);
  const months = parts.year * 12 + (parts.month - 1) + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return toDay(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/** The calendar day in Hanoi at an instant given in milliseconds since 1970-01-01T00:00Z. */
export function hanoiDay(instantMs: number): Day {
  return dayFromNumber(Math.floor((instantMs + HANOI_OFFSET_MS) / MS_PER_DAY));
}

/** Milliseconds since 1970 at which a day begins in Hanoi. */
export function hanoiMidnight(day: Day): number {
  return dayNumber(day) * MS_PER_DAY - HANOI_OFFSET_MS;
}

/** As people in Viet Nam write it: `15/09/2026`, `09/2026` or `2026`; text that is no day comes back unchanged. */
export function dayToVietnamese(text: PartialDay): string {
  return text.split('-').reverse().join('/');
}

/** `HH:mm dd/mm/yyyy` in Hanoi for an instant in milliseconds. */
export function instantToVietnamese(instantMs: number): string {
  const minutes = Math.floor((instantMs + HANOI_OFFSET_MS) / 60_000);
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  return `${pad(Math.floor(ofDay / 60), 2)}:${pad(ofDay % 60, 2)} ${dayToVietnamese(hanoiDay(instantMs))}`;
}
