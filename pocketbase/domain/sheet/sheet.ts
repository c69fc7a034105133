/** A sheet before it is a file: what lists, registries and reports hand to the writers of XLSX and CSV. */
import type { PartialDay } from '#domain/rules/day.ts';

/** A text, a number, a day as exact as known, or nothing. */
export type SheetCell = string | number | { day: PartialDay | '' } | null;

/** A heading; `across` and `down` count the cells that it covers. */
export interface HeadingCell {
  text: string;
  across?: number;
  down?: number;
}

export interface Sheet {
  name: string;
  /** Lines of headings, each as wide as the sheet; null where a cell is covered by another. */
  headings: readonly (readonly (HeadingCell | null)[])[];
  rows: readonly (readonly SheetCell[])[];
  /** Widths of the columns in letters. */
  widths?: readonly number[];
}

/** Excel takes no more letters in the name of a sheet, nor these signs. */
const NAME_LENGTH = 31;

/** A name that Excel takes for a sheet. */
export function sheetName(text: string): string {
  return (
    text
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .slice(0, NAME_LENGTH)
      .trim() || 'Trang'
  );
}

/** One line of plain headings. */
export function plainHeadings(texts: readonly string[]): HeadingCell[][] {
  return [texts.map((text) => ({ text }))];
}
