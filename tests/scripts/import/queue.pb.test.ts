/** Dry runs asked for as the admin asks: the file goes up, the worker looks at it, the record tells what it found. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type PocketBase from 'pocketbase';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ImportRun, ReportGroup } from '#domain/importRun.ts';
import type { RowReport } from '#scripts/import/plan/report.ts';
import { REFUSALS } from '#scripts/import/read/unreadable.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { type RunningCommand, runCommand } from '#tests/support/runCommand.ts';
import { openOffice } from './office.ts';
import { sharedPath } from './shared.ts';
import { inlineRows, rawWorkbook, zipBomb } from './workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocop-queue-'));
let fresh: FreshPocketBase;
let editor: PocketBase;
let approver: PocketBase;
let worker: RunningCommand | undefined;

beforeAll(async () => {
  fresh = await freshPocketBase();
  await openOffice(fresh.superuser);
  writeFileSync(fresh.data.server, JSON.stringify({ url: fresh.url }));
  editor = await fresh.signedIn('editor', { name: 'Cô Lan' });
  approver = await fresh.signedIn('approver');
});
afterEach(async () => {
  worker?.kill('SIGTERM');
  await worker?.ended;
  worker = undefined;
});
afterAll(async () => {
  await fresh?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function startWorker(): Promise<RunningCommand> {
  const env = { OCOP_DATA: fresh.data.root, OCOP_POCKETBASE_URL: fresh.url };
  worker = runCommand('scripts/worker.ts', [], env);
  await worker.says('Worker ready.');
  return worker;
}

function ask(
  pb: PocketBase,
  name: string,
  content: string | Uint8Array,
  choices: object = {},
  target = 'products',
): Promise<{ id: string }> {
  const body = new FormData();
  body.append('target', target);
  body.append('choices', JSON.stringify(choices));
  body.append('source', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  return pb.send('/api/ocop/imports', { method: 'POST', body });
}

const look = (pb: PocketBase, id: string, body: object) =>
  pb.send(`/api/ocop/imports/${id}/look`, { method: 'POST', body });
const get = (id: string) => fresh.superuser.collection('imports').getOne<ImportRun>(id);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => '',
    (error: Error) => error.message,
  );

async function looked(id: string): Promise<ImportRun> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
    const run = await get(id);
    if (run.state !== 'queued' && run.state !== 'reading') return run;
  }
  throw new Error(`waited in vain; the worker said:\n${worker?.output() ?? ''}`);
}

/** A page of a group, read as the screen reads it: some bytes of the report. */
async function page(pb: PocketBase, run: ImportRun, group: ReportGroup, at = 0): Promise<RowReport[]> {
  const [from, to] = [run.pages?.[group]?.[at] ?? 0, run.pages?.[group]?.[at + 1] ?? 0];
  const url = pb.files.getURL(run, run.report, { token: await pb.files.getToken() });
  const answer = await fetch(url, { headers: { Range: `bytes=${from}-${to - 1}` } });
  expect(answer.status).toBe(206);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as RowReport);
}

const HEADING = 'Tên sản phẩm;Chủ thể;Sao;Số QĐ';
const LIST = [
  'Danh sách năm 2024',
  HEADING,
  'Nụ vối;HTX Hàng Đợi;3 sao;12/QĐ-UBND ngày 1/2/2024',
  'Trà sen;HTX Hàng Đợi;9 sao;',
  'Tổng cộng;;;',
].join('\n');

test('the worker looks at what an editor uploads, and the record tells file, columns, counts and rows', async () => {
  await startWorker();
  const { id } = await ask(editor, 'danh sách.csv', LIST);
  const run = await looked(id);
  expect(run).toMatchObject({ state: 'dry', file_name: 'danh sách.csv', prepared_by: 'Cô Lan', problem: '' });
  expect(run.counts).toEqual({ rows: 2, created: 1, changed: 0, same: 0, refused: 1 });
  expect(run.found).toMatchObject({ format: 'csv', encoding: 'utf-8', heading: [2, 2], separator: ';' });
  expect(run.found?.columns.map(({ field, samples }) => [field, samples[0]])).toEqual([
    ['product_name', 'Nụ vối'],
    ['producer', 'HTX Hàng Đợi'],
    ['stars', '3 sao'],
    ['decision', '12/QĐ-UBND ngày 1/2/2024'],
  ]);
  const [refused] = await page(editor, run, 'refused');
  expect(refused).toMatchObject({ number: 4, outcome: 'refused', problems: [{ column: 'C', text: '9 sao' }] });
  expect((await page(editor, run, 'created')).map((row) => row.title)).toEqual(['Nụ vối – HTX Hàng Đợi']);
  expect(await page(editor, run, 'skipped')).toMatchObject([{ number: 5, why: 'Dòng tổng cộng.' }]);
  expect(run.refused).not.toBe('');
});

