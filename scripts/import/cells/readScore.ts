import type { Cell } from '../read/sheet.ts';
import { type Reading, refuse } from './reading.ts';
import { readAmount, readQuantities } from './readQuantities.ts';

const HIGHEST = 100;

/** A mean score, 0–100 with decimals: `92,33 điểm`, `95,64/100`. */
export function readScore(cell: Cell): Reading<number> {
  const all = readQuantities(cell);
  const [first, ...more] = all.status === 'right' ? all.value : [];
  if (first?.of === HIGHEST && more.length === 0) return readAmount(first.amount, { max: HIGHEST });
  if (first !== undefined && more.length === 0 && first.amount > HIGHEST) return refuse('Điểm không thể lớn hơn 100.');
  return readAmount(cell, { max: HIGHEST });
}
