import { dayToVietnamese } from '#domain/rules/day.ts';
import type { Cell } from '../read/sheet.ts';

/** One way in which a cell may have been meant. */
export interface Candidate<T> {
  value: T;
  /** As shown beside the question. */
  label: string;
}

/**
 * What a reader makes of a cell. `right` only where the cell leaves no doubt, with a note where the value does not stand there letter by
 * letter; `ask` where a person must choose or say; `refuse` where nothing can be made of it. All words are for the office's staff.
 */
export type Reading<T> =
  | { status: 'right'; value: T; note?: string }
  | { status: 'ask'; candidates: Candidate<T>[]; why: string }
  | { status: 'refuse'; why: string };

export function right<T>(value: T, note?: string): Reading<T> {
  return note === undefined ? { status: 'right', value } : { status: 'right', value, note };
}

export function ask<T>(why: string, candidates: Candidate<T>[] = []): Reading<T> {
  return { status: 'ask', candidates, why };
}

export function refuse<T>(why: string): Reading<T> {
  return { status: 'refuse', why };
}

/** The reading with its values changed; a note given here is added to the one there was. */
export function mapReading<T, U>(reading: Reading<T>, change: (value: T) => U, note?: string): Reading<U> {
  if (reading.status === 'refuse') return reading;
  if (reading.status === 'ask')
    return ask(
      reading.why,
      reading.candidates.map((each) => ({ ...each, value: change(each.value) })),
    );
  const notes = [reading.note, note].filter((each) => each !== undefined && each !== '');
  return notes.length === 0 ? right(change(reading.value)) : right(change(reading.value), notes.join(' '));
}

/** A cell as the text a person sees in it: a day as written in Viet Nam, a number without grouping. */
export function shownText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  return 'day' in cell ? dayToVietnamese(cell.day) : cell.error;
}

/** Signs that stand for "nothing" in a list. */
const NOTHING = /^(?:[-–—_.…/\\]+|n\/?a|null|none|không có|chưa có|không rõ|kxđ|x{3,})$/i;

const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** Whether the cell says nothing: empty, or one of the signs people put into empty cells. */
export function saysNothing(cell: Cell | undefined): boolean {
  if (cell === undefined) return true;
  if (typeof cell !== 'string') return false;
  const text = cell.normalize('NFC').replace(INVISIBLE, '').trim();
  return text === '' || NOTHING.test(text);
}
