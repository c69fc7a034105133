/**
 * PocketBase is killed at many moments while people write. OCOP_KILLS says how often (10 unless told). Afterwards the database opens,
 * every record stands exactly as its revisions tell, and nothing that was answered with "saved" is missing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { dataFolder } from '#scripts/dataFolder.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { type Answered, lookAt, writeOn } from './writers.ts';

const KILLS = Number(process.env['OCOP_KILLS'] ?? 10);
const WRITERS = 4;

const folder = mkdtempSync(join(tmpdir(), 'ocop-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

test(
  `killed ${KILLS} times while four write: no record without its revision, nothing answered is lost`,
  async () => {
    const answered: Answered = new Map();
    for (let round = 0; round < KILLS; round += 1) {
      const pocketbase = await freshPocketBase({ folder });
      const when = await writeUntilKilled(pocketbase, answered, round);
      lookAt(dataFolder(folder), answered, when);
    }
    expect(answered.size).toBeGreaterThan(KILLS / 2);
    const last = await freshPocketBase({ folder });
    await last.superuser.collection('products').create({ name: 'Sau cùng', slug: 'sau-cung', state: 'draft' });
    await last.stop();
  },
  60_000 + KILLS * 10_000,
);
