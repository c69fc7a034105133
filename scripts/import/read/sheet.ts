/** What a file holds once read, whatever it was: CSV and Excel look alike from here on. */

/**
 * One cell as it stands in the file. Numbers and days that Excel keeps as such stay apart from text, because text is ambiguous ("3.500")
 * and a number is not; an error stays an error, so that `#REF!` is never taken for an empty cell. Empty is ''.
 */
export type Cell = string | number | { day: string } | { error: string };

/** A row with at least one cell that is not empty, and its number in the file (from 1). */
export interface Row {
  number: number;
  cells: Cell[];
}

/** Merged cells, both corners included; rows by their number, columns from 0. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  name: string;
  hidden: boolean;
  rows: Row[];
  merges: Merge[];
}

/** How text was written: Unicode's forms, Windows' code page, or one of the two old Vietnamese fonts' codes. */
export const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1258': 'Windows-1258',
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI Windows',
} as const;
export type Encoding = keyof typeof ENCODINGS;

/** The cell as text, for headings, messages and comparison. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  return 'day' in cell ? cell.day : cell.error;
}

/** Whether nothing stands in the cell but white space. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** The sheet with each merged range showing its first cell's value in every cell, as a reader of the sheet sees it. */
export function fillMerges(sheet: Sheet): Sheet {
  if (sheet.merges.length === 0) return sheet;
  const byNumber = new Map(sheet.rows.map((row) => [row.number, { number: row.number, cells: [...row.cells] }]));
  const all = [...byNumber.values()];
  const isShort = ({ top, bottom }: Merge) => bottom - top < all.length;
  const rowsWithin = (merge: Merge) =>
    isShort(merge)
      ? Array.from({ length: merge.bottom - merge.top + 1 }, (_, at) => byNumber.get(merge.top + at) ?? []).flat()
      : all.filter(({ number }) => number >= merge.top && number <= merge.bottom);
  for (const merge of sheet.merges) {
    const value = byNumber.get(merge.top)?.cells[merge.left];
    if (value === undefined || isBlank(value)) continue;
    // Only rows that hold something: a range merged down an empty sheet adds none.
    for (const row of rowsWithin(merge)) {
      while (row.cells.length <= merge.right) row.cells.push('');
      row.cells.fill(value, merge.left, merge.right + 1);
    }
  }
  return { ...sheet, rows: [...byNumber.values()] };
}
