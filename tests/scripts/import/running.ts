import { expect } from 'vitest';
import { type DryRunInput, dryRun } from '#scripts/import/dryRun.ts';
import { mapSheet, type SheetChoices } from '#scripts/import/heading/mapSheet.ts';
import type { ImportReport, RowReport } from '#scripts/import/plan/report.ts';
import type { TargetName } from '#scripts/import/targets/fields.ts';
import { communesOfSet } from './communes.ts';
import { sheetOf } from './shared.ts';

const BASE = { existing: {}, communes: communesOfSet('bac-ninh'), provinceCode: '24', today: '2026-11-22' };

/** A dry run of a file's first sheet for Bắc Ninh, with no records unless given. */
export async function run(
  source: Uint8Array | string,
  more: Partial<DryRunInput> = {},
  target: TargetName = 'products',
  choices: SheetChoices = {},
): Promise<ImportReport> {
  const mapped = mapSheet(await sheetOf(source), target, choices);
  if (mapped === null) throw new Error('no heading');
  const report = dryRun(mapped, { ...BASE, ...more });
  const { rows, created, changed, same, refused } = report.counts;
  expect(created + changed + same + refused).toBe(rows);
  return report;
}

export const csv = (rows: readonly string[]) => Buffer.from(rows.join('\n'));
export const outcomes = (report: ImportReport) => report.rows.map((row) => row.outcome);

/** Column, kind and words of each problem of a row. */
export const whys = (row: RowReport | undefined) =>
  row?.problems.map((problem) => `${problem.column} ${problem.status} ${problem.why}`);

/** What a row gives a collection's new or changed records, field by field. */
export const given = (row: RowReport | undefined, collection: string) =>
  row?.records
    .filter((record) => record.collection === collection)
    .map((record) => Object.fromEntries(record.fields.map((field) => [field.field, field.new])));
