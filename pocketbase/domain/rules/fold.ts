/**
 * Vietnamese text made comparable. Two keys: `fold` forgets every mark (what a hurried thumb types), `toneKey` keeps the marks but
 * forgets where the tone was put (`Hòa` = `Hoà`, `Quý` = `Qúy`), so that exact spelling can rank first.
 */

const QUALITY_AND_TONE = /[\u0300-\u036f]/g;
/** grave, acute, tilde, hook above, dot below: the five tones; breve, circumflex and horn belong to the letter. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Zero-width signs and the soft hyphen that office software leaves inside words. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

function lower(text: string): string {
  // Ð (eth, U+00D0) stands for Đ in much Vietnamese office text; lower-casing turns it into ð.
  return text.toLowerCase().replace(/[ð\u0256]/g, 'đ');
}

/** Lower case without any mark, đ/Đ/Ð as d, runs of white space as one space, NFC and NFD alike. */
export function fold(text: string): string {
  return lower(text.replace(INVISIBLE, ''))
    .normalize('NFD')
    .replace(QUALITY_AND_TONE, '')
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

function toneLast(word: string): string {
  const tones = word.match(TONE);
  return tones === null ? word : word.replace(TONE, '') + tones.join('');
}

/** Lower case with letters' own marks kept and each word's tone moved to its end: equal for old and new tone placement. */
export function toneKey(text: string): string {
  return lower(text.replace(INVISIBLE, ''))
    .normalize('NFD')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(toneLast)
    .join(' ')
    .normalize('NFC');
}

/** The folded words of a text: letters and digits only. */
export function foldedWords(text: string): string[] {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Text as it is stored: NFC, no invisible signs, no white space at the ends. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').trim();
}
