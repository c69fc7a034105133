import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { isBlank, type Row, type Sheet } from './sheet.ts';
import { LIMITS, REFUSALS, Unreadable } from './unreadable.ts';

/** What may stand between the cells; Vietnamese Excel writes semicolons, "Unicode Text" tabs. */
const SEPARATORS = ['\t', ';', ',', '|', '\u001f'] as const;

/** Enough of a text to find its separator. */
const HEAD_CHARACTERS = 60_000;

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

/** The separator of a text's first part; the first line of Excel's own may say it (`sep=;`). */
function separatorOf(head: string): string {
  const said = /^\ufeff?sep=(.)\r?\n/.exec(head)?.[1];
  if (said !== undefined) return said;
  const sample = head.slice(0, HEAD_CHARACTERS);
  const scored = SEPARATORS.map((separator) => ({ separator, score: consistency(sample, separator) }));
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).separator;
}

/** No program writes a line of more cells; a file of separators alone would fill the memory. */
const WIDEST = 20_000;

/** The text as it comes, refused at a line that is too wide. */
async function* checked(text: AsyncIterable<string>, separator: string): AsyncGenerator<string> {
  const sign = separator.charCodeAt(0);
  let cells = 0;
  for await (const piece of text) {
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (code === 10 || code === 13) cells = 0;
      else if (code === sign) cells += 1;
      if (cells > WIDEST) throw new Unreadable(REFUSALS.tooWide);
    }
    yield piece;
  }
}

/** A text's first part, and all of it, that part included. */
async function withHead(text: AsyncIterator<string>): Promise<{ head: string; all: AsyncGenerator<string> }> {
  let head = '';
  while (head.length < HEAD_CHARACTERS) {
    const next = await text.next();
    if (next.done === true) break;
    head += next.value;
  }
  async function* all() {
    // The mark may stand twice, and Excel's own first line is no row.
    yield head.replace(/^\ufeff?(?:sep=.\r?\n)?/, '');
    for (let next = await text.next(); next.done !== true; next = await text.next()) yield next.value;
  }
  return { head, all: all() };
}

/** The records of a text, as many at a time as a piece of it holds. What `take` throws ends the reading. */
function parseRecords(text: AsyncIterable<string>, separator: string, take: (record: string[]) => void): Promise<void> {
  const stream = Readable.from(text);
  return new Promise<void>((resolve, reject) => {
    // By piece, not by row: a row at a time, papaparse cuts the rest of the piece anew for each.
    Papa.parse<string[]>(stream, {
      delimiter: separator,
      chunk: ({ data }) => data.forEach(take),
      complete: () => resolve(),
      error: reject,
    });
  }).finally(() => stream.destroy());
}

/** Text with separated cells as one sheet. Row numbers count records, the first being 1. */
export async function readDelimited(
  text: AsyncGenerator<string>,
  asked?: string,
): Promise<{ sheet: Sheet; separator: string }> {
  const { head, all } = await withHead(text);
  const separator = asked ?? separatorOf(head);
  const rows: Row[] = [];
  let number = 0;
  await parseRecords(checked(all, separator), separator, (record) => {
    number += 1;
    if (record.every(isBlank)) return;
    rows.push({ number, cells: record.slice(0, LIMITS.columns).map((cell) => cell.slice(0, LIMITS.cellCharacters)) });
    if (rows.length > LIMITS.rows + LIMITS.headingRows) throw new Unreadable(REFUSALS.tooManyRows);
  });
  return { sheet: { name: '', hidden: false, rows, merges: [] }, separator };
}
