/** What a search finds in the catalogue: its products, and some records of other kinds. */
import type { Item } from './facets.ts';
import type { Finder } from './finder.ts';
import type { SearchRow } from './rows.ts';

/** Records of other kinds named beside the products found. */
const MOST_OTHERS = 4;

/** Products best first; the words that matched in the best of them. */
export interface Searched {
  items: Item[];
  /** Records of other kinds. */
  others: SearchRow[];
  matches: readonly string[];
  corrected: string | undefined;
}

/** Without words: all, by name. */
export function allOf(items: Item[]): Searched {
  return { items, others: [], matches: [], corrected: undefined };
}

/** What the words find among the rows; `items` are the products of those rows, by their index. */
export async function searched(
  finder: Finder,
  query: string,
  all: readonly SearchRow[],
  items: readonly Item[],
): Promise<Searched> {
  const { places, best, corrected } = await finder.find(query, Number.POSITIVE_INFINITY);
  const rows = Array.from(places, (place) => all[place]).filter((row) => row !== undefined);
  return {
    items: rows.flatMap(({ product }) => (product === undefined ? [] : (items[product.index] ?? []))),
    others: rows.filter(({ product }) => product === undefined).slice(0, MOST_OTHERS),
    matches: best[0]?.matches ?? [],
    corrected,
  };
}
