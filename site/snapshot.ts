/** Reads the snapshot. The site knows records only through this file; pages ask by the parameters of their address. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { PublicSettings, SnapshotCollection, SnapshotRecords } from '#domain/snapshot.ts';

/** Where a page is worked on with nothing else running: made from tests/fixtures by "npm run fixture". */
const FIXTURE = '.cache/fixture.sqlite';

let statements: Record<'byId' | 'byKey' | 'all' | 'related' | 'count', StatementSync> | undefined;

function open() {
  if (statements !== undefined) return statements;
  const file = resolve(process.env['OCOP_SNAPSHOT'] ?? FIXTURE);
  if (!existsSync(file)) throw new Error(`No snapshot at ${file}: set OCOP_SNAPSHOT or run "npm run fixture".`);
  const database = new DatabaseSync(file, { readOnly: true });
  statements = {
    byId: database.prepare('SELECT json FROM record WHERE collection = ? AND id = ?'),
    // Without being told, SQLite walks the primary key: 1.4 ms a look-up at 20,000 records instead of 0.005.
    byKey: database.prepare('SELECT json FROM record INDEXED BY record_key WHERE collection = ? AND key = ?'),
    all: database.prepare('SELECT json FROM record WHERE collection = ? ORDER BY position'),
    related: database.prepare(
      'SELECT json FROM relation JOIN record USING (collection, id) WHERE collection = ? AND field = ? AND target = ? ORDER BY relation.position',
    ),
    count: database.prepare('SELECT count(*) AS n FROM record WHERE collection = ?'),
  };
  return statements;
}

function parse<C extends SnapshotCollection>(row: Record<string, unknown> | undefined): SnapshotRecords[C] | undefined {
  return row === undefined ? undefined : (JSON.parse(String(row['json'])) as SnapshotRecords[C]);
}

/**
 * As many as a province has stamped; each is asked for by its own few pages. All others are asked for by thousands of pages: a third of
 * a large build went into reading the same rows again.
 */
const NOT_KEPT: readonly SnapshotCollection[] = ['lots', 'trace_events'];

const keptRecords = new Map<string, unknown>();

function keeping<T>(collection: SnapshotCollection, key: string, read: () => T): T {
  if (NOT_KEPT.includes(collection)) return read();
  if (!keptRecords.has(key)) keptRecords.set(key, read());
  return keptRecords.get(key) as T;
}

/** A record by its id; undefined for the empty id or one that is not public. */
export function byId<C extends SnapshotCollection>(collection: C, id: string): SnapshotRecords[C] | undefined {
  if (id === '') return undefined;
  return keeping(collection, `${collection} ${id}`, () => parse<C>(open().byId.get(collection, id)));
}

/** Records by their ids, in that order; those that are not public are left out. */
export function byIds<C extends SnapshotCollection>(collection: C, ids: readonly string[]): SnapshotRecords[C][] {
  return ids.map((id) => byId(collection, id)).filter((record) => record !== undefined);
}

/** A record by its key (see SNAPSHOT_KEYS); undefined where the snapshot holds none. */
export function findByKey<C extends SnapshotCollection>(collection: C, key: string): SnapshotRecords[C] | undefined {
  return keeping(collection, `${collection} key ${key}`, () => parse<C>(open().byKey.get(collection, key)));
}

/** A record by its key; throws where a page asks for one that the snapshot does not hold. */
export function byKey<C extends SnapshotCollection>(collection: C, key: string): SnapshotRecords[C] {
  const record = findByKey(collection, key);
  if (record === undefined) throw new Error(`The snapshot has no ${collection} "${key}".`);
  return record;
}

/** All records of a collection in their order. */
export function all<C extends SnapshotCollection>(collection: C): SnapshotRecords[C][] {
  return open()
    .all.all(collection)
    .map((row) => parse<C>(row) as SnapshotRecords[C]);
}

/** All records whose `field` holds the id (see SNAPSHOT_RELATIONS). */
export function related<C extends SnapshotCollection>(collection: C, field: string, id: string): SnapshotRecords[C][] {
  const read = () =>
    open()
      .related.all(collection, field, id)
      .map((row) => parse<C>(row) as SnapshotRecords[C]);
  // A list of its own each time: whoever asks may sort it.
  return [...keeping(collection, `${collection} ${field} ${id}`, read)];
}

let office: PublicSettings | undefined;

/** The one record of settings. */
export function settings(): PublicSettings {
  office ??= all('settings')[0];
  if (office === undefined) throw new Error('The snapshot has no settings.');
  return office;
}
