import { fold } from '#domain/rules/fold.ts';
import type { Cell } from '../read/sheet.ts';
import { type Reading, refuse, right } from './reading.ts';
import { readLine } from './text.ts';

const YES = new Set(['co', 'x', 'v', '✓', '✔', '☑', '√', '1', 'yes', 'y', 'true', 'dung', 'da co', 'da']);
const NO = new Set(['khong', 'ko', 'k', '0', 'no', 'n', 'false', 'chua', 'chua co', 'khong co', '☐', 'o']);

/** Yes or no as people tick it. */
export function readYesNo(cell: Cell): Reading<'yes' | 'no'> {
  const line = readLine(cell);
  if (line.status !== 'right') return refuse(line.why);
  const text = fold(line.value).replace(/[.!]$/, '');
  if (YES.has(text)) return right('yes');
  return NO.has(text) ? right('no') : refuse('Cần “có” hoặc “không”.');
}
