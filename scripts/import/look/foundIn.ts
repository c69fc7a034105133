/** What a person is shown of a file before the rows: how it was read, where its heading is, what its columns were taken for. */
import type { ImportFound } from '#domain/importRun.ts';
import type { MappedColumn } from '../heading/mapColumns.ts';
import type { MappedSheet } from '../heading/mapSheet.ts';
import type { ReadFile } from '../read/readSheets.ts';
import { type Cell, cellText, ENCODINGS, type Row, type Sheet } from '../read/sheet.ts';
import { fieldsOfTarget, type TargetName } from '../targets/fields.ts';

const SAMPLES = 3;
const PREVIEW_ROWS = 15;
const PREVIEW_COLUMNS = 30;
const LONGEST = 60;

/** A cell as it can be kept and shown: signs that nobody sees are marked, long texts cut. */
function shown(cell: Cell | undefined): string {
  const text = cellText(cell).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\ufffd]|\p{M}{4,}/gu, '□');
}

function samples(rows: readonly Row[], index: number): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const text = shown(row.cells[index]);
    if (text !== '') found.add(text);
    if (found.size === SAMPLES) break;
  }
  return [...found];
}

function described(file: ReadFile, sheet: Sheet, target: TargetName) {
  return {
    format: file.format,
    encoding: file.encoding,
    confidence: file.confidence,
    encodings: { ...ENCODINGS },
    separator: file.separator ?? '',
    sheets: file.sheets.map(({ name, hidden, rows }) => ({ name: shown(name), hidden, rows: rows.length })),
    sheet: shown(sheet.name),
    fields: Object.fromEntries(Object.entries(fieldsOfTarget(target)).map(([field, { label }]) => [field, label])),
    preview: sheet.rows
      .slice(0, PREVIEW_ROWS)
      .map(({ number, cells }) => ({ number, cells: cells.slice(0, PREVIEW_COLUMNS).map(shown) })),
  };
}

/** Of a file in whose sheet no heading was found. */
export function foundWithoutHeading(file: ReadFile, sheet: Sheet, target: TargetName): ImportFound {
  return { ...described(file, sheet, target), heading: [0, 0], shift: 0, suspectedShift: 0, columns: [] };
}

/** Of a file whose sheet was understood. */
export function foundIn(file: ReadFile, sheet: Sheet, { mapping, rows }: MappedSheet): ImportFound {
  const { heading, shift, suspectedShift } = mapping;
  const column = (each: MappedColumn) => ({
    ...each,
    heading: shown(each.heading),
    samples: samples(rows, each.index),
  });
  return {
    ...described(file, sheet, mapping.target),
    heading: [...heading],
    shift,
    suspectedShift,
    columns: mapping.columns.map(column),
  };
}
