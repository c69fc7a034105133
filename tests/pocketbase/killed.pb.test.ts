/**
 * PocketBase is killed at many moments while people write. OCOP_KILLS says how often (10 unless told). Afterwards the database opens,
 * every record stands exactly as its revisions tell, and nothing that was answered with "saved" is missing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type PocketBase from 'pocketbase';
import { afterAll, expect, test } from 'vitest';
import { dataFolder } from '#scripts/dataFolder.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

const KILLS = Number(process.env['OCOP_KILLS'] ?? 10);
const WRITERS = 4;

const folder = mkdtempSync(join(tmpdir(), 'ocop-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What was answered: product → the story last said to be saved; null for one said to be deleted. */
type Answered = Map<string, string | null>;

/** Creates, changes and deletes products until the connection ends. */
async function writeOn(superuser: PocketBase, answered: Answered, name: string): Promise<void> {
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

/** Kills it some moments after some answers, other ones each round: a slow machine is killed in as many states as a quick one. */
async function writeUntilKilled(pocketbase: FreshPocketBase, answered: Answered, round: number): Promise<string> {
  const before = answered.size;
  const products = 1 + ((round * 5) % 12);
  const moments = (round * 17) % 40;
  const writers = Array.from({ length: WRITERS }, (_, writer) =>
    writeOn(pocketbase.superuser, answered, `mau-${round}-${writer}`).catch((error: unknown) => error),
  );
  while (answered.size < before + products) await sleep(2);
  await sleep(moments);
  process.kill(pocketbase.server.pid, 'SIGKILL');
  await pocketbase.server.exited;
  await Promise.all(writers);
  return `kill ${round}, ${Math.round(moments)} ms after ${products} products`;
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

function lookAt(answered: Answered, when: string): void {
  const database = new DatabaseSync(join(dataFolder(folder).database, 'data.db'));
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

test(
  `killed ${KILLS} times while four write: no record without its revision, nothing answered is lost`,
  async () => {
    const answered: Answered = new Map();
    for (let round = 0; round < KILLS; round += 1) {
      const pocketbase = await freshPocketBase({ folder });
      lookAt(answered, await writeUntilKilled(pocketbase, answered, round));
    }
    expect(answered.size).toBeGreaterThan(KILLS / 2);
    const last = await freshPocketBase({ folder });
    await last.superuser.collection('products').create({ name: 'Sau cùng', slug: 'sau-cung', state: 'draft' });
    await last.stop();
  },
  60_000 + KILLS * 10_000,
);
