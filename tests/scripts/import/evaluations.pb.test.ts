/** Results of a round imported into the real PocketBase: written with total and stars, the same when they come again, taken back as a whole. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVALUATION_WORDS } from '#domain/rules/evaluationProblems.ts';
import { applyRun, undoRun } from '#scripts/import/apply/runs.ts';
import { seedCriteria } from '#scripts/seed/criteria.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { csvFile, importInto, keep, look, openOffice } from './office.ts';

let base: FreshPocketBase;
const folder = mkdtempSync(join(tmpdir(), 'ocop-results-'));
const at = (collection: string) => base.superuser.collection(collection);

beforeAll(async () => {
  base = await freshPocketBase();
  await openOffice(base.superuser);
  await seedCriteria(base.superuser);
  const firm = await at('producers').create({
    name: 'HTX Hảo Đạt',
    slug: 'hao-dat',
    kind: 'cooperative',
    state: 'draft',
  });
  for (const name of ['Mật ong', 'Chè'])
    await at('products').create({
      name,
      slug: `sp-${name.length}`,
      producer: firm.id,
      criteria_set: 4,
      state: 'draft',
    });
  await at('rounds').create({ level: 'province', year: 2026, number: 2, state: 'open' });
});
afterAll(async () => {
  await base?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ROWS = ['Tên sản phẩm;Chủ thể;Tổng điểm', 'Mật ong;HTX Hảo Đạt;92,5', 'Chè;HTX Hảo Đạt;49,99'];

test('results come in, come again as the same, and go', async () => {
  const path = csvFile(folder, 'diem.csv', ROWS);
  const { id, counts } = await importInto(base.superuser, path, 'evaluations');
  expect(counts).toEqual({ rows: 2, created: 2, changed: 0, same: 0, refused: 0 });
  const kept = await at('evaluations').getFullList({ sort: '-total' });
  expect(kept.map(({ state, total, stars, case: kase }) => [state, total, stars, kase])).toEqual([
    ['scored', 92.5, 5, 'first'],
    ['scored', 49.99, 2, 'first'],
  ]);
  expect((await look(base.superuser, path, 'evaluations')).report.counts).toMatchObject({ same: 2 });
  await undoRun(base.superuser, id);
  expect(await at('evaluations').getFullList()).toEqual([]);
});

test('what the rules refuse is refused as a whole, also where it changed since the dry run', async () => {
  const path = csvFile(folder, 'sau.csv', ROWS);
  const prepared = await look(base.superuser, path, 'evaluations');
  const [tea] = await at('products').getFullList({ filter: `name='Chè'` });
  await at('products').update(tea?.id ?? '', { criteria_set: 11 });
  const run = await keep(base.superuser, prepared);
  await expect(applyRun(base.superuser, run)).rejects.toThrow(EVALUATION_WORDS.setMismatch(4, 11));
  expect(await at('evaluations').getFullList()).toEqual([]);
});

test('a round that closed since the dry run takes no product more, and keeps what it has', async () => {
  const [tea] = await at('products').getFullList({ filter: `name='Chè'` });
  await at('products').update(tea?.id ?? '', { criteria_set: 4 });
  const [round] = await at('rounds').getFullList();
  const path = csvFile(folder, 'muon.csv', ROWS);
  const run = await keep(base.superuser, await look(base.superuser, path, 'evaluations'));
  await at('rounds').update(round?.id ?? '', { state: 'closed' });
  await expect(applyRun(base.superuser, run)).rejects.toThrow(EVALUATION_WORDS.joinsClosed);
  expect(await at('evaluations').getFullList()).toEqual([]);
  await at('rounds').update(round?.id ?? '', { state: 'open' });
  await importInto(base.superuser, path, 'evaluations');
  await at('rounds').update(round?.id ?? '', { state: 'closed' });
  const named = ROWS.map((row, at) => (at === 0 ? `Đợt;${row}` : `Đợt 2 năm 2026;${row.replace('49,99', '51')}`));
  const mended = await importInto(base.superuser, csvFile(folder, 'sua.csv', named), 'evaluations');
  expect(mended.counts).toMatchObject({ changed: 1, same: 1, refused: 0 });
  expect((await at('evaluations').getFullList({ sort: '-total' })).map(({ stars }) => stars)).toEqual([5, 3]);
});
