import { fold } from '#domain/rules/fold.ts';
import { criterionOfHeading } from '../targets/fields/evaluations.ts';
import type { Field } from '../targets/fields/field.ts';
import { KNOWN_COLUMNS } from '../targets/fields/known.ts';
import { fieldsOfTarget, type TargetName } from '../targets/fields.ts';

/** A heading's folded letters and digits, without what stands in brackets: `Tên sản phẩm (*)` → `tensanpham`. */
export function headingKey(text: string): string {
  const bare = fold(text)
    .replace(/\([^)]*\)/g, '')
    .replace(/[^a-z0-9]/g, '');
  return bare === '' ? fold(text).replace(/[^a-z0-9]/g, '') : bare;
}

/** A heading fits a field exactly, or holds one of its names of two words or more. */
export interface Fit {
  /** Empty for a column that is known and not taken. */
  field: string;
  definition: Field;
  exact: boolean;
}

/** Before a heading that is not to be taken for a field: workbooks of refused rows say so (apply/refusedRows.ts). */
export const NOT_TAKEN = 'Không nhập:';
const NOT_TAKEN_KEY = headingKey(NOT_TAKEN);

const LONGEST_HEADING = 80;
const SHORTEST_PART = 6;
const ROUND_1 = /(?:dot|lan|vong|giaidoan)(?:thu)?(?:1|i(?!i)|dau|nhat|mot)|congnhanmoi/;
const ROUND_2 = /(?:dot|lan|vong|giaidoan)(?:thu)?(?:2|ii|hai)|nanghang|danhgialai|congnhanlai/;
const ROUND_WORDS = new RegExp(`${ROUND_1.source}|${ROUND_2.source}`, 'g');

const ROUND_FIELDS: Readonly<Record<string, string>> = {
  stars: 'stars',
  decided_on: 'day',
  issued_on: 'day',
  year: 'year',
  decision: 'decision',
  authority: 'authority',
};

function roundOf(key: string): '' | 'round1' | 'round2' {
  if (ROUND_2.test(key)) return 'round2';
  return ROUND_1.test(key) ? 'round1' : '';
}

function plainFit(key: string, target: TargetName): Fit | null {
  const fields = Object.entries(fieldsOfTarget(target)).filter(([name]) => !name.startsWith('round'));
  for (const [field, definition] of fields)
    if (definition.names.includes(key) || headingKey(definition.label) === key)
      return { field, definition, exact: true };
  const known = KNOWN_COLUMNS.find((column) => column.names.includes(key));
  if (known !== undefined) return { field: '', definition: known, exact: true };
  const parts = fields.flatMap(([field, definition]) =>
    definition.names
      .filter((name) => name.length >= SHORTEST_PART && key.includes(name))
      .map((name) => ({ field, definition, name })),
  );
  const longest = parts.sort((a, b) => b.name.length - a.name.length)[0];
  return longest === undefined ? null : { field: longest.field, definition: longest.definition, exact: false };
}

/** What a heading of one or more lines stands for. The last line names the column, those above it the round. */
export function fitHeading(lines: readonly string[], target: TargetName): Fit | null {
  const last = lines.at(-1) ?? '';
  // Codes with and without a dot have one key: 1.1 and 11.
  const criterion = target === 'evaluations' ? criterionOfHeading(last) : null;
  if (criterion !== null) return { ...criterion, exact: true };
  if (last === '' || last.length > LONGEST_HEADING) return null;
  const whole = headingKey(lines.join(' '));
  if (whole.startsWith(NOT_TAKEN_KEY)) return null;
  const key = headingKey(last);
  const round = target === 'products' ? roundOf(whole) : '';
  const fit = plainFit(key, target) ?? plainFit(key.replace(ROUND_WORDS, ''), target) ?? plainFit(whole, target);
  if (fit === null || round === '') return fit;
  const field = ROUND_FIELDS[fit.field];
  return field === undefined ? fit : { ...fit, field: `${round}_${field}` };
}
