/**
 * The whole way, as people go it: `npm start` on an empty folder, staff in the admin, shoppers with a phone. Real PocketBase, real
 * worker, real browser; each step goes on from the one before.
 */
import { AxeBuilder } from '@axe-core/playwright';
import jsQR from 'jsqr';
import type { Browser, BrowserContext, Page } from 'playwright';
import PocketBase from 'pocketbase';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayToVietnamese, hanoiDay } from '#domain/rules/day.ts';
import { isTraceCode } from '#domain/rules/traceCode.ts';
import { launchChromium, openPage, SCREENS } from './support/chromium.ts';
import { type RunningProduct, runningProduct } from './support/runningProduct.ts';

let product: RunningProduct;
let browser: Browser;
let staff: Page;
let shopper: Page;
const contexts: BrowserContext[] = [];
const office = () => new PocketBase(product.url).autoCancellation(false);
let records: PocketBase;

beforeAll(async () => {
  [product, browser] = await Promise.all([runningProduct(), launchChromium()]);
  for (const screen of [SCREENS.desk, SCREENS.phone]) {
    const { page, context } = await openPage(browser, screen);
    contexts.push(context);
    if (staff === undefined) staff = page;
    else shopper = page;
  }
  records = office();
  await records.collection('users').authWithPassword(product.login.email, product.login.password);
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await product?.stop();
});

const admin = (path: string) => `${product.url}/quan-tri${path}`;

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Opens an address as a shopper; the status of the answer. */
async function visit(path: string): Promise<number> {
  const response = await shopper.goto(product.url + path);
  return response?.status() ?? 0;
}

/** What is to be seen: an inert template is not. */
async function text(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: only the rendered text tells what a shopper reads
  return (await page.locator('body').innerText()).replace(/\s+/g, ' ');
}

/** Presses the publish button in the header and waits until the new release is live. */
async function publish(): Promise<void> {
  await staff.getByRole('button', { name: 'Đăng', exact: true }).click();
  await staff.getByText('Mọi thay đổi đã đăng').waitFor({ timeout: 120_000 });
}

/** An active lot of a fictional product whose verdict is "in force". */
async function lotInForce() {
  const lots = await records.collection('lots').getFullList({ filter: `state = 'active'`, expand: 'variant.product' });
  for (const lot of lots) {
    await visit(`/t/${lot['trace_code']}`);
    if ((await text(shopper)).includes('còn hiệu lực')) return lot;
  }
  throw new Error('the demonstration has no lot in force');
}

