/**
 * Finding records by Vietnamese text. PocketBase compares by SQLite's LIKE, which knows no tone marks: it is asked with a wildcard for
 * every sign that may carry one, and what comes back too much is left out here.
 */
import { fold, tidyText, toneKey } from '#domain/rules/fold.ts';

/** Signs that may stand for a marked letter, or are one. */
const MARKABLE = /[aeiouyd]|[^ -~]/;

/** `mật ong` → `m_t`, `_ng`: LIKE patterns of the words, with SQL's own signs kept as they are. */
export function likePatterns(text: string): string[] {
  return searchWords(text).map((word) => {
    const signs = Array.from(word.normalize('NFC').toLowerCase(), (sign) => {
      if (sign === '%' || sign === '_' || sign === '\\') return `\\${sign}`;
      return MARKABLE.test(sign) ? '_' : sign;
    });
    return `%${signs.join('')}%`;
  });
}

/** The words of what was typed. */
export function searchWords(text: string): string[] {
  return tidyText(text).split(/\s+/).filter(Boolean);
}

/** Whether a text holds every word; a word with marks must be there with them, wherever its tone is put. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  const folded = fold(text);
  const exact = toneKey(text);
  return words.every((word) => {
    const plain = fold(word);
    return plain === word.toLowerCase() ? folded.includes(plain) : exact.includes(toneKey(word));
  });
}

/** 0 for a text that begins with what was typed, 1 for one in which a word does, 2 for any other. */
export function searchRank(text: string, typed: string): number {
  const folded = fold(text);
  const wanted = fold(typed);
  if (folded.startsWith(wanted)) return 0;
  return folded.includes(` ${wanted}`) ? 1 : 2;
}
