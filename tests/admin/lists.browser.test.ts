/** Signing in, lists and roles: real Chromium, real PocketBase, the fixture's records. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, SCREENS } from '../support/chromium.ts';
import { type AdminPages, adminPages } from './adminPages.ts';
import { EMAILS } from './runningAdmin.ts';

let admin: AdminPages;
let pocketbase: AdminPages['pocketbase'];
let browser: AdminPages['browser'];
let page: AdminPages['page'];
let asRole: AdminPages['asRole'];
const at = (path: string) => admin.at(path);

beforeAll(async () => {
  admin = await adminPages();
  ({ pocketbase, browser, page, asRole } = admin);
});

afterAll(async () => {
  await admin?.stop();
  expect(admin.complaints).toEqual([]);
});

describe('signing in', () => {
  it('refuses a wrong password in words and keeps the address typed', async () => {
    const { page: other, context: own } = await openPage(browser);
    await other.goto(at('/san-pham'));
    await other.getByLabel('Thư điện tử').fill(EMAILS.admin);
    await other.getByLabel('Mật khẩu').fill('sai-mat-khau');
    await other.getByRole('button', { name: 'Đăng nhập' }).click();
    await other.getByRole('alert').getByText('mật khẩu chưa đúng').waitFor();
    await expect.poll(() => other.getByLabel('Thư điện tử').inputValue()).toBe(EMAILS.admin);
    await own.close();
  });

  it('keeps the session over a reload and ends it on signing out', async () => {
    const { page: other, context: own } = await asRole('viewer');
    await other.reload();
    await other.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    await other.getByRole('button', { name: 'Đăng xuất' }).click();
    await other.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await own.close();
  });

  it('stays ended when a renewal that was under way is answered afterwards', async () => {
    const { page: other, context: own } = await asRole('viewer');
    const hold = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    await other.route('**/auth-refresh', async (route) => {
      const response = await route.fetch();
      await hold.promise;
      // An aborted request takes no answer.
      await route.fulfill({ response }).catch(() => undefined);
      answered.resolve();
    });
    await other.reload();
    await other.getByRole('button', { name: 'Đăng xuất' }).click();
    hold.resolve();
    await answered.promise;
    await other.waitForTimeout(500);
    expect(await other.evaluate(() => localStorage.getItem('pocketbase_auth'))).toBeNull();
    await other.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await own.close();
  });
});

describe('looking something up in a form', () => {
  it('keeps what is typed when the page moves under it; Escape and leaving let go of it', async () => {
    const { page: other, context: own } = await asRole('admin', SCREENS.phone);
    await other.goto(at('/chu-the/moi'));
    const box = other.getByRole('combobox', { name: 'Xã, phường' });
    const options = other.getByRole('option');
    for (const leave of ['Escape', 'Tab']) {
      await box.fill('yen the');
      await options.first().waitFor();
      await other.evaluate(() => window.scrollBy(0, 40));
      await other.waitForTimeout(300);
      expect(await box.inputValue()).toBe('yen the');
      await options.first().waitFor();
      await box.press(leave);
      await expect.poll(() => box.inputValue()).toBe('');
      await expect.poll(() => options.count()).toBe(0);
    }
    await own.close();
  });
});

describe('lists', () => {
  it('finds without marks, by the keyboard alone, and opens the record', async () => {
    await page.goto(at('/san-pham'));
    await page.getByLabel('Tìm trong danh sách').fill('mat ong');
    await page.getByText('1 bản ghi').waitFor();
    await page.getByRole('row', { name: 'Mật ong hoa vải Minh Họa' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mật ong hoa vải Minh Họa' }).waitFor();
    await page.goBack();
    await expect.poll(() => page.getByLabel('Tìm trong danh sách').inputValue()).toBe('mat ong');
  });

  it('sorts by a column, both ways, in the address', async () => {
    await page.goto(at('/san-pham'));
    const first = page.getByRole('rowheader').first();
    await page.getByRole('columnheader', { name: 'Sửa lúc' }).click();
    await page.waitForURL(/sap=updated/);
    await page.getByRole('columnheader', { name: 'Sản phẩm', exact: true }).click();
    await page.waitForURL(/sap=name/);
    await page.getByRole('rowheader', { name: 'Bánh đa nem Minh Họa' }).waitFor();
    await expect.poll(() => first.textContent()).toBe('Bánh đa nem Minh Họa');
    await page.getByRole('columnheader', { name: 'Sản phẩm', exact: true }).click();
    await page.waitForURL(/sap=-name/);
    await expect.poll(() => first.textContent()).not.toBe('Bánh đa nem Minh Họa');
  });

  it('filters by a choice and a relation, and forgets both', async () => {
    await page.goto(at('/san-pham'));
    await page.getByRole('button', { name: /Trong chương trình/ }).click();
    await page.getByRole('option', { name: 'Tham gia, chưa có sao' }).click();
    await page.getByText('2 bản ghi').waitFor();
    await page.getByRole('combobox', { name: 'Chủ thể' }).fill('htx minh hoa 1');
    await page.getByRole('option', { name: /HTX Minh Họa 1/ }).click();
    await page.getByText('1 bản ghi').waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByText('14 bản ghi').waitFor();
  });

  it('changes the state of many at once', async () => {
    await page.goto(at('/diem-ban'));
    await page.getByRole('row').nth(1).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText('Đã chọn 2', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Rút khỏi danh mục' }).click();
    await page.getByText('Đã đổi 2 bản ghi.').waitFor();
    const { totalItems } = await pocketbase.superuser
      .collection('sales_points')
      .getList(1, 1, { filter: "state='withdrawn'" });
    expect(totalItems).toBe(2);
  });
});

describe('roles', () => {
  it('gives a viewer nothing to press', async () => {
    const { page: other, context: own } = await asRole('viewer');
    await other.goto(at('/san-pham'));
    await other.getByText('bản ghi').first().waitFor();
    expect(await other.getByRole('link', { name: 'Thêm sản phẩm' }).count()).toBe(0);
    expect(await other.getByRole('button', { name: 'Đăng', exact: true }).count()).toBe(0);
    await other.goto(at('/san-pham/pmatong00000000'));
    await other.getByRole('heading', { level: 1 }).waitFor();
    expect(await other.getByRole('button', { name: 'Lưu', exact: true }).count()).toBe(0);
    await expect.poll(() => other.getByLabel('Nhãn hiệu').isDisabled()).toBe(true);
    await own.close();
  });

  it('shows a producer its own products only', async () => {
    const { page: other, context: own } = await asRole('producer');
    await other.goto(at('/san-pham'));
    await other.getByText('bản ghi').first().waitFor();
    const makers = await other.getByRole('gridcell', { name: 'HTX Minh Họa 1' }).count();
    expect(makers).toBe((await other.getByRole('row').count()) - 1);
    expect(await other.getByRole('link', { name: 'Người dùng' }).count()).toBe(0);
    // A lot on the market is the office's: its maker reads it.
    await other.goto(at('/lo/lmatong10000000'));
    await other.getByRole('region', { name: /Nhật ký sản xuất/ }).waitFor();
    expect(await other.getByRole('button', { name: /Lưu|Thêm công đoạn|Thu hồi lô hàng/ }).count()).toBe(0);
    await own.close();
  });

  it('lets an editor propose and not approve', async () => {
    const { page: other, context: own } = await asRole('editor');
    await other.goto(at('/hoi-cho/moi'));
    await other.getByRole('radio', { name: 'Bản nháp' }).waitFor();
    expect(await other.getByRole('radio', { name: 'Đã duyệt' }).count()).toBe(0);
    await own.close();
  });
});
