import type { Row } from '../read/sheet.ts';
import { fieldsOfTarget, type TargetName } from '../targets/fields.ts';
import type { Heading } from './findHeading.ts';
import { type Fit, fitHeading, headingKey } from './headingKey.ts';
import { type Looks, share } from './looks.ts';

/** One column of the sheet and what it is taken for. */
export interface MappedColumn {
  /** From 0. */
  index: number;
  letter: string;
  heading: string;
  /** Empty: not taken. */
  field: string;
  label: string;
  /** Why: told by the user, remembered from an earlier file, by the heading, by what stands in it; `none` where nothing is known. */
  how: 'told' | 'memory' | 'heading' | 'content' | 'none';
}

/** What the user says, and what earlier imports taught. */
export interface MappingChoices {
  /** Column (from 0) → field; '' leaves the column out. */
  columns?: Readonly<Record<number, string>>;
  /** Heading key → field, as earlier imports ended. */
  memory?: Readonly<Record<string, string>>;
}

const SAMPLE_ROWS = 200;
const SURE_SHARE = 0.8;
/** Fields whose content is unlike any other's; in this order. */
const BY_CONTENT: readonly Looks[] = ['decision', 'phone', 'email'];

/** 0 → A, 27 → AB: as Excel names columns. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : columnLetter(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

/** Cells of one column in the first rows of data. */
export function sampleColumn(rows: readonly Row[], index: number) {
  return rows.slice(0, SAMPLE_ROWS).map((row) => row.cells[index]);
}

/** Of several columns for one field the best named keeps it, then the one whose cells look right, then the first. */
function settle(fits: readonly (Fit | null)[], rows: readonly Row[], taken: Set<string>): (Fit | null)[] {
  const worth = (fit: Fit, index: number) =>
    (fit.exact ? 2 : 0) + (share(sampleColumn(rows, index), fit.definition.looks) ?? 0.5);
  const best = new Map<string, number>();
  fits.forEach((fit, index) => {
    if (fit === null || fit.field === '') return;
    const present = best.get(fit.field);
    const other = present === undefined ? null : fits[present];
    if (present === undefined || !other || worth(fit, index) > worth(other, present)) best.set(fit.field, index);
  });
  return fits.map((fit, index) => {
    if (fit === null || fit.field === '') return fit;
    return best.get(fit.field) === index && !taken.has(fit.field) ? fit : null;
  });
}

function byContent(rows: readonly Row[], index: number, target: TargetName, taken: ReadonlySet<string>): string {
  const cells = sampleColumn(rows, index);
  for (const looks of BY_CONTENT) {
    const field = Object.entries(fieldsOfTarget(target)).find(
      ([key, definition]) => definition.looks === looks && !taken.has(key) && !key.startsWith('round'),
    );
    if (field !== undefined && cells.length >= 3 && (share(cells, looks) ?? 0) >= SURE_SHARE) return field[0];
  }
  return '';
}

/** Matches the columns of a sheet to the fields of a target. */
export function mapColumns(
  heading: Heading,
  rows: readonly Row[],
  target: TargetName,
  choices: MappingChoices,
): MappedColumn[] {
  const fields = fieldsOfTarget(target);
  const width = Math.max(heading.columns.length, ...rows.slice(0, SAMPLE_ROWS).map((row) => row.cells.length));
  const lines = Array.from({ length: width }, (_, index) => heading.columns[index] ?? []);
  const chosen = lines.map((each, index): { field: string; how: 'told' | 'memory' } | null => {
    const told = choices.columns?.[index];
    if (told !== undefined) return { field: told, how: 'told' };
    const remembered = choices.memory?.[headingKey(each.join(' '))];
    return remembered === undefined || each.length === 0 ? null : { field: remembered, how: 'memory' };
  });
  const taken = new Set(chosen.flatMap((each) => each?.field ?? []));
  const fits = settle(
    lines.map((each, index) => (chosen[index] ? null : fitHeading(each, target))),
    rows,
    taken,
  );
  for (const fit of fits) if (fit !== null) taken.add(fit.field);
  return lines.map((each, index) => {
    const place = { index, letter: columnLetter(index), heading: each.join(' – ') };
    const choice = chosen[index];
    if (choice) return { ...place, ...choice, label: fields[choice.field]?.label ?? '' };
    const fit = fits[index];
    if (fit)
      return { ...place, field: fit.field, label: fields[fit.field]?.label ?? fit.definition.label, how: 'heading' };
    const field = byContent(rows, index, target, taken);
    if (field === '') return { ...place, field: '', label: '', how: 'none' };
    taken.add(field);
    return { ...place, field, label: fields[field]?.label ?? '', how: 'content' };
  });
}
