/** The way in: a file of any kind becomes sheets of cells, or words that say why not. */
import { readFile, stat } from 'node:fs/promises';
import { readDelimited } from './delimited.ts';
import { decodeText, textEncoding } from './encoding/detect.ts';
import { fromTcvn3 } from './encoding/tcvn3.ts';
import { fromVni } from './encoding/vni.ts';
import { fileKind } from './fileKind.ts';
import type { Cell, Encoding, Sheet } from './sheet.ts';
import { LIMITS, REFUSALS, Unreadable } from './unreadable.ts';
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

function readText(bytes: Buffer, options: ReadOptions): ReadFile {
  const { text, encoding, confidence } = decodeText(bytes, options.encoding);
  const { sheet, separator } = readDelimited(text, options.separator);
  return { format: 'csv', encoding, confidence, separator, sheets: [sheet] };
}

async function bytesOf(source: Uint8Array | string): Promise<Buffer> {
  if (typeof source !== 'string') return Buffer.from(source.buffer, source.byteOffset, source.length);
  const size = (await stat(source).catch(() => null))?.size;
  if (size === undefined) throw new Unreadable(REFUSALS.missing);
  if (size > LIMITS.fileBytes) throw new Unreadable(REFUSALS.tooLarge);
  return readFile(source).catch(() => {
    throw new Unreadable(REFUSALS.missing);
  });
}

/** Reads a file by its bytes or path. What the user can mend comes back in words; only a mistake of ours throws. */
export async function readSheets(source: Uint8Array | string, options: ReadOptions = {}): Promise<ReadResult> {
  try {
    const bytes = await bytesOf(source);
    if (bytes.length > LIMITS.fileBytes) throw new Unreadable(REFUSALS.tooLarge);
    const file = fileKind(bytes) === 'zip' ? await readExcel(bytes, options) : readText(bytes, options);
    if (file.sheets.every((sheet) => sheet.rows.length === 0)) throw new Unreadable(REFUSALS.empty);
    return { ok: true, file };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, why: error.message };
    throw error;
  }
}
