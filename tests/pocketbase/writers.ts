/** People who write products without a pause, and what must be left of their work when the program or the machine dies. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type PocketBase from 'pocketbase';
import { expect } from 'vitest';
import type { DataFolder } from '#scripts/dataFolder.ts';

/** What was answered: product → the story last said to be saved; null for one said to be deleted. */
export type Answered = Map<string, string | null>;

/** Creates, changes and deletes products until the connection ends. */
export async function writeOn(superuser: PocketBase, answered: Answered, name: string): Promise<void> {
  const products = superuser.collection('products');
  for (let round = 0; ; round += 1) {
    const made = await products.create({ name, slug: `${name}-${round}`, state: 'draft', story: 'mới' });
    answered.set(made.id, 'mới');
    for (const story of ['một', 'hai']) {
      // A save that is under way when the program dies may be kept or not.
      answered.delete(made.id);
      await products.update(made.id, { story });
      answered.set(made.id, story);
    }
    if (round % 3 > 0) continue;
    answered.delete(made.id);
    await products.delete(made.id);
    answered.set(made.id, null);
  }
}

interface Row {
  record: string;
  action: string;
  after: string | null;
}

/** Product → its story as the revisions tell it. */
function toldByRevisions(database: DatabaseSync): Map<string, string> {
  const told = new Map<string, string>();
  const rows = database
    .prepare(`SELECT record, action, after FROM revisions WHERE collection = 'products' ORDER BY rowid`)
    .all() as unknown as Row[];
  for (const { record, action, after } of rows) {
    if (action === 'delete') told.delete(record);
    else told.set(record, JSON.parse(after ?? '{}').story);
  }
  return told;
}

function stored(database: DatabaseSync): Map<string, string> {
  const rows = database.prepare('SELECT id, story FROM products').all() as { id: string; story: string }[];
  return new Map(rows.map(({ id, story }) => [id, story]));
}

/** Compares the records of a database with their revisions, and with what was answered. */
export function lookAt(data: DataFolder, answered: Answered, when: string): void {
  const database = new DatabaseSync(join(data.database, 'data.db'));
  try {
    expect(database.prepare('PRAGMA integrity_check').get(), when).toEqual({ integrity_check: 'ok' });
    expect(database.prepare('SELECT count(*) AS n FROM revision_hand').get(), when).toEqual({ n: 0 });
    const records = stored(database);
    expect(toldByRevisions(database), when).toEqual(records);
    for (const [id, story] of answered) expect(records.get(id) ?? null, `${when}: ${id}`).toBe(story);
  } finally {
    database.close();
  }
}
