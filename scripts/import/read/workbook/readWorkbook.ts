import type { Sheet } from '../sheet.ts';
import { REFUSALS, Unreadable } from '../unreadable.ts';
import { openArchive } from './archive.ts';
import { readParts } from './parts.ts';
import { readWorksheet } from './worksheet.ts';

/** The sheets of an .xlsx workbook, in its order. Throws {@link Unreadable} for any other zip and for a damaged one. */
export async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const archive = await openArchive(bytes);
  if (!archive.has('xl/workbook.xml'))
    throw new Unreadable(
      archive.has('[Content_Types].xml') || archive.has('mimetype') ? REFUSALS.document : REFUSALS.archive,
    );
  const parts = await readParts(archive);
  if (parts.sheets.length === 0) throw new Unreadable(REFUSALS.broken);
  const sheets: Sheet[] = [];
  for (const { name, hidden, part } of parts.sheets) {
    if (archive.has(part)) sheets.push({ name, hidden, ...(await readWorksheet(archive, part, parts)) });
  }
  return sheets;
}
