/** An import of a person who is limited to a commune: what is foretold at the rows is what the route would refuse, and the rest is written. */
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportRun } from '#domain/importRun.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { type RunningCommand, runCommand } from '#tests/support/runCommand.ts';
import { openOffice } from './office.ts';

let fresh: FreshPocketBase;
let worker: RunningCommand;
let communes: { id: string; name: string }[];
let editor: PocketBase;
let approver: PocketBase;

beforeAll(async () => {
  fresh = await freshPocketBase();
  await openOffice(fresh.superuser);
  writeFileSync(fresh.data.server, JSON.stringify({ url: fresh.url }));
  worker = runCommand('scripts/worker.ts', [], { OCOP_DATA: fresh.data.root, OCOP_POCKETBASE_URL: fresh.url });
  await worker.says('Worker ready.');
  communes = await fresh.superuser.collection('communes').getFullList({ sort: 'code' });
  editor = await fresh.signedIn('editor', { name: 'Cô Lan', communes: [communes[0]?.id] });
  approver = await fresh.signedIn('approver', { name: 'Cô Lan' });
});
afterAll(async () => {
  worker?.kill('SIGTERM');
  await worker?.ended;
  await fresh?.stop();
});

async function looked(
  pb: PocketBase,
  rows: readonly string[],
  target = 'products',
): Promise<ImportRun & { collectionId: string }> {
  const body = new FormData();
  body.append('target', target);
  body.append('choices', '{}');
  body.append('source', new Blob([rows.join('\n')]), 'danh sách.csv');
  const { id } = await pb.send<{ id: string }>('/api/ocop/imports', { method: 'POST', body });
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
    const run = await fresh.superuser.collection('imports').getOne<ImportRun & { collectionId: string }>(id);
    if (run.state !== 'queued' && run.state !== 'reading') return run;
  }
  throw new Error(`waited in vain; the worker said:\n${worker.output()}`);
}

async function fileOf(run: ImportRun, name: 'report' | 'plan'): Promise<string> {
  const token = await fresh.superuser.files.getToken();
  return (await fetch(fresh.superuser.files.getURL(run, run[name], { token }))).text();
}

const apply = (pb: PocketBase, id: string) =>
  pb.send<{ state: string }>(`/api/ocop/imports/${id}/apply`, { method: 'POST' }).then(
    ({ state }) => state,
    (error: Error) => error.message,
  );
const made = async (name: string) =>
  (await fresh.superuser.collection('products').getList(1, 1, { filter: `name = "${name}"` })).totalItems;

const HEAD = 'Tên sản phẩm;Chủ thể;Xã';
const OUTSIDE = 'ngoài các xã, phường mà tài khoản này được giao';

test('rows of another commune are refused in the dry run, and the rest is written; a forged plan the route still refuses', async () => {
  const rows = [HEAD, `Chè gần;HTX Gần;${communes[0]?.name}`, `Chè xa;HTX Xa;${communes[1]?.name}`, 'Chè đâu;HTX Đâu;'];
  const run = await looked(editor, rows);
  expect(run).toMatchObject({ state: 'dry', preparer: editor.authStore.record?.id, prepared_by: 'Cô Lan' });
  expect(run.counts).toEqual({ rows: 3, created: 1, changed: 0, same: 0, refused: 2 });
  expect(run.deeds).toEqual({ collections: { producers: 1, products: 1 }, approved: 0 });
  const report = await fileOf(run, 'report');
  for (const name of ['HTX Xa', 'HTX Đâu']) expect(report).toContain(`“${name}”: ${OUTSIDE}`);
  expect(run.refused).not.toBe('');

  const whole = await looked(approver, rows);
  expect(whole.counts).toMatchObject({ created: 3, refused: 0 });
  const forged = new FormData();
  forged.append('plan', new Blob([await fileOf(whole, 'plan')]), 'plan.jsonl');
  const kept = new Blob([await fileOf(run, 'plan')]);
  await fresh.superuser.collection('imports').update(run.id, forged);
  expect(await apply(editor, run.id)).toContain(OUTSIDE);
  expect([await made('Chè gần'), await made('Chè xa')]).toEqual([0, 0]);

  const honest = new FormData();
  honest.append('plan', kept, 'plan.jsonl');
  await fresh.superuser.collection('imports').update(run.id, honest);
  expect(await apply(editor, run.id)).toBe('applied');
  expect([await made('Chè gần'), await made('Chè xa'), await made('Chè đâu')]).toEqual([1, 0, 0]);
});

test('an editor is told what an approver has to write, who writes it; each is told by account and not by name', async () => {
  const rows = [`${HEAD};Sao;Số QĐ`, `Nem;HTX Gần;${communes[0]?.name};3 sao;7/QĐ-UBND ngày 1/2/2024`];
  const run = await looked(editor, rows);
  expect(run.counts).toMatchObject({ created: 1, refused: 0 });
  expect(run.deeds).toEqual({ collections: { products: 1, decisions: 1, recognitions: 1 }, approved: 0 });
  expect(await fileOf(run, 'report')).toContain('Cần người duyệt ghi (quyết định, công nhận sao).');
  expect(await apply(editor, run.id)).toContain('không được ghi các loại bản ghi');
  expect(await apply(approver, run.id)).toBe('applied');
  expect(await made('Nem')).toBe(1);
});

test.each([
  ['sales_points', 'Tên điểm bán;Xã', (at: string, number: number) => `Điểm bán ${number};${at}`],
  ['growing_areas', 'Mã số;Loại;Xã', (at: string, number: number) => `VN-BN-${number};Cơ sở đóng gói;${at}`],
  [
    'certificates',
    'Chủ thể;Loại chứng nhận;Số',
    (_: string, number: number) => `HTX Giữ Số ${number};VietGAP;VG-${number}`,
  ],
])('what is left of a file into %s the route takes, and what is refused it would not', async (target, head, row) => {
  const rows = [head];
  for (const [number, commune] of communes.slice(0, 2).entries()) {
    rows.push(row(commune.name, number));
    const known = { name: `HTX Giữ Số ${number}`, slug: `${target.replace('_', '-')}-${number}`, kind: 'cooperative' };
    const holder = { ...known, commune: commune.id, state: 'draft' };
    if (target === 'certificates') await fresh.superuser.collection('producers').create(holder);
  }
  const whole = await looked(approver, rows, target);
  expect(whole.counts).toMatchObject({ rows: 2, created: 2 });
  const run = await looked(editor, rows, target);
  expect(run.counts).toMatchObject({ rows: 2, created: 1, refused: 1 });
  expect(await fileOf(run, 'report')).toContain(OUTSIDE);
  expect(await apply(editor, whole.id)).toContain(OUTSIDE);
  expect(await apply(editor, run.id)).toBe('applied');
  expect((await fresh.superuser.collection(target).getList(1, 1)).totalItems).toBe(1);
});
