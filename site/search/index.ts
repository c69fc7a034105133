/**
 * Finds rows by what a person typed, with or without marks. Rank is rarity of the word × weight of the field, with exact marks, the
 * whole name and neighbouring words ahead. Runs wherever it is imported: browser, worker, Node.
 */
import type { RowKind, SearchRow } from './rows.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { buildWordIndex, FIELD_WEIGHTS, type WordIndex } from './wordIndex.ts';
import { type Word, wordsIn } from './words.ts';

export interface SearchOptions {
  limit?: number;
  kinds?: readonly RowKind[];
}

export interface Hit {
  row: SearchRow;
  score: number;
  /** Folded words and beginnings that were found, for marking them. */
  matches: string[];
}

export interface SearchResult {
  hits: Hit[];
  /** What was searched instead, where a typed word is in no row. */
  corrected?: string;
}

export interface Search {
  search(query: string, options?: SearchOptions): SearchResult;
}

/** Marks were typed, and the row has others. */
const OTHER_MARKS = 0.55;
/** A word of which only the beginning was typed, and one that had to be corrected. */
const UNFINISHED = 0.75;
const CORRECTED = 0.5;
/** The name is just what was typed; it begins so; two words stand side by side as typed. */
const WHOLE_NAME = 12;
const NAME_BEGINS = 4;
const SIDE_BY_SIDE = 3;

/** A typed word with the words of the index that stand for it. */
interface Meant {
  typed: Word;
  candidates: { word: string; factor: number }[];
  /** The nearest known word, where the typed one is in no row. */
  correction: string | undefined;
}

function meaningOf(typed: Word, isUnfinished: boolean, vocabulary: Vocabulary): Meant {
  const exact = vocabulary.has(typed.folded) ? [{ word: typed.folded, factor: 1 }] : [];
  const longer = isUnfinished ? vocabulary.beginningWith(typed.folded) : [];
  const unfinished = longer.map((word) => ({
    word,
    factor: UNFINISHED * (0.7 + (0.3 * typed.folded.length) / word.length),
  }));
  const known = [...exact, ...unfinished];
  if (known.length > 0) return { typed, candidates: known, correction: undefined };
  const nearest = vocabulary.nearest(typed.folded, isUnfinished);
  return { typed, candidates: nearest.map((word) => ({ word, factor: CORRECTED })), correction: nearest[0] };
}

/** The best that one typed word gives each row. */
function scoresOf({ typed, candidates }: Meant, index: WordIndex): Map<number, number> {
  const hasMarks = typed.toned !== typed.folded;
  const scores = new Map<number, number>();
  for (const { word, factor } of candidates) {
    const places = index.places.get(word);
    if (places === undefined) continue;
    const worth = index.rarity(word) * factor;
    places.rows.forEach((row, at) => {
      const marks = hasMarks && factor === 1 && places.toned[at] !== typed.toned ? OTHER_MARKS : 1;
      const score = worth * marks * (FIELD_WEIGHTS[places.fields[at] ?? 0]?.[1] ?? 0);
      if (score > (scores.get(row) ?? 0)) scores.set(row, score);
    });
  }
  return scores;
}

/** Adds up what each typed word gives; keeps the rows that have all words, or as many as any row has. */
function total(perWord: readonly Map<number, number>[]): Map<number, number> {
  const sums = new Map<number, { score: number; words: number }>();
  let most = 0;
  for (const scores of perWord) {
    for (const [row, score] of scores) {
      const before = sums.get(row) ?? { score: 0, words: 0 };
      sums.set(row, { score: before.score + score, words: before.words + 1 });
      most = Math.max(most, before.words + 1);
    }
  }
  const kept = [...sums].filter(([, { words }]) => words === most);
  return new Map(kept.map(([row, { score }]) => [row, score]));
}

/** What the order of the words adds: the name itself, its beginning, neighbours; short names before long ones. */
function orderBonus(name: readonly Word[], query: readonly string[]): number {
  const at = (index: number) => name[index]?.folded ?? '';
  const begins = query.every((word, index) => at(index).startsWith(word));
  const isWhole = begins && name.length === query.length && at(name.length - 1) === query.at(-1);
  const pairs = query.slice(1).filter((word, index) => {
    const place = name.findIndex(({ folded }) => folded === query[index]);
    return place >= 0 && at(place + 1).startsWith(word);
  });
  return (isWhole ? WHOLE_NAME : begins ? NAME_BEGINS : 0) + pairs.length * SIDE_BY_SIDE + 1 / (name.length + 1);
}

/** What was searched instead of what was typed, spelled as the catalogue spells it. */
function correctedQuery(meant: readonly Meant[], index: WordIndex): string | undefined {
  if (meant.every(({ correction }) => correction === undefined)) return undefined;
  return meant
    .map(({ typed, correction }) =>
      correction === undefined ? typed.toned : (index.places.get(correction)?.toned[0] ?? correction),
    )
    .join(' ');
}

/** Makes a search over rows. The index is built once; a query takes a few milliseconds. */
export function createSearch(rows: readonly SearchRow[]): Search {
  const index = buildWordIndex(rows);
  const vocabulary = createVocabulary(index.places.keys());
  return {
    search(query, { limit = 20, kinds } = {}) {
      const typed = wordsIn(query);
      const isOpenEnded = !/\s$/.test(query);
      const meant = typed.map((word, at) => meaningOf(word, isOpenEnded && at === typed.length - 1, vocabulary));
      const matches = meant.map(({ typed: word, correction }) => correction ?? word.folded);
      const hits: Hit[] = [];
      for (const [at, score] of total(meant.map((each) => scoresOf(each, index)))) {
        const row = rows[at];
        if (row === undefined || (kinds !== undefined && !kinds.includes(row.kind))) continue;
        hits.push({ row, score: score + orderBonus(index.names[at] ?? [], matches), matches });
      }
      const corrected = correctedQuery(meant, index);
      return {
        hits: hits.sort((a, b) => b.score - a.score).slice(0, limit),
        ...(corrected === undefined ? {} : { corrected }),
      };
    },
  };
}
