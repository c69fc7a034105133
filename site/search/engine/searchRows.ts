import type { RowKind, SearchRow } from '../rows.ts';
import type { SynonymTable } from './concepts.ts';
import type { SearchDocument } from './document.ts';
import { createEngine } from './engine.ts';

export interface SearchOptions {
  limit?: number;
  kinds?: readonly RowKind[];
}
export interface Hit {
  /** Place among the rows. */
  index: number;
  row: SearchRow;
  score: number;
  /** Folded words that were found, for marking them. */
  readonly matches: string[];
}
export interface SearchResult {
  hits: Hit[];
  /** What was searched instead, where a typed word is in no row. */
  corrected?: string;
}
export interface Search {
  search(query: string, options?: SearchOptions): SearchResult;
}

function documentOf({ kind, name, nameEn, maker, place, formerPlaces, subject }: SearchRow): SearchDocument<RowKind> {
  return { kind, fields: { name, nameEn, producer: maker, place, formerPlaces, group: subject } };
}

/** Makes a search over rows. The index is built once; a query takes a few milliseconds. */
export function createSearch(rows: readonly SearchRow[], synonyms?: SynonymTable): Search {
  const engine = createEngine(rows.map(documentOf), synonyms);
  return {
    search(query, options) {
      const { hits, ...rest } = engine.search(query, options);
      return {
        hits: hits.flatMap((hit) => {
          const row = rows[hit.index];
          return row === undefined ? [] : [Object.assign(hit, { row })];
        }),
        ...rest,
      };
    },
  };
}
