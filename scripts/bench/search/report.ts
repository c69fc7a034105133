import type { Quality } from './measure.ts';

/** Prints a table with columns as wide as their widest cell; the first is text, the rest are figures. */
export function printTable(heading: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heading.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  console.log(line(heading));
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const row of rows) console.log(line(row));
  console.log('');
}

/** Share as three decimals. */
export const share = (value: number) => value.toFixed(3);

/** A class of queries in one cell: recall@1, recall@5, mean reciprocal rank. */
export const qualityCell = ({ recallAt1, recallAt5, reciprocalRank }: Quality) =>
  `${share(recallAt1)} ${share(recallAt5)} ${share(reciprocalRank)}`;
