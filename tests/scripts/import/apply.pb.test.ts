/** Imports written into the real PocketBase and taken back: whole or not at all. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stepsOf } from '#scripts/import/apply/plan.ts';
import { applyRun, saveRun, undoRun } from '#scripts/import/apply/runs.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { csvFile, importInto, keep, look, openOffice, standing } from './office.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocop-apply-'));
let fresh: FreshPocketBase;

beforeAll(async () => {
  fresh = await freshPocketBase();
  await openOffice(fresh.superuser);
});
afterAll(async () => {
  await fresh?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const HEADING = 'Tên sản phẩm;Chủ thể;Điện thoại;Sao;Số QĐ;Ghi chú';
let count = 0;

/** A list of two firms' products and a household's, of its own each time; one row is refused. */
function list(): string {
  count += 1;
  const firm = `HTX Thử nghiệm số ${count}`;
  return csvFile(folder, `list-${count}.csv`, [
    HEADING,
    `Chè búp ${count};${firm};;3 sao;${count}/QĐ-UBND ngày 1/2/2020;`,
    `Chè búp ${count};${firm};;4 sao;${count + 500}/QĐ-UBND ngày 1/2/2023;nâng hạng`,
    `Nụ vối ${count};${firm};0912345678;3 sao;${count + 500}/QĐ-UBND ngày 1/2/2023;`,
    `Tương ${count};Hộ ông Nguyễn Văn Thử ${'ABCDEFGHIJKL'[count]};0987654321;;;`,
    `Trà sen ${count};${firm};;9 sao;;`,
  ]);
}

const runs = () => fresh.superuser.collection('imports');
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => '',
    (error: Error) => error.message,
  );

test('what is written is what was foretold, by one hand; the same file again changes nothing', async () => {
  const path = list();
  const before = await standing(fresh.superuser);
  const { id, state, counts } = await importInto(fresh.superuser, path);
  expect(state).toBe('applied');
  expect(counts).toEqual({ rows: 5, created: 3, changed: 1, same: 0, refused: 1 });
  const after = await standing(fresh.superuser);
  const made = Object.keys(after).filter((key) => !(key in before));
  const revisions = await fresh.superuser.collection('revisions').getFullList({ filter: `import = '${id}'` });
  expect(new Set(revisions.map((each) => each['why']))).toEqual(new Set(['import']));
  expect(new Set(revisions.map((each) => each['tx'])).size).toBe(1);
  expect(new Set(revisions.map((each) => `${each['collection']} ${each['record']}`))).toEqual(new Set(made));
  const again = await look(fresh.superuser, path);
  expect(again.report.counts).toEqual({ rows: 5, created: 0, changed: 0, same: 4, refused: 1 });
  expect(stepsOf(again.report, again.office.existing)).toEqual([]);
});

test('an upgrade supersedes the star before; the decision stands once', async () => {
  await importInto(fresh.superuser, list());
  const product = await fresh.superuser.collection('products').getFirstListItem(`name = 'Chè búp ${count}'`);
  const held = await fresh.superuser
    .collection('recognitions')
    .getFullList({ filter: `product = '${product.id}'`, sort: 'stars', expand: 'decision' });
  expect(held.map((each) => [each['stars'], each['superseded_by']])).toEqual([
    [3, held[1]?.id],
    [4, ''],
  ]);
  const decisions = await fresh.superuser
    .collection('decisions')
    .getFullList({ filter: `number = '${count + 500}/QĐ-UBND'` });
  expect(decisions).toHaveLength(1);
});

test('a person is known as one and nothing of the person becomes public', async () => {
  await importInto(fresh.superuser, list());
  const contact = await fresh.superuser
    .collection('producer_contacts')
    .getFirstListItem(`phone = '0987654321'`, { sort: '-created', expand: 'producer' });
  const producer = contact.expand?.['producer'];
  expect(producer).toMatchObject({ natural_person: true, kind: 'household', state: 'draft' });
  expect(producer['slug']).toMatch(/^ho-[a-z0-9]{4,}$/);
  const switches = Object.entries(contact).filter(([name]) => name.endsWith('_public'));
  expect(switches.length).toBeGreaterThan(3);
  expect(switches.filter(([, value]) => value)).toEqual([]);
});

