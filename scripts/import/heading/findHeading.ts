import { cellText, isBlank, type Row } from '../read/sheet.ts';
import type { TargetName } from '../targets/fields.ts';
import { fitHeading } from './headingKey.ts';

/** The heading's rows (their numbers), and for each column its lines from top to bottom. */
export interface Heading {
  first: number;
  last: number;
  columns: string[][];
}

/** Titles and blank rows may stand above; further down only data is found. */
const ROWS_SEARCHED = 40;
const MOST_LINES = 3;
const LEAST_FITS = 2;

/** `(1)`, `2`, `C`, `IV`, `7=5+6`: the row that numbers the columns. */
const NUMBERING = /^\(?(?:\d{1,2}|[A-Z]|[IVX]{1,4})\)?(?:\s*=.*)?$/;

/** Whether a row only numbers the columns. */
export function isNumbering(row: Row): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell).trim());
  if (filled.length < 3 || !filled.every((text) => NUMBERING.test(text))) return false;
  const numbers = filled.map((text) => Number(text.replace(/[()]/g, ''))).filter((number) => !Number.isNaN(number));
  return numbers.length >= 2 && numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

function columnsOf(rows: readonly Row[]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, index) => {
    const lines = rows
      .map((row) => cellText(row.cells[index]).replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    return lines.filter((line, at) => line !== lines[at - 1]);
  });
}

function score(columns: readonly string[][], target: TargetName): number {
  const fits = columns.flatMap((lines) => fitHeading(lines, target) ?? []);
  const fields = new Map<string, number>();
  for (const fit of fits) {
    const key = fit.field === '' ? fit.definition.label : fit.field;
    fields.set(key, Math.max(fields.get(key) ?? 0, (fit.exact ? 2 : 1) * (fit.field === '' ? 0.5 : 1)));
  }
  return fields.size < LEAST_FITS ? 0 : [...fields.values()].reduce((sum, each) => sum + each, 0);
}

/** Whether a row under a heading can be a further line of it: words, not data. */
function canContinue(row: Row): boolean {
  return row.cells.every((cell) => typeof cell === 'string' && cell.length < 80) && !isNumbering(row);
}

/** Finds the heading of one to three lines that names most fields; null where no row names two. */
export function findHeading(rows: readonly Row[], target: TargetName): Heading | null {
  let best: { heading: Heading; score: number } | null = null;
  rows.slice(0, ROWS_SEARCHED).forEach((row, index) => {
    if (isNumbering(row)) return;
    for (let lines = 1; lines <= MOST_LINES; lines += 1) {
      const taken = rows.slice(index, index + lines);
      if (taken.length < lines || !taken.slice(1).every(canContinue)) return;
      const columns = columnsOf(taken);
      // A line more must earn its place: one field fully named.
      const points = score(columns, target) - (lines - 1) * 1.5;
      if (points <= 0 || points <= (best?.score ?? 0)) continue;
      best = { heading: { first: row.number, last: taken.at(-1)?.number ?? row.number, columns }, score: points };
    }
  });
  return (best as { heading: Heading } | null)?.heading ?? null;
}

/** The heading that the user points at. */
export function headingAt(rows: readonly Row[], first: number, last: number): Heading {
  return { first, last, columns: columnsOf(rows.filter((row) => row.number >= first && row.number <= last)) };
}
