import type { PartialDay } from '#domain/rules/day.ts';
import type { Cell } from '../read/sheet.ts';
import { readDay } from './readDay.ts';
import { ask, type Reading, refuse, right } from './reading.ts';
import { readLine } from './text.ts';

/** A decision's number in its usual spelling and, where the cell says it, its day. */
export interface DecisionReference {
  number: string;
  /** Empty where the cell does not say it. */
  decidedOn: PartialDay | '';
}

/** `715/QĐ – UBND`, `1580/QĐ-UBND-HC`, `2890/QĐ-BNN-VPĐP`, `12/2020/QĐ-UBND`. */
const NUMBER =
  /(?<![\d/-])(\d{1,5}[a-z]?)\s*\/\s*((?:\d{4}\s*\/\s*)?)(Q[ĐD]|NQ|TB|TTr|KL)((?:\s*[-–—]\s*[A-ZĐ][A-ZĐa-z&]*\d*)*)(?![\p{L}])/giu;
/** A number that only the word before it tells. */
const BARE = /(?:quyết\s+định|qđ|decision|văn\s+bản)?\s*(?:số|so|no\.?)\s*:?\s*(\d{1,5})(?![\d/.,-])/giu;
const ALONE = /^(?:số|so|qđ)?\s*:?\s*(\d{1,5})$/iu;
/** Product codes look like numbers with dashes (domain facts 1.6). */
const PRODUCT_CODE = /(?<!\d)\d{2}-\d{3,5}-\d{1,5}(?:-\d{1,4})*-20\d{2}(?!\d)/;
/** A day with a clock beside it is when the page was written, not when the decision was made. */
const WITH_CLOCK =
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*[-–,|]?\s*\d{1,2}[:h]\d{2}|\d{1,2}[:h]\d{2}\s*[-–,|]?\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g;

function tidyNumber([, number = '', year = '', kind = '', rest = '']: RegExpMatchArray): string {
  const tidyKind = /^qd$/i.test(kind)
    ? 'QĐ'
    : kind
        .replace(/^q[đd]$/i, 'QĐ')
        .toUpperCase()
        .replace('TTR', 'TTr');
  const tidyRest = rest
    .replace(/\s*[-–—]\s*/g, '-')
    .toUpperCase()
    .replace(/VPDP/g, 'VPĐP')
    .replace('-TTG', '-TTg');
  return `${number}/${year.replace(/\s/g, '')}${tidyKind}${tidyRest}`;
}

function numbersIn(text: string): string[] {
  const full = [...text.matchAll(NUMBER)].map(tidyNumber);
  if (full.length > 0) return [...new Set(full)];
  const bare = [...text.matchAll(BARE)].map((match) => match[1] ?? '');
  return [...new Set(bare)];
}

function dayBeside(text: string, number: string): { day: PartialDay | ''; note?: string } {
  const rest = text.replace(NUMBER, ' ').replace(WITH_CLOCK, ' ');
  if (!/\d/.test(rest.replace(number, ''))) return { day: '' };
  const day = readDay(rest);
  if (day.status === 'right' && day.value.length === 10) return { day: day.value };
  if (day.status === 'right' && /năm/i.test(rest)) return { day: '' };
  return { day: '', note: 'Không lấy ngày trong ô: chưa rõ là ngày của quyết định.' };
}

/** The number of one decision, with its day where the cell holds one. Several decisions are asked about. */
export function readDecision(cell: Cell): Reading<DecisionReference> {
  if (typeof cell === 'object' && 'day' in cell) return refuse('Đây là ngày, không phải số quyết định.');
  const line = readLine(cell, 1_000);
  if (line.status !== 'right') return refuse(line.why);
  const text = line.value;
  const alone = ALONE.exec(text)?.[1];
  if (alone !== undefined) return right({ number: alone, decidedOn: '' });
  const numbers = numbersIn(text);
  const [number] = numbers;
  if (number === undefined)
    return refuse(
      PRODUCT_CODE.test(text) ? 'Đây là mã số sản phẩm, không phải số quyết định.' : 'Không thấy số quyết định.',
    );
  if (numbers.length > 1)
    return ask(
      'Ô nêu nhiều quyết định: cần chọn một.',
      numbers.map((each) => ({ value: { number: each, decidedOn: '' }, label: each })),
    );
  const { day, note } = dayBeside(text, number);
  return right({ number, decidedOn: day }, note);
}