test('pressed again it answers with what it did, also when pressed twice at once', async () => {
  const path = list();
  const id = await keep(fresh.superuser, await look(fresh.superuser, path));
  const [first, second] = await Promise.all([applyRun(fresh.superuser, id), applyRun(fresh.superuser, id)]);
  expect(second).toEqual(first);
  const after = await standing(fresh.superuser);
  expect(await applyRun(fresh.superuser, id)).toEqual(first);
  expect(await standing(fresh.superuser)).toEqual(after);
});

test('undone, everything is as it was, new and changed records alike; and once is enough', async () => {
  const path = list();
  await importInto(fresh.superuser, path);
  const before = await standing(fresh.superuser);
  const more = csvFile(folder, 'more.csv', [
    HEADING,
    `Chè búp ${count};HTX Thử nghiệm số ${count};0911111111;5 sao;9/QĐ-TTg ngày 1/2/2026;`,
    `Mật ong ${count};HTX Thử nghiệm số ${count};;3 sao;10/QĐ-UBND ngày 1/2/2026;`,
  ]);
  const { id, counts } = await importInto(fresh.superuser, more);
  expect(counts).toMatchObject({ created: 1, changed: 1 });
  expect(await standing(fresh.superuser)).not.toEqual(before);
  expect(await undoRun(fresh.superuser, id)).toMatchObject({ state: 'undone' });
  expect(await standing(fresh.superuser)).toEqual(before);
  expect(await undoRun(fresh.superuser, id)).toMatchObject({ state: 'undone' });
  expect(await refusal(applyRun(fresh.superuser, id))).toContain('đã hoàn tác');
});

test('what somebody went on with is named, and nothing is undone', async () => {
  const { id } = await importInto(fresh.superuser, list());
  const editor = await fresh.signedIn('editor', { name: 'Cô Lan' });
  const product = await editor.collection('products').getFirstListItem(`name = 'Nụ vối ${count}'`);
  await editor.collection('products').update(product.id, { story: 'Chuyện kể', version: product['version'] });
  const before = await standing(fresh.superuser);
  expect(await refusal(undoRun(fresh.superuser, id))).toBe(
    `Sau lần nhập đã có người sửa: Sản phẩm “Nụ vối ${count}” (Cô Lan). Chưa hoàn tác gì.`,
  );
  expect(await standing(fresh.superuser)).toEqual(before);
  expect(await runs().getOne(id)).toMatchObject({ state: 'applied' });
});

test('what others point at since, or stands in public, is named, and nothing is undone', async () => {
  const { id } = await importInto(fresh.superuser, list());
  const product = await fresh.superuser.collection('products').getFirstListItem(`name = 'Nụ vối ${count}'`);
  await fresh.superuser.collection('pack_variants').create({ product: product.id, net_contents: '100 g' });
  const before = await standing(fresh.superuser);
  const words = await refusal(undoRun(fresh.superuser, id));
  expect(words).toContain(`Chưa xóa được “Nụ vối ${count}”: còn 1 quy cách đóng gói (100 g)`);
  expect(words).toContain('Chưa hoàn tác gì.');
  expect(await standing(fresh.superuser)).toEqual(before);
});

test('a record changed since the dry run stops all of it', async () => {
  await importInto(fresh.superuser, list());
  const more = csvFile(folder, 'stale.csv', [
    HEADING,
    `Mật ong ${count};HTX Thử nghiệm số ${count};;;;`,
    `Chè búp ${count};HTX Thử nghiệm số ${count};;5 sao;9/QĐ-TTg ngày 1/2/2026;`,
  ]);
  const id = await keep(fresh.superuser, await look(fresh.superuser, more));
  const known = await fresh.superuser
    .collection('recognitions')
    .getFirstListItem(`product.name = 'Chè búp ${count}' && stars = 4`);
  await fresh.superuser.collection('recognitions').update(known.id, { note: 'khác' });
  const before = await standing(fresh.superuser);
  expect(await refusal(applyRun(fresh.superuser, id))).toContain('Từ lúc xem trước đã có người sửa: Công nhận sao');
  expect(await standing(fresh.superuser)).toEqual(before);
  expect(await runs().getOne(id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('Chưa ghi gì') });
});

