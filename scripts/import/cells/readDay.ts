import { isPartialDay, type PartialDay } from '#domain/rules/day.ts';
import type { Cell } from '../read/sheet.ts';
import { serialToDay } from '../read/workbook/worksheet.ts';
import { plainDays, withoutLunar } from './calendarText.ts';
import { ask, type Candidate, type Reading, refuse, right } from './reading.ts';
import { readLine } from './text.ts';

/** What is known beside the cell. */
export interface DayContext {
  /** The year that another cell of the row, or the sheet, states. */
  year?: string;
}

export interface Span {
  from: PartialDay;
  to: PartialDay;
}

/** Serial numbers from 2000 to 2049: no other number in a column of days lies there. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 54_788;

const WORDS = {
  lunar: 'Ngày âm lịch: cần ghi ngày dương lịch.',
  none: 'Không thấy ngày trong ô.',
  unreal: 'Không có ngày này trong lịch.',
  several: 'Ô có nhiều ngày: cần chọn một.',
  span: 'Ô ghi một khoảng ngày: cần chọn một ngày.',
  noYear: 'Thiếu năm.',
  shortYear: 'Năm chỉ có hai chữ số.',
  american: 'Tháng lớn hơn 12: có thể ngày và tháng bị đảo.',
  serial: 'Số không phải là ngày của Excel.',
} as const;

const pad = (part: string) => part.padStart(2, '0');
const asDay = (day: string, month: string, year: string) => `${year}-${pad(month)}-${pad(day)}`;
const candidate = (value: PartialDay): Candidate<PartialDay> => ({
  value,
  label: value.split('-').reverse().join('/'),
});
const real = (values: readonly PartialDay[]) => [...new Set(values)].filter(isPartialDay).map(candidate);

/** A day as its parts say; an impossible one may have day and month swapped. */
function wholeDay(day: string, month: string, year: string): Reading<PartialDay> {
  const value = asDay(day, month, year);
  if (isPartialDay(value)) return right(value);
  const swapped = real([asDay(month, day, year)]);
  return Number(month) > 12 && swapped.length > 0 ? ask(WORDS.american, swapped) : refuse(WORDS.unreal);
}

function ofNumber(value: number): Reading<PartialDay> {
  if (Number.isInteger(value) && value >= 1990 && value <= 2100) return right(String(value));
  const serial = value >= FIRST_SERIAL && value <= LAST_SERIAL ? serialToDay(value) : null;
  return serial === null ? refuse(WORDS.serial) : right(serial, `Đọc từ số ngày ${value} của Excel.`);
}

