/** What is typed and not saved outlives the tab, the browser and the session; nobody else sees it, and no password is among it. */
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, openPage, SCREENS } from '../support/chromium.ts';
import type { FreshPocketBase } from '../support/freshPocketBase.ts';
import { looksRight } from './looksRight.ts';
import { EMAILS, PASSWORD, runningAdmin } from './runningAdmin.ts';

const PRODUCT = '/san-pham/pmatong00000000';
const FOUND = /^Có nội dung bạn gõ dở lúc \d\d:\d\d, \d\d\/\d\d\/\d{4}$/;
const DAY_MS = 24 * 60 * 60_000;

let pocketbase: FreshPocketBase;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [pocketbase, browser] = await Promise.all([runningAdmin(), launchChromium()]);
});
beforeEach(async () => {
  ({ page, context } = await openPage(browser, SCREENS.phone));
  await signIn(page, 'admin');
});
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await pocketbase.stop();
});

const products = () => pocketbase.superuser.collection('products');
const at = (path: string) => `${pocketbase.url}/quan-tri${path}`;
const button = (name: string, on: Page = page) => on.getByRole('button', { name, exact: true });
const brand = (on: Page = page) => on.getByLabel('Nhãn hiệu');
const found = (on: Page = page) => on.getByText(FOUND);
const again = (on: Page = page) => on.getByRole('alertdialog', { name: 'Đăng nhập lại' });

async function enter(on: Page, role: keyof typeof EMAILS): Promise<void> {
  await on.getByLabel('Thư điện tử').fill(EMAILS[role]);
  await on.getByLabel('Mật khẩu').fill(PASSWORD);
  await button('Đăng nhập', on).click();
}

async function signIn(on: Page, role: keyof typeof EMAILS): Promise<void> {
  await on.goto(at(''));
  await enter(on, role);
  await on.getByRole('heading', { name: 'Tổng quan' }).waitFor();
}

/** A form as somebody finds it who comes to it. */
async function open(path = PRODUCT, on?: Page): Promise<Page> {
  const its = on ?? (await context.newPage());
  await its.goto(at(path));
  await its.getByRole('heading', { level: 1 }).waitFor();
  return its;
}

async function type(words: string, on: Page = page): Promise<void> {
  await open(PRODUCT, on);
  await brand(on).fill(words);
  await on.getByText('Có thay đổi chưa lưu').waitFor();
}

/** All that this browser holds for the admin. */
function stored(on: Page): Promise<string> {
  return on.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases]);
  });
}

/** Every session of the account ends, as when somebody else changes its password. */
async function endSessions(role: keyof typeof EMAILS): Promise<void> {
  const users = pocketbase.superuser.collection('users');
  const { id } = await users.getFirstListItem(`email='${EMAILS[role]}'`);
  await users.update(id, { password: PASSWORD, passwordConfirm: PASSWORD });
}

async function openMenu(): Promise<void> {
  await button('Mở trình đơn').click();
}