test('a record that PocketBase refuses stops all of it, and its row is named', async () => {
  const prepared = await look(fresh.superuser, list());
  const taken = await fresh.superuser.collection('products').getFirstListItem(`slug != ''`);
  const steps = stepsOf(prepared.report, prepared.office.existing).map((step) =>
    step.title.startsWith('Nụ vối') ? { ...step, fields: { ...step.fields, slug: taken['slug'] } } : step,
  );
  const { name, sha256, report } = prepared;
  const { id } = await saveRun(fresh.superuser, { name, sha256, preparedBy: 'test' }, report, steps);
  const before = await standing(fresh.superuser);
  expect(await refusal(applyRun(fresh.superuser, id))).toBe(
    `Sản phẩm “Nụ vối ${count}”, dòng 4: “Địa chỉ ngắn” đã có ở bản ghi khác. Chưa ghi gì.`,
  );
  expect(await standing(fresh.superuser)).toEqual(before);
  // Mended, it may be pressed again.
  await fresh.superuser.collection('products').update(taken.id, { slug: 'cho-khac' });
  expect(await applyRun(fresh.superuser, id)).toMatchObject({ state: 'applied' });
});

test('stars are an approver’s word; who may not see an import may not write it; no plan publishes', async () => {
  const prepared = await look(fresh.superuser, list());
  const id = await keep(fresh.superuser, prepared);
  const tried = async (role: 'viewer' | 'editor' | 'approver', more = {}) =>
    refusal(applyRun(await fresh.signedIn(role, more), id));
  expect(await refusal(applyRun(fresh.guest, id))).not.toBe('');
  expect(await tried('viewer')).toContain('Không tìm thấy lần nhập này');
  expect(await tried('editor')).toContain('không được ghi các loại bản ghi');
  expect(await tried('approver', { collections: ['fairs'] })).toContain('không được ghi các loại bản ghi');
  for (const fields of [{ phone_public: true }, { state: 'approved' }, { version: 7 }]) {
    const [step] = stepsOf(prepared.report, prepared.office.existing);
    if (step === undefined) throw new Error('no step');
    const bad = [{ ...step, fields: { ...step.fields, ...fields } }];
    const { name, sha256, report } = prepared;
    const run = await saveRun(fresh.superuser, { name, sha256, preparedBy: 'test' }, report, bad);
    expect(await refusal(applyRun(fresh.superuser, run.id))).toContain('không được ghi');
  }
  expect(await tried('approver')).toBe('');
});

test('a person who asks to be forgotten is in no report and no plan any more', async () => {
  const { id } = await importInto(fresh.superuser, list());
  const waiting = await keep(fresh.superuser, await look(fresh.superuser, list()));
  const [producer] = await fresh.superuser.collection('producers').getFullList({ filter: 'natural_person = true' });
  const run = await runs().getOne(id);
  const token = await fresh.superuser.files.getToken();
  const report = () => fetch(fresh.superuser.files.getURL(run, run['report'], { token }));
  expect(await (await report()).text()).toContain('0987654321');
  const body = { collection: 'producers', record: producer?.id, note: 'Đơn ngày 22/11' };
  await fresh.superuser.send('/api/ocop/erasures', { method: 'POST', body });
  expect((await report()).status).toBe(404);
  expect(await runs().getOne(id)).toMatchObject({ state: 'applied', report: '', plan: '' });
  expect(await runs().getOne(waiting)).toMatchObject({ state: 'dry', report: '', plan: '' });
  expect(await refusal(applyRun(fresh.superuser, waiting))).toContain('Hãy nhập lại tệp');
});
