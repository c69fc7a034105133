/**
 * The power fails while people save, while a list is imported, while a release is published and while it goes live. What was answered is
 * there afterwards, an import is there whole or not at all, what is named live is whole, and the next publish, roll-back and recall work.
 * OCOP_CUTS says how often each (3 unless told). How a cut is made, and what it cannot show: tests/support/powerCut.ts.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Release } from '#domain/release.ts';
import { type DataFolder, dataFolder, releaseFolder } from '#scripts/dataFolder.ts';
import { applyRun } from '#scripts/import/apply/runs.ts';
import { liveRelease, refreshLive } from '#scripts/publish/activate.ts';
import { ask } from '#scripts/publish/queue.ts';
import { releaseFaults } from '#scripts/publish/releaseFaults.ts';
import { runRequest } from '#scripts/publish/run.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { photo, uploadPicture } from '#tests/support/photo.ts';
import { type AfterCut, type CuttableDisk, cannotCut, cuttableDisk } from '#tests/support/powerCut.ts';
import { type RunningCommand, runCommand } from '#tests/support/runCommand.ts';
import { type Answered, lookAt, writeOn } from '../pocketbase/writers.ts';
import { list, NONE, ROWS, standOf, WHOLE } from './import/interrupted.ts';
import { keep, look } from './import/office.ts';
import { addSmallOffice, type SmallOffice } from './worker/smallOffice.ts';

const CUTS = Number(process.env['OCOP_CUTS'] ?? 3);
const WRITERS = 4;
const ROUNDS = Array.from({ length: CUTS }, (_, round) => round);

const why = cannotCut();
process.stdout.write(
  why === ''
    ? 'Power cuts: copies of a loop-mounted image under load, which are weaker than a real cut (dm-log-writes is not used).\n'
    : `Power cuts are NOT tried here: ${why}\n`,
);

let disk: CuttableDisk;
let pocketbase: FreshPocketBase;
let office: SmallOffice;
let lists = '';

/** Whoever held a lock has died with the machine; here it still runs. */
function loseHolder(lock: string): void {
  if (existsSync(lock) && statSync(lock).size > 0)
    writeFileSync(lock, JSON.stringify({ pid: process.pid, identity: 'before the cut' }));
}

/** What the disk holds if the power fails now, looked at and thrown away. */
async function afterCut(inspect: (data: DataFolder) => Promise<void>) {
  const left: AfterCut = disk.cut();
  const data = dataFolder(join(left.folder, 'data'));
  try {
    loseHolder(data.publishLock);
    await inspect(data);
  } finally {
    left.remove();
  }
}

/** PocketBase opens what is left; `work` goes on with it. */
async function goOn(data: DataFolder, work: (again: FreshPocketBase) => Promise<void> = async () => undefined) {
  const again = await freshPocketBase({ folder: data.root });
  try {
    writeFileSync(data.server, JSON.stringify({ url: again.url }));
    await work(again);
  } finally {
    await again.stop();
  }
}

function publishCommand(data: DataFolder, env: Record<string, string> = {}): RunningCommand {
  return runCommand('scripts/publish/command.ts', [], { OCOP_DATA: data.root, ...env });
}

/** Does something while a command runs, which ends with it. */
async function whileRunning(command: RunningCommand, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    command.kill('SIGKILL');
    await command.ended;
  }
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();

/** What is live is one of `names`, and to the byte what it was before the power failed. */
async function liveIsWhole(data: DataFolder, names: readonly (string | undefined)[]): Promise<void> {
  const name = (await liveRelease(data)) ?? '';
  expect(names).toContain(name);
  const [left, was] = [releaseFolder(data, name), releaseFolder(pocketbase.data, name)];
  expect(await releaseFaults(left), name).toEqual([]);
  expect(filesBelow(left.root)).toEqual(filesBelow(was.root));
  for (const file of filesBelow(left.root))
    expect(readFileSync(left.root + file).equals(readFileSync(was.root + file)), file).toBe(true);
  expect(filesBelow(data.assets)).toEqual(expect.arrayContaining(filesBelow(pocketbase.data.assets)));
  for (const file of filesBelow(data.assets)) expect(statSync(data.assets + file).size, file).toBeGreaterThan(0);
}

/** The next publish, going back to the release before, and a recall. */
async function officeGoesOn(data: DataFolder): Promise<void> {
  await goOn(data, async ({ superuser, url }) => {
    const before = (await liveRelease(data)) ?? '';
    const command = publishCommand(data);
    expect(await command.ended, command.output()).toBe(0);
    // Nothing had to be mended first.
    expect(command.output()).not.toContain('hỏng');
    expect(await liveRelease(data)).not.toBe(before);
    const target = (await superuser.collection<Release>('releases').getFirstListItem(`name = "${before}"`)).id;
    const back = await runRequest({ pb: superuser, data }, await ask(superuser, { action: 'activate', target }));
    expect([back.state, await liveRelease(data)], back.log).toEqual(['done', before]);
    await superuser.collection('lots').update(office.lot, { state: 'recalled', recall_reason: 'Vỡ nắp' });
    await refreshLive(superuser, data);
    expect(await (await fetch(`${url}/t/${office.traceCode}`)).text()).toContain('Vỡ nắp');
    expect(JSON.parse(readFileSync(data.standing, 'utf8')).recalled).toHaveProperty(office.lot);
  });
}

