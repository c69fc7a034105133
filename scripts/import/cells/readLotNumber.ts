import { LOT_NUMBER_PATTERN } from '#domain/rules/gs1.ts';
import type { Cell } from '../read/sheet.ts';
import { type Reading, refuse, right } from './reading.ts';
import { readLine } from './text.ts';

/** `Lô số: `, `LOT `: said before a number without belonging to it. */
const BEFORE = /^(?:số\s+lô|lô\s+số|lô|lot\s*no\.?|lot)(?:\s*[:.]\s*|\s+)(?=\S)/iu;
const SOUND = new RegExp(LOT_NUMBER_PATTERN);

/** A lot number as on the label. Excel turns `01/2024` into a day: what stood there nobody knows any more. */
export function readLotNumber(cell: Cell): Reading<string> {
  if (typeof cell === 'object' && 'day' in cell)
    return refuse('Excel đã đổi số lô thành ngày: hãy gõ lại như trên nhãn, trong ô kiểu Văn bản.');
  if (typeof cell === 'number' && !Number.isSafeInteger(cell))
    return refuse('Excel đã đổi số lô thành số lẻ: hãy gõ lại như trên nhãn, trong ô kiểu Văn bản.');
  const line = readLine(cell);
  if (line.status !== 'right') return refuse(line.why);
  const number = line.value.replace(BEFORE, '').replace(/\s*([-/.])\s*/g, '$1');
  if (SOUND.test(number)) return right(number, line.note);
  return refuse('Số lô cần là chữ không dấu, số và dấu, không khoảng trắng, nhiều nhất 20 ký tự, như trên nhãn.');
}
