/** Numbers, money and spans of days as people write them: `1.250.000 ₫` and `15/09/2026`, `VND 1,250,000` and `15 September 2026`. */
import { dayToEnglish, monthToEnglish } from '#domain/englishDay.ts';
import { dayToVietnamese, isWholeDay, type PartialDay } from '#domain/rules/day.ts';
import type { SiteLanguage } from './language.ts';

const NUMBERS: Record<SiteLanguage, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
};

/** `1.250.000`; in English `1,250,000`. */
export function formatNumber(value: number, language: SiteLanguage): string {
  return NUMBERS[language].format(value);
}

/** `1.250.000 ₫`, in English `VND 1,250,000`, with a space that does not break. */
export function formatMoney(value: number, language: SiteLanguage): string {
  const number = formatNumber(value, language);
  return language === 'vi' ? `${number}\u00a0₫` : `VND\u00a0${number}`;
}

/** A day alone, as exact as known, never more: `15/09/2026`, `09/2026`; in English `15 September 2026`, `September 2026`. */
export function formatDate(day: PartialDay, language: SiteLanguage): string {
  return language === 'vi' ? dayToVietnamese(day) : dayToEnglish(day);
}

/** A day inside a sentence: `ngày 15/09/2026`, `tháng 09/2026`, `năm 2026`; English needs no such word. */
export function formatDay(day: PartialDay, language: SiteLanguage): string {
  if (language === 'en') return dayToEnglish(day);
  if (isWholeDay(day)) return `ngày ${dayToVietnamese(day)}`;
  return `${day.length === 7 ? 'tháng' : 'năm'} ${dayToVietnamese(day)}`;
}

/** `05/12 – 08/12/2026`, in English `5 December – 8 December 2026`: what the two days share is written once. */
function beginOfSpan(from: PartialDay, to: PartialDay, language: SiteLanguage): string {
  const sameYear = isWholeDay(from) && isWholeDay(to) && from.slice(0, 4) === to.slice(0, 4);
  if (!sameYear) return formatDate(from, language);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  if (language === 'vi') return sameMonth ? from.slice(8) : dayToVietnamese(from.slice(5));
  const day = String(Number(from.slice(8)));
  return sameMonth ? day : `${day} ${monthToEnglish(from)}`;
}

/** `05 – 08/12/2026`; in English `5 – 8 December 2026`. */
export function formatSpan(from: PartialDay | '', to: PartialDay | '', language: SiteLanguage): string {
  if (from === '' || to === '' || from === to) return formatDate(from || to, language);
  return `${beginOfSpan(from, to, language)} – ${formatDate(to, language)}`;
}

/** The host of an address, without `www.`; the text itself where it is no address. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}
