import type { Row } from '../read/sheet.ts';
import type { TargetName } from '../targets/fields.ts';
import type { Heading } from './findHeading.ts';
import { fitHeading } from './headingKey.ts';
import { type Looks, share } from './looks.ts';
import { sampleColumn } from './mapColumns.ts';

const FURTHEST = 6;
const LEAST_COLUMNS = 3;
const SOUND = 0.9;
const CLEAR_LEAD = 0.3;

/** Mean share of cells that look as their heading says, were the data that many columns further right. */
function agreement(
  columns: readonly { index: number; looks: Looks }[],
  rows: readonly Row[],
  shift: number,
  least = Math.max(LEAST_COLUMNS, columns.length / 2),
): number {
  const shares = columns.flatMap(({ index, looks }) => {
    const at = index + shift;
    // Columns pushed over the edge are those that the data lost.
    return (at < 0 ? null : share(sampleColumn(rows, at), looks)) ?? [];
  });
  return shares.length < least ? 0 : shares.reduce((sum, each) => sum + each, 0) / shares.length;
}

/**
 * How many columns the data stand right (positive) or left (negative) of their headings: 0 where they agree, or where no other place fits
 * clearly better. Seen in exports that lost some columns of the data but kept all headings.
 */
export function findShift(heading: Heading, rows: readonly Row[], target: TargetName): number {
  const columns = heading.columns.flatMap((lines, index) => {
    const looks = fitHeading(lines, target)?.definition.looks;
    return looks === undefined || looks === 'any' || looks === 'text' ? [] : { index, looks };
  });
  // Few filled columns are enough to stand right.
  const straight = agreement(columns, rows, 0, 1);
  if (columns.length < LEAST_COLUMNS || straight >= SOUND) return 0;
  let best = { shift: 0, agreement: straight };
  for (let shift = -FURTHEST; shift <= FURTHEST; shift += 1) {
    const found = agreement(columns, rows, shift);
    if (found > best.agreement) best = { shift, agreement: found };
  }
  return best.agreement - straight >= CLEAR_LEAD ? best.shift : 0;
}
