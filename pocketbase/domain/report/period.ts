/** The spans that reports are about: a half-year, a year, or a year up to some day. */
import { addMonths, type Day, dayBounds, dayToVietnamese, isWholeDay, type PartialDay } from '#domain/rules/day.ts';

/** Days from first to last, both included. */
export interface Span {
  from: Day;
  to: Day;
}

export interface Period extends Span {
  /** `2026-H1`, `2026-H2`, `2026`, or a day: from the first of January to it. */
  key: string;
  label: string;
}

/** The period of a key; null for a text that is none. */
export function periodOf(key: string): Period | null {
  const [, year, half] = /^(\d{4})(?:-H([12]))?$/.exec(key) ?? [];
  if (isWholeDay(key))
    return { key, from: `${key.slice(0, 4)}-01-01`, to: key, label: `Từ đầu năm đến ngày ${dayToVietnamese(key)}` };
  if (year === undefined) return null;
  if (half === '1') return { key, from: `${year}-01-01`, to: `${year}-06-30`, label: `6 tháng đầu năm ${year}` };
  if (half === '2') return { key, from: `${year}-07-01`, to: `${year}-12-31`, label: `6 tháng cuối năm ${year}` };
  return { key, from: `${year}-01-01`, to: `${year}-12-31`, label: `Năm ${year}` };
}

/** The same days one year before; 29 February becomes the 28th. */
export function yearBefore({ from, to }: Span): Span {
  return { from: addMonths(from, -12), to: addMonths(to, -12) };
}

/** Whether a day as exact as known lies in a span, does not, or may. A day that nobody stated does not. */
export function liesIn(day: PartialDay | '', { from, to }: Span): 'in' | 'out' | 'maybe' {
  const bounds = dayBounds(day);
  if (bounds === null || bounds.last < from || bounds.first > to) return 'out';
  return bounds.first >= from && bounds.last <= to ? 'in' : 'maybe';
}
