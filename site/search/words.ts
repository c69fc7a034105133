/** Text cut into words that can be compared: without any mark to find them, with their marks to rank exact spelling first. */
import { fold, toneKey } from '#domain/rules/fold.ts';
import { ALIKE } from './alike.ts';

export interface Word {
  /** Lower case, no mark, đ as d. */
  folded: string;
  /** Marks kept, the place of the tone forgotten. */
  toned: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in their order. */
export function wordsIn(text: string): Word[] {
  return (text.match(WORD) ?? []).map((raw) => ({ folded: fold(raw), toned: toneKey(raw) }));
}

/** Where words stand in a text, as they are written there. */
export function wordSpans(text: string): { from: number; to: number; folded: string }[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    folded: fold(match[0]),
  }));
}

/** Groups of names for one thing, each name as its words. */
const GROUPS = ALIKE.map((names) => names.map(wordsIn));

function holds(words: readonly Word[], name: readonly Word[]): boolean {
  return words.some((_, at) => name.every((word, index) => words[at + index]?.toned === word.toned));
}

/** Other names for what the words name: someone who says "trà" finds "chè", someone who types "htx" finds "hợp tác xã". */
export function otherNames(words: readonly Word[]): Word[] {
  return GROUPS.flatMap((names) => {
    const present = names.filter((name) => holds(words, name));
    return present.length === 0 ? [] : names.filter((name) => !present.includes(name)).flat();
  });
}