test('an answer is kept, asked again, and what was refused is taken; then it is written', async () => {
  await startWorker();
  const { id } = await ask(approver, 'hỏi.csv', LIST.replaceAll('Hàng Đợi', 'Trả Lời'));
  expect((await looked(id)).counts?.refused).toBe(1);
  await look(approver, id, {
    answers: { '4:stars': { text: '4 sao' }, '4:decision': { text: '13/QĐ-UBND ngày 1/2/2024' } },
  });
  const run = await looked(id);
  expect(run.counts).toEqual({ rows: 2, created: 2, changed: 0, same: 0, refused: 0 });
  expect(await refusal(approver.send(`/api/ocop/imports/${id}/apply`, { method: 'POST' }))).toBe('');
  expect(await get(id)).toMatchObject({ state: 'applied', plan: '' });
  expect(await refusal(look(approver, id, {}))).toContain('đã ghi');
});

test('choices are taken: sheet, heading, encoding, columns; what cannot be found is told', async () => {
  await startWorker();
  const rows = [
    ['a', 'b'],
    ['Nụ vối', 'HTX Chọn Cột'],
    ['Chè', 'HTX Chọn Cột'],
  ];
  const { id } = await ask(editor, 'không tiêu đề.xlsx', rawWorkbook({ sheet: inlineRows(rows) }));
  const failed = await looked(id);
  expect(failed).toMatchObject({ state: 'failed', found: { heading: [0, 0], sheet: 'Danh sach' } });
  expect(failed.problem).toContain('Hãy chỉ dòng tiêu đề');
  expect(failed.found?.preview[1]).toEqual({ number: 2, cells: ['Nụ vối', 'HTX Chọn Cột'] });
  await look(editor, id, { choices: { heading: [1, 1], columns: { 0: 'product_name', 1: 'producer' } } });
  expect(await looked(id)).toMatchObject({ state: 'dry', counts: { rows: 2, created: 2 } });
});

describe('files that cannot be taken are refused in words', () => {
  const tooMany = () => {
    const row = (_: unknown, index: number) => `<row r="${index + 1}"><c t="inlineStr"><is><t>a</t></is></c></row>`;
    return rawWorkbook({ sheet: `<sheetData>${Array.from({ length: 110_000 }, row).join('')}</sheetData>` });
  };
  test.each([
    ['a renamed picture', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), REFUSALS.picture],
    ['a renamed PDF', () => Buffer.from('%PDF-1.7 '), REFUSALS.pdf],
    ['a packed file', () => gzipSync('a;b'), REFUSALS.archive],
    ['a workbook cut short', () => rawWorkbook({ sheet: inlineRows([['a', 'b']]) }).subarray(0, 300), REFUSALS.broken],
    ['more rows than are taken', tooMany, REFUSALS.tooManyRows],
    ['a zip bomb', zipBomb, REFUSALS.bomb],
    ['nothing', () => Buffer.from('\n\n'), REFUSALS.empty],
  ])('%s', async (name, content, words) => {
    await startWorker();
    const { id } = await ask(editor, `${name}.xlsx`, content());
    expect(await looked(id)).toMatchObject({ state: 'failed', problem: words, progress: '', plan: '' });
  });

  test('none, one too large, another target', async () => {
    expect(await refusal(ask(editor, 'trống.csv', LIST, {}, 'users'))).toContain('chưa đúng khuôn mẫu');
    const without = new FormData();
    without.append('target', 'products');
    expect(await refusal(editor.send('/api/ocop/imports', { method: 'POST', body: without }))).toBe(
      'Hãy chọn một tệp.',
    );
    expect(await refusal(ask(editor, 'lớn.csv', new Uint8Array(50_000_001)))).toContain('lớn quá 50 MB');
    expect(await fresh.superuser.collection('imports').getList(1, 1, { filter: "target='users'" })).toMatchObject({
      totalItems: 0,
    });
  });
});

