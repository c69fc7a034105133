import Papa from 'papaparse';
import { isBlank, type Row, type Sheet } from './sheet.ts';
import { LIMITS, REFUSALS, Unreadable } from './unreadable.ts';

/** What may stand between the cells; Vietnamese Excel writes semicolons, "Unicode Text" tabs. */
const SEPARATORS = ['\t', ';', ',', '|', '\u001f'] as const;

/** Cells per line of the first lines, by separator: the right one gives the same count again and again. */
function consistency(sample: string, separator: string): number {
  const parsed = Papa.parse<string[]>(sample, { delimiter: separator, preview: 40 }).data.filter(
    (row) => row.length > 1,
  );
  const counts = new Map<number, number>();
  for (const row of parsed) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [width = 0, times = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return times * Math.min(width, 30);
}

/** The separator of a text; the first line of Excel's own may say it (`sep=;`). */
function separatorOf(text: string): string {
  const said = /^sep=(.)\r?\n/.exec(text)?.[1];
  if (said !== undefined) return said;
  const sample = text.slice(0, 60_000);
  const scored = SEPARATORS.map((separator) => ({ separator, score: consistency(sample, separator) }));
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).separator;
}

/** No program writes a line of more cells; a file of separators alone would fill the memory. */
const WIDEST = 20_000;

function checkWidth(text: string, separator: string): void {
  let cells = 0;
  const sign = separator.charCodeAt(0);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) cells = 0;
    else if (code === sign) cells += 1;
    if (cells > WIDEST) throw new Unreadable(REFUSALS.tooWide);
  }
}

/** Text with separated cells as one sheet. Row numbers count records, the first being 1. */
export function readDelimited(text: string, asked?: string): { sheet: Sheet; separator: string } {
  const separator = asked ?? separatorOf(text);
  checkWidth(text, separator);
  const rows: Row[] = [];
  let number = 0;
  Papa.parse<string[]>(text.replace(/^sep=.\r?\n/, ''), {
    delimiter: separator,
    step({ data }) {
      number += 1;
      if (data.every(isBlank)) return;
      rows.push({ number, cells: data.slice(0, LIMITS.columns).map((cell) => cell.slice(0, LIMITS.cellCharacters)) });
      if (rows.length > LIMITS.rows + LIMITS.headingRows) throw new Unreadable(REFUSALS.tooManyRows);
    },
  });
  return { sheet: { name: '', hidden: false, rows, merges: [] }, separator };
}
