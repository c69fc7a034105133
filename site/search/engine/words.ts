import { fold, toneKey } from '#domain/rules/fold.ts';

/** A word where it stands in a text: `from` and `to` count UTF-16 units, `to` excluded. */
export interface WordAt {
  text: string;
  from: number;
  to: number;
}

/** Letters, digits and marks; the invisible signs that office software leaves inside words do not end them. */
const WORD = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu;

/** The words of a text in order. */
export function wordsIn(text: string): WordAt[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** The same without their places: quicker where thousands of texts are read. */
export function wordTexts(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** A word made comparable: `plain` without any mark, `tone` with its marks wherever the tone was put. */
export interface Spelling {
  plain: string;
  tone: string;
}

/** A syllable of consonants and y is also written with i: `mì` and `mỳ`, `Lý Sơn` and `Lí Sơn`. */
const FINAL_Y = /(?<=^(?:[bcdghklmnpqrstvxđ]|[cknpt]h|tr))y(?=[\u0300-\u036f]*$)/;

/** How a word is compared. `plain` is empty for signs without a letter or digit of the Latin alphabet. */
export function spellingOf(word: string): Spelling {
  const plain = fold(word).replace(/[^a-z0-9]/g, '');
  const tone = toneKey(word);
  return { plain: plain.replace(FINAL_Y, 'i'), tone: tone.normalize('NFD').replace(FINAL_Y, 'i').normalize('NFC') };
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Spelling with â, ơ, đ … kept and only the tone forgotten: half-typed words (`mât`) are nearer to `mật` than to `mặt`. */
export function withoutTone(tone: string): string {
  return tone.normalize('NFD').replace(TONES, '').normalize('NFC');
}
