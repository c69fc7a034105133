import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** One row of a CSV table by its column names; an empty cell is an empty text. */
export type Row = Readonly<Record<string, string>>;

/** Reads a UTF-8 CSV file with a heading. Throws, naming the file and line, on a row whose cells do not match the heading. */
export function readTable(file: string | URL): Row[] {
  const parsed = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true });
  const [problem] = parsed.errors;
  if (problem !== undefined) throw new Error(`${String(file)}, row ${(problem.row ?? 0) + 2}: ${problem.message}`);
  return parsed.data;
}

/** A cell that must be there: a column missing from the file is a mistake of ours, not of a user. */
export function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`no column "${column}"`);
  return value;
}
