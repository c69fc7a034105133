import { isGtin } from '#domain/rules/gs1.ts';
import type { Cell } from '../read/sheet.ts';
import { type Reading, refuse, right } from './reading.ts';
import { readLine } from './text.ts';

/** A barcode's number with its check digit. */
export function readGtin(cell: Cell): Reading<string> {
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return refuse('Không phải mã vạch.');
  const line = readLine(cell);
  if (line.status !== 'right') return refuse(line.why);
  if (/^\d[.,]\d+e\+?\d+$/i.test(line.value))
    return refuse('Excel đã rút gọn mã vạch: hãy gõ lại trong ô kiểu Văn bản.');
  const digits = line.value.replace(/[\s.-]/g, '');
  if (!/^\d+$/.test(digits)) return refuse('Mã vạch chỉ gồm chữ số.');
  return isGtin(digits) ? right(digits) : refuse('Mã vạch thiếu chữ số hoặc sai số kiểm tra.');
}
