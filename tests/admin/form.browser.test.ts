/** The common form: saving, words at their fields, two people on one record, new records, pictures. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminPages, adminPages } from './adminPages.ts';

let admin: AdminPages;
let pocketbase: AdminPages['pocketbase'];
let page: AdminPages['page'];
const at = (path: string) => admin.at(path);

beforeAll(async () => {
  admin = await adminPages();
  ({ pocketbase, page } = admin);
});

afterAll(async () => {
  await admin?.stop();
  expect(admin.complaints).toEqual([]);
});

describe('the form', () => {
  it('saves what was changed and nothing else', async () => {
    await page.goto(at('/san-pham/pmatong00000000'));
    await page.getByLabel('Nhãn hiệu').fill('Ong Đồi Vải');
    await page.getByText('Có thay đổi chưa lưu').waitFor();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu.').waitFor();
    const kept = await pocketbase.superuser.collection('products').getOne('pmatong00000000');
    expect(kept['brand']).toBe('Ong Đồi Vải');
    expect(kept['version']).toBe(2);
    expect(kept['name']).toBe('Mật ong hoa vải Minh Họa');
  });

  it('shows the schema’s and PocketBase’s words at their fields', async () => {
    await page.goto(at('/san-pham/pmatong00000000'));
    await page.getByLabel('Tên sản phẩm').fill('');
    await page.getByLabel('Hiện từ ngày').fill('31/02/2026');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    const name = page.getByLabel('Tên sản phẩm');
    await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
    await page.locator('#truong-name').getByText('Cần điền mục này.').waitFor();
    await page.locator('#truong-visible_from').getByText('Ngày không đúng.').waitFor();
    await name.fill('Mật ong hoa vải Minh Họa');
    await page.getByLabel('Hiện từ ngày').fill('');
    await page.getByLabel('Địa chỉ ngắn').fill('banh-da-nem-minh-hoa');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.locator('#truong-slug').getByText('Đã có bản ghi khác mang giá trị này.').waitFor();
    await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  });

  it('makes a new record with an address from its name, and one that names no person', async () => {
    await page.goto(at('/san-pham/moi'));
    await page.getByLabel('Tên sản phẩm').fill('Bánh đa nem Minh Họa');
    await expect.poll(() => page.getByLabel('Địa chỉ ngắn').inputValue()).toBe('banh-da-nem-minh-hoa-2');
    await page.getByRole('combobox', { name: /Chủ thể/ }).fill('vi du');
    await page.getByRole('option', { name: /HTX Ví Dụ/ }).click();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.waitForURL(/san-pham\/(?!moi)/);
    await page.getByRole('heading', { level: 1, name: 'Bánh đa nem Minh Họa' }).waitFor();
    await page.goto(at('/chu-the/moi'));
    await page.getByLabel('Tên chủ thể').fill('Nguyễn Văn Ví Dụ');
    await page.getByText('Là cá nhân', { exact: true }).click();
    await expect.poll(() => page.getByLabel('Địa chỉ ngắn').inputValue()).toMatch(/^ho-[a-z0-9]{4,}$/);
    await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  });

  it('asks before typed words are left behind', async () => {
    await page.goto(at('/san-pham/pmatong00000000'));
    await page.getByLabel('Nhãn hiệu').fill('chưa lưu');
    page.once('dialog', (dialog) => dialog.dismiss());
    await page.getByRole('link', { name: 'Tổng quan' }).click();
    expect(page.url()).toContain('pmatong');
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('link', { name: 'Tổng quan' }).click();
    await page.getByRole('heading', { name: 'Việc cần làm' }).waitFor();
  });

  it('uploads a picture with words for those who cannot see it', async () => {
    await page.goto(at('/san-pham/pmatong00000000'));
    await page.getByRole('button', { name: 'Tải lên' }).click();
    const dialog = page.getByRole('dialog');
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Chọn tệp' }).click();
    await (await chooser).setFiles(new URL('../fixtures/anh/mau-mat-ong-400.webp', import.meta.url).pathname);
    await dialog.getByRole('button', { name: 'Tải lên' }).click();
    await dialog.getByText('Cần mô tả').waitFor();
    await dialog.getByLabel('Mô tả cho người không nhìn thấy ảnh').fill('Lọ mật ong nắp gỗ');
    await dialog.getByRole('button', { name: 'Tải lên' }).click();
    const picture = page.getByRole('listitem').filter({ hasText: 'Lọ mật ong nắp gỗ' }).locator('img');
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu.').waitFor();
    const [media] = await pocketbase.superuser.collection('media').getFullList();
    expect(media?.['sha256']).toMatch(/^[0-9a-f]{64}$/);
    const kept = await pocketbase.superuser.collection('products').getOne('pmatong00000000');
    expect(kept['pictures']).toEqual([media?.id]);
  });
});
