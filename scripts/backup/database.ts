/** Looking at and copying PocketBase's two SQLite files without PocketBase. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

/** Records and settings; PocketBase's log and queue. */
export const DATABASES = ['data.db', 'auxiliary.db'] as const;

/**
 * All pages in one step: the copy is of one instant, and writers go on writing into the log beside (WAL). In several steps SQLite begins
 * again whenever somebody writes in between, and never ends on a busy server (https://sqlite.org/c3ref/backup_finish.html).
 */
const ALL_PAGES = 2 ** 31 - 1;

/** Copies one database as it is at this instant, whoever writes. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const database = new DatabaseSync(from, { timeout: 10_000 });
  try {
    await backup(database, to, { rate: ALL_PAGES });
  } finally {
    database.close();
  }
}

/** Runs `look` on a database file that nobody else has open, and leaves no files beside it. */
function inspect<T>(file: string, look: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file);
  try {
    return look(database);
  } finally {
    // A copy stands alone: its last writes are in the file itself.
    database.exec('PRAGMA journal_mode = DELETE');
    database.close();
  }
}

/** What SQLite finds wrong in the databases of a folder; empty when they are sound. */
export function faultsOf(folder: string): string[] {
  const files = DATABASES.filter((name) => existsSync(join(folder, name)));
  return files.flatMap((name) => {
    try {
      const rows = inspect(join(folder, name), (database) => database.prepare('PRAGMA integrity_check').all());
      return rows.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok');
    } catch (error) {
      return [`${name}: ${(error as Error).message}`];
    }
  });
}

interface Collection {
  id: string;
  name: string;
  type: string;
  fields: string;
}

const collectionsOf = (database: DatabaseSync) =>
  database
    .prepare("SELECT id, name, type, fields FROM _collections WHERE type != 'view' ORDER BY name")
    .all() as unknown as Collection[];

/** Names come from PocketBase, which allows letters, digits and `_` only; quoted all the same. */
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function countsOf(database: DatabaseSync): Record<string, number> {
  const count = (name: string) => Number(database.prepare(`SELECT count(*) AS n FROM ${quoted(name)}`).get()?.['n']);
  return Object.fromEntries(collectionsOf(database).map(({ name }) => [name, count(name)]));
}

/** A field's files: one name, or a JSON list of them. */
function fileNames(value: unknown): string[] {
  const text = String(value ?? '');
  return text.startsWith('[') ? (JSON.parse(text) as string[]) : text === '' ? [] : [text];
}

function filesOf(database: DatabaseSync): string[] {
  return collectionsOf(database).flatMap((collection) => {
    const fields = (JSON.parse(collection.fields) as { name: string; type: string }[]).filter(
      (each) => each.type === 'file',
    );
    return fields.flatMap((field) =>
      database
        .prepare(`SELECT id, ${quoted(field.name)} AS files FROM ${quoted(collection.name)}`)
        .all()
        .flatMap(({ id, files }) => fileNames(files).map((name) => `storage/${collection.id}/${id}/${name}`)),
    );
  });
}

function installationOf(database: DatabaseSync) {
  const row = database.prepare('SELECT kind, set_name, province FROM site_settings LIMIT 1').get();
  return {
    kind: String(row?.['kind'] ?? ''),
    set: String(row?.['set_name'] ?? ''),
    province: String(row?.['province'] ?? ''),
  };
}

/** What a copied database folder holds: records by collection, the files they name (paths from the folder), whose they are. */
export function contentsOf(folder: string) {
  return inspect(join(folder, 'data.db'), (database) => ({
    counts: countsOf(database),
    files: filesOf(database),
    installation: installationOf(database),
  }));
}
