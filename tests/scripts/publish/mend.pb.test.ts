/** The worker starts again after a power cut that left files of the live release broken: recalls, roll-backs and publishes work. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Release } from '#domain/release.ts';
import { releaseFolder } from '#scripts/dataFolder.ts';
import { liveRelease, refreshLive, switchLive } from '#scripts/publish/activate.ts';
import { readPageIndex } from '#scripts/publish/manifest.ts';
import { mend } from '#scripts/publish/mendWithRecords.ts';
import { ask, inState, reconcile } from '#scripts/publish/queue.ts';
import { releaseFaults } from '#scripts/publish/releaseFaults.ts';
import { runRequest } from '#scripts/publish/run.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { runCommand } from '#tests/support/runCommand.ts';
import { addSmallOffice, type SmallOffice } from '../worker/smallOffice.ts';
import { DAMAGES, everyDamage } from './brokenRelease.ts';

const PHONE = '0222123456';
const EARLIER = '2026-11-01T000000-0000';

let pocketbase: FreshPocketBase;
let office: SmallOffice;
let contact = '';
/** The release that was published, and a copy of its folder to begin each test with. */
let live = '';
let kept = '';

const releases = () => pocketbase.superuser.collection('releases');
const get = (name: string) => releases().getFirstListItem<Release>(`name = "${name}"`);

beforeAll(async () => {
  pocketbase = await freshPocketBase();
  const { superuser, data } = pocketbase;
  office = await addSmallOffice(superuser);
  const producer = (await superuser.collection('producers').getFirstListItem('')).id;
  contact = (await superuser.collection('producer_contacts').create({ producer, phone: PHONE, phone_public: true })).id;
  const done = await runRequest({ pb: superuser, data }, await ask(superuser, { reason: 'first' }));
  expect(done.state, done.log).toBe('live');
  live = done.name;
  kept = join(data.root, 'kept');
  cpSync(releaseFolder(data, live).root, kept, { recursive: true, preserveTimestamps: true });
  await releases().create({ action: 'publish', state: 'kept', name: EARLIER, started_at: new Date().toISOString() });
});
afterAll(() => pocketbase.stop());

beforeEach(async () => {
  const { superuser, data } = pocketbase;
  for (const name of [live, EARLIER])
    cpSync(kept, releaseFolder(data, name).root, { recursive: true, preserveTimestamps: true });
  await switchLive(data, live);
  for (const { id } of await inState(superuser, 'queued')) await releases().update(id, { state: 'failed' });
  for (const [name, state] of [
    [live, 'live'],
    [EARLIER, 'kept'],
  ] as const)
    await releases().update((await get(name)).id, { state, note: '' });
});

const fetchText = async (address: string) => (await fetch(pocketbase.url + address)).text();
const tracePage = () => fetchText(`/t/${office.traceCode}`);

/** As the worker when it begins. */
async function startAgain(): Promise<string[]> {
  const { superuser, data } = pocketbase;
  const lines = await mend(superuser, data);
  await reconcile(superuser, data);
  await refreshLive(superuser, data);
  return lines;
}

/** A recall and its lifting, a consent taken back and given again, going back and forth. */
async function officeWorks(): Promise<void> {
  const { superuser, data } = pocketbase;
  const lots = superuser.collection('lots');
  const contacts = superuser.collection('producer_contacts');
  await lots.update(office.lot, { state: 'recalled', recall_reason: 'Vỡ nắp' });
  await contacts.update(contact, { phone_public: false });
  await refreshLive(superuser, data);
  expect(await tracePage()).toContain('Vỡ nắp');
  expect(await fetchText('/chu-the/htx-mot')).not.toMatch(/0222.?123.?456/);
  const target = (await get(EARLIER)).id;
  const back = await runRequest({ pb: superuser, data }, await ask(superuser, { action: 'activate', target }));
  expect(back.state, back.log).toBe('done');
  expect(await tracePage()).toContain('Vỡ nắp');
  await lots.update(office.lot, { state: 'active' });
  await contacts.update(contact, { phone_public: true });
  await refreshLive(superuser, data);
  expect(await tracePage()).not.toContain('Vỡ nắp');
  expect(await fetchText('/chu-the/htx-mot')).toMatch(/0222.?123.?456/);
}

test('whole, nothing is said and nothing asked for', async () => {
  expect(await startAgain()).toEqual([]);
  expect(await inState(pocketbase.superuser, 'queued')).toEqual([]);
});

test.each(everyDamage(['release.json', 'pages.json']))(
  'the live %s %s: it is written again from the pages, and a publish is asked for',
  async (file, how) => {
    const { superuser, data } = pocketbase;
    const release = releaseFolder(data, live);
    const before = await readPageIndex(release);
    DAMAGES[how]?.(join(release.root, file));
    expect(await startAgain()).toEqual([expect.stringContaining(`Tệp của bản đăng ${live} bị hỏng (${file})`)]);
    expect(await liveRelease(data)).toBe(live);
    expect(await releaseFaults(release)).toEqual([]);
    expect(await readPageIndex(release)).toEqual(before);
    expect(await inState(superuser, 'queued')).toMatchObject([{ action: 'publish', reason: 'missed' }]);
    await officeWorks();
  },
);

