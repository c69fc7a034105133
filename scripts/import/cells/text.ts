import { tidyText } from '#domain/rules/fold.ts';
import { isSyllable, tellingWords, vietnameseShare } from '../read/encoding/syllable.ts';
import { fromTcvn3, withLostU } from '../read/encoding/tcvn3.ts';
import { fromVni } from '../read/encoding/vni.ts';
import type { Cell } from '../read/sheet.ts';
import { ask, type Reading, refuse, right, shownText } from './reading.ts';
import { remember } from './remember.ts';

/** One line: NFC, no invisible signs, no double or hard spaces. Đ stands for the eth (Ð) that old keyboards wrote. */
export const tidyLine = remember((text) =>
  tidyText(text)
    .replace(/Ð/g, 'Đ')
    .replace(/ð/g, 'đ')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim(),
);

/** Latin-1 signs that no Vietnamese word holds: they betray an old font's code. */
const FONT_SIGNS = /[¡¢£¤¥¦§¨ª¬®µ¶¸¹¼½¾]|(?<=\p{L})«|»(?=\p{L})|(?<=\p{L})·(?=\p{L})/u;
/** Letters that no Vietnamese or highland name has, once marks are taken apart: what wrong decoding leaves. */
const FOREIGN_LETTER = /[^a-zđ0-9'’.-]/;
const VIETNAMESE_MARKS = /[\u0300-\u0303\u0306\u0309\u031b\u0323]/g;
const LEAST_FOREIGN_WORDS = 2;

/** All words that tell are Vietnamese in this decoding. */
function whole(text: string): boolean {
  const { share, words } = vietnameseShare(text);
  return words > 0 && share === 1;
}

function fontReading(text: string): Reading<string> | null {
  const vni = fromVni(text);
  if (vni !== text && whole(vni)) return right(vni, 'Chữ phông VNI, đã chuyển sang Unicode.');
  const decoded = fromTcvn3(text);
  if (decoded === text) return null;
  const readings = text.includes('\u00ad') ? [decoded] : withLostU(decoded);
  const possible = readings.filter((reading) => tellingWords(reading).every(isSyllable));
  const [only] = possible;
  if (only === undefined) return null;
  if (possible.length === 1) return right(only, 'Chữ phông TCVN3, đã chuyển sang Unicode.');
  return ask(
    'Chữ phông TCVN3, có thể đã mất chữ “ư”: cần chọn cách đọc.',
    possible.map((value) => ({ value, label: value })),
  );
}

/** Text in an old font's code inside a Unicode file, or text whose marks went astray; null where the text is sound. */
function doubtful(text: string): Reading<string> | null {
  if (text.includes('\ufffd')) return refuse('Có ký tự bị hỏng (�): hãy gõ lại hoặc chọn bảng mã khác cho cả tệp.');
  const { share, words } = vietnameseShare(text);
  if (words === 0 || share === 1) return null;
  const font = fontReading(text);
  if (font !== null) return font;
  const broken = tellingWords(text).filter((word) => FONT_SIGNS.test(word) && /\p{L}/u.test(word));
  const foreign = tellingWords(text).filter(
    (word) =>
      !isSyllable(word) && FOREIGN_LETTER.test(word.toLowerCase().normalize('NFD').replace(VIETNAMESE_MARKS, '')),
  );
  return broken.length > 0 || foreign.length >= LEAST_FOREIGN_WORDS
    ? refuse(`Chữ sai dấu hoặc sai phông: “${text.slice(0, 80)}”. Hãy gõ lại.`)
    : null;
}

/** A cell as one tidy line. Errors of Excel are refused, text in an old font's code is read or asked about. */
export function readLine(cell: Cell, max = 300): Reading<string> {
  if (typeof cell === 'object' && 'error' in cell) return refuse(`Ô báo lỗi ${cell.error}: hãy sửa trong bảng tính.`);
  const raw = shownText(cell).normalize('NFC');
  const sound = doubtful(raw) ?? right(raw);
  if (sound.status === 'refuse') return sound;
  const values = sound.status === 'right' ? [sound.value] : sound.candidates.map((each) => each.value);
  if (values.some((value) => tidyLine(value).length > max)) return refuse(`Dài quá ${max} ký tự.`);
  if (sound.status === 'ask')
    return ask(
      sound.why,
      sound.candidates.map(({ value, label }) => ({ value: tidyLine(value), label })),
    );
  return right(tidyLine(sound.value), sound.note);
}
