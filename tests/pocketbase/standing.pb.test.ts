/** What stands beside releases: written by hooks the moment a record changes, and only when it matters. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Standing } from '#domain/standing.ts';
import { addSmallOffice, type SmallOffice } from '#tests/scripts/worker/smallOffice.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

let pocketbase: FreshPocketBase;
let office: SmallOffice;
let producer = '';
let contact = '';
beforeAll(async () => {
  pocketbase = await freshPocketBase();
  office = await addSmallOffice(pocketbase.superuser);
  producer = (await pocketbase.superuser.collection('producers').getFirstListItem('')).id;
  const { id } = await pocketbase.superuser
    .collection('producer_contacts')
    .create({ producer, phone: '0222123456', phone_public: true, email: 'a@b.vn', email_public: true });
  contact = id;
});
afterAll(() => pocketbase.stop());

const lots = () => pocketbase.superuser.collection('lots');
const standing = () => JSON.parse(readFileSync(pocketbase.data.standing, 'utf8')) as Standing;
beforeEach(async () => {
  // What publishing notes: these items are on pages of a kept release.
  mkdirSync(pocketbase.data.status, { recursive: true });
  writeFileSync(pocketbase.data.shown, JSON.stringify({ [producer]: ['phone', 'email'] }));
  await pocketbase.superuser.send('/api/ocop/standing', { method: 'POST' });
});

test('a recall is in the file when the answer to the save is, and goes when it is lifted', async () => {
  const editor = await pocketbase.signedIn('approver');
  const { version } = await lots().getOne(office.lot);
  await editor
    .collection('lots')
    .update(office.lot, { state: 'recalled', recall_reason: 'Vỡ nắp', recall_phone: '0222 1', version });
  const notice = standing().recalled[office.lot];
  expect(notice).toMatchObject({ lot: 'L1', reason: 'Vỡ nắp', phone: '0222 1' });
  expect(Math.abs((notice?.at ?? 0) - Date.now())).toBeLessThan(5_000);
  await lots().update(office.lot, { recall_reason: 'Nắp hở' });
  expect(standing().recalled[office.lot]?.reason).toBe('Nắp hở');
  await lots().update(office.lot, { state: 'active' });
  expect(standing().recalled).toEqual({});
  expect(readdirSync(pocketbase.data.status).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test.each(['', '{"recalled":', 'null'])(
  'a file that holds %j is made again by the next save of a lot',
  async (text) => {
    writeFileSync(pocketbase.data.standing, text);
    const growing_area = `Vườn đồi ${text.length}`;
    await lots().update(office.lot, { growing_area, correction_reason: 'Ghi lại cho đúng tên vườn' });
    expect(standing()).toEqual({ recalled: {}, withdrawn: {}, lotsWithdrawn: {} });
  },
);

test('a lot that is not recalled writes nothing', async () => {
  const before = statSync(pocketbase.data.standing).mtimeMs;
  await lots().update(office.lot, { growing_area: 'Đồi vải', correction_reason: 'Ghi lại cho đúng tên đồi' });
  expect(statSync(pocketbase.data.standing).mtimeMs).toBe(before);
});

test.each<[string, Record<string, unknown>, string[]]>([
  ['a switch turned off', { phone_public: false }, ['phone']],
  ['a value deleted', { phone: '', phone_public: true }, ['phone']],
  ['both', { phone: '', email_public: false }, ['email', 'phone']],
  ['everything allowed again', { phone: '0222123456', phone_public: true, email_public: true }, []],
])('%s is in the file at once', async (_, change, items) => {
  await pocketbase.superuser.collection('producer_contacts').update(contact, change);
  expect(standing().withdrawn[producer]?.toSorted() ?? []).toEqual(items);
});

test('a firm that turns out to be a person keeps its name to itself; one that is deleted, everything', async () => {
  writeFileSync(
    pocketbase.data.shown,
    JSON.stringify({ [producer]: ['name', 'phone'], gone00000000000: ['name', 'email'] }),
  );
  await pocketbase.superuser.collection('producers').update(producer, { natural_person: true });
  expect(standing().withdrawn).toEqual({ [producer]: ['name'], gone00000000000: ['name', 'email'] });
  await pocketbase.superuser.collection('producers').update(producer, { natural_person: false });
  expect(standing().withdrawn).toEqual({ gone00000000000: ['name', 'email'] });
});

test('what no release shows is not told', async () => {
  writeFileSync(pocketbase.data.shown, '{}');
  const before = statSync(pocketbase.data.standing).mtimeMs;
  await pocketbase.superuser.collection('producer_contacts').update(contact, { phone_public: false });
  expect(statSync(pocketbase.data.standing).mtimeMs).toBe(before);
  expect(existsSync(pocketbase.data.standing)).toBe(true);
});

test('only a superuser has it written anew', async () => {
  const admin = await pocketbase.signedIn('admin');
  for (const pb of [pocketbase.guest, admin])
    await expect(pb.send('/api/ocop/standing', { method: 'POST' })).rejects.toMatchObject({
      status: expect.toBeOneOf([401, 403]),
    });
});
