/** The worker's backup of each night. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyArchive } from '#scripts/backup/archive.ts';
import { isNightlyDue } from '#scripts/backup/shelf.ts';
import { addSmallOffice } from '#tests/scripts/worker/smallOffice.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { runCommand } from '#tests/support/runCommand.ts';

const DAY_MS = 86_400_000;

let pocketbase: FreshPocketBase;
beforeAll(async () => {
  pocketbase = await freshPocketBase();
  await addSmallOffice(pocketbase.superuser);
});
afterAll(() => pocketbase.stop());

const nightly = () => readdirSync(pocketbase.data.backups).filter((name) => name.endsWith('-nightly.tar.gz'));

/** Time enough for a backup that should not be made. */
const A_WHILE_MS = 3_000;

/** Runs the worker until it has said something, and a while longer. */
async function workUntil(words: string, env: Record<string, string>, longerMs = 0): Promise<string> {
  const { root } = pocketbase.data;
  const worker = runCommand('scripts/worker.ts', [], { OCOP_DATA: root, OCOP_POCKETBASE_URL: pocketbase.url, ...env });
  await worker.says(words);
  await sleep(longerMs);
  worker.kill('SIGTERM');
  await worker.ended;
  return worker.output();
}

test('is made once a day when it is asked for, is whole, and as many stay as told', { timeout: 120_000 }, async () => {
  const on = { OCOP_BACKUP_NIGHTLY: '1', OCOP_BACKUP_KEEP: '2' };
  await workUntil('Đã sao lưu', on);
  const [first = ''] = nightly();
  expect((await verifyArchive(join(pocketbase.data.backups, first))).counts['products']).toBe(1);
  expect(await isNightlyDue(pocketbase.data.backups, Date.now())).toBe(false);
  expect(await workUntil('Worker ready.', on, A_WHILE_MS)).not.toContain('Đã sao lưu');
  for (const days of [1, 2]) await workUntil('Đã sao lưu', { ...on, OCOP_CLOCK_SHIFT: String(days * DAY_MS) });
  expect(nightly()).toHaveLength(2);
  expect(nightly()).not.toContain(first);
});

test('is not made unless asked for', async () => {
  const before = nightly();
  expect(await workUntil('Worker ready.', { OCOP_CLOCK_SHIFT: String(9 * DAY_MS) }, A_WHILE_MS)).not.toContain(
    'sao lưu',
  );
  expect(nightly()).toEqual(before);
});

test('that cannot be made is told, and the worker goes on', async () => {
  const said = await workUntil('Chưa sao lưu được', {
    OCOP_BACKUP_NIGHTLY: '1',
    OCOP_BACKUP_FOLDER: '/dev/null/nowhere',
  });
  expect(said).toContain('Worker ready.');
});

test('that cannot be made is told by /api/health, until one is made', async () => {
  const health = async () => (await (await fetch(`${pocketbase.url}/api/health`)).json()).data.backup.state;
  const { root } = pocketbase.data;
  const shift = { OCOP_CLOCK_SHIFT: String(20 * DAY_MS) };
  const env = { OCOP_DATA: root, OCOP_POCKETBASE_URL: pocketbase.url, OCOP_BACKUP_NIGHTLY: '1', ...shift };
  const failing = runCommand('scripts/worker.ts', [], { ...env, OCOP_BACKUP_FOLDER: '/dev/null/nowhere' });
  await expect.poll(health).toBe('failed');
  failing.kill('SIGTERM');
  await failing.ended;
  const working = runCommand('scripts/worker.ts', [], env);
  await expect.poll(health).toBe('fine');
  working.kill('SIGTERM');
  await working.ended;
});
