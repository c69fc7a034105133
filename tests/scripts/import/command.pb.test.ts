/** The command against the real PocketBase: it tells, writes, hands refused rows back and undoes. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { communesPlan } from '#scripts/demo/communes.ts';
import type { Written } from '#scripts/import/apply/runs.ts';
import type { ImportReport } from '#scripts/import/plan/report.ts';
import { readExisting } from '#scripts/import/readExisting.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { openOffice } from './office.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ocop-import-'));
let fresh: FreshPocketBase;

beforeAll(async () => {
  fresh = await freshPocketBase();
  const [commune] = communesPlan('bac-ninh')['communes'] ?? [];
  const create = (collection: string, record: Record<string, unknown>) =>
    fresh.superuser.collection(collection).create(record);
  await create('communes', commune ?? {});
  const settings = { kind: 'demonstration', province_code: '24', province: 'Bắc Ninh', office: 'Văn phòng' };
  const known = await fresh.superuser.collection('site_settings').getFullList();
  if (known[0] === undefined) await create('site_settings', settings);
  else await fresh.superuser.collection('site_settings').update(known[0].id, settings);
  const producer = { name: 'HTX chè Hảo Đạt', slug: 'htx-che-hao-dat', kind: 'cooperative', state: 'approved' };
  const { id } = await create('producers', producer);
  await create('products', { name: 'Chè Bát Tiên', slug: 'che-bat-tien', producer: id, state: 'approved' });
});
afterAll(async () => {
  await fresh?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function command(args: readonly string[], data = ''): Promise<{ code: number; stdout: string; stderr: string }> {
  const run = promisify(execFile)(process.execPath, ['scripts/import.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...(data === '' ? {} : { OCOP_DATA: data }) },
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const LIST = [
  'Tên sản phẩm;Chủ thể;Sao;Số QĐ',
  'CHÈ BÁT TIÊN;Hợp tác xã Chè Hảo Đạt;4 sao;12/QĐ-UBND ngày 1/2/2023',
  'Nụ vối;HTX CHÈ HẢO ĐẠT;3 sao;12/QĐ-UBND ngày 1/2/2023',
  'Trà sen;HTX CHÈ HẢO ĐẠT;9 sao;',
].join('\n');

test('a running office is read whole', async () => {
  const office = await readExisting(fresh.superuser);
  expect(office.provinceCode).toBe('24');
  expect(office.communes).toHaveLength(1);
  expect(office.existing.producers?.map((each) => each['name'])).toEqual(['HTX chè Hảo Đạt']);
});

test('the command tells what would change, for people and for programs, and changes nothing', async () => {
  const path = file('list.csv', LIST);
  const json = await command([path, '--into', 'products', '--dry-run', '--empty', '--json']);
  const report = JSON.parse(json.stdout) as ImportReport;
  expect(report.counts).toEqual({ rows: 3, created: 2, changed: 0, same: 0, refused: 1 });
  const words = await command([path, '--into', 'products', '--dry-run', '--empty']);
  expect(words.stdout).toContain('! ô C4 (Số sao) “9 sao”: ');
  expect(words.stdout.trimEnd().split('\n').at(-1)).toBe('3 dòng = 2 tạo mới + 0 thay đổi + 0 giống hệt + 1 từ chối');
  expect(await fresh.superuser.collection('products').getFullList()).toHaveLength(1);
});

test.each([
  ['a picture', '\x89PNG\r\n', ['--dry-run'], 'Đây là ảnh, không phải bảng tính.'],
  ['no heading', 'a;b\n1;2\n', ['--dry-run'], 'Không tìm thấy dòng tiêu đề: hãy chỉ bằng --heading.'],
  ['writing beside no office', LIST, [], '--empty chỉ để xem trước: hãy thêm --dry-run.'],
])('%s is refused in words', async (name, text, flags, words) => {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, text, 'latin1');
  const { code, stderr } = await command([path, '--into', 'products', '--empty', ...flags]);
  expect(code).not.toBe(0);
  expect(stderr.trim()).toBe(words);
});

type Told = ImportReport & { written: Written | null; idleAnswers: unknown[] };

test('it writes, hands the refused rows back as a workbook that can be mended, and undoes', async () => {
  const data = join(folder, 'data');
  const office = await freshPocketBase({ folder: data });
  await openOffice(office.superuser, 1);
  await office.stop();
  const path = file('whole.csv', LIST);
  const refused = join(folder, 'refused.xlsx');
  const told = async (...args: string[]): Promise<Told> =>
    JSON.parse((await command([...args, '--json'], data)).stdout);
  const { counts, written } = await told(path, '--into', 'products', '--refused', refused);
  expect(counts).toEqual({ rows: 3, created: 2, changed: 0, same: 0, refused: 1 });
  expect(written).toMatchObject({ state: 'applied', counts });

  const back = await told(refused, '--into', 'products', '--dry-run');
  expect(back.counts).toEqual({ rows: 1, created: 0, changed: 0, same: 0, refused: 1 });
  expect(back.mapping.columns.map(({ heading, field }) => [heading, field])).toEqual([
    ['Tên sản phẩm', 'product_name'],
    ['Chủ thể', 'producer'],
    ['Sao', 'stars'],
    ['Số QĐ', 'decision'],
    ['Lý do từ chối', ''],
    ['Dòng ở tệp gốc', ''],
  ]);
  const settled = await told(path, '--into', 'products', '--dry-run', '--answer', 'C4=3 sao', '--answer', 'Z9=x');
  expect(settled).toMatchObject({ counts: { refused: 0 }, idleAnswers: [{ at: 'Z9', value: 'x' }] });
  const answers = file('answers.json', '{"C4":"3 sao"}');
  expect((await told(path, '--into', 'products', '--dry-run', '--answers', answers)).counts.refused).toBe(0);

  const again = await command([path, '--into', 'products'], data);
  expect(again.stdout).toContain('3 dòng = 0 tạo mới + 0 thay đổi + 2 giống hệt + 1 từ chối\nKhông có gì để ghi.');
  const undone = await command(['--undo', written?.id ?? ''], data);
  expect(undone.stdout).toBe(`Đã hoàn tác lần nhập ${written?.id}.\n`);
  expect((await told(path, '--into', 'products', '--dry-run')).counts).toEqual(counts);
  const unknown = await command(['--undo', 'khongcolannhap0'], data);
  expect(unknown).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/\nKhông tìm thấy lần nhập này, hoặc tài khoản này không được xem\.\n$/),
  });
}, 120_000);
