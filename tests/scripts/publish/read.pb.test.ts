import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOffice } from '#scripts/publish/read.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

let pocketbase: FreshPocketBase;
beforeAll(async () => {
  pocketbase = await freshPocketBase();
});
afterAll(() => pocketbase.stop());

test('more records than one page holds are read, each once', async () => {
  const { superuser } = pocketbase;
  await superuser.settings.update({ batch: { enabled: true, maxRequests: 2_500, timeout: 300 } });
  const wanted = Array.from({ length: 2_100 }, (_, index) => `Chỉ tiêu ${index}`);
  // Each further request of a batch takes PocketBase longer.
  for (let start = 0; start < wanted.length; start += 100) {
    const batch = superuser.createBatch();
    for (const metric of wanted.slice(start, start + 100))
      batch.collection('published_figures').create({ metric, value: '1' });
    await batch.send();
  }
  const office = await readOffice(superuser);
  expect(office.published_figures.map((figure) => figure.metric).sort()).toEqual(wanted.sort());
  expect(office.products).toEqual([]);
});

test('whoever is not a superuser is refused, where PocketBase would answer with less', async () => {
  const admin = await pocketbase.signedIn('admin');
  await expect(readOffice(pocketbase.guest)).rejects.toMatchObject({ status: 401 });
  await expect(readOffice(admin)).rejects.toMatchObject({ status: 403 });
});
