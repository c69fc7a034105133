/** Writes the public records as the one SQLite file that the site reads. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  SNAPSHOT_KEYS,
  SNAPSHOT_ORDER,
  SNAPSHOT_RELATIONS,
  SNAPSHOT_TABLES,
  type SnapshotCollection,
  type SnapshotRecords,
} from '#domain/snapshot.ts';
import { PRIVATE_FILE } from '../privateFiles.ts';

/** Everything that is public, by collection. */
export type SnapshotContent = { [C in SnapshotCollection]: SnapshotRecords[C][] };

type AnyRecord = { id: string } & Record<string, unknown>;

const byVietnamese = new Intl.Collator('vi', { numeric: true });

function inOrder(collection: SnapshotCollection, records: readonly AnyRecord[]): AnyRecord[] {
  const order = SNAPSHOT_ORDER[collection];
  if (order === undefined) return [...records];
  const sign = order.desc === true ? -1 : 1;
  const key = (record: AnyRecord) => String(record[order.field] ?? '');
  // The id decides between equals, so that the same records always give the same file.
  return [...records].sort((a, b) => sign * byVietnamese.compare(key(a), key(b)) || (a.id < b.id ? -1 : 1));
}

function targets(value: unknown): string[] {
  return (Array.isArray(value) ? value.map(String) : [String(value ?? '')]).filter((id) => id !== '');
}

/** Writes `file` whole or not at all (a temporary name beside it, then a rename). */
export function writeSnapshot(file: string, content: SnapshotContent): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.part`;
  rmSync(temporary, { force: true });
  // SQLite keeps the rights of a file that is there.
  writeFileSync(temporary, '', { mode: PRIVATE_FILE });
  const database = new DatabaseSync(temporary);
  database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ${SNAPSHOT_TABLES} BEGIN`);
  const addRecord = database.prepare('INSERT INTO record (collection, id, key, position, json) VALUES (?, ?, ?, ?, ?)');
  const addRelation = database.prepare(
    'INSERT OR IGNORE INTO relation (collection, field, target, position, id) VALUES (?, ?, ?, ?, ?)',
  );
  for (const [name, records] of Object.entries(content)) {
    const collection = name as SnapshotCollection;
    inOrder(collection, records as unknown as AnyRecord[]).forEach((record, position) => {
      const key = SNAPSHOT_KEYS[collection];
      addRecord.run(
        collection,
        record.id,
        key === undefined ? record.id : String(record[key] ?? ''),
        position,
        JSON.stringify(record),
      );
      for (const field of SNAPSHOT_RELATIONS[collection] ?? []) {
        for (const target of targets(record[field])) addRelation.run(collection, field, target, position, record.id);
      }
    });
  }
  database.exec('COMMIT');
  database.close();
  renameSync(temporary, file);
}