const PLAIN = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/;
const FULL = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/g;
const SHORT_YEAR = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{2})(?![\d/.-])/;
const MONTH = /(?<![\d/.-])(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/g;
const DAY_MONTH = /(?<![\d/.-])(\d{1,2})\s?([/-])\s?(\d{1,2})(?![\d/])/g;
const TO = String.raw`\s*(?:-|–|—|den het|den|toi)\s*`;
const SPANS = [
  new RegExp(String.raw`(?<![\d/])(\d{1,2})(?:[/-](\d{1,2})(?:/(\d{4}))?)?${TO}(\d{1,2})/(\d{1,2})/(\d{4})`),
  new RegExp(String.raw`(?<![\d/])(\d{1,2})(?:\s?[/-]\s?(\d{1,2}))?${TO}(\d{1,2})\s?[/-]\s?(\d{1,2})(?![\d/]|-\d)`),
];

/** Two days joined by "đến" or a dash; the first may leave out what the second says. */
function spanIn(text: string, context: DayContext, hint: string): Reading<Span> | null {
  for (const pattern of SPANS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const withYear = match.length > 5;
    const [, day = '', month, year, ...rest] = withYear
      ? match
      : [match[0], match[1], match[2], undefined, ...match.slice(3)];
    const [lastDay = '', lastMonth = '', lastYear] = rest;
    // "5-11-2" without a word between could be a day of the year 2: only a word or three numbers make a span.
    if (!withYear && month !== undefined && !/[a-z–—]/.test(match[0]) && !/\s-\s/.test(match[0])) continue;
    return spanOf(
      { day, month: month ?? lastMonth, year },
      { day: lastDay, month: lastMonth, year: lastYear },
      context,
      hint,
    );
  }
  return null;
}

interface Loose {
  day: string;
  month: string;
  year: string | undefined;
}

function spanOf(first: Loose, last: Loose, context: DayContext, hint: string): Reading<Span> {
  const make = (year: string): Span => ({
    from: asDay(first.day, first.month, first.year ?? startYear(first, last, year)),
    to: asDay(last.day, last.month, year),
  });
  const sound = (span: Span) => isPartialDay(span.from) && isPartialDay(span.to) && span.from <= span.to;
  if (last.year !== undefined) {
    const span = make(last.year);
    return sound(span) ? right(span) : refuse('Ngày kết thúc trước ngày bắt đầu, hoặc ngày không có thật.');
  }
  const year = context.year ?? hint;
  const spans = /^\d{4}$/.test(year) ? [make(year)].filter(sound) : [];
  if (!sound(make('2024'))) return refuse(WORDS.unreal);
  return ask(
    WORDS.noYear,
    spans.map((value) => ({ value, label: `${candidate(value.from).label} – ${candidate(value.to).label}` })),
  );
}

/** From December to January the year turns inside the span. */
function startYear(first: Loose, last: Loose, year: string): string {
  return Number(first.month) > Number(last.month) ? String(Number(year) - 1) : year;
}

interface Prepared {
  text: string;
  /** A year that only the lunar part names: good for a question, not for an answer. */
  hint: string;
}

function prepare(cell: Cell): Prepared | Reading<never> {
  const line = readLine(cell, 1_000);
  if (line.status !== 'right') return refuse(line.why);
  const { text, lunar, bracketed } = withoutLunar(line.value);
  if (lunar) return refuse(WORDS.lunar);
  return { text: plainDays(text), hint: /\b(20\d{2})\b/.exec(bracketed)?.[1] ?? '' };
}

function daysWithoutYear(text: string, year: string): Reading<PartialDay> | null {
  const found = [...text.matchAll(DAY_MONTH)];
  const [only] = found;
  if (only === undefined) return null;
  const [, day = '', , month = ''] = only;
  if (!isPartialDay(asDay(day, month, '2024'))) return refuse(WORDS.unreal);
  const possible = /^\d{4}$/.test(year) ? real([asDay(day, month, year)]) : [];
  return found.length > 1 ? ask(WORDS.several, possible) : ask(WORDS.noYear, possible);
}

function looseDay(text: string, context: DayContext, hint: string): Reading<PartialDay> {
  const short = SHORT_YEAR.exec(text);
  if (short !== null) {
    const [, day = '', , month = '', year = ''] = short;
    return ask(WORDS.shortYear, real([asDay(day, month, `20${year}`)]));
  }
  const months = [...text.matchAll(MONTH)].map(([, month = '', year = '']) => `${year}-${pad(month)}`);
  if (months.length === 1) return isPartialDay(months[0] ?? '') ? right(months[0] ?? '') : refuse(WORDS.unreal);
  const without = daysWithoutYear(text, context.year ?? hint);
  if (without !== null) return without;
  if (/^\d{5}$/.test(text)) return ofNumber(Number(text));
  const years = [...new Set(text.match(/\b(?:19|20)\d{2}\b/g) ?? [])];
  if (years.length === 1 && /^(?:nam )?\d{4}$/.test(text)) return right(years[0] ?? '');
  return years.length === 0 ? refuse(WORDS.none) : ask(WORDS.several, real(years));
}

/** One calendar day, as exact as the cell says. Spans, several days and missing years are asked about; lunar days refused. */
export function readDay(cell: Cell, context: DayContext = {}): Reading<PartialDay> {
  if (typeof cell === 'number') return ofNumber(cell);
  if (typeof cell === 'object' && 'day' in cell) return isPartialDay(cell.day) ? right(cell.day) : refuse(WORDS.unreal);
  // Most cells are no more than this; the rest of the way is long.
  const plain = typeof cell === 'string' ? PLAIN.exec(cell) : null;
  if (plain !== null) return wholeDay(plain[1] ?? '', plain[2] ?? '', plain[3] ?? '');
  const prepared = prepare(cell);
  if ('status' in prepared) return prepared;
  const { text, hint } = prepared;
  const span = spanIn(text, context, hint);
  if (span !== null) return spanAsQuestion(span);
  const readings = [...text.matchAll(FULL)].map(([, day = '', month = '', year = '']) => wholeDay(day, month, year));
  const [first] = readings;
  if (first === undefined) return looseDay(text, context, hint);
  const values = readings.flatMap((reading) => (reading.status === 'right' ? reading.value : []));
  return new Set(values).size > 1 ? ask(WORDS.several, real(values)) : first;
}

function spanAsQuestion(span: Reading<Span>): Reading<PartialDay> {
  if (span.status === 'refuse') return span;
  const spans = span.status === 'right' ? [span.value] : span.candidates.map((each) => each.value);
  return ask(WORDS.span, real(spans.flatMap(({ from, to }) => [from, to])));
}

/** A span of days; one day alone begins and ends on itself. */
export function readSpan(cell: Cell, context: DayContext = {}): Reading<Span> {
  if (typeof cell === 'string') {
    const prepared = prepare(cell);
    if ('status' in prepared) return prepared;
    const span = spanIn(prepared.text, context, prepared.hint);
    if (span !== null) return span;
  }
  const day = readDay(cell, context);
  if (day.status === 'refuse') return day;
  if (day.status === 'right') return right({ from: day.value, to: day.value }, day.note);
  return ask(
    day.why,
    day.candidates.map(({ value, label }) => ({ value: { from: value, to: value }, label })),
  );
}