test('who may not write may not ask; nobody writes the queue itself', async () => {
  const producer = await fresh.signedIn('producer');
  const viewer = await fresh.signedIn('viewer');
  for (const pb of [producer, viewer, fresh.guest]) {
    expect(await refusal(ask(pb, 'list.csv', LIST))).not.toBe('');
    await expect(pb.collection('imports').getFullList()).resolves.toEqual([]);
  }
  const forged = { file_name: 'x', target: 'products', state: 'dry' };
  await expect(editor.collection('imports').create(forged)).rejects.toMatchObject({ status: 403 });
  const { id } = await ask(editor, 'list.csv', LIST);
  await expect(editor.collection('imports').update(id, { state: 'dry' })).rejects.toMatchObject({ status: 403 });
  expect(await refusal(look(viewer, id, {}))).not.toBe('');
  await fresh.superuser.collection('imports').delete(id);
});

test('a look left by a dead worker is failed and may be asked for again', async () => {
  const { id } = await ask(editor, 'ngắt.csv', LIST);
  await fresh.superuser.collection('imports').update(id, { state: 'reading', progress: 'Đang đọc tệp' });
  await startWorker();
  const run = await looked(id);
  expect(run).toMatchObject({ state: 'failed', progress: '' });
  expect(run.problem).toContain('Bị ngắt giữa chừng');
  await look(editor, id, {});
  expect(await looked(id)).toMatchObject({ state: 'dry', problem: '' });
});

test('killed while it reads, the worker takes its reader with it, and the next one fails the look', async () => {
  const rows = Array.from({ length: 30_000 }, (_, row) => `Sản phẩm ${row};HTX Dài ${row};3 sao;`);
  const first = await startWorker();
  const { id } = await ask(editor, 'dài.csv', [HEADING, ...rows].join('\n'));
  while ((await get(id)).state === 'queued') await sleep(20);
  first.kill('SIGKILL');
  await first.ended;
  await sleep(1_000);
  const { updated, state } = await get(id);
  expect(state).toBe('reading');
  await startWorker();
  const run = await looked(id);
  expect(run.state).toBe('failed');
  expect(run.updated > updated).toBe(true);
});

test('a person who asks to be forgotten is in no uploaded file, sample or answer', async () => {
  await startWorker();
  const { id } = await ask(editor, 'hộ.csv', 'Tên sản phẩm;Chủ thể;Điện thoại\nTương;Hộ ông Nguyễn Văn Kín;0987000111');
  expect(JSON.stringify((await looked(id)).found)).toContain('0987000111');
  const producer = await fresh.superuser.collection('producers').create({
    name: 'Hộ ông Nguyễn Văn Kín',
    slug: 'ho-kin1',
    kind: 'household',
    natural_person: true,
    state: 'draft',
  });
  const body = { collection: 'producers', record: producer.id, note: 'Đơn ngày 22/11' };
  await fresh.superuser.send('/api/ocop/erasures', { method: 'POST', body });
  const cleared = { source: '', report: '', plan: '', refused: '', found: null, answers: null };
  expect(await get(id)).toMatchObject(cleared);
  expect(await refusal(look(editor, id, {}))).toContain('Hãy chọn lại tệp');
});

test('a real file of the office comes through the queue', async () => {
  const path = sharedPath('import-cases/encodings/tcvn3-lowercase.csv');
  if (!existsSync(path)) return console.log('Not tried on a real file: ../shared/data is not on this machine.');
  await startWorker();
  const { id } = await ask(editor, 'tcvn3.csv', readFileSync(path));
  const run = await looked(id);
  expect(run.found?.encoding).toBe('tcvn3');
  const { rows = 0, created = 0, changed = 0, same = 0, refused = 0 } = run.counts ?? {};
  expect(rows).toBeGreaterThan(20);
  expect(created + changed + same + refused).toBe(rows);
});
