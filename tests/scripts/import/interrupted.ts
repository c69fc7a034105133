/** A list of which the import is interrupted, and how much of it stands afterwards: all or nothing. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { DataFolder } from '#scripts/dataFolder.ts';
import { csvFile } from './office.ts';

export const ROWS = 400;
/** What a row makes: product, recognition; the list itself one decision and one producer. */
const RECORDS = ROWS * 2 + 2;

/** Writes the list of a round; its path. */
export function list(folder: string, round: number): string {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    return `Sản phẩm ${round} ${row};HTX Kiên Trì ${round};3 sao;${round + 1}/QĐ-UBND ngày 1/2/2024`;
  });
  return csvFile(folder, `list-${round}.csv`, ['Tên sản phẩm;Chủ thể;Sao;Số QĐ', ...rows]);
}

export interface Stand {
  /** State of the import. */
  state: string;
  revisions: number;
  records: number;
}

/** What the file says of an import, whether PocketBase lives or not. */
export function standOf(data: DataFolder, id: string, round: number): Stand {
  const database = new DatabaseSync(join(data.database, 'data.db'));
  try {
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(database.prepare('SELECT count(*) AS n FROM revision_hand').get()).toEqual({ n: 0 });
    const count = (sql: string, ...values: string[]) => Number(database.prepare(sql).get(...values)?.['n']);
    return {
      state: String(database.prepare('SELECT state FROM imports WHERE id = ?').get(id)?.['state']),
      revisions: count('SELECT count(*) AS n FROM revisions WHERE import = ?', id),
      records:
        count('SELECT count(*) AS n FROM products WHERE name LIKE ?', `Sản phẩm ${round} %`) +
        count('SELECT count(*) AS n FROM producers WHERE name = ?', `HTX Kiên Trì ${round}`) +
        count('SELECT count(*) AS n FROM decisions WHERE number = ?', `${round + 1}/QĐ-UBND`) +
        count(
          'SELECT count(*) AS n FROM recognitions r JOIN products p ON p.id = r.product WHERE p.name LIKE ?',
          `Sản phẩm ${round} %`,
        ),
    };
  } finally {
    database.close();
  }
}

export const WHOLE: Stand = { state: 'applied', revisions: RECORDS, records: RECORDS };
export const NONE: Stand = { state: 'dry', revisions: 0, records: 0 };
