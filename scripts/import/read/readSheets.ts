/** The way in: a file of any kind becomes sheets of cells, or words that say why not. */
import { readDelimited } from './delimited.ts';
import { decodePieces } from './encoding/decode.ts';
import { asked, detect, textEncoding } from './encoding/detect.ts';
import { fromTcvn3 } from './encoding/tcvn3.ts';
import { fromVni } from './encoding/vni.ts';
import { fileKind } from './fileKind.ts';
import type { Cell, Encoding, Sheet } from './sheet.ts';
import { openSource, type Source } from './source.ts';
import { REFUSALS, Unreadable } from './unreadable.ts';
import { readWorkbook } from './workbook/readWorkbook.ts';

/** Choices of the user that go before what is detected. */
export interface ReadOptions {
  encoding?: Encoding;
  separator?: string;
}

export interface ReadFile {
  format: 'xlsx' | 'csv';
  encoding: Encoding;
  /** How sure the encoding is, 0–1. */
  confidence: number;
  /** Of a text file. */
  separator?: string;
  sheets: Sheet[];
}

export type ReadResult = { ok: true; file: ReadFile } | { ok: false; why: string };

const FROM_FONT = { tcvn3: fromTcvn3, vni: fromVni } as const;
const isFont = (encoding: Encoding): encoding is keyof typeof FROM_FONT => encoding in FROM_FONT;

function sampleText(sheets: readonly Sheet[]): string {
  const texts: string[] = [];
  let length = 0;
  for (const sheet of sheets)
    for (const row of sheet.rows)
      for (const cell of row.cells) {
        if (typeof cell !== 'string' || length > 200_000) continue;
        texts.push(cell);
        length += cell.length;
      }
  return texts.join('\n');
}

function withCells(sheets: readonly Sheet[], change: (text: string) => string): Sheet[] {
  const changed = (cell: Cell) => (typeof cell === 'string' ? change(cell) : cell);
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(changed) })),
  }));
}

async function readExcel(bytes: Buffer, options: ReadOptions): Promise<ReadFile> {
  const sheets = await readWorkbook(bytes);
  const { encoding, confidence } =
    options.encoding === undefined ? textEncoding(sampleText(sheets)) : { encoding: options.encoding, confidence: 1 };
  const decoded = isFont(encoding) ? withCells(sheets, FROM_FONT[encoding]) : sheets;
  return { format: 'xlsx', encoding, confidence, sheets: decoded };
}

async function readText(source: Source, options: ReadOptions): Promise<ReadFile> {
  const { encoding, confidence, isUtf8 } =
    options.encoding === undefined ? await detect(source) : await asked(source, options.encoding);
  const refusal = options.encoding === undefined ? REFUSALS.binary : REFUSALS.wrongEncoding;
  const { sheet, separator } = await readDelimited(
    decodePieces(source, { encoding, isUtf8 }, refusal),
    options.separator,
  );
  return { format: 'csv', encoding, confidence, separator, sheets: [sheet] };
}

/** Reads a file by its bytes or path. What the user can mend comes back in words; only a mistake of ours throws. */
export async function readSheets(source: Uint8Array | string, options: ReadOptions = {}): Promise<ReadResult> {
  try {
    const opened = await openSource(source);
    const kind = fileKind(await opened.head(1_000));
    const file = kind === 'zip' ? await readExcel(await opened.whole(), options) : await readText(opened, options);
    if (file.sheets.every((sheet) => sheet.rows.length === 0)) throw new Unreadable(REFUSALS.empty);
    return { ok: true, file };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, why: error.message };
    throw error;
  }
}