describe.skipIf(why !== '')('the power fails', () => {
  beforeAll(async () => {
    lists = mkdtempSync(join(tmpdir(), 'ocop-cut-lists-'));
    disk = cuttableDisk();
    pocketbase = await freshPocketBase({ folder: join(disk.folder, 'data') });
    writeFileSync(pocketbase.data.server, JSON.stringify({ url: pocketbase.url }));
    // What was there long before is on the disk; from here on nobody flushes but the program itself.
    execFileSync('sync', ['-f', disk.folder]);
  });
  afterAll(async () => {
    await pocketbase?.stop();
    disk?.remove();
    rmSync(lists, { recursive: true, force: true });
  });

  test(
    `${CUTS} times while four people save: what was answered is there, pictures too`,
    async () => {
      const { superuser, data } = pocketbase;
      const answered: Answered = new Map();
      const pictures = new Map<string, Buffer>();
      let stopped = false;
      superuser.beforeSend = (url, options) => {
        if (stopped) throw new Error('the working day is over');
        return { url, options };
      };
      const uploading = async () => {
        for (let number = 0; !stopped; number += 1) {
          const bytes = await photo(`#${String(100 + number).padStart(3, '0')}`);
          const media = await uploadPicture(superuser, bytes, `anh-${number}.jpg`, 'image/jpeg');
          pictures.set(join('storage', media.collectionId, media.id, media.file), bytes);
          await sleep(50);
        }
      };
      const writers = Array.from({ length: WRITERS }, (_, writer) => writeOn(superuser, answered, `mau-${writer}`));
      const all = [...writers, uploading()].map((work) => work.catch((error: unknown) => error));
      try {
        for (const round of ROUNDS) {
          const before = [answered.size, pictures.size] as const;
          while (answered.size < before[0] + 5 || pictures.size < before[1] + 1) await sleep(2);
          await sleep((round * 17) % 40);
          const known = new Map(pictures);
          await afterCut(async (left) => {
            lookAt(left, new Map(answered), `cut ${round}`);
            for (const [path, bytes] of known)
              expect(readFileSync(join(left.database, path)).equals(bytes), path).toBe(true);
            await goOn(left);
          });
        }
      } finally {
        stopped = true;
        await Promise.all(all);
        delete superuser.beforeSend;
      }
      expect(answered.size).toBeGreaterThan(CUTS);
      expect(data.root).toContain(disk.folder);
    },
    60_000 + CUTS * 60_000,
  );

  test(
    `${CUTS} times while a list is imported: it stands whole or not at all, and whole once that was answered`,
    async () => {
      const { superuser } = pocketbase;
      office = await addSmallOffice(superuser);
      let lasts = 0;
      for (const round of [-1, ...ROUNDS]) {
        const number = round + 1;
        const id = await keep(superuser, await look(superuser, list(lists, number)));
        const start = performance.now();
        const applied = applyRun(superuser, id);
        if (round >= 0) {
          await sleep(lasts * (0.1 + (0.8 * round) / CUTS));
          await afterCut(async (left) => expect([WHOLE, NONE]).toContainEqual(standOf(left, id, number)));
        }
        expect(await applied).toMatchObject({ state: 'applied', counts: { created: ROWS } });
        // The first is not disturbed: it tells how long one takes here and now.
        if (round < 0) lasts = performance.now() - start;
        if (round < CUTS - 1) continue;
        await afterCut(async (left) => {
          expect(standOf(left, id, number)).toEqual(WHOLE);
          await goOn(left);
        });
      }
    },
    60_000 + CUTS * 60_000,
  );

  test(
    `${CUTS} times while a release is published: the one before stays live and whole`,
    async () => {
      const { data } = pocketbase;
      const first = publishCommand(data);
      expect(await first.ended, first.output()).toBe(0);
      const before = await liveRelease(data);
      const places = ['Ghi bản chụp dữ liệu…', 'Dựng trang…', 'Kiểm tra trang đã dựng…'];
      for (let done = 0; done < CUTS; done += places.length) {
        const command = publishCommand(data, { OCOP_PAUSE_AT: 'activate before the name' });
        await whileRunning(command, async () => {
          for (const [index, place] of places.slice(0, CUTS - done).entries()) {
            await command.says(place);
            await sleep((done * 31) % 400);
            await afterCut(async (left) => {
              await liveIsWhole(left, [before]);
              if (done + index === CUTS - 1) await officeGoesOn(left);
            });
          }
        });
      }
    },
    120_000 + CUTS * 120_000,
  );

  test(
    `${CUTS} times while a release goes live: the old one or the new one is live and whole, and the office goes on`,
    async () => {
      const { data } = pocketbase;
      const places = ['activate before the switch', 'activate', undefined];
      for (const round of ROUNDS) {
        const before = await liveRelease(data);
        const place = places[round % places.length];
        const command = publishCommand(data, place === undefined ? {} : { OCOP_PAUSE_AT: place });
        await whileRunning(command, async () => {
          if (place === undefined) expect(await command.ended, command.output()).toBe(0);
          else await command.says(`paused at ${place}`);
          const after = await liveRelease(data);
          await afterCut(async (left) => {
            // What was said to be live is; before that either may be.
            await liveIsWhole(left, place === undefined ? [after] : [before, after]);
            await officeGoesOn(left);
          });
        });
      }
    },
    120_000 + CUTS * 180_000,
  );
});
