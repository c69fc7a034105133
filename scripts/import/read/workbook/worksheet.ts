import { dayFromNumber } from '#domain/rules/day.ts';
import { type Cell, isBlank, type Merge, type Row } from '../sheet.ts';
import { LIMITS, REFUSALS, Unreadable } from '../unreadable.ts';
import type { Archive } from './archive.ts';
import type { Parts } from './parts.ts';

/** Days from 1970-01-01 back to the day that Excel counts as 0: it believes in 29 February 1900, so later days are one less. */
const EPOCH_1900 = -25_569;
const EPOCH_1904 = -24_107;
/** 31 December 9999, the last day that Excel knows. */
const LAST_SERIAL = 2_958_465;

/** The day of an Excel serial number; null for a time of day, or a number that is no day. Before March 1900 Excel is a day off. */
export function serialToDay(serial: number, from1904 = false): string | null {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole <= LAST_SERIAL)) return null;
  if (from1904) return dayFromNumber(whole + EPOCH_1904);
  return dayFromNumber(whole + EPOCH_1900 + (whole < 60 ? 1 : 0));
}

/** `AB12` → column 27, row 12; null for anything else. */
function place(reference: string): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference.toUpperCase());
  if (match === null) return null;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(match[2]) };
}

function mergeOf(reference: string): Merge | null {
  const [first, last] = reference.split(':').map(place);
  if (!first || !last) return null;
  if (first.row > last.row || first.column > last.column) return null;
  return { top: first.row, left: first.column, bottom: last.row, right: Math.min(last.column, LIMITS.columns) };
}

/** Rows count upwards, to Excel's last: anything else was damaged. */
function rowNumber(stated: string | undefined, before: number): number {
  const number = stated === undefined ? before + 1 : Number(stated);
  if (Number.isInteger(number) && number > before && number <= LIMITS.lastRow) return number;
  throw new Unreadable(REFUSALS.broken);
}

/** Ranges that lie over each other would be filled again and again. */
function checkMerges(merges: readonly Merge[], rows: number): void {
  let cells = 0;
  for (const { top, left, bottom, right } of merges) cells += Math.min(bottom - top + 1, rows) * (right - left + 1);
  if (cells > LIMITS.mergedCells) throw new Unreadable(REFUSALS.broken);
}

/** A cell of the sheet while its parts come in. */
interface Pending {
  column: number;
  type: string;
  style: number;
  value: string;
}

/** As XML writes numbers; `0x1F` is a text. */
const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

function cellOf({ type, style, value }: Pending, parts: Parts): Cell {
  // A string that is not there is lost, not empty.
  if (type === 's') return value === '' ? '' : (parts.strings[Number(value)] ?? { error: '#REF!' });
  if (type === 'e') return { error: value || '#REF!' };
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd' && /^\d{4}-\d{2}-\d{2}/.test(value)) return { day: value.slice(0, 10) };
  if (type === 'd') return value.slice(0, LIMITS.cellCharacters).normalize('NFC');
  if (type === 'str' || type === 'inlineStr') return value.slice(0, LIMITS.cellCharacters).normalize('NFC');
  if (value === '') return '';
  const number = NUMBER.test(value) ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) return value.normalize('NFC');
  const day = parts.dayStyles[style] === true ? serialToDay(number, parts.from1904) : null;
  return day === null ? number : { day };
}

/** Reads one sheet row by row; rows without any value are left out. */
export async function readWorksheet(archive: Archive, part: string, parts: Parts) {
  const rows: Row[] = [];
  const merges: Merge[] = [];
  let row: Row = { number: 0, cells: [] };
  let cell: Pending | null = null;
  let inValue = false;
  let inPhonetic = false;

  const openCell = (attributes: Readonly<Record<string, string>>) => {
    const at = place(attributes['r'] ?? '');
    const column = at?.column ?? row.cells.length;
    cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '' };
  };
  const closeCell = () => {
    // Cells far to the right are leftovers of formats and formulas: no list of products has 300 columns.
    if (cell === null || cell.column >= LIMITS.columns) return;
    const value = cellOf(cell, parts);
    if (isBlank(value)) return;
    while (row.cells.length < cell.column) row.cells.push('');
    row.cells[cell.column] = value;
  };
  const closeRow = () => {
    if (row.cells.length === 0) return;
    rows.push(row);
    if (rows.length > LIMITS.rows + LIMITS.headingRows) throw new Unreadable(REFUSALS.tooManyRows);
  };

  await archive.read(part, {
    open(name, attributes) {
      if (name === 'row') row = { number: rowNumber(attributes['r'], row.number), cells: [] };
      else if (name === 'c') openCell(attributes);
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'v' || name === 't') inValue = !inPhonetic;
      else if (name === 'mergeCell' && merges.length < LIMITS.rows) {
        const merge = mergeOf(attributes['ref'] ?? '');
        if (merge !== null) merges.push(merge);
      }
    },
    text(text) {
      if (inValue && cell !== null && cell.value.length <= LIMITS.cellCharacters) cell.value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c') closeCell();
      else if (name === 'row') closeRow();
    },
  });
  checkMerges(merges, rows.length);
  return { rows, merges };
}