describe('what is typed', () => {
  it('is offered with the difference after a reload, and gone once it is saved', async () => {
    await type('Ong Đồi Vải');
    await page.reload();
    await found().waitFor();
    expect(await brand().inputValue()).not.toBe('Ong Đồi Vải');
    await page.locator('.changes', { hasText: 'Ong Đồi Vải' }).waitFor();
    await looksRight(page);
    await button('Dùng lại').click();
    await expect.poll(() => brand().inputValue()).toBe('Ong Đồi Vải');
    expect(await found().count()).toBe(0);
    await page.reload();
    await button('Dùng lại').click();
    await button('Lưu').click();
    await page.getByText('Đã lưu.').waitFor();
    expect((await products().getOne('pmatong00000000'))['brand']).toBe('Ong Đồi Vải');
    expect(await stored(page)).not.toContain('ocop-unsaved');
  });

  it('is thrown away by who says so when leaving it', async () => {
    await type('bỏ lại');
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('link', { name: 'Sản phẩm', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Sản phẩm' }).waitFor();
    expect(await stored(page)).not.toContain('ocop-unsaved');
  });

  it('is offered after the tab was closed, and thrown away when that is wished', async () => {
    await type('thẻ đã đóng');
    // Nothing is lost, so the browser need not ask.
    await page.close({ runBeforeUnload: true });
    page = await open();
    await found().waitFor();
    await button('Bỏ').click();
    await found().waitFor({ state: 'detached' });
    expect(await stored(page)).not.toContain('thẻ đã đóng');
  });

  it('is offered after a crash, in a new record and in a dialog too', async () => {
    const crash = async () => {
      const gone = page;
      await (await context.newCDPSession(gone)).send('Page.crash').catch(() => undefined);
      await gone.close();
    };
    await open('/san-pham/moi', page);
    await page.getByLabel('Tên sản phẩm').fill('Bánh đa gõ dở');
    await expect.poll(() => stored(page)).toContain('Bánh đa gõ dở');
    void crash();
    page = await open('/san-pham/moi');
    await found().waitFor();
    await button('Dùng lại').click();
    await expect.poll(() => page.getByLabel('Tên sản phẩm').inputValue()).toBe('Bánh đa gõ dở');
    await button('Bỏ thay đổi').click();

    await open('/lo/lmatong10000000', page);
    await button('Thu hồi lô hàng').first().click();
    await page.getByRole('alertdialog').getByLabel('Lý do thu hồi').fill('nắp hở, gõ dở');
    await expect.poll(() => stored(page)).toContain('nắp hở, gõ dở');
    void crash();
    page = await open('/lo/lmatong10000000');
    await button('Thu hồi lô hàng').first().click();
    await found().waitFor();
    await looksRight(page);
    await button('Dùng lại').click();
    await expect.poll(() => page.getByLabel('Lý do thu hồi').inputValue()).toBe('nắp hở, gõ dở');
  });

  it('is offered of many products that a decision was to recognise', async () => {
    const path = '/quyet-dinh/d20250000000000/cong-nhan';
    await open(path, page);
    await page.getByRole('combobox', { name: 'Thêm sản phẩm' }).fill('mật ong');
    await page.getByRole('option').first().click();
    const row = page.getByRole('rowheader');
    const name = (await row.evaluate((cell) => cell.firstChild?.textContent)) ?? '';
    await page.reload();
    await found().waitFor();
    await page.locator('.notice', { hasText: name }).first().waitFor();
    await looksRight(page);
    await button('Dùng lại').click();
    await row.getByText(name).waitFor();
    expect(await found().count()).toBe(0);
  });

  it('stays apart in two tabs, and one finds the other’s once that has ended', async () => {
    await type('thẻ một');
    const other = await context.newPage();
    await type('thẻ hai', other);
    expect(await found(other).count()).toBe(0);
    expect(await found().count()).toBe(0);
    expect(await stored(page)).toMatch(/thẻ một.*thẻ hai|thẻ hai.*thẻ một/);
    await other.close();
    await found().waitFor();
    expect(await brand().inputValue()).toBe('thẻ một');
    await button('Dùng lại').click();
    await expect.poll(() => brand().inputValue()).toBe('thẻ hai');
    expect(await found().count()).toBe(0);
  });

  it('overwrites nobody: what both changed is asked about', async () => {
    await type('của tôi');
    await page.close();
    await products().update('pmatong00000000', { brand: 'của người khác' });
    page = await open();
    await page.getByText('Từ lúc đó bản ghi đã được lưu lại.').waitFor();
    await button('Dùng lại').click();
    await button('Lưu').click();
    const dialog = page.getByRole('alertdialog', { name: 'Hai người cùng sửa' });
    await dialog.getByText('của người khác').waitFor();
    await dialog.getByText('của tôi').click();
    await button('Lưu lựa chọn').click();
    await page.getByText('Đã lưu').first().waitFor();
    await expect.poll(async () => (await products().getOne('pmatong00000000'))['brand']).toBe('của tôi');
  });

  it('is kept for seven days and no longer', async () => {
    const now = Date.now();
    await context.clock.setFixedTime(now - 7 * DAY_MS + 60 * 60_000);
    await type('gần bảy ngày');
    await page.close();
    await context.clock.setFixedTime(now - 7 * DAY_MS - 60_000);
    page = await context.newPage();
    await type('quá bảy ngày');
    await page.close();
    await context.clock.setFixedTime(now);
    page = await open();
    await found().waitFor();
    await expect.poll(() => stored(page)).not.toContain('quá bảy ngày');
    expect(await stored(page)).toContain('gần bảy ngày');
  });

  it('has a number too that was being typed when the tab was closed', async () => {
    await open('/vung-trong/avaiminhhoa0000', page);
    await page.getByLabel('Diện tích').fill('14,25');
    await page.reload();
    await found().waitFor();
    await page.locator('.changes', { hasText: '14,25' }).waitFor();
  });

  it('is told of where the browser has no room, and typing goes on', async () => {
    await open(PRODUCT, page);
    await page.evaluate(() => {
      for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
        try {
          for (let part = 0; ; part += 1) localStorage.setItem(`full-${size}-${part}`, 'x'.repeat(size));
        } catch {}
      }
    });
    await brand().fill('không còn chỗ');
    await page.getByText('Trình duyệt không còn chỗ').waitFor();
    const asked = new Promise((resolve) => {
      page.once('dialog', async (dialog) => resolve([dialog.type(), await dialog.dismiss()][0]));
    });
    await page.close({ runBeforeUnload: true });
    expect(await asked).toBe('beforeunload');
    expect(await brand().inputValue()).toBe('không còn chỗ');
  });

  it('goes when the account signs out on purpose, after asking, in another tab too', async () => {
    await type('đăng xuất');
    const other = await context.newPage();
    await type('thẻ kia', other);
    await openMenu();
    page.once('dialog', (dialog) => dialog.dismiss());
    await button('Đăng xuất').click();
    expect(await stored(page)).toContain('đăng xuất');
    page.once('dialog', (dialog) => dialog.accept());
    await button('Đăng xuất').click();
    for (const each of [page, other]) await each.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor();
    expect(await stored(page)).not.toContain('ocop-unsaved');
  });

  it('never holds a password', async () => {
    await open('/nguoi-dung/moi', page);
    await page.getByLabel('Mật khẩu').fill('mot-cau-bi-mat');
    await page.getByLabel('Tên', { exact: false }).first().fill('Người Gõ Dở');
    await expect.poll(() => stored(page)).toContain('Người Gõ Dở');
    expect(await stored(page)).not.toContain('mot-cau-bi-mat');
  });
});

describe('a session that ends', () => {
  it('asks for the password over the form, and saves what was to be saved', async () => {
    await type('qua phiên');
    await endSessions('admin');
    await button('Lưu').click();
    await again().getByText('Phiên làm việc đã hết. Nhập mật khẩu để làm tiếp; nội dung đang gõ vẫn còn.').waitFor();
    await looksRight(page);
    await again().getByLabel('Mật khẩu').fill('sai-mat-khau');
    await button('Đăng nhập').click();
    await again().getByText('Thư điện tử hoặc mật khẩu chưa đúng').waitFor();
    await again().getByLabel('Mật khẩu').fill(PASSWORD);
    await button('Đăng nhập').click();
    await page.getByText('Đã lưu.').waitFor();
    expect((await products().getOne('pmatong00000000'))['brand']).toBe('qua phiên');
    expect(await stored(page)).not.toContain(PASSWORD);
  });

  it('goes on when another tab signs in as the same person', async () => {
    await type('thẻ kia đăng nhập');
    const other = await open('/san-pham');
    await endSessions('admin');
    await button('Lưu').click();
    await again().waitFor();
    await enter(other, 'admin');
    await page.getByText('Đã lưu.').waitFor();
    expect(await again().count()).toBe(0);
    expect((await products().getOne('pmatong00000000'))['brand']).toBe('thẻ kia đăng nhập');
  });

  it('leaves what was typed to a person who may not save it any more', async () => {
    await open('/vung-trong/avaiminhhoa0000', page);
    await page.getByLabel('Ghi chú').fill('không còn quyền');
    const users = pocketbase.superuser.collection('users');
    const { id } = await users.getFirstListItem(`email='${EMAILS.admin}'`);
    await users.update(id, { role: 'viewer' });
    await endSessions('admin');
    await button('Lưu').click();
    await again().getByLabel('Mật khẩu').fill(PASSWORD);
    await button('Đăng nhập').click();
    await page.getByText('Tài khoản này không được').or(page.getByText('tài khoản này không được')).first().waitFor();
    expect(await page.getByLabel('Ghi chú').inputValue()).toBe('không còn quyền');
    await page.reload();
    await found().waitFor();
    expect(await button('Dùng lại').count()).toBe(0);
    await users.update(id, { role: 'admin' });
  });

  it('shows nothing of it to another account, and offers it to its own again', async () => {
    await type('chỉ của quản trị');
    await endSessions('admin');
    await button('Lưu').click();
    await button('Thôi, về trang đăng nhập').click();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await enter(page, 'approver');
    await brand().waitFor();
    expect(await found().count()).toBe(0);
    expect(await page.content()).not.toContain('chỉ của quản trị');
    await openMenu();
    await button('Đăng xuất').click();
    await enter(page, 'admin');
    await found().waitFor();
    await page.locator('.changes', { hasText: 'chỉ của quản trị' }).waitFor();
  });
});

describe('Ctrl+S', () => {
  it('saves the form in front, also a number that is being typed, and nothing where nothing was', async () => {
    await open(PRODUCT, page);
    const { version } = await products().getOne('pmatong00000000');
    await brand().press('Control+s');
    await brand().fill('bằng phím');
    await button('Lưu').and(page.locator('[aria-keyshortcuts*="Control+S"]')).waitFor();
    await brand().press('Control+s');
    await page.getByText('Đã lưu.').waitFor();
    const kept = await products().getOne('pmatong00000000');
    expect([kept['brand'], kept['version']]).toEqual(['bằng phím', version + 1]);
    expect(await brand().evaluate((field) => document.activeElement === field)).toBe(true);
    await open('/vung-trong/avaiminhhoa0000', page);
    const area = page.getByLabel('Diện tích');
    await area.fill('13,5');
    await area.press('Control+s');
    await page.getByText('Đã lưu.').waitFor();
    expect((await pocketbase.superuser.collection('growing_areas').getOne('avaiminhhoa0000'))['area_ha']).toBe(13.5);
  });
});
