import { earlierCode } from '#domain/rules/earlierCode.ts';
import { isTraceCode, tidyTraceCode } from '#domain/rules/traceCode.ts';
import type { Cell } from '../read/sheet.ts';
import { ask, type Reading, refuse, right } from './reading.ts';
import { readLine } from './text.ts';

/** What stands at the end of an address, or behind its `?code=`: likely the code, never surely. */
function codesIn(address: string): string[] {
  const values = [...address.matchAll(/[?&][\w-]+=([^&#]+)/g)].map(([, value = '']) => value);
  const last =
    address
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  const found = [...values, last].flatMap((each) => earlierCode(each) ?? []);
  return [...new Set(found)].filter((code) => /\d/.test(code));
}

/** A code printed by an earlier stamp system. Codes of this system are given by the program and come in no file. */
export function readEarlierCode(cell: Cell): Reading<string> {
  if (typeof cell === 'object' && 'day' in cell) return refuse('Đây là ngày, không phải mã tem.');
  if (typeof cell === 'number' && !Number.isSafeInteger(cell))
    return refuse('Excel đã rút gọn mã tem: hãy gõ lại trong ô kiểu Văn bản.');
  const line = readLine(cell);
  if (line.status !== 'right') return refuse(line.why);
  if (/^\d[.,]\d+e\+?\d+$/i.test(line.value))
    return refuse('Excel đã rút gọn mã tem: hãy gõ lại trong ô kiểu Văn bản.');
  if (/^(?:https?:\/\/|www\.)/i.test(line.value))
    return ask(
      'Ô ghi địa chỉ web: cần mã in trên tem.',
      codesIn(line.value).map((value) => ({ value, label: value })),
    );
  if (isTraceCode(tidyTraceCode(line.value)))
    return refuse('Mã này có dạng mã do hệ thống này cấp. Mã truy xuất do hệ thống tự cấp, không nhập từ tệp.');
  const code = earlierCode(line.value);
  if (code === null) return refuse('Mã tem chỉ gồm chữ không dấu, số, dấu chấm và gạch, từ 4 đến 40 ký tự.');
  return right(code, code === line.value ? undefined : `Ghi là ${code}.`);
}
