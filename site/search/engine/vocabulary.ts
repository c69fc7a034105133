import { soundKey } from './sounds.ts';
import { spellingOf } from './words.ts';

/** A word of the records in one spelling with marks. `documents` and `fields` go together: where it stands. */
export interface Word {
  id: number;
  tone: string;
  plain: string;
  /** As first seen, for saying what was corrected. */
  shown: string;
  documents: number[];
  /** A bit for each field of the document (place in `FIELD_NAMES`) that holds the word. */
  fields: number[];
}

/** All words of the records, to be found by spelling, beginning and sound. */
export interface Vocabulary {
  words: Word[];
  byPlain: Map<string, Word[]>;
  bySound: Map<string, string[]>;
  byTone: Map<string, Word>;
  /** Every spelling without marks, in order. */
  plains: string[];
}

/** Words are entered one by one; `finish` makes the ways to find them. */
export function vocabularyOf() {
  const byTone = new Map<string, Word>();
  const byText = new Map<string, Word | null>();
  const words: Word[] = [];

  function enter(tone: string, plain: string, shown: string): Word {
    const known = byTone.get(tone);
    if (known !== undefined) return known;
    const word = { id: words.length, tone, plain, shown, documents: [], fields: [] };
    words.push(word);
    byTone.set(tone, word);
    return word;
  }

  /** The word of a piece of text; null for signs that cannot be compared. Each text is spelt out once. */
  function wordOf(text: string): Word | null {
    const known = byText.get(text);
    if (known !== undefined) return known;
    const { plain, tone } = spellingOf(text);
    const word = plain === '' ? null : enter(tone, plain, text.toLowerCase());
    byText.set(text, word);
    return word;
  }

  return { wordOf, conceptWord: (concept: string) => enter(concept, concept, concept), finish: () => finish(words, byTone) };
}

function finish(words: Word[], byTone: Map<string, Word>): Vocabulary {
  const byPlain = new Map<string, Word[]>();
  for (const word of words) {
    if (word.plain.startsWith('#')) continue;
    const alike = byPlain.get(word.plain);
    if (alike === undefined) byPlain.set(word.plain, [word]);
    else alike.push(word);
  }
  const plains = [...byPlain.keys()].sort();
  const bySound = new Map<string, string[]>();
  for (const plain of plains) bySound.set(soundKey(plain), [...(bySound.get(soundKey(plain)) ?? []), plain]);
  return { words, byPlain, bySound, byTone, plains };
}

/** The spellings that begin with `start`, itself excluded. */
export function plainsBeginning(plains: readonly string[], start: string): string[] {
  let from = 0;
  let to = plains.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((plains[middle] ?? '') < start) from = middle + 1;
    else to = middle;
  }
  const found: string[] = [];
  for (let at = from; plains[at]?.startsWith(start); at += 1) if (plains[at] !== start) found.push(plains[at] ?? '');
  return found;
}
