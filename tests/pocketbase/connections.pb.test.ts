/** How many connections to the database many readers open: each takes megabytes. Asked of the system, where it tells (Linux). */
import { existsSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

const READERS = 60;
const ROUNDS = 5;
/** As in pb_hooks/connections.pb.js, and one that writes. */
const MOST = 12 + 1;

let pocketbase: FreshPocketBase;
beforeAll(async () => {
  pocketbase = await freshPocketBase();
});
afterAll(() => pocketbase.stop());

/** Open files of the process that are the database itself. */
async function connections(pid: number): Promise<number> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder);
  const files = await Promise.all(names.map((name) => readlink(`${folder}/${name}`).catch(() => '')));
  return files.filter((file) => file.endsWith('/data.db')).length;
}

// Only Linux lists a process's open files where they can be counted.
const isTold = existsSync('/proc/self/fd');
if (!isTold) console.log('Connections are not counted: this system does not list open files under /proc.');
test.runIf(isTold)('many readers share few connections, and all are answered', async () => {
  const { superuser, server } = pocketbase;
  const seen: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      seen.push(await connections(server.pid));
      await sleep(5);
    }
  })();
  const read = async () => {
    for (let round = 0; round < ROUNDS; round += 1)
      await superuser.collection('communes').getList(1, 200, { sort: '-name', requestKey: null });
  };
  await Promise.all(Array.from({ length: READERS }, read));
  isOver = true;
  await watching;
  // Otherwise nobody had to wait.
  expect(Math.max(...seen)).toBeGreaterThan(MOST / 2);
  expect(Math.max(...seen)).toBeLessThanOrEqual(MOST);
});