describe('from sign-in to a scanned stamp', () => {
  test('staff sign in with the login that was printed', async () => {
    await staff.goto(admin(''));
    await expectAccessible(staff);
    await staff.getByLabel('Thư điện tử').fill(product.login.email);
    await staff.getByLabel('Mật khẩu').fill(product.login.password);
    await staff.getByRole('button', { name: 'Đăng nhập' }).click();
    await staff.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    await expectAccessible(staff);
  });

  test('they rename a product, publish, and the public page has the new name; its old address still leads there', async () => {
    const honey = await records.collection('products').getFirstListItem(`name ~ 'Mật ong hoa vải Minh Họa'`);
    await staff.goto(admin(`/san-pham/${honey.id}`));
    await staff.getByRole('textbox', { name: /^Tên sản phẩm/ }).fill('Mật ong đổi tên Minh Họa');
    await staff.getByRole('textbox', { name: /^Địa chỉ ngắn/ }).fill('mat-ong-doi-ten-minh-hoa');
    await expectAccessible(staff);
    await staff.getByRole('button', { name: 'Lưu', exact: true }).click();
    await staff.getByText('1 thay đổi chưa đăng').waitFor();
    expect(await visit(`/san-pham/${honey['slug']}`)).toBe(200);
    expect(await text(shopper)).not.toContain('Mật ong đổi tên');
    await publish();
    expect(await visit('/san-pham/mat-ong-doi-ten-minh-hoa')).toBe(200);
    await expect.poll(() => shopper.getByRole('heading', { level: 1 }).textContent()).toContain('Mật ong đổi tên');
    await visit(`/san-pham/${honey['slug']}`);
    await shopper.waitForURL('**/san-pham/mat-ong-doi-ten-minh-hoa');
  });

  test('a stamp read from the screen leads to the verdict', async () => {
    const lot = await lotInForce();
    await staff.goto(admin(`/lo/${lot.id}/tem`));
    const symbol = staff.getByRole('img', { name: /Mã QR/ }).first();
    await symbol.waitFor();
    await expect.poll(() => staff.locator('.stamp-mark').first().textContent()).toBe('MẪU · BẢN THỬ');
    await expectAccessible(staff);
    const { data, info } = await sharp(await symbol.screenshot({ scale: 'css' }))
      .resize({ width: 600, kernel: 'nearest' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const read = jsQR(new Uint8ClampedArray(data), info.width, info.height);
    expect(read?.data).toBe(`${product.url}/t/${lot['trace_code']}`);
    await shopper.goto(read?.data ?? '');
    expect(await text(shopper)).toMatch(/OCOP [345] sao – còn hiệu lực/);
    expect(await text(shopper)).toContain('DỮ LIỆU MINH HỌA');
    await expectAccessible(shopper);
  });

  test('a recognition that ended yesterday shows as ended, without stars', async () => {
    const lot = await lotInForce();
    const ofProduct = lot.expand?.['variant'].expand.product;
    const yesterday = addDays(hanoiDay(Date.now()), -1);
    const running = await records.collection('recognitions').getFullList({ filter: `product = '${ofProduct.id}'` });
    for (const each of running) {
      await records
        .collection('recognitions')
        .update(each.id, { expires_on: yesterday, issued_on: '', refiled_on: '', version: each['version'] });
    }
    await staff.goto(admin('/dang'));
    await expectAccessible(staff);
    await publish();
    for (const path of [`/san-pham/${ofProduct.slug}`, `/t/${lot['trace_code']}`]) {
      await visit(path);
      const shown = await text(shopper);
      expect(shown).toContain('Giấy chứng nhận OCOP đã hết hạn');
      expect(shown).toContain(dayToVietnamese(yesterday));
      expect(shown).not.toContain('còn hiệu lực');
    }
  });

  test('a recall is on the page within seconds, and going back to an earlier release does not take it back', async () => {
    const lot = await lotInForce();
    await staff.goto(admin(`/lo/${lot.id}`));
    await staff.getByRole('button', { name: 'Thu hồi lô hàng', exact: true }).click();
    const dialog = staff.getByRole('alertdialog');
    await dialog.getByLabel('Lý do thu hồi lô hàng').fill('Nhãn ghi sai hạn sử dụng');
    await dialog.getByLabel('Số điện thoại trả hàng').fill('0222 000 0001');
    await expectAccessible(staff);
    await dialog.getByRole('button', { name: 'Thu hồi lô hàng' }).click();
    await staff.getByText('Đã thu hồi lô hàng').waitFor();
    const recalled = async () => {
      await visit(`/t/${lot['trace_code']}`);
      return (await text(shopper)).includes('DỪNG SỬ DỤNG – lô bị thu hồi');
    };
    await expect.poll(recalled).toBe(true);
    expect(await text(shopper)).toContain('Nhãn ghi sai hạn sử dụng');
    await expectAccessible(shopper);

    const withoutScript = async () =>
      (await (await fetch(`${product.url}/t/${lot['trace_code']}`)).text()).split('<template')[0] ?? '';
    await expect.poll(withoutScript).toContain('DỪNG SỬ DỤNG');
    const forPrograms = async () => (await fetch(`${product.url}/t/${lot['trace_code']}.json`)).json();
    await expect.poll(forPrograms).toMatchObject({ tinh_trang: [{ ma: 'recalled' }], thu_hoi: { da_thu_hoi: true } });
    await staff.goto(admin('/dang'));
    await staff
      .getByRole('button', { name: /^Đưa lên lại bản/ })
      .last()
      .click();
    await staff.getByRole('alertdialog').getByRole('button', { name: 'Đưa lên lại' }).click();
    await expect
      .poll(
        async () =>
          (await records.collection('releases').getList(1, 1, { filter: `action = 'activate' && state = 'done'` }))
            .totalItems,
        { timeout: 60_000 },
      )
      .toBe(1);
    expect(await recalled()).toBe(true);
    expect(await withoutScript()).toContain('DỪNG SỬ DỤNG');
    expect(await forPrograms()).toMatchObject({ thu_hoi: { da_thu_hoi: true } });
  });

  test('an unknown code and a mistyped one lead to a clear page', async () => {
    expect(isTraceCode('2222222222')).toBe(true);
    expect(await visit('/t/2222222222')).toBe(404);
    await shopper.getByText('Không tìm thấy mã này').waitFor();
    await expectAccessible(shopper);
    await visit('/tra-cuu');
    await shopper.getByRole('textbox').fill('22222 22223');
    await shopper.getByRole('button', { name: 'Tra cứu' }).click();
    await shopper.getByText('Mã gõ chưa đúng').waitFor();
    expect(new URL(shopper.url()).pathname).toBe('/tra-cuu');
  });

  test('every kind of page answers, is accessible, and is not wider than the phone', async () => {
    const [point, fair, producer] = await Promise.all([
      records.collection('sales_points').getFirstListItem('demonstration = true'),
      records.collection('fairs').getFirstListItem('demonstration = true'),
      records.collection('producers').getFirstListItem('demonstration = true'),
    ]);
    const variant = await records.collection('pack_variants').getFirstListItem(`gtin != ''`);
    const pages = [
      '/',
      '/san-pham',
      '/san-pham/mat-ong-doi-ten-minh-hoa',
      '/chu-the',
      `/chu-the/${producer['slug']}`,
      '/diem-ban',
    ];
    pages.push(
      `/diem-ban/${point['slug']}`,
      '/hoi-cho',
      `/hoi-cho/${fair['slug']}`,
      '/so-lieu',
      '/tra-cuu',
      `/01/${variant['gtin'].padStart(14, '0')}`,
    );
    for (const path of pages) {
      const status = await visit(path);
      // The earlier release that is live again does not know the renamed product.
      if (path.includes('doi-ten')) continue;
      expect([path, status]).toEqual([path, 200]);
      await expectAccessible(shopper);
      expect([path, await shopper.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([
        path,
        0,
      ]);
    }
    expect(await visit('/khong-co-trang-nay')).toBe(404);
    await expectAccessible(shopper);
  });
});
