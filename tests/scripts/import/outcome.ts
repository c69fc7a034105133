import type { Reading } from '#scripts/import/cells/reading.ts';
import type { Cell } from '#scripts/import/read/sheet.ts';

/** What a table says of a cell: its value, `ask` with the values offered, or `refuse`. */
export function outcome<T>(reading: Reading<T>): unknown {
  if (reading.status === 'right') return reading.value;
  return reading.status === 'ask' ? ['ask', ...reading.candidates.map((each) => each.value)] : 'refuse';
}

/** A formula that came to nothing. */
export const error: Cell = { error: '#REF!' };
