/** Every record that somebody may save counts its versions, accounts and files too: a stale save is refused, whoever makes it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { UNREVISED } from '#domain/rules/revision.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { seedSample } from './sample.ts';

let base: FreshPocketBase;
let sample: Awaited<ReturnType<typeof seedSample>>;

beforeAll(async () => {
  base = await freshPocketBase();
  sample = await seedSample(base.superuser);
});
afterAll(() => base.stop());

/** Ledgers apart, which programs write and whose states only go forward. */
const COUNTED = (Object.keys(nouns) as CollectionName[]).filter((name) => !UNREVISED.includes(name));

test.each(COUNTED)('%s: a save upon an older version is refused and changes nothing', async (collection) => {
  const records = base.superuser.collection(collection);
  const id = sample.ids[collection];
  const before = await records.getOne(id);
  const stale = { ...sample.change[collection], version: before['version'] - 1 };
  await expect(records.update(id, stale)).rejects.toMatchObject({
    status: 409,
    response: { data: { version: { code: 'stale_version' } } },
  });
  expect(await records.getOne(id)).toEqual(before);
  const saved = await records.update(id, { ...sample.change[collection], version: before['version'] });
  expect(saved['version']).toBe(before['version'] + 1);
});

test('of two admins who change one account, the second is told', async () => {
  const [one, other] = [await base.signedIn('admin'), await base.signedIn('admin')];
  const { id, version } = await base.superuser.collection('users').getOne(sample.ids.users);
  await one.collection('users').update(id, { role: 'editor', version });
  await expect(other.collection('users').update(id, { role: 'approver', version })).rejects.toMatchObject({
    status: 409,
  });
  await expect(other.collection('users').update(id, { role: 'approver' })).rejects.toMatchObject({ status: 400 });
  expect(await base.superuser.collection('users').getOne(id)).toMatchObject({ role: 'editor' });
});

test('signing in and a new password need no version', async () => {
  const person = await base.signedIn('viewer');
  await person.collection('users').authRefresh();
  const { id, version } = await base.superuser.collection('users').getOne(person.authStore.record?.id ?? '');
  const secrets = { password: 'mat-khau-khac-1', passwordConfirm: 'mat-khau-khac-1' };
  await base.superuser.collection('users').update(id, secrets);
  expect(await base.superuser.collection('users').getOne(id)).toMatchObject({ version: version + 1 });
});

test('a file that is there nobody who signs in changes', async () => {
  const admin = await base.signedIn('admin');
  const change = admin.collection('media').update(sample.ids.media, { alt: 'Khác', version: 1 });
  await expect(change).rejects.toMatchObject({ status: 403 });
});
