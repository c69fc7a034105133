/** What a person said of a list's columns is remembered for the next list of the same headings, by target and for written imports alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { taughtBy } from '#scripts/import/apply/memory.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { csvFile, importInto, keep, look, openOffice } from './office.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocop-memory-'));
let fresh: FreshPocketBase;

beforeAll(async () => {
  fresh = await freshPocketBase();
  await openOffice(fresh.superuser, 1);
});
afterAll(async () => {
  await fresh?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const TOLD = { read: {}, mapping: { columns: { 2: 'brand', 3: '' } } };
const list = (name: string, product: string) =>
  csvFile(folder, name, ['Tên sản phẩm;Chủ thể;Cột riêng;Ghi chú', `${product};HTX Nhớ Lâu;Nhãn Xưa;ghi`]);
const columnsOf = async (path: string, target: 'products' | 'producers' = 'products') => {
  const { report } = await look(fresh.superuser, path, target);
  return report.mapping.columns.map(({ field, how }) => `${field} ${how}`);
};

test('the word on a column holds for the next list once an import is written', async () => {
  const first = list('first.csv', 'Chè');
  expect(await columnsOf(first)).toEqual(['product_name heading', 'producer heading', ' none', 'note heading']);
  await keep(fresh.superuser, await look(fresh.superuser, first, 'products', TOLD));
  expect((await columnsOf(first))[2]).toBe(' none');

  await importInto(fresh.superuser, first, 'products', TOLD);
  const second = list('second.csv', 'Nem');
  expect(await columnsOf(second)).toEqual(['product_name heading', 'producer heading', 'brand memory', ' memory']);
  expect((await columnsOf(second, 'producers'))[2]).toBe(' none');
  await importInto(fresh.superuser, second);
  expect(await fresh.superuser.collection('products').getFirstListItem(`name = 'Nem'`)).toMatchObject({
    brand: 'Nhãn Xưa',
  });
  // A new word goes before what is remembered, and is remembered in its turn.
  const other = { read: {}, mapping: { columns: { 2: 'ingredients' } } };
  await importInto(fresh.superuser, list('third.csv', 'Miến'), 'products', other);
  expect(await columnsOf(second)).toEqual([
    'product_name heading',
    'producer heading',
    'ingredients memory',
    ' memory',
  ]);
});

test('a heading that stands twice teaches nothing', () => {
  const column = (heading: string, field: string, how: string) => ({ letter: 'A', heading, field, how });
  expect(
    taughtBy([column('Khác', 'brand', 'told'), column('KHÁC (*)', 'note', 'told'), column('Tên', 'name', 'told')]),
  ).toEqual({ ten: 'name' });
});
