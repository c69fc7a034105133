/** Lots, shops, certificates and growing areas written into the real PocketBase, found again, and taken back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTraceCode } from '#domain/rules/traceCode.ts';
import { applyRun, undoRun } from '#scripts/import/apply/runs.ts';
import type { TargetName } from '#scripts/import/targets/fields.ts';
import { movedAddresses } from '#scripts/publish/addresses.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { csvFile, importInto, keep, look, openOffice, standing } from './office.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocop-targets-'));
let fresh: FreshPocketBase;
const at = (collection: string) => fresh.superuser.collection(collection);

beforeAll(async () => {
  fresh = await freshPocketBase();
  await openOffice(fresh.superuser);
  const firm = await at('producers').create({
    name: 'HTX Hảo Đạt',
    slug: 'hao-dat',
    kind: 'cooperative',
    state: 'approved',
  });
  const honey = { name: 'Mật ong', slug: 'mat-ong', producer: firm.id, state: 'approved' };
  const { id } = await at('products').create(honey);
  await at('pack_variants').create({ product: id, net_contents: '500g' });
  await at('products').create({ name: 'Chè', slug: 'che', producer: firm.id, state: 'draft' });
});
afterAll(async () => {
  await fresh?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const LISTS: Readonly<Partial<Record<TargetName, readonly string[]>>> = {
  growing_areas: ['Mã số vùng trồng;Loại;Diện tích (ha);Chủ thể', 'VN-BGOR-1;xuất khẩu;12,5;HTX Hảo Đạt'],
  certificates: [
    'Chủ thể;Loại chứng nhận;Số giấy;Ngày cấp',
    'HTX Hảo Đạt;VietGAP;V-1;1/2/2025',
    'HTX Mới;HACCP;H-1;2025',
  ],
  lots: [
    'Sản phẩm;Chủ thể;Quy cách;Mã vạch;Số lô;NSX;Vùng trồng;Mã tem',
    'Mật ong;HTX Hảo Đạt;500g;;L-1;1/2/2026;VN-BGOR-1;cu-0001',
    'Chè;HTX Hảo Đạt;Gói 200g;8938505974194;L-1;1/2/2026;;',
  ],
  listings: ['Sản phẩm;Sàn;Link;Mã tem', 'Mật ong;Voso;https://voso.vn/mat-ong;cu-0002', 'Chè;;;CU-0003'],
};

/** Where a path of the ledger leads in a release of the products that are public. */
async function leadsTo(path: string): Promise<string> {
  const ledger = await at('addresses').getFullList<{ path: string; redirect: string }>();
  const present = new Map(
    ledger.filter(({ redirect }) => redirect === '').map((row) => [row.path, { collection: 'lots', id: '' }]),
  );
  const moved = movedAddresses(ledger as never, present as never);
  return moved.find((each) => each.path === path)?.redirect ?? '';
}

test('each list is written as foretold, changes nothing when it comes again, and goes as a whole', async () => {
  const before = await standing(fresh.superuser);
  const undo: string[] = [];
  for (const [target, rows = []] of Object.entries(LISTS) as [TargetName, string[]][]) {
    const path = csvFile(folder, `${target}.csv`, rows);
    const { id, counts } = await importInto(fresh.superuser, path, target);
    expect([target, counts]).toEqual([
      target,
      { rows: rows.length - 1, created: rows.length - 1, changed: 0, same: 0, refused: 0 },
    ]);
    expect((await look(fresh.superuser, path, target)).report.counts).toMatchObject({ same: rows.length - 1 });
    undo.unshift(id);
  }

  const lots = await at('lots').getFullList({ expand: 'variant,areas', sort: 'created' });
  expect(lots.map(({ state, stamps_printed }) => [state, stamps_printed])).toEqual([
    ['draft', false],
    ['draft', false],
  ]);
  for (const lot of lots) expect(isTraceCode(lot['trace_code'])).toBe(true);
  expect(lots[0]?.expand?.['areas'][0].code).toBe('VN-BGOR-1');
  expect(lots[1]?.expand?.['variant'].gtin).toBe('8938505974194');

  for (const id of undo) await undoRun(fresh.superuser, id);
  const after = await standing(fresh.superuser);
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
});

