import { toneKey } from '#domain/rules/fold.ts';
import { provinceOf } from '../places/provinces.ts';
import { isSyllable } from '../read/encoding/syllable.ts';
import type { Cell } from '../read/sheet.ts';
import { ask, mapReading, type Reading, refuse, right } from './reading.ts';
import { remember } from './remember.ts';
import { readLine } from './text.ts';

export interface ProductName {
  name: string;
  /** Pack as written: `500g`; empty where the cell names none. */
  pack: string;
  /** Equal for two ways of writing one product of one producer. */
  key: string;
}

const CONTAINER = 'túi|hộp|gói|chai|lọ|hũ|can|bao|thùng|keo|lon|bịch|vỉ|hũ|bình|cái|quả|trái|zip';
const AMOUNT = String.raw`\d+(?:[.,]\d+)?\s*(?:kg|gram|gam|gr|g|ml|lít|lit|l)`;
const TRAILING_PACK = new RegExp(
  `(?:[\\s_,–-]+|\\s*\\()(?:đóng\\s+)?((?:(?:${CONTAINER})(?:/(?:${CONTAINER}))?\\s*[-–_]?\\s*)*${AMOUNT}(?:\\s*/\\s*(?:${CONTAINER}))?)\\s*\\)?\\s*$`,
  'iu',
);
const LEADING = /^[\s_✓✔•*·-]+|^[✓\s]*occ?op\s*(?:[345]\s*(?:sao|\*))?\s*[-–_:]\s*/iu;
/** `(2019) 62` and `(sp 2020)`: a footnote's year and number, left behind when the list was copied. */
const FOOTNOTE = /\s*\((?:sp\s*)?20\d{2}\)\s*\d{0,3}$/iu;
const SET = /^(?:bộ|nhóm|set|combo|hộp quà|giỏ quà)(?!\p{L})/iu;
const SEVERAL = /\(\s*(?:gồm\s+)?0?[2-9]\s+sản phẩm|\n|;\s*\S|(?:^|\s)1[.)]\s.*\s2[.)]\s/u;
/** `CL28 và CH20, CH25`; `(20°N, 30°N, 40°N)`. */
const SEVERAL_GRADES = /(?:\p{L}*\d+\p{L}*°?\p{L}?)\s*(?:,|và)\s*(?:\p{L}*\d+°?\p{L}?)(?:\s|,|\)|$)/u;

/** Comparable form of a product's name: marks count, their place, case and punctuation do not. */
export const productKey = remember((name) => toneKey(name.normalize('NFC').replace(/[^\p{L}\d%°]+/gu, ' ')));

function withoutProvince(name: string): { name: string; note: string } {
  const match = /^([^-–]{3,25}?)\s+[-–]\s+(.+)$/u.exec(name);
  const province = match === null ? undefined : provinceOf(match[1] ?? '');
  return province === undefined
    ? { name, note: '' }
    : { name: match?.[2] ?? name, note: `Đã bỏ tên tỉnh “${match?.[1]}” đứng trước.` };
}

/** Several words without any mark, of which one cannot be Vietnamese: copied from a translated page. */
function isForeign(name: string): boolean {
  const words = name.split(/[^\p{L}]+/u).filter((word) => word !== '');
  if (words.length < 3 || /[^ -~]/.test(name)) return false;
  return words.some((word) => word === word.toLowerCase() && !isSyllable(word));
}

/** "Chè xanh Chè xanh": the cell was filled twice. */
function doubled(name: string): string | null {
  const words = name.split(' ');
  const half = words.slice(0, words.length / 2).join(' ');
  return words.length >= 4 && productKey(`${half} ${half}`) === productKey(name) ? half : null;
}

function strip(text: string): { name: string; pack: string; notes: string[] } {
  const notes: string[] = [];
  let name = text;
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(LEADING, '');
  }
  const placed = withoutProvince(name);
  if (placed.note !== '') notes.push(placed.note);
  name = placed.name.replace(FOOTNOTE, () => {
    notes.push('Đã bỏ chú thích năm ở cuối tên.');
    return '';
  });
  const pack = TRAILING_PACK.exec(name);
  if (pack !== null && pack.index > 1) {
    notes.push(`Quy cách “${pack[1]}” tách khỏi tên.`);
    name = name.slice(0, pack.index);
  }
  return { name: name.replace(/[\s_,;–-]+$/, ''), pack: pack !== null && pack.index > 1 ? (pack[1] ?? '') : '', notes };
}

/** A product's name without what lists put around it. Several products in one cell are asked about; a set sold as one is one. */
export function readProductName(cell: Cell): Reading<ProductName> {
  const raw = typeof cell === 'string' ? cell.trim() : '';
  const line = readLine(cell);
  if (line.status !== 'right') return mapReading(line, (name) => ({ name, pack: '', key: productKey(name) }));
  if (typeof cell !== 'string' || !/\p{L}{2}/u.test(line.value)) return refuse('Đây không phải tên sản phẩm.');
  const { name, pack, notes } = strip(line.value);
  if (name === '') return refuse('Đây không phải tên sản phẩm.');
  const product: ProductName = { name, pack, key: productKey(name) };
  const as = (value: string) => [
    { value: { ...product, name: value, key: productKey(value) }, label: `Một sản phẩm: ${value}` },
  ];
  if (!SET.test(name) && (SEVERAL.test(raw) || SEVERAL_GRADES.test(name)))
    return ask('Ô có thể nêu nhiều sản phẩm: hãy tách thành nhiều dòng, hoặc giữ là một.', as(name));
  if (isForeign(name)) return ask('Tên có vẻ không phải tiếng Việt: hãy ghi tên tiếng Việt.', as(name));
  const half = doubled(name);
  if (half !== null) return ask('Tên bị lặp hai lần.', as(half));
  if (name.length > 3 && name === name.toUpperCase() && /\s/.test(name)) notes.push('Tên viết toàn chữ hoa.');
  const note = [line.note, ...notes].filter(Boolean).join(' ');
  return right(product, note === '' ? undefined : note);
}
