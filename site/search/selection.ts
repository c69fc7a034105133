/** What a visitor has chosen in the catalogue, and how the address says it: shared, bookmarked and gone back to. */

export const FACET_PARAMETERS = {
  stars: 'sao',
  state: 'tt',
  sector: 'nganh',
  group: 'nhom',
  set: 'bo',
  commune: 'xa',
  kind: 'loai',
  scheme: 'cn',
  sold: 'ban',
} as const;
export type Facet = keyof typeof FACET_PARAMETERS;
export const FACETS = Object.keys(FACET_PARAMETERS) as Facet[];

export const SORTS = ['standing', 'stars', 'recent', 'name', 'match'] as const;
export type Sort = (typeof SORTS)[number];
const SORT_PARAMETER = 'xep';
const QUERY_PARAMETER = 'q';
const VIEW_PARAMETER = 'kieu';
const COMPACT = 'gon';

export interface Selection {
  query: string;
  /** Null for the usual order: by match where something is searched, else by standing. */
  sort: Sort | null;
  /** Rows instead of cards. */
  isCompact: boolean;
  chosen: Readonly<Record<Facet, readonly string[]>>;
}

/** Nothing chosen. */
export const EMPTY_SELECTION: Selection = {
  query: '',
  sort: null,
  isCompact: false,
  chosen: { stars: [], state: [], sector: [], group: [], set: [], commune: [], kind: [], scheme: [], sold: [] },
};

/** Reads the selection of an address; what it does not know is passed over. */
export function selectionFrom(parameters: URLSearchParams): Selection {
  const chosen = Object.fromEntries(
    FACETS.map((facet) => {
      const values = parameters.getAll(FACET_PARAMETERS[facet]).flatMap((value) => value.split(','));
      return [facet, [...new Set(values.filter((value) => /^[\w-]{1,120}$/.test(value)))]];
    }),
  ) as unknown as Selection['chosen'];
  const sort = SORTS.find((each) => each === parameters.get(SORT_PARAMETER)) ?? null;
  const isCompact = parameters.get(VIEW_PARAMETER) === COMPACT;
  return { query: (parameters.get(QUERY_PARAMETER) ?? '').slice(0, 100), sort, isCompact, chosen };
}

/** The query part of an address, with its question mark; empty where nothing is chosen. */
export function selectionToAddress({ query, sort, isCompact, chosen }: Selection): string {
  const parts = query.trim() === '' ? [] : [`${QUERY_PARAMETER}=${encodeURIComponent(query.trim())}`];
  for (const facet of FACETS) {
    if (chosen[facet].length > 0) parts.push(`${FACET_PARAMETERS[facet]}=${chosen[facet].join(',')}`);
  }
  if (sort !== null) parts.push(`${SORT_PARAMETER}=${sort}`);
  if (isCompact) parts.push(`${VIEW_PARAMETER}=${COMPACT}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** The selection with one value of a facet put in or taken out. */
export function toggled(selection: Selection, facet: Facet, value: string): Selection {
  const values = selection.chosen[facet];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return { ...selection, chosen: { ...selection.chosen, [facet]: next } };
}

/** Whether anything narrows the list. */
export function isNarrowed({ query, chosen }: Selection): boolean {
  return query.trim() !== '' || FACETS.some((facet) => chosen[facet].length > 0);
}
