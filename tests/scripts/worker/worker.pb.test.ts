/** The worker as the process that `npm start` runs: queue, progress, interruption, recalls, midnight. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PUBLISH_STEPS, type Release } from '#domain/release.ts';
import { addDays, hanoiDay, hanoiMidnight } from '#domain/rules/day.ts';
import { liveRelease } from '#scripts/publish/activate.ts';
import { ask } from '#scripts/publish/queue.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { type RunningCommand, runCommand } from '#tests/support/runCommand.ts';
import { addSmallOffice, type SmallOffice } from './smallOffice.ts';

let pocketbase: FreshPocketBase;
let office: SmallOffice;
let worker: RunningCommand | undefined;

beforeAll(async () => {
  pocketbase = await freshPocketBase();
  office = await addSmallOffice(pocketbase.superuser);
  // Where commands find this PocketBase, as "npm start" writes it.
  writeFileSync(pocketbase.data.server, JSON.stringify({ url: pocketbase.url }));
});
afterEach(async () => {
  worker?.kill('SIGTERM');
  await worker?.ended;
  worker = undefined;
});
afterAll(() => pocketbase.stop());

async function startWorker(env: Record<string, string> = {}): Promise<RunningCommand> {
  worker = runCommand('scripts/worker.ts', [], {
    OCOP_DATA: pocketbase.data.root,
    OCOP_POCKETBASE_URL: pocketbase.url,
    ...env,
  });
  await worker.says('Worker ready.');
  return worker;
}
const releases = () => pocketbase.superuser.collection('releases');
const all = () => releases().getFullList<Release>({ sort: 'created,id' });
const get = (id: string) => releases().getOne<Release>(id);

async function until<T>(find: () => Promise<T | undefined | false>, what: string, limitMs = 40_000): Promise<T> {
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(50)) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
  }
  throw new Error(`waited in vain for ${what}; the worker said:\n${worker?.output() ?? ''}`);
}
const ended = (id: string) =>
  until(async () => {
    const record = await get(id);
    return !['queued', 'running'].includes(record.state) && record;
  }, `the end of ${id}`);

test('an approver asks, realtime wakes the worker, and the record tells how it goes', async () => {
  await startWorker();
  const approver = await pocketbase.signedIn('approver');
  const asked = await approver.collection('releases').create<Release>({
    action: 'publish',
    state: 'queued',
    reason: 'button',
    requested_by: approver.authStore.record?.id,
  });
  const started = Date.now();
  await until(async () => (await get(asked.id)).state === 'running', 'the start');
  // Woken: less than the half minute after which the queue is read in any case.
  expect(Date.now() - started).toBeLessThan(25_000);
  const steps = new Set<string>();
  const done = await until(async () => {
    const record = await get(asked.id);
    for (const { step, state } of record.steps ?? []) if (state === 'running') steps.add(step);
    return record.state === 'live' && record;
  }, 'the release');
  expect(steps.has('build')).toBe(true);
  expect(done).toMatchObject({ name: await liveRelease(pocketbase.data), reason: 'button', problems: [] });
  expect(done.steps?.map(({ step, state }) => [step, state])).toEqual(
    Object.keys(PUBLISH_STEPS).map((step) => [step, 'done']),
  );
  for (const { startedAt, endedAt } of done.steps ?? []) expect(endedAt).toBeGreaterThanOrEqual(startedAt);
  expect(done.counts?.['pages']).toBeGreaterThan(5);
  expect(done.size_bytes).toBeGreaterThan(1_000);
  expect(done.log).toMatch(/^\d\d:\d\d:\d\d Đọc bản ghi…\n/);
  expect(Date.parse(done.ended_at)).toBeGreaterThan(Date.parse(done.started_at));
});

test('requests that arrive during a run are covered by one more run, never two at once', async () => {
  await startWorker();
  const first = await ask(pocketbase.superuser, { reason: 'button' });
  await until(async () => (await get(first.id)).state === 'running', 'the first run');
  const rest = [];
  for (let count = 0; count < 3; count += 1) rest.push(await ask(pocketbase.superuser, { reason: 'button' }));
  let most = 0;
  await until(async () => {
    const states = (await all()).map((record) => record.state);
    most = Math.max(most, states.filter((state) => state === 'running').length);
    return !states.some((state) => state === 'queued' || state === 'running');
  }, 'all to end');
  expect(most).toBe(1);
  const [second, third, fourth] = await Promise.all(rest.map((record) => get(record.id)));
  expect([second?.state, third?.state, fourth?.state]).toEqual(['live', 'covered', 'covered']);
  expect([third?.target, fourth?.target]).toEqual([second?.id, second?.id]);
  const one = await get(first.id);
  expect(one.state).toBe('kept');
  expect(Date.parse(second?.started_at ?? '')).toBeGreaterThanOrEqual(Date.parse(one.ended_at));
});

test('a publish from the command line is left to the worker, followed line by line', async () => {
  await startWorker();
  const followed = runCommand('scripts/publish/command.ts', [], { OCOP_DATA: pocketbase.data.root });
  expect(await followed.ended, followed.output()).toBe(0);
  expect(followed.output()).toMatch(/Đọc bản ghi…[\s\S]*Đã đăng .* trang\./);
  expect(worker?.output()).toContain('Dựng trang…');
});

test('an error in the records fails the publish with record, field and remedy, here and on the command line', async () => {
  await startWorker();
  const live = await liveRelease(pocketbase.data);
  const settings = pocketbase.superuser.collection('site_settings');
  const [only] = await settings.getFullList();
  const second = await settings.create({ ...only, id: undefined });
  const failed = await ended((await ask(pocketbase.superuser, { reason: 'button' })).id);
  expect(failed).toMatchObject({
    state: 'failed',
    problems: [{ severity: 'error', collection: 'site_settings', field: 'province' }],
  });
  expect(failed.steps?.map((step) => step.state)).toEqual([
    'done',
    'failed',
    'waiting',
    'waiting',
    'waiting',
    'waiting',
  ]);
  const command = runCommand('scripts/publish/command.ts', [], { OCOP_DATA: pocketbase.data.root });
  expect(await command.ended).toBe(1);
  expect(command.output()).toMatch(/LỖI: .* \(site_settings · \w+ · province\): Có hai bản thiết lập\./);
  expect(await liveRelease(pocketbase.data)).toBe(live);
  await settings.delete(second.id);
});

test('an error in one record is told, and the rest is published', async () => {
  await startWorker();
  const live = await liveRelease(pocketbase.data);
  const variant = await pocketbase.superuser.collection('pack_variants').getFirstListItem('');
  // Past the hooks, which refuse it.
  const slip = (gtin: string) => {
    const database = new DatabaseSync(join(pocketbase.data.database, 'data.db'));
    database.exec('PRAGMA busy_timeout = 5000');
    database.prepare('UPDATE pack_variants SET gtin = ? WHERE id = ?').run(gtin, variant.id);
    database.close();
  };
  slip('8936012345671');
  const command = runCommand('scripts/publish/command.ts', [], { OCOP_DATA: pocketbase.data.root });
  expect(await command.ended, command.output()).toBe(0);
  expect(command.output()).toContain(
    `GIỮ LẠI: Mật ong (pack_variants · ${variant.id} · gtin): Mã vạch (GTIN) sai chữ số kiểm tra.`,
  );
  expect(command.output()).toContain('bản ghi bị giữ lại vì có lỗi');
  expect(await liveRelease(pocketbase.data)).not.toBe(live);
  slip(String(variant['gtin']));
});

test('a job that a killed worker left running is failed and asked again', async () => {
  const first = await startWorker({ OCOP_PAUSE_AT: 'build' });
  const asked = await ask(pocketbase.superuser, { reason: 'button' });
  await first.says('paused at build');
  first.kill('SIGKILL');
  await first.ended;
  expect((await get(asked.id)).state).toBe('running');
  await startWorker();
  const failed = await ended(asked.id);
  expect([failed.state, failed.log]).toEqual(['failed', expect.stringContaining('Bị ngắt giữa chừng.')]);
  const again = (await all()).at(-1);
  expect(again).toMatchObject({ reason: 'button', note: 'Làm lại lần 2' });
  expect((await ended(again?.id ?? '')).state).toBe('live');
});

test('going back through the queue takes a second, keeps a recall, and is itself done', async () => {
  await startWorker();
  const kept = (await all()).filter((record) => record.state === 'kept').at(-1);
  const before = await liveRelease(pocketbase.data);
  await pocketbase.superuser.collection('lots').update(office.lot, { state: 'recalled', recall_reason: 'Vỡ nắp' });
  const panel = async () => {
    const html = await (await fetch(`${pocketbase.url}/t/${office.traceCode}`)).text();
    return /<!--verdict-->([\s\S]*)<!--\/verdict-->/.exec(html)?.[1] ?? '';
  };
  // Without JavaScript and without a publish: the worker heard of it.
  await until(async () => (await panel()).includes('Vỡ nắp'), 'the recall in the page');
  const asked = await ask(pocketbase.superuser, { action: 'activate', target: kept?.id ?? '', reason: 'button' });
  const done = await ended(asked.id);
  expect(done.state).toBe('done');
  expect(await liveRelease(pocketbase.data)).toBe(kept?.name);
  expect(await panel()).toContain('Vỡ nắp');
  const published = (await all()).filter((record) => record.action === 'publish');
  expect(published.filter((record) => record.state === 'live').map((record) => record.name)).toEqual([kept?.name]);
  expect(published.find((record) => record.name === before)?.state).toBe('kept');
});

describe('midnight in Hanoi', () => {
  test('publishes by itself, once', async () => {
    const tomorrow = addDays(hanoiDay(Date.now()), 1);
    const shift = hanoiMidnight(tomorrow) - Date.now() - 3_000;
    await startWorker({ OCOP_CLOCK_SHIFT: String(shift) });
    const nightly = await until(async () => (await all()).find((record) => record.reason === 'daily'), 'midnight');
    expect((await ended(nightly.id)).state).toBe('live');
    const release = JSON.parse(
      readFileSync(join(pocketbase.data.releases, (await get(nightly.id)).name, 'release.json'), 'utf8'),
    ) as { asOf: string };
    expect(release.asOf).toBe(tomorrow);
    expect((await all()).filter((record) => record.reason === 'daily')).toHaveLength(1);
  });

  test('that nobody was awake for is made up at the start', async () => {
    const shift = 3 * 86_400_000;
    await startWorker({ OCOP_CLOCK_SHIFT: String(shift) });
    const missed = await until(
      async () => (await all()).find((record) => record.reason === 'missed'),
      'the missed one',
    );
    expect((await ended(missed.id)).state).toBe('live');
  });
});

test('a second worker on the same data folder refuses', async () => {
  await startWorker();
  const second = runCommand('scripts/worker.ts', [], {
    OCOP_DATA: pocketbase.data.root,
    OCOP_POCKETBASE_URL: pocketbase.url,
  });
  expect(await second.ended).not.toBe(0);
  expect(second.output()).toContain('Another worker runs');
});
