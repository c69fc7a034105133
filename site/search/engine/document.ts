/** The fields that are searched, with what a word found there is worth beside one in the name. */
export const FIELDS = {
  name: 1,
  nameEn: 0.9,
  /** Who makes it, runs it, holds it. */
  producer: 0.6,
  /** Group, sector and criteria set. */
  group: 0.5,
  place: 0.5,
  /** Names that the place bore before July 2025, districts included. */
  formerPlaces: 0.5,
  /** Kind of producer, kind of fair …: words that thousands share. */
  kindWords: 0.4,
} as const;
export type SearchField = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as SearchField[];

export type SearchKind = 'product' | 'producer' | 'sales_point' | 'fair';

/** One record as it is searched. `id` is the caller's. */
export interface SearchDocument {
  id: string;
  kind: SearchKind;
  fields: Partial<Record<SearchField, string>>;
}
