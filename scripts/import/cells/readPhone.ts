import type { Cell } from '../read/sheet.ts';
import { ask, type Reading, refuse, right } from './reading.ts';
import { readLine } from './text.ts';

const MOBILE = /^0[35789]\d{8}$/;
const LANDLINE = /^02\d{8,9}$/;
const SERVICE = /^1[89]00\d{4,6}$/;
/** Numbers of the time before 2018 had 11 digits or another area code: right once, answered by nobody now. */
const OLD = /^(?:01\d{9}|0[3-8]\d{8,9})$/;

function national(text: string): string {
  return text.replace(/^(?:\+|00)?84(?=\d{9,10}$)/, '0');
}

function readOne(part: string): Reading<string> {
  const digits = national(part.replace(/[^\d+]/g, ''));
  if (MOBILE.test(digits) || LANDLINE.test(digits) || SERVICE.test(digits)) return right(digits);
  const completed = `0${digits}`;
  if (MOBILE.test(completed) || LANDLINE.test(completed))
    return ask('Số điện thoại thiếu số 0 đứng đầu.', [{ value: completed, label: completed }]);
  if (OLD.test(digits)) return ask('Số điện thoại kiểu cũ: cần xem lại.', [{ value: digits, label: digits }]);
  return refuse('Không phải số điện thoại.');
}

/** One or several telephone numbers, digits only, joined by a comma. */
export function readPhone(cell: Cell): Reading<string> {
  // Excel keeps 0912345678 as the number 912345678: the lost zero is certain there.
  if (typeof cell === 'number' && MOBILE.test(`0${cell}`)) return right(`0${cell}`, 'Đã thêm số 0 mà Excel bỏ mất.');
  const line = readLine(cell);
  if (line.status !== 'right') return line;
  const parts = line.value.split(/\s*(?:[;,/]|\s[-–]\s|\bvà\b|\bhoặc\b)\s*/).filter((part) => /\d/.test(part));
  const readings = parts.map(readOne);
  const bad = readings.find((reading) => reading.status !== 'right');
  if (bad !== undefined) return readings.length === 1 ? bad : refuse(`${bad.why} Hãy viết lại.`);
  const numbers = readings.flatMap((reading) => (reading.status === 'right' ? reading.value : []));
  return numbers.length === 0 ? refuse('Không phải số điện thoại.') : right([...new Set(numbers)].join(', '));
}
