/**
 * PocketBase is killed at random moments while an import is written. OCOP_KILLS says how often (3 unless told). Afterwards the database
 * opens, the import stands whole or not at all, and pressed again it stands whole. How long writing takes here and now is measured each
 * time it is not disturbed, so that the kills fall into it on a quick machine and on a busy one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { dataFolder } from '#scripts/dataFolder.ts';
import { applyRun } from '#scripts/import/apply/runs.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { list, NONE, ROWS, type Stand, standOf, WHOLE } from './interrupted.ts';
import { keep, look, openOffice } from './office.ts';

const KILLS = Number(process.env['OCOP_KILLS'] ?? 3);

const folder = mkdtempSync(join(tmpdir(), 'ocop-killed-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function timed(work: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work;
  return performance.now() - start;
}

/** Opens the office and writes a first list undisturbed; how many milliseconds that took. */
async function firstApply({ superuser }: FreshPocketBase): Promise<number> {
  await openOffice(superuser, 1);
  const id = await keep(superuser, await look(superuser, list(folder, KILLS)));
  return timed(applyRun(superuser, id));
}

test(
  `killed ${KILLS} times during an import: it stands whole or not at all, and may be pressed again`,
  async () => {
    const stands: Stand[] = [];
    let pocketbase = await freshPocketBase({ folder });
    let lasts = await firstApply(pocketbase);
    for (let round = 0; round < KILLS; round += 1) {
      const id = await keep(pocketbase.superuser, await look(pocketbase.superuser, list(folder, round)));
      const pressed = applyRun(pocketbase.superuser, id).catch((error: unknown) => error);
      const moment = lasts * (0.1 + (0.7 * round) / KILLS);
      await sleep(moment);
      process.kill(pocketbase.server.pid, 'SIGKILL');
      await pocketbase.server.exited;
      await pressed;
      const stand = standOf(dataFolder(folder), id, round);
      stands.push(stand);
      expect([WHOLE, NONE], `kill ${round} after ${Math.round(moment)} ms: ${JSON.stringify(stand)}`).toContainEqual(
        stand,
      );

      pocketbase = await freshPocketBase({ folder });
      const applied = applyRun(pocketbase.superuser, id);
      const took = await timed(applied);
      // Pressed after it was written, it only answers.
      if (stand.state === 'dry') lasts = took;
      expect(await applied).toMatchObject({ state: 'applied', counts: { created: ROWS } });
      expect(standOf(dataFolder(folder), id, round)).toEqual(WHOLE);
    }
    await pocketbase.stop();
    const within = stands.filter((stand) => stand.state === 'dry').length;
    process.stdout.write(`${within} of ${KILLS} kills fell into an import\n`);
    expect(within).toBeGreaterThan(0);
  },
  120_000 + KILLS * 60_000,
);
