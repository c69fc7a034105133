/** Files that come with a record are flushed by a hook that names the collections which have any (pb_hooks/durable.pb.js). */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { photo, uploadPicture } from '#tests/support/photo.ts';

let pocketbase: FreshPocketBase;
beforeAll(async () => {
  pocketbase = await freshPocketBase();
});
afterAll(() => pocketbase.stop());

test('no collection that has files is forgotten', async () => {
  const collections = await pocketbase.superuser.collections.getFullList();
  const withFiles = collections.filter(({ fields }) => fields.some((field: { type: string }) => field.type === 'file'));
  const hook = readFileSync(new URL('../../pocketbase/pb_hooks/durable.pb.js', import.meta.url), 'utf8');
  const named = [...new Set([...hook.matchAll(/^ {2}'(\w+)',$/gm)].map(([, name]) => name))];
  expect(withFiles.map(({ name }) => name).sort()).toEqual(named.sort());
});

test('a picture that is uploaded and described anew is there', async () => {
  const { superuser, data } = pocketbase;
  const bytes = await photo();
  const media = await uploadPicture(superuser, bytes, 'anh.jpg', 'image/jpeg');
  await superuser.collection('media').update(media.id, { alt: 'Lọ mật' });
  const path = `${data.database}/storage/${media.collectionId}/${media.id}/${media.file}`;
  expect(readFileSync(path).equals(bytes)).toBe(true);
});