test('what was taken back before the power failed stays hidden when the files are written again', async () => {
  const { superuser, data } = pocketbase;
  await superuser.collection('producer_contacts').update(contact, { phone_public: false });
  await refreshLive(superuser, data);
  DAMAGES['has 0 bytes']?.(releaseFolder(data, live).manifest);
  DAMAGES['has 0 bytes']?.(data.shown);
  await startAgain();
  expect(await fetchText('/chu-the/htx-mot')).not.toMatch(/0222.?123.?456/);
  await superuser.collection('producer_contacts').update(contact, { phone_public: true });
  await refreshLive(superuser, data);
});

test('a page of the live release is empty: an earlier one is shown, the list says why, and a publish is asked for', async () => {
  const { superuser, data } = pocketbase;
  writeFileSync(join(releaseFolder(data, live).pages, 'index.html'), '');
  const lines = await startAgain();
  expect(lines.join('\n')).toContain(`Bản ${EARLIER} hiển thị tạm`);
  expect(await liveRelease(data)).toBe(EARLIER);
  expect(await get(live)).toMatchObject({ state: 'pruned', note: expect.stringContaining('Tệp bị hỏng, đã để riêng') });
  expect((await get(EARLIER)).state).toBe('live');
  expect(await inState(superuser, 'queued')).toMatchObject([{ action: 'publish', reason: 'missed' }]);
  expect(await startAgain()).toEqual([]);
});

test('a release that an editor goes back to is broken: said in its record, the live one stays', async () => {
  const { superuser, data } = pocketbase;
  writeFileSync(join(releaseFolder(data, EARLIER).pages, 'index.html'), '');
  const target = (await get(EARLIER)).id;
  const back = await runRequest({ pb: superuser, data }, await ask(superuser, { action: 'activate', target }));
  expect(back).toMatchObject({ state: 'failed', log: expect.stringContaining('bị hỏng (pages), không đưa lên được') });
  expect(await liveRelease(data)).toBe(live);
});

describe('a database that is behind what is public', () => {
  test('gets recalls and consents back and is told which lots it has lost', async () => {
    const { superuser, data } = pocketbase;
    await refreshLive(superuser, data);
    const at = Date.UTC(2026, 10, 22);
    const producer = (await superuser.collection('producers').getFirstListItem('')).id;
    const record = await get(live);
    await releases().update(record.id, { name: '2026-11-02T000000-0000' });
    const notice = { lot: 'L1', at, reason: 'Vỡ nắp', phone: '' };
    writeFileSync(
      data.standing,
      JSON.stringify({
        recalled: { [office.lot]: notice, lost00000000000: { ...notice, lot: 'L9' } },
        withdrawn: { [producer]: ['phone'] },
      }),
    );
    const lines = (await startAgain()).join('\n');
    expect(lines).toContain(`Dữ liệu cũ hơn bản đăng ${live}`);
    expect(lines).toContain('Lot L9 was recalled');
    expect(await superuser.collection('lots').getOne(office.lot)).toMatchObject({
      state: 'recalled',
      recall_reason: 'Vỡ nắp',
    });
    expect((await superuser.collection('producer_contacts').getOne(contact))['phone_public']).toBe(false);
    expect(await inState(superuser, 'queued')).toEqual([]);
    await superuser.collection('lots').update(office.lot, { state: 'active' });
    await superuser.collection('producer_contacts').update(contact, { phone_public: true });
    await releases().update(record.id, { name: live });
  });
});

test('everything broken at once: one publish from the command line puts it right', async () => {
  const { superuser, data } = pocketbase;
  const release = releaseFolder(data, live);
  for (const file of [release.manifest, release.pageIndex, release.snapshot, releaseFolder(data, EARLIER).manifest])
    writeFileSync(file, '');
  for (const file of [data.shown, data.standing, data.program, join(data.pictureCache, 'pictures.sqlite')])
    writeFileSync(file, 'hỏng');
  writeFileSync(data.server, JSON.stringify({ url: pocketbase.url }));
  const command = runCommand('scripts/publish/command.ts', [], { OCOP_DATA: data.root });
  expect(await command.ended, command.output()).toBe(0);
  const name = (await liveRelease(data)) ?? '';
  expect(name).not.toBe(live);
  expect(await releaseFaults(releaseFolder(data, name))).toEqual([]);
  expect(existsSync(releaseFolder(data, name).snapshot)).toBe(true);
  expect((await get(EARLIER)).state).toBe('pruned');
  expect(JSON.parse(readFileSync(data.shown, 'utf8'))).not.toEqual({});
  await superuser.collection('lots').update(office.lot, { state: 'recalled', recall_reason: 'Vỡ nắp' });
  await refreshLive(superuser, data);
  expect(await tracePage()).toContain('Vỡ nắp');
});
