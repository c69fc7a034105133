import type { Cell } from '../read/sheet.ts';
import { ask, type Candidate, type Reading, refuse, right } from './reading.ts';
import { readLine } from './text.ts';

/** A number as said: 17,4 tỷ is 17 400 000 000, with "gần", "hơn" … kept beside it. */
export interface Quantity {
  amount: number;
  said: '' | 'about' | 'nearly' | 'over' | 'under';
  /** The whole of which it is a part: `2.167/9.852`. */
  of?: number;
  /** The end of a range: `1.500 - 3.200`. */
  upTo?: number;
}

const SAID: readonly [RegExp, Quantity['said']][] = [
  [/(?:gần|nearly|almost|hampir)$/, 'nearly'],
  [/(?:trên|hơn|over|more than|lebih dari|ít nhất)$/, 'over'],
  [/(?:dưới|chưa đến|under|less than|tối đa)$/, 'under'],
  [/(?:khoảng|xấp xỉ|ước|ước đạt|about|around|sekitar|~)$/, 'about'],
];

/** Powers of ten by word. Marks matter: `ngăn`, `trạm` and `văn` are no numbers. */
const SCALES: Readonly<Record<string, number>> = {
  tỷ: 9,
  tỉ: 9,
  ty: 9,
  billion: 9,
  bn: 9,
  miliar: 9,
  triệu: 6,
  trieu: 6,
  tr: 6,
  million: 6,
  juta: 6,
  vạn: 4,
  nghìn: 3,
  nghin: 3,
  ngàn: 3,
  thousand: 3,
  ribu: 3,
  trăm: 2,
  chục: 1,
};
/** Written without marks, these may be a power of ten or another word. */
const DOUBTFUL_SCALE = /\d\s*(?:van|ngan|tram|chuc|ti)(?!\p{L})/u;

