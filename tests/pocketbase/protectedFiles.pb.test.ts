/** Uploaded files: who may see the record has the file for as long as a token holds; nobody else, whatever they put in its place. */
import type PocketBase from 'pocketbase';
import type { RecordModel } from 'pocketbase';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

/** The shortest that PocketBase lets a token hold. */
const SECONDS = 10;

let base: FreshPocketBase;
let sample: Awaited<ReturnType<typeof seedSample>>;
let picture: RecordModel;
let run: RecordModel;
let early: { token: string; at: number };

beforeAll(async () => {
  base = await freshPocketBase();
  sample = await seedSample(base.superuser);
  picture = await base.superuser.collection('media').getOne(sample.ids.media);
  const form = new FormData();
  for (const [name, value] of Object.entries(sampleBodies(sample.ids, '').imports)) form.set(name, String(value));
  form.set('report', new Blob(['{"phone":"0900000000"}']), 'report.json');
  run = await base.superuser.collection('imports').create(form);
  const { fileToken, ...users } = await base.superuser.collections.getOne('users');
  expect(fileToken.duration).toBeLessThanOrEqual(180);
  await base.superuser.collections.update(users.id, { fileToken: { ...fileToken, duration: SECONDS } });
  early = { token: await (await base.signedIn('viewer')).files.getToken(), at: Date.now() };
});
afterAll(() => base?.stop());

async function status(record: RecordModel, field: string, query: Record<string, string>): Promise<number> {
  const url = base.superuser.files.getURL(record, String(record[field]), query);
  return (await fetch(url)).status;
}

const byToken = async (client: PocketBase, record: RecordModel, field: string) =>
  status(record, field, { token: await client.files.getToken() });

test('without a token, or with what is none, no file is there', async () => {
  const viewer = await base.signedIn('viewer');
  const { token } = viewer.authStore;
  for (const wrong of ['', 'x', token, `${token}x`, (await viewer.files.getToken()).slice(0, -2)])
    for (const thumb of ['', '100x100']) {
      expect(await status(picture, 'file', { token: wrong, thumb })).toBe(404);
      expect(await status(run, 'report', { token: wrong, thumb })).toBe(404);
    }
  await expect(base.guest.files.getToken()).rejects.toMatchObject({ status: 401 });
});

test('a producer has the pictures of its own records alone', async () => {
  const other = await base.signedIn('producer', { producer: sample.otherProducer });
  expect(await byToken(other, picture, 'file')).toBe(404);
  expect(await byToken(await base.signedIn('producer'), picture, 'file')).toBe(404);
  expect(await byToken(await base.signedIn('producer', { producer: sample.ids.producers }), picture, 'file')).toBe(200);
});

test('what spreadsheets say is for those alone who may see contacts', async () => {
  const producer = await base.signedIn('producer', { producer: sample.ids.producers });
  for (const client of [producer, await base.signedIn('viewer')])
    expect(await byToken(client, run, 'report')).toBe(404);
  expect(await byToken(await base.signedIn('editor'), run, 'report')).toBe(200);
});

test('a token ends with its owner’s access, and by itself', async () => {
  const person = await base.signedIn('viewer');
  const token = await person.files.getToken();
  expect(await status(picture, 'file', { token })).toBe(200);
  await base.superuser.collection('users').update(person.authStore.record?.id ?? '', { disabled: true });
  expect(await status(picture, 'file', { token })).toBe(404);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, early.at + (SECONDS + 1) * 1000 - Date.now())));
  expect(await status(picture, 'file', { token: early.token })).toBe(404);
}, 30_000);
