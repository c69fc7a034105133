/** Which word stands where: a folded inverted index over all fields of all rows. */
import type { SearchRow } from './rows.ts';
import { otherNames, type Word, wordsIn } from './words.ts';

/** Fields in the order in which a row's words are taken, with their weight. */
export const FIELD_WEIGHTS = [
  ['name', 10],
  ['maker', 5],
  ['place', 4],
  ['subject', 3],
  ['formerPlaces', 3],
  ['otherNames', 3],
] as const;

/** Where a word stands: three lists side by side. */
export interface Places {
  /** In how many rows. */
  rowCount: number;
  rows: number[];
  /** Index in FIELD_WEIGHTS. */
  fields: number[];
  /** The word as it is spelled there. */
  toned: string[];
}

export interface WordIndex {
  places: ReadonlyMap<string, Places>;
  /** Words of each row's name. */
  names: readonly (readonly Word[])[];
  /** Grows with the rareness of a word. */
  rarity(word: string): number;
}

function fieldWords(row: SearchRow): Word[][] {
  const name = wordsIn(row.name);
  const maker = wordsIn(row.maker);
  const subject = wordsIn(row.subject);
  return [
    name,
    maker,
    wordsIn(row.place),
    subject,
    wordsIn(row.formerPlaces),
    [name, maker, subject].flatMap(otherNames),
  ];
}

/** Builds the index; tens of milliseconds for thousands of rows. */
export function buildWordIndex(rows: readonly SearchRow[]): WordIndex {
  const places = new Map<string, Places>();
  const add = (word: Word, row: number, field: number) => {
    const known = places.get(word.folded) ?? { rowCount: 0, rows: [], fields: [], toned: [] };
    if (known.rows.at(-1) !== row) known.rowCount += 1;
    known.rows.push(row);
    known.fields.push(field);
    known.toned.push(word.toned);
    places.set(word.folded, known);
  };
  const names = rows.map((row, at) => {
    const fields = fieldWords(row);
    fields.forEach((words, field) => {
      for (const word of words) add(word, at, field);
    });
    return fields[0] ?? [];
  });
  return {
    places,
    names,
    rarity: (word) => Math.log(1 + rows.length / (places.get(word)?.rowCount ?? Number.POSITIVE_INFINITY)),
  };
}
