/** Nothing of rounds, results and criteria is public: not a word, not a number, not an id of them is in what the site reads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPublicRecords } from '#scripts/publish/readPublic.ts';
import { writeSnapshot } from '#scripts/publish/write-snapshot.ts';
import { seedSample } from '#tests/pocketbase/sample.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

let base: FreshPocketBase;
beforeAll(async () => {
  base = await freshPocketBase();
});
afterAll(() => base.stop());

test('the snapshot holds a recognition, and nothing of the round that it came from', async () => {
  const { ids } = await seedSample(base.superuser);
  const at = (collection: string) => base.superuser.collection(collection);
  const line = { criteria_version: 'thử', criteria_set: 1, position: 9_999, part: 'A', code: '9.9', max_points: 87.5 };
  await at('criteria').create({ ...line, label: 'Tiêu chí không ai ngoài văn phòng biết' });
  await at('rounds').update(ids.rounds, { name: 'Đợt kín của hội đồng' });
  await at('evaluations').update(ids.evaluations, {
    points: { '9.9': 76.25 },
    note: 'Hội đồng còn nghi ngờ',
    dossier: [{ item: 'form01', state: 'missing', note: 'Chờ bổ sung giấy' }],
  });
  await at('recognitions').update(ids.recognitions, { evaluation: ids.evaluations, criteria_version: 'văn bản thử' });
  const file = join(base.data.root, 'snapshot.sqlite');
  writeSnapshot(file, (await readPublicRecords({ pb: base.superuser, data: base.data })).content);

  const database = new DatabaseSync(file, { readOnly: true });
  const collections = database.prepare('SELECT DISTINCT collection FROM record').all();
  const recognition = database.prepare('SELECT json FROM record WHERE id = ?').get(ids.recognitions);
  database.close();
  expect(collections.map((row) => row['collection'])).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(rounds|evaluations|criteria)$/)]),
  );
  expect(JSON.parse(String(recognition?.['json']))).toMatchObject({ stars: 4 });
  const bytes = readFileSync(file, 'utf8');
  const secrets = [
    ids.rounds,
    ids.evaluations,
    ids.criteria,
    'Đợt kín',
    'nghi ngờ',
    'Chờ bổ sung',
    'không ai ngoài',
    '76.25',
    '87.5',
    'văn bản thử',
    'criteria_version',
  ];
  for (const secret of secrets) expect(bytes.includes(secret), secret).toBe(false);
});
