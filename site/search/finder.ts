/** Finds rows for what somebody typed, on the page's own thread. */
import type { Day } from '#domain/rules/day.ts';
import { createSearch, type Search } from './index.ts';
import { type LoadedRows, loadRows, once } from './load.ts';
import type { SearchRow } from './rows.ts';

/** What was found: small enough to be sent from one thread to another. */
export interface Found {
  /** Places among the rows, best first. */
  places: Uint32Array;
  /** The first of them, with the words that were found in them, for marking. */
  best: { row: SearchRow; matches: readonly string[] }[];
  /** What was searched instead, where a typed word is in no row. */
  corrected: string | undefined;
  /** See `LoadedRows`. */
  today: Day | '';
}

/** `most`: hits wanted. */
export interface Finder {
  find(query: string, most: number): Promise<Found>;
}

/** Hits that are told with their rows: what the box shows. */
export const TOLD = 8;

/** Answers at once, from rows that were loaded. */
export function findIn({ search }: Search, today: LoadedRows['today'], query: string, most: number): Found {
  const { hits, corrected } = search(query, { limit: most });
  return {
    places: Uint32Array.from(hits, ({ index }) => index),
    best: hits.slice(0, TOLD).map(({ row, matches }) => ({ row, matches })),
    corrected,
    today,
  };
}

/** The finder over the rows at an address. */
export const loadFinder = once(async (address): Promise<Finder> => {
  const { rows, synonyms, today } = await loadRows(address);
  const search = createSearch(rows, synonyms);
  return { find: async (query, most) => findIn(search, today, query, most) };
});
