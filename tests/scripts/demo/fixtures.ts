import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Row, readTable } from '#scripts/demo/readTable.ts';

/** The demonstration's own tables. */
export const DATA = new URL('../../../scripts/demo/data/', import.meta.url);
/** The published facts they were curated from; beside the project on the machine where that was done. */
export const FACTS = new URL('../../../../shared/data/facts/', import.meta.url);
export const hasFacts = existsSync(FACTS);

/** Sets and what they hold: province code, and the names of the provinces in the facts. */
export const SETS = {
  'bac-ninh': {
    code: '24',
    provinces: ['Bắc Ninh', 'Bắc Giang'],
    files: ['products-bac-giang.csv', 'products-bac-ninh.csv'],
  },
  'quang-ninh': { code: '22', provinces: ['Quảng Ninh'], files: ['products-quang-ninh.csv'] },
  'nghe-an': { code: '40', provinces: ['Nghệ An'], files: ['products-nghe-an.csv'] },
} as const;
export type SetName = keyof typeof SETS;
export const SET_NAMES = Object.keys(SETS) as SetName[];

/** Tables that every set has. */
export const SET_TABLES = ['producers', 'products', 'recognitions', 'sales-points', 'fairs', 'figures'] as const;

export function table(path: string): Row[] {
  return readTable(new URL(path, DATA));
}

/** Every CSV file of the demonstration, by its path under `data/`. */
export function allTables(): string[] {
  return readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.csv'));
}

export function textOf(path: string): string {
  return readFileSync(new URL(path, DATA), 'utf8');
}

/** Rows of a facts file by their reference `file:line`, as the fixtures cite them. */
export function factsRows(file: string): Map<string, Row> {
  return new Map(readTable(new URL(file, FACTS)).map((row, index) => [`${file}:${index + 2}`, row]));
}
