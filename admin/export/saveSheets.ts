/** Hands sheets to the person as a file. */
import { toCsv } from '#domain/sheet/csv.ts';
import { excelSheet } from '#domain/sheet/excelRows.ts';
import type { Sheet } from '#domain/sheet/sheet.ts';
import { saveFile } from '../ui/saveFile.ts';

/** Kind of file → how it is called. */
export const FILE_KINDS = { xlsx: 'Excel (XLSX)', csv: 'CSV' } as const;
export type FileKind = keyof typeof FILE_KINDS;

const CSV_TYPE = 'text/csv;charset=utf-8';

/** Saves sheets as `name.xlsx`. The writer is fetched when it is first needed. */
export async function saveWorkbook(sheets: readonly Sheet[], name: string): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  saveFile(await writeExcelFile(sheets.map(excelSheet)).toBlob(), `${name}.xlsx`);
}

/** Saves one sheet in the kind of file that was asked for. */
export async function saveSheet(sheet: Sheet, name: string, kind: FileKind): Promise<void> {
  if (kind === 'xlsx') return saveWorkbook([sheet], name);
  saveFile(new Blob([toCsv(sheet)], { type: CSV_TYPE }), `${name}.csv`);
}
