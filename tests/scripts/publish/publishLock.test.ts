import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DataFolder, dataFolder } from '#scripts/dataFolder.ts';
import { isHeld, whilePublishing } from '#scripts/publish/publishLock.ts';

let data: DataFolder;
beforeEach(() => {
  data = dataFolder(mkdtempSync(join(tmpdir(), 'ocop-lock-')));
});
afterEach(() => rmSync(data.root, { recursive: true, force: true }));

test('of many who publish only one does at a time, and all come to it', async () => {
  let running = 0;
  let most = 0;
  const waited: number[] = [];
  const one = (number: number) =>
    whilePublishing(
      data,
      async () => {
        running += 1;
        most = Math.max(most, running);
        // The first goes on when all others have met it.
        await expect.poll(() => waited.length).toBe(3);
        await sleep(20);
        running -= 1;
        return number;
      },
      () => waited.push(number),
    );
  expect(await Promise.all([1, 2, 3, 4].map(one))).toEqual([1, 2, 3, 4]);
  expect(most).toBe(1);
  expect(waited).toHaveLength(3);
  expect(existsSync(data.publishLock)).toBe(false);
});

test('a failure gives the lock back', async () => {
  await expect(whilePublishing(data, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await whilePublishing(data, async () => 'yes')).toBe('yes');
});

test.each([
  ['a process that was killed', JSON.stringify({ pid: 2 ** 22 - 3, identity: 'long ago' })],
  ['another process with the number of the dead one', JSON.stringify({ pid: process.pid, identity: 'another' })],
  ['a file cut short', '{"pid":'],
])('the lock of %s is taken over', async (_, text) => {
  writeFileSync(data.publishLock, text);
  expect(await isHeld(data.publishLock)).toBe(false);
  expect(await whilePublishing(data, async () => isHeld(data.publishLock))).toBe(true);
});