const ENGLISH = /\b(?:billion|million|thousand|nearly|over|more than|about|visitors?|products?|booths?|households?)\b/;
const NUMBER = String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,])|\d(?:[\d.,]*\d)?`;
const SCALE = `(?:\\s*(${Object.keys(SCALES).join('|')})(?!\\p{L}))?`;
/** A number that no letter, number or sign stands right before (`OM18` is a name); a currency may. */
const PATTERN = new RegExp(
  `(?<![\\p{L}0-9.,/-])(?:vnd|usd|\\$)?\\s?(${NUMBER})${SCALE}` +
    `(?:\\s*(/|-|–|—|đến|tới|to)\\s*(?:kế hoạch )?(?:vnd)?(${NUMBER})${SCALE}(?!\\p{L}))?`,
  'gu',
);

/** The values that digits may have: several where a comma may be a Vietnamese decimal or an English thousand. */
export function numbersOf(digits: string, english = false): number[] {
  const text = digits.replace(/[ \u00a0\u202f]/g, '');
  if (/^\d+$/.test(text)) return [Number(text)];
  const last = text[Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))] ?? '.';
  const other = last === '.' ? ',' : '.';
  const decimal = text.replaceAll(other, '').replace(last, '.');
  if (text.includes('.') && text.includes(',')) {
    const grouped = new RegExp(`^\\d{1,3}(?:\\${other}\\d{3})+\\${last}\\d+$`).test(text);
    return grouped ? [Number(decimal)] : [];
  }
  const thousands = new RegExp(`^[1-9]\\d{0,2}(?:\\${last}\\d{3})+$`).test(text);
  const single = text.indexOf(last) === text.lastIndexOf(last);
  if (!thousands) return single ? [Number(decimal)] : [];
  const whole = Number(text.replaceAll(last, ''));
  if (!single) return [whole];
  if (english) return last === ',' ? [whole] : [Number(decimal)];
  return last === '.' ? [whole] : [Number(decimal), whole];
}

function scaled(value: number, scale: string | undefined): number {
  // Written with an exponent, so that 17,4 tỷ is exact.
  return scale === undefined ? value : Number(`${value}e${SCALES[scale] ?? 0}`);
}

interface Found {
  meanings: Quantity[];
}

function found(match: RegExpMatchArray, text: string): Found {
  const english = ENGLISH.test(text);
  const [, first = '', firstScale, joint, second = '', secondScale] = match;
  const before = text.slice(0, match.index).trimEnd();
  const said = SAID.find(([pattern]) => pattern.test(before))?.[1] ?? '';
  const ends = joint === undefined ? [] : numbersOf(second, english).map((value) => scaled(value, secondScale));
  // "1,5 - 2 tỷ": the scale said once holds for both.
  const scale = firstScale ?? (joint !== undefined && joint !== '/' ? secondScale : undefined);
  const meanings = numbersOf(first, english).map((value): Quantity => {
    const quantity: Quantity = { amount: scaled(value, scale), said };
    const [end] = ends;
    if (end === undefined) return quantity;
    return joint === '/' ? { ...quantity, of: end } : { ...quantity, upTo: end };
  });
  return { meanings: ends.length > 1 ? [] : meanings };
}

/** All numbers of a cell in order, each with what was said of it. Asks where digits can be read in two ways. */
export function readQuantities(cell: Cell): Reading<Quantity[]> {
  if (typeof cell === 'number') return right([{ amount: cell, said: '' }]);
  if (typeof cell === 'object' && 'day' in cell) return refuse('Đây là ngày, không phải số.');
  const line = readLine(cell, 2_000);
  if (line.status !== 'right') return refuse(line.why);
  const text = line.value.toLowerCase();
  if (DOUBTFUL_SCALE.test(text)) return refuse('Số viết không dấu, có thể hiểu nhiều cách: hãy viết bằng chữ số.');
  const all = [...text.matchAll(PATTERN)].map((match) => found(match, text));
  if (all.length === 0) return refuse('Không thấy số nào trong ô.');
  if (all.some((each) => each.meanings.length === 0)) return refuse('Cách viết số không rõ: hãy viết lại số.');
  const doubt = all.find((each) => each.meanings.length > 1);
  if (doubt !== undefined)
    return ask(
      'Dấu phẩy có thể là phần thập phân hoặc ngăn hàng nghìn: cần chọn.',
      doubt.meanings.map((value) => ({ value: [value], label: String(value.amount) })),
    );
  return right(all.flatMap((each) => each.meanings));
}

const SAID_NOTES: Readonly<Record<Quantity['said'], string>> = {
  '': '',
  about: 'Nguồn viết “khoảng”.',
  nearly: 'Nguồn viết “gần”.',
  over: 'Nguồn viết “trên, hơn”.',
  under: 'Nguồn viết “dưới”.',
};

/** One number. Ranges, parts of a whole and several numbers are asked about. */
export function readAmount(cell: Cell, options: { integer?: boolean; max?: number } = {}): Reading<number> {
  const fits = (value: number) =>
    value >= 0 && value <= (options.max ?? Number.MAX_SAFE_INTEGER) && (!options.integer || Number.isInteger(value));
  const all = readQuantities(cell);
  if (all.status === 'refuse') return all;
  const meanings = all.status === 'ask' ? all.candidates.map((each) => each.value) : [all.value];
  const values = meanings.flat().flatMap((each) => [each.amount, each.upTo ?? each.amount].filter(fits));
  const candidates = [...new Set(values)].map((value): Candidate<number> => ({ value, label: String(value) }));
  const [only] = candidates;
  if (only === undefined)
    return refuse(options.max === undefined ? 'Số không hợp lệ.' : `Cần số từ 0 đến ${options.max}.`);
  const [quantity] = meanings.flat();
  const plain = meanings.flat().every((each) => each.upTo === undefined && each.of === undefined);
  // A meaning out of bounds is none: 95,640 points can only be 95.64.
  if (candidates.length === 1 && plain && meanings.every((each) => each.length === 1))
    return right(only.value, SAID_NOTES[quantity?.said ?? ''] || undefined);
  return ask(all.status === 'ask' ? all.why : 'Ô có nhiều số: cần chọn một.', candidates);
}
