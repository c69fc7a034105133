/** What a lot's page says of its corrections: one line a day, by the names that the page gives the facts. */
import { dayToEnglish } from './englishDay.ts';
import { dayToVietnamese } from './rules/day.ts';
import type { Correctable, ToldCorrection } from './rules/lotLife.ts';
import type { Language } from './verdictWords.ts';

/** A fact in two fields has one name. */
const NAMES: Record<Language, Readonly<Record<Correctable, string>>> = {
  vi: {
    variant: 'quy cách đóng gói',
    lot_number: 'số lô',
    produced_on: 'ngày sản xuất',
    packed_on: 'ngày đóng gói',
    use_by: 'hạn sử dụng',
    quantity: 'số lượng',
    quantity_unit: 'số lượng',
    areas: 'vùng trồng',
    growing_area: 'vùng trồng',
    withdrawn_on: 'ngày ngừng lưu hành',
    withdrawal_reason: 'lý do ngừng lưu hành',
    state: 'tình trạng lưu hành',
  },
  en: {
    variant: 'pack size',
    lot_number: 'lot number',
    produced_on: 'production date',
    packed_on: 'packing date',
    use_by: 'use-by date',
    quantity: 'quantity',
    quantity_unit: 'quantity',
    areas: 'growing area',
    growing_area: 'growing area',
    withdrawn_on: 'date of withdrawal',
    withdrawal_reason: 'reason of withdrawal',
    state: 'whether it is on sale',
  },
};

/** `hạn sử dụng, số lượng`: each name once. */
export function correctedNames(fields: readonly Correctable[], language: Language = 'vi'): string {
  return [...new Set(fields.map((name) => NAMES[language][name]))].join(', ');
}

/** `Đã sửa ngày 02/12/2026: hạn sử dụng.` */
export function correctionLine({ day, fields }: ToldCorrection, language: Language = 'vi'): string {
  const names = correctedNames(fields, language);
  return language === 'vi'
    ? `Đã sửa ngày ${dayToVietnamese(day)}: ${names}.`
    : `Corrected on ${dayToEnglish(day)}: ${names}.`;
}
