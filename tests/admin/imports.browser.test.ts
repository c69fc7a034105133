/** A spreadsheet from the file to the records and back, in the browser, with the worker at work behind it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SCREENS } from '../support/chromium.ts';
import { type RunningCommand, runCommand } from '../support/runCommand.ts';
import { type AdminPages, adminPages } from './adminPages.ts';
import { looksRight } from './looksRight.ts';

let admin: AdminPages;
let worker: RunningCommand;
const REAL = fileURLToPath(new URL('../../../shared/data/import-cases/encodings/tcvn3-lowercase.csv', import.meta.url));

beforeAll(async () => {
  admin = await adminPages();
  const { data, url } = admin.pocketbase;
  worker = runCommand('scripts/worker.ts', [], { OCOP_DATA: data.root, OCOP_POCKETBASE_URL: url });
  await worker.says('Worker ready.');
});
afterAll(async () => {
  worker?.kill('SIGTERM');
  await worker?.ended;
  await admin?.stop();
  expect(admin.complaints).toEqual([]);
});

const LIST = [
  'DANH SÁCH SẢN PHẨM NĂM 2024;;;;',
  'STT;Tên sản phẩm;Chủ thể;Hạng sao;Cột riêng',
  '1;Mật ong hoa vải Minh Họa;HTX Minh Họa 1;;Ong Rừng',
  '2;Nụ vối thử;HTX Nhập Thử;3 sao;Nhãn Vối',
  '3;Trà sen thử;HTX Nhập Thử;9 sao;',
  'Tổng cộng: 3 sản phẩm;;;;',
].join('\n');

async function upload(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto(admin.at('/nhap-tu-tep'));
  await page.getByRole('heading', { level: 1, name: 'Nhập từ bảng tính' }).waitFor();
  const buffer = Buffer.from(content);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Xem trước' }).click();
}

const sum = (page: Page) => page.getByText(/dòng = .+ tạo mới/).textContent();

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('from a messy file to the records and back, on a phone', async () => {
  const { page, context } = await admin.asRole('admin', SCREENS['phone' as keyof typeof SCREENS]);
  await upload(page, 'danh sách.csv', LIST);
  await page.getByText(/dòng = /).waitFor();
  expect(await sum(page)).toBe('3 dòng = 1 tạo mới + 0 thay đổi + 1 giống hệt + 1 từ chối');
  await looksRight(page);

  await page.getByText('Tệp và cột').click();
  await expect.poll(() => page.getByText('Bảng mã: UTF-8').isVisible()).toBe(true);
  await choose(page, 'Cột E (Cột riêng) là', 'Nhãn hiệu');
  await looksRight(page);
  await page.getByRole('button', { name: 'Xem trước lại với lựa chọn này' }).click();
  await page.getByText('3 dòng = 1 tạo mới + 1 thay đổi + 0 giống hệt + 1 từ chối').waitFor();

  const refused = page.getByRole('listitem').filter({ hasText: 'Ô D5 · ' }).last();
  await expect.poll(() => refused.textContent()).toContain('“9 sao”');
  await choose(page, 'Trả lời cho Ô D5', 'Viết lại ô này');
  await page.getByRole('textbox', { name: 'Viết lại Ô D5' }).fill('');
  await page.getByRole('textbox', { name: 'Viết lại Ô D5' }).fill('4 sao');
  await page.getByRole('button', { name: 'Xem trước lại với câu trả lời' }).click();
  await page.getByText('3 dòng = 2 tạo mới + 1 thay đổi + 0 giống hệt + 0 từ chối').waitFor();
  await page.getByText('Thay đổi (1)').click();
  await page.locator('ins').filter({ hasText: 'Ong Rừng' }).waitFor();
  await page.getByText('Không phải bản ghi').click();
  await page.getByText('Dòng tổng cộng.').waitFor();

  await page.getByRole('button', { name: 'Ghi 3 dòng' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect.poll(() => dialog.textContent()).toContain('Không có gì ra trang công khai');
  await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
  await page.getByText('đã ghi lúc').waitFor();
  const made = page.getByRole('link', { name: 'Nụ vối thử' }).first();
  await made.waitFor();
  await looksRight(page);
  const products = admin.pocketbase.superuser.collection('products');
  expect(await products.getFirstListItem('name = "Nụ vối thử"')).toMatchObject({ state: 'draft', brand: 'Nhãn Vối' });

  await page.getByRole('button', { name: 'Hoàn tác lần nhập' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText('đã hoàn tác lúc').waitFor();
  expect(await products.getList(1, 1, { filter: 'name = "Nụ vối thử"' })).toMatchObject({ totalItems: 0 });
  await context.close();
});

const ALIKE = [
  'Tên sản phẩm;Chủ thể;Hạng sao',
  'Mắm tép thử;HTX Mính Hoạ 1;',
  'Nem chua thử;HTX Mính Hoạ 1;',
  'Bún khô thử;HTX Mính Hoạ 1;',
  'Giò lụa thử;HTX Nhập Thử;9 sao',
].join('\n');

test('what many rows ask alike is answered once, on a phone; one of them otherwise; an editor is told what is the approver’s', async () => {
  const { page, context } = await admin.asRole('editor', SCREENS.phone);
  await upload(page, 'giống nhau.csv', ALIKE);
  await page.getByText('4 dòng = 0 tạo mới + 0 thay đổi + 0 giống hệt + 4 từ chối').waitFor();
  const shared = page.getByRole('listitem').filter({ hasText: 'Cùng câu hỏi ở 3 dòng' });
  await expect.poll(() => shared.count()).toBe(1);
  await expect.poll(() => shared.textContent()).toContain('Cột B · Chủ thể “HTX Mính Hoạ 1”');
  await shared.getByText('Các dòng: 2–4').click();
  await looksRight(page);

  await choose(page, 'Trả lời cho 3 dòng, Cột B', 'HTX Minh Họa 1');
  await shared.getByRole('button', { name: 'Trả lời khác cho dòng 3' }).click();
  await choose(page, 'Trả lời cho Ô B3', 'Chủ thể mới');
  await looksRight(page);
  await page.getByText('Từ chối (4)').click();
  await page.getByText('Cùng câu hỏi ở 3 dòng: trả lời một lần').first().waitFor();
  await looksRight(page);
  await expect
    .poll(() => page.getByRole('status').filter({ hasText: 'câu trả lời' }).textContent())
    .toBe('2 câu trả lời chưa xem lại');
  await page.getByRole('button', { name: 'Xem trước lại với câu trả lời' }).click();
  await page.getByText('4 dòng = 3 tạo mới + 0 thay đổi + 0 giống hệt + 1 từ chối').waitFor();
  await page.getByText('Đã tính 2 câu trả lời, 1 cho nhiều dòng.').waitFor();
  await page.getByText('Tạo mới (3)').click();
  const told = (row: number) => page.getByRole('listitem').filter({ hasText: `Dòng ${row} ·` });
  await told(2).getByText('Trả lời chung: “HTX Minh Họa 1”.').waitFor();
  await told(3).getByText('Trả lời: “Chủ thể mới”.').waitFor();
  await told(4).getByText('Trả lời chung: “HTX Minh Họa 1”.').waitFor();

  await upload(page, 'có sao.csv', 'Tên sản phẩm;Chủ thể;Hạng sao\nNem có sao;HTX Có Sao;3 sao');
  await page.getByText('Tệp này ghi 1 công nhận sao nên cần người duyệt ghi.').waitFor();
  expect(await page.getByRole('button', { name: 'Ghi 1 dòng' }).count()).toBe(0);
  await looksRight(page);
  const address = page.url();
  await context.close();
  // The admin's page, where the same is to be written.
  await admin.page.goto(address);
  await admin.page.getByRole('button', { name: 'Ghi 1 dòng' }).waitFor();
});

test('what somebody went on with is named when undoing is refused; a file that is none is refused in words', async () => {
  const { page } = admin;
  await upload(page, 'sửa tiếp.csv', 'Tên sản phẩm;Chủ thể\nChè sửa tiếp;HTX Sửa Tiếp');
  await page.getByRole('button', { name: 'Ghi 1 dòng' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ghi', exact: true }).click();
  await page.getByText('đã ghi lúc').waitFor();
  const products = admin.pocketbase.superuser.collection('products');
  const { id } = await products.getFirstListItem('name = "Chè sửa tiếp"');
  await products.update(id, { story: 'Chuyện kể' });
  await page.getByRole('button', { name: 'Hoàn tác lần nhập' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Sản phẩm “Chè sửa tiếp”');

  await upload(page, 'ảnh.xlsx', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  await page.getByText('Đây là ảnh, không phải bảng tính.').waitFor();
  await page.goto(admin.at('/nhap-tu-tep'));
  await expect
    .poll(() => page.getByRole('row').filter({ hasText: 'ảnh.xlsx' }).textContent())
    .toContain('Không ghi được');
});

test('a real file in an old encoding: known, shown, and every row told', async () => {
  if (!existsSync(REAL)) return console.log('Not tried on a real file: ../shared/data is not on this machine.');
  const { page } = admin;
  await page.goto(admin.at('/nhap-tu-tep'));
  await page.locator('input[type=file]').setInputFiles(REAL);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByText(/dòng = /).waitFor();
  await page.getByText('TCVN3 (ABC)').first().waitFor();
  const [rows = 0, ...parts] = [...((await sum(page)) ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits));
  expect(rows).toBeGreaterThan(20);
  expect(parts.reduce((all, part) => all + part, 0)).toBe(rows);
});

test('a viewer has no such screen', async () => {
  const { page, context } = await admin.asRole('viewer');
  expect(await page.getByRole('link', { name: 'Nhập từ bảng tính' }).count()).toBe(0);
  await context.close();
});
