import { NAME_BIT } from './document.ts';
import { grouped } from './grouped.ts';
import { soundKey } from './sounds.ts';
import { spellingOf, withoutTone } from './words.ts';

/**
 * A word of the records in one spelling with marks. `documents` and `fields` go together: where it stands; first those that have it in
 * their name, then the others, each part in rising order.
 */
export interface Word {
  id: number;
  tone: string;
  plain: string;
  toneless: string;
  /** As first seen, for saying what was corrected. */
  shown: string;
  documents: Uint32Array;
  /** A bit for each field of the document (place in `FIELD_NAMES`) that holds the word. */
  fields: Uint8Array;
  /** How many documents have it in their name. */
  inName: number;
}

/** All words of the records, to be found by spelling, beginning and sound. */
export interface Vocabulary {
  words: readonly Word[];
  byPlain: ReadonlyMap<string, readonly Word[]>;
  bySound: ReadonlyMap<string, readonly string[]>;
  byTone: ReadonlyMap<string, Word>;
  /** Every spelling without marks, in order. */
  plains: readonly string[];
}

/** A word while the records are read. */
export interface Entry extends Pick<Word, 'id' | 'tone' | 'plain' | 'shown'> {
  documents: number[];
  fields: number[];
}

/** Words are entered one by one; `finish` makes the ways to find them. */
export function vocabularyOf() {
  const byTone = new Map<string, Entry>();
  const byText = new Map<string, Entry | null>();

  function enter(tone: string, plain: string, shown: string): Entry {
    const known = byTone.get(tone);
    if (known !== undefined) return known;
    const entry = { id: byTone.size, tone, plain, shown, documents: [], fields: [] };
    byTone.set(tone, entry);
    return entry;
  }

  /** The word of a piece of text; null for signs that cannot be compared. Each text is spelt out once. */
  function entryOf(text: string): Entry | null {
    const known = byText.get(text);
    if (known !== undefined) return known;
    const { plain, tone } = spellingOf(text);
    const entry = plain === '' ? null : enter(tone, plain, text.toLowerCase());
    byText.set(text, entry);
    return entry;
  }

  const conceptEntry = (concept: string) => enter(concept, '', concept);
  return { entryOf, conceptEntry, finish: () => finish([...byTone.values()]) };
}

function wordOf({ id, tone, plain, shown, documents, fields }: Entry): Word {
  const size = documents.length;
  const word = { documents: new Uint32Array(size), fields: new Uint8Array(size), inName: 0 };
  let filled = 0;
  for (const wanted of [NAME_BIT, 0]) {
    for (let at = 0; at < size; at += 1) {
      const bits = fields[at] ?? 0;
      if ((bits & NAME_BIT) !== wanted) continue;
      word.documents[filled] = documents[at] ?? 0;
      word.fields[filled] = bits;
      filled += 1;
    }
    if (wanted === NAME_BIT) word.inName = filled;
  }
  return { id, tone, plain, shown, toneless: withoutTone(tone), ...word };
}

function finish(entries: readonly Entry[]): Vocabulary {
  const words = entries.map(wordOf);
  const byPlain = grouped(
    words.filter(({ plain }) => plain !== ''),
    ({ plain }) => plain,
  );
  const plains = [...byPlain.keys()].sort();
  return {
    words,
    byPlain,
    bySound: grouped(plains, soundKey),
    byTone: new Map(words.map((word) => [word.tone, word])),
    plains,
  };
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