test('an old code answers once what it stands for is public, wherever that moves', async () => {
  for (const target of ['lots', 'listings'] as const)
    await importInto(fresh.superuser, csvFile(folder, `${target}.csv`, LISTS[target] ?? []), target);
  expect(await leadsTo('/t/CU-0002')).toBe('/san-pham/mat-ong');
  expect([await leadsTo('/t/CU-0001'), await leadsTo('/t/CU-0003')]).toEqual(['', '']);

  const lot = await at('lots').getFirstListItem(`variant.net_contents = '500g'`);
  await at('lots').update(lot.id, { state: 'active', version: lot['version'] });
  expect(await leadsTo('/t/CU-0001')).toBe(`/t/${lot['trace_code']}`);
  const tea = await at('products').getFirstListItem(`slug = 'che'`);
  await at('products').update(tea.id, { state: 'approved', version: tea['version'] });
  expect(await leadsTo('/t/CU-0003')).toBe('/san-pham/che');
  const honey = await at('products').getFirstListItem(`slug = 'mat-ong'`);
  await at('products').update(honey.id, { slug: 'mat-ong-rung', version: honey['version'] });
  expect(await leadsTo('/t/CU-0002')).toBe('/san-pham/mat-ong-rung');
});

test('codes go with what they lead to: who keeps products brings and takes back theirs, who keeps lots does not', async () => {
  const path = csvFile(folder, 'codes.csv', ['Sản phẩm;Mã tem', 'Chè;CU-0900']);
  const id = await keep(fresh.superuser, await look(fresh.superuser, path, 'listings'));
  const words = 'Tài khoản này không được ghi các loại bản ghi có trong tệp.';
  const rows = () => at('addresses').getFullList({ filter: `path = '/t/CU-0900'` });
  await expect(applyRun(await fresh.signedIn('viewer'), id)).rejects.toThrow();
  await expect(applyRun(await fresh.signedIn('editor', { collections: ['lots'] }), id)).rejects.toThrow(words);
  expect(await rows()).toEqual([]);
  const keeper = await fresh.signedIn('editor', { collections: ['products'] });
  await applyRun(keeper, id);
  expect(await rows()).toMatchObject([{ import: id, printed: true, collection: 'products' }]);
  await expect(undoRun(await fresh.signedIn('editor', { collections: ['lots'] }), id)).rejects.toThrow(words);
  await undoRun(keeper, id);
  expect(await rows()).toEqual([]);
});

test.each([
  [
    'a trace code of ours',
    { collection: 'lots', fields: { lot_number: 'X', trace_code: '7F3K9QX2MF', state: 'draft' } },
  ],
  ['a lot on the market', { collection: 'lots', fields: { lot_number: 'X', state: 'active' } }],
  [
    'another address',
    { collection: 'addresses', fields: { path: '/san-pham/x', collection: 'products', record: 'a' } },
  ],
  [
    'an address of a person',
    { collection: 'addresses', fields: { path: '/t/X-001', collection: 'users', record: 'a' } },
  ],
])('a plan with %s is refused before anything is written', async (_, step) => {
  const line = JSON.stringify({ id: 'abcdefghijklmno', action: 'create', version: 0, row: 2, title: 'x', ...step });
  const run = await at('imports').create({
    file_name: 'x.csv',
    target: 'lots',
    state: 'dry',
    counts: { rows: 1, created: 1, changed: 0, same: 0, refused: 0 },
    plan: new File([line], 'plan.jsonl'),
  });
  await expect(fresh.superuser.send(`/api/ocop/imports/${run.id}/apply`, { method: 'POST' })).rejects.toThrow(
    'Tài khoản này không được ghi các loại bản ghi có trong tệp.',
  );
});
