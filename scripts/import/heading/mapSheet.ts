import type { SkippedRow } from '#domain/importReport.ts';
import { fillMerges, type Sheet } from '../read/sheet.ts';
import type { TargetName } from '../targets/fields.ts';
import { findHeading, headingAt } from './findHeading.ts';
import { findShift } from './findShift.ts';
import { type MappedColumn, type MappingChoices, mapColumns } from './mapColumns.ts';
import { type DataRow, sortRows } from './sortRows.ts';

/** What the user may settle beforehand; anything left out is found. */
export interface SheetChoices extends MappingChoices {
  /** First and last row number of the heading. */
  heading?: readonly [first: number, last: number];
  /** Columns by which the data stand beside their headings. */
  shift?: number;
}

/** A sheet understood: where the heading is, what the columns are, which rows are records. */
export interface Mapping {
  target: TargetName;
  sheet: string;
  heading: readonly [first: number, last: number];
  shift: number;
  /** A shift that was noticed and not confirmed: no row is taken before it is. */
  suspectedShift: number;
  columns: MappedColumn[];
}

export interface MappedSheet {
  mapping: Mapping;
  rows: DataRow[];
  skipped: SkippedRow[];
}

/** Finds heading, columns and records of a sheet; null where no heading is found and none was given. */
export function mapSheet(original: Sheet, target: TargetName, choices: SheetChoices = {}): MappedSheet | null {
  const sheet = fillMerges(original);
  const found =
    choices.heading === undefined ? findHeading(sheet.rows, target) : headingAt(sheet.rows, ...choices.heading);
  if (found === null) return null;
  const { data, skipped } = sortRows(sheet.rows, found, sheet.merges);
  const suspected = choices.shift === undefined ? findShift(found, data, target) : 0;
  const shift = choices.shift ?? 0;
  // The headings move over their data, so that everything after works by the data's own columns.
  const moved =
    shift < 0 ? found.columns.slice(-shift) : [...Array.from({ length: shift }, (): string[] => []), ...found.columns];
  const columns = mapColumns({ ...found, columns: moved }, data, target, choices);
  const mapping: Mapping = {
    target,
    sheet: sheet.name,
    heading: [found.first, found.last],
    shift,
    suspectedShift: suspected,
    columns,
  };
  return { mapping, rows: data, skipped };
}
