/** Sheets planned for Bắc Ninh, and planned again upon what they would have written. */
import type { ImportAnswers } from '#domain/importAnswers.ts';
import { type DryRunInput, dryRun } from '#scripts/import/dryRun.ts';
import { mapSheet } from '#scripts/import/heading/mapSheet.ts';
import type { ImportReport, RowReport } from '#scripts/import/plan/report.ts';
import type { Existing } from '#scripts/import/plan/workingSet.ts';
import type { Sheet } from '#scripts/import/read/sheet.ts';
import type { TargetName } from '#scripts/import/targets/fields.ts';
import { applied } from './applied.ts';
import { communesOfSet } from './communes.ts';

export const communes = communesOfSet('bac-ninh');
const input: Omit<DryRunInput, 'existing'> = { communes, provinceCode: '24', today: '2026-11-22' };

/** A list understood as it stands, so that no shift or heading is found in made-up cells. */
export function planned(
  sheet: Sheet,
  target: TargetName,
  existing: Existing,
  answers: ImportAnswers = {},
): ImportReport {
  const mapped = mapSheet(sheet, target, { heading: [1, 1], shift: 0 });
  if (mapped === null) throw new Error('no heading');
  return dryRun(mapped, { ...input, existing, answers });
}

/** Rows that were taken and are anything but the same when the sheet is imported once more; empty where all is well. */
export function otherwiseAgain(
  report: ImportReport,
  sheet: Sheet,
  target: TargetName,
  existing: Existing,
): readonly RowReport[] {
  const took = new Set(report.rows.filter((row) => row.outcome !== 'refused').map((row) => row.number));
  const again = planned(sheet, target, applied(existing, report));
  return again.rows.filter((row) => took.has(row.number) && (row.outcome !== 'same' || row.records.length > 0));
}
