import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { readSheets } from '#scripts/import/read/readSheets.ts';
import type { Sheet } from '#scripts/import/read/sheet.ts';

const SHARED = new URL('../../../../shared/data/', import.meta.url);

/** Whether the real data stand beside the project; a stranger's clone has none. */
export const hasShared = existsSync(SHARED);
if (!hasShared) console.log('Not tried on the real spreadsheets: ../shared/data is not on this machine.');

export function sharedPath(path: string): string {
  return fileURLToPath(new URL(path, SHARED));
}

export function sharedFiles(folder: string, pattern: RegExp): string[] {
  const names = hasShared ? readdirSync(new URL(folder, SHARED)) : [];
  return names.filter((name) => pattern.test(name)).map((name) => `${folder}${name}`);
}

/** A table with our readings, by its own heading: read by papaparse alone, not by what is tested. */
export function sharedTable(path: string): Record<string, string>[] {
  const parsed = Papa.parse<Record<string, string>>(readFileSync(new URL(path, SHARED), 'utf8').normalize('NFC'), {
    header: true,
    skipEmptyLines: true,
  });
  return parsed.data;
}

/** The first sheet of a file; throws when it is refused. */
export async function sheetOf(source: Uint8Array | string): Promise<Sheet> {
  const result = await readSheets(source);
  if (!result.ok) throw new Error(result.why);
  const [sheet] = result.file.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}
