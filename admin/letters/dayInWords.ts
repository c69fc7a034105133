import type { PartialDay } from '#domain/rules/day.ts';

/** Decree 30/2020/NĐ-CP, annex I: days below ten and months one and two with a leading zero. */
const monthNumber = (month: string) => (Number(month) < 3 ? month : String(Number(month)));

/** `ngày 05 tháng 3 năm 2026`, as exact as known: `tháng 3 năm 2026`, `năm 2026`. */
export function dayInWords(text: PartialDay): string {
  const [year = '', month, day] = text.split('-');
  if (month === undefined) return `năm ${year}`;
  const ofMonth = `tháng ${monthNumber(month)} năm ${year}`;
  return day === undefined ? ofMonth : `ngày ${day} ${ofMonth}`;
}
