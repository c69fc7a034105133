import type { Looks } from '../../heading/looks.ts';

/** A column that lists of some kind have. */
export interface Field {
  label: string;
  looks: Looks;
  /** Headings, folded and without spaces: `tensanpham`. The label is one of them by itself. */
  names: readonly string[];
}

/** The fields of a target, by key. */
export type Fields = Readonly<Record<string, Field>>;

/** Headings from words with spaces between. */
export const names = (text: string) => text.trim().split(/\s+/);
