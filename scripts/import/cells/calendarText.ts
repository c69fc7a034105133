import { fold } from '#domain/rules/fold.ts';

/**
 * Days in running text, brought to one spelling. Everything here works on folded text, where `ngày 19 tháng 8 năm 2020` has become
 * `19/8/2020` and clock times, weekdays and time zones are gone.
 */

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

const CLOCK =
  /\b\d{1,2}\s?:\s?\d{1,2}(?:\s?:\s?\d{1,2})?(?:\s?(?:am|pm|sa|ch)\b)?|\b\d{1,2}\s?gio(?:\s?\d{1,2}\s?(?:['’]|phut)?)?|\b\d{1,2}h(?:\d{1,2})?['’]?(?![a-z])/g;
const ZONE = /\[?\bgmt\s?[+-]?\s?\d{0,2}\]?/g;
const WEEKDAY = /\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7]|cn)\b(?=\s*[,(|)]|\s*$|\s+ngay)/g;

/** The calendar of the moon: never turned into days. Years of the sexagenary cycle belong to it. */
const LUNAR =
  /\bam lich\b|\bthang (?:chap|gieng)\b|\b(?:mung|mong) (?:\d|mot|hai|ba)|\bram thang\b|\(al\)|\b(?:giap|at|binh|dinh|mau|ky|canh|tan|nham|quy) (?:ty|suu|dan|mao|thin|ngo|mui|than|dau|tuat|hoi)\b/;

/** The text without what is written of the lunar calendar in brackets, and whether lunar words are left outside them. */
export function withoutLunar(text: string): { text: string; lunar: boolean; bracketed: string } {
  const brackets: string[] = [];
  const rest = fold(text).replace(/\([^()]*\)|\[[^[\]]*\]|\btuc (?:la )?(?:tu )?ngay .*$/g, (part) => {
    if (!LUNAR.test(part)) return part;
    brackets.push(part);
    return ' ';
  });
  return { text: rest, lunar: LUNAR.test(rest), bracketed: brackets.join(' ') };
}

/** Folded text with every way of writing a day as `d/m/yyyy`, `d/m` or `m/yyyy`. */
export function plainDays(folded: string): string {
  return folded
    .replace(CLOCK, ' ')
    .replace(ZONE, ' ')
    .replace(WEEKDAY, ' ')
    .replace(/\b(\d{4})-(\d{1,2})-(\d{1,2})(?:t\S*)?(?!\d)/g, '$3/$2/$1')
    .replace(/\bngay\b/g, ' ')
    .replace(/\b(\d{1,2})\s+thang\s+(\d{1,2})\s*,?\s+nam\s+(\d{4})\b/g, '$1/$2/$3')
    .replace(/\b(\d{1,2})\s+thang\s+(\d{1,2})(?:\s*[/,-]\s*(\d{4}))?\b/g, (_, day, month, year) =>
      year === undefined ? `${day}/${month}` : `${day}/${month}/${year}`,
    )
    .replace(/\bthang\s+(\d{1,2})\s*(?:[/-]|\s+nam\s+)\s*(\d{4})\b/g, '$1/$2')
    .replace(englishDay, (_, first, month: string, last, year) =>
      [first ?? last, MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3))) + 1, year]
        .filter((part) => part !== undefined)
        .join('/'),
    )
    .replace(/\b(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})\b/g, '$1/$3/$4')
    .replace(/\s+/g, ' ')
    .trim();
}

const englishDay = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?(${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')})\\b\\.?(?:\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:,?\\s+(\\d{4}))?`,
  'g',
);
