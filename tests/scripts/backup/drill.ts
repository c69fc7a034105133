/** What the drills compare: everything in a data folder, read without PocketBase; and writers that go on meanwhile. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type PocketBase from 'pocketbase';

/** Signing in changes these. */
const OF_SESSIONS = new Set(['_superusers', '_authOrigins', '_mfas', '_otps']);

/** Every row of every table in data.db, as text that can be compared. */
export function dumpRecords(database: string): Record<string, string[]> {
  const sqlite = new DatabaseSync(join(database, 'data.db'));
  try {
    const tables = sqlite
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .all();
    const names = tables.map(({ name }) => String(name)).filter((name) => !OF_SESSIONS.has(name));
    const rows = (name: string) => sqlite.prepare(`SELECT * FROM "${name}"`).all();
    return Object.fromEntries(
      names.sort().map((name) => [
        name,
        rows(name)
          .map((row) => JSON.stringify(row))
          .sort(),
      ]),
    );
  } finally {
    sqlite.close();
  }
}

/** Path and SHA-256 of every stored file. */
export function dumpFiles(database: string): string[] {
  const storage = join(database, 'storage');
  if (!existsSync(storage)) return [];
  return readdirSync(storage, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file.slice(storage.length)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
    .sort();
}

/** Writers that save the same number into two records in one transaction, again and again. */
export interface PairWriters {
  /** Ends them and tells what they did. */
  stop(): Promise<{ written: number; errors: string[] }>;
  written(): number;
}

/** Starts them once every pair is one. `pairs`: ids of a fair and a sales point each. */
export async function startPairWriters(
  pb: PocketBase,
  pairs: readonly [fair: string, salesPoint: string][],
): Promise<PairWriters> {
  let stopped = false;
  let written = 0;
  const errors: string[] = [];
  const save = ([fair, salesPoint]: readonly [string, string], value: number) => {
    const batch = pb.createBatch();
    batch.collection('fairs').update(fair, { note: `cặp ${value}` });
    batch.collection('sales_points').update(salesPoint, { note: `cặp ${value}` });
    return batch.send({ requestKey: null });
  };
  for (const pair of pairs) await save(pair, 0);
  const write = async (pair: readonly [string, string]) => {
    for (let value = 1; !stopped; value += 1) {
      await save(pair, value).then(
        () => {
          written += 1;
        },
        (error: Error) => errors.push(error.message),
      );
    }
  };
  const running = pairs.map(write);
  return {
    written: () => written,
    stop: async () => {
      stopped = true;
      await Promise.all(running);
      return { written, errors };
    },
  };
}
