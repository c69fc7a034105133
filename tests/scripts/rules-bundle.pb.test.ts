import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

let pocketbase: FreshPocketBase;
beforeAll(async () => {
  pocketbase = await freshPocketBase();
});
afterAll(() => pocketbase.stop());

test('a fresh PocketBase has the collections, the hooks and people of each role', async () => {
  const editor = await pocketbase.signedIn('editor');
  const producer = await editor.collection('producers').create({
    name: 'HTX Thử',
    slug: 'htx-thu',
    kind: 'cooperative',
    state: 'draft',
  });
  expect(producer['version']).toBe(1);
  expect(await pocketbase.superuser.collection('producers').getOne(producer.id)).toMatchObject({ name: 'HTX Thử' });
  await expect(pocketbase.guest.collection('producers').getOne(producer.id)).rejects.toMatchObject({ status: 404 });
});
