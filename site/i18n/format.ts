/** Numbers, money and spans of days as people in Viet Nam write them. */
import { dayToVietnamese, isWholeDay, type PartialDay } from '#domain/rules/day.ts';

const NUMBER = new Intl.NumberFormat('vi-VN');

/** `1.250.000`. */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** `1.250.000 ₫`, with a space that does not break. */
export function formatMoney(value: number): string {
  return `${NUMBER.format(value)}\u00a0₫`;
}

/** `ngày 15/09/2026`, `tháng 09/2026` or `năm 2026`: as exact as known, never more. */
export function formatDay(day: PartialDay): string {
  if (isWholeDay(day)) return `ngày ${dayToVietnamese(day)}`;
  return `${day.length === 7 ? 'tháng' : 'năm'} ${dayToVietnamese(day)}`;
}

/** `05/12 – 08/12/2026`; what the two days share is written once. */
export function formatSpan(from: PartialDay | '', to: PartialDay | ''): string {
  if (from === '' || to === '' || from === to) return dayToVietnamese(from || to);
  const sameYear = isWholeDay(from) && isWholeDay(to) && from.slice(0, 4) === to.slice(0, 4);
  const sameMonth = sameYear && from.slice(0, 7) === to.slice(0, 7);
  const begin = sameMonth ? from.slice(8) : sameYear ? dayToVietnamese(from.slice(5)) : dayToVietnamese(from);
  return `${begin} – ${dayToVietnamese(to)}`;
}

/** The host of an address, without `www.`; the text itself where it is no address. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}
