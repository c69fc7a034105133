/** The fields that are searched, with what a word found there is worth beside one in the name; the name comes first. */
export const FIELDS = {
  name: 1,
  nameEn: 0.9,
  /** Who makes it, runs it, holds it. */
  producer: 0.8,
  place: 0.75,
  /** Names that the place bore before July 2025, districts included. */
  formerPlaces: 0.75,
  /** Group, sector and criteria set; kind of producer or fair. */
  group: 0.7,
} as const;
export type SearchField = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as SearchField[];
/** Bit of the name among those of a posting. */
export const NAME_BIT = 1;

/** One record as it is searched; it is known by its place in the list. */
export interface SearchDocument<Kind extends string = string> {
  kind: Kind;
  fields: Partial<Record<SearchField, string>>;
}
