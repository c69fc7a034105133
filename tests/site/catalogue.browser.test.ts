/** Search box and catalogue in a real browser: by keyboard, by address, back again, and without scripts. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hanoiMidnight } from '#domain/rules/day.ts';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureRecords, fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';

const PUBLISHED = '2026-11-22';
const noonOf = (day: string) => hanoiMidnight(day) + 12 * 3_600_000;

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), fixtureSite().then(staticServer)]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(() => {
  server.now = noonOf(PUBLISHED);
});

const names = (page: Page) => page.locator('.catalogue .card-name').allTextContents();
const addressOf = (page: Page) => decodeURIComponent(page.url().slice(server.url.length));

describe('the search box', () => {
  let page: Page;
  const errors: string[] = [];
  beforeEach(async () => {
    page = (await openPage(browser)).page;
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${server.url}/`);
  });

  test('answers while one types, all by keyboard', async () => {
    const box = page.getByRole('combobox', { name: 'Tìm trong danh mục' });
    await box.pressSequentially('mat ong');
    const options = page.getByRole('option');
    await options.first().waitFor();
    await expect.poll(() => options.first().textContent()).toContain('Mật ong hoa vải Minh Họa');
    await expect.poll(() => box.getAttribute('aria-expanded')).toBe('true');
    await box.press('ArrowDown');
    await expect.poll(() => box.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
    await expect.poll(() => options.first().getAttribute('aria-selected')).toBe('true');
    await box.press('ArrowUp');
    expect(await box.getAttribute('aria-activedescendant')).toBeNull();
    await box.press('Escape');
    expect(await options.count()).toBe(0);
    await expect.poll(() => box.inputValue()).toBe('mat ong');
    await box.press('ArrowDown');
    await options.first().waitFor();
    await box.press('ArrowDown');
    await box.press('Enter');
    await page.waitForURL('**/san-pham/mat-ong-hoa-vai-minh-hoa');
    expect(errors).toEqual([]);
  });

  test('finds makers, places to buy and fairs as well', async () => {
    const box = page.getByRole('combobox');
    for (const [typed, found] of [
      ['htx vi du', 'HTX Ví Dụ'],
      ['gian hang kinh bac', 'Gian hàng OCOP Minh Họa Kinh Bắc'],
      ['tuan hang', 'Tuần hàng Ví Dụ 2024'],
    ] as const) {
      await box.fill(typed);
      await page.getByRole('option', { name: found }).first().waitFor();
    }
  });

  test('checks what looks like a code, and leads to its page', async () => {
    const [lot] = fixtureRecords().lots;
    const box = page.getByRole('combobox');
    await box.fill(`${lot?.trace_code.slice(0, 9)}2`);
    await page.getByRole('option', { name: 'Mã gõ chưa đúng' }).waitFor();
    await box.fill(lot?.trace_code.toLowerCase() ?? '');
    await page.getByRole('option', { name: `Mở trang của mã ${lot?.trace_code}` }).click();
    await page.waitForURL(`**/t/${lot?.trace_code}`);
  });

  test('Enter without a choice leads to the catalogue', async () => {
    const box = page.getByRole('combobox');
    await box.fill('rượu');
    await box.press('Enter');
    await page.waitForURL('**/san-pham?q=*');
    await page.getByText('2 sản phẩm', { exact: true }).waitFor();
    expect(await names(page)).toEqual(expect.arrayContaining(['Rượu gạo Ví Dụ', 'Rượu nếp cái hoa vàng Minh Họa']));
  });

  test('says so when the rows cannot be fetched', async () => {
    await page.route('**/tim-kiem.json', (route) => route.abort());
    await page.getByRole('combobox').fill('mật');
    await page.getByText('Chưa tải được danh mục. Thử lại sau ít phút.').waitFor();
  });
});

describe('the catalogue', () => {
  let page: Page;
  const open = async (address: string, options: Parameters<typeof openPage>[1] = SCREENS.desk) => {
    page = (await openPage(browser, options)).page;
    await page.goto(`${server.url}${address}`);
    await page.locator('.catalogue.is-ready').waitFor();
  };

  test('narrows by facets whose counts follow each other; all of it stands in the address', async () => {
    await open('/san-pham');
    await page.getByText('13 sản phẩm', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Thực phẩm 9' }).check();
    await page.getByText('9 sản phẩm', { exact: true }).waitFor();
    // The groups of a chosen sector come up, and other facets count within it.
    await page.getByRole('checkbox', { name: 'Gia vị 2' }).check();
    await page.getByText('2 sản phẩm', { exact: true }).waitFor();
    expect(addressOf(page)).toBe('/san-pham?nganh=1&nhom=4');
    await expect.poll(() => page.getByRole('checkbox', { name: /^Doanh nghiệp/ }).count()).toBe(1);
    expect(await page.getByRole('checkbox', { name: /^Hợp tác xã/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Bỏ lọc Gia vị' }).click();
    await page.getByText('9 sản phẩm', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc', exact: true }).click();
    expect(addressOf(page)).toBe('/san-pham');
    expect(await names(page)).toHaveLength(13);
  });

  test('a shared address opens as it was, and back leads step by step', async () => {
    await open('/san-pham?sao=4&xep=name');
    expect(await names(page)).toEqual(['Gạo nếp Minh Họa', 'Mật ong hoa vải Minh Họa']);
    await expect.poll(() => page.getByRole('checkbox', { name: '4 sao 2' }).isChecked()).toBe(true);
    await expect.poll(() => page.getByLabel('Xếp theo').inputValue()).toBe('name');
    await page.getByRole('checkbox', { name: '3 sao 2' }).check();
    await page.getByText('4 sản phẩm', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Ấm gốm Minh Họa' }).click();
    await page.waitForURL('**/am-gom-minh-hoa');
    await page.goBack();
    await page.getByText('4 sản phẩm', { exact: true }).waitFor();
    await page.goBack();
    await page.getByText('2 sản phẩm', { exact: true }).waitFor();
    expect(addressOf(page)).toBe('/san-pham?sao=4&xep=name');
  });

  test('narrows by papers and by where it is sold', async () => {
    await open('/san-pham?ban=diem-ban');
    await page
      .getByText(/^\d sản phẩm$/)
      .first()
      .waitFor();
    const sold = (await names(page)).length;
    expect(sold).toBeGreaterThan(0);
    expect(sold).toBeLessThan(13);
    await expect.poll(() => page.getByRole('checkbox', { name: `Điểm bán OCOP ${sold}` }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Bỏ lọc', exact: true }).click();
    const paper = page.getByRole('group', { name: 'Chứng nhận khác' }).getByRole('checkbox').first();
    await paper.check();
    expect(addressOf(page)).toMatch(/^\/san-pham\?cn=[a-z0-9_]+$/);
    expect((await names(page)).length).toBeLessThan(13);
  });

  test('stands as a compact list where one wants it, and the address keeps it', async () => {
    await open('/san-pham?sao=4');
    await page.getByRole('checkbox', { name: 'Danh sách gọn' }).check();
    expect(addressOf(page)).toBe('/san-pham?sao=4&kieu=gon');
    const heights = await page
      .locator('.is-compact .card')
      .evaluateAll((cards) => cards.map((card) => card.clientHeight));
    expect(Math.max(...heights)).toBeLessThan(120);
    await page.reload();
    await page.locator('.is-compact').waitFor();
  });

  test('back returns to the same place in the list', async () => {
    await open('/san-pham', SCREENS.phone);
    const link = page.getByRole('link', { name: 'Giò lụa Minh Họa' });
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(300);
    await link.click();
    await page.waitForURL('**/gio-lua-minh-hoa');
    await page.goBack();
    await page.locator('.catalogue.is-ready').waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(before, -2);
  });

  test('searches while one types, corrects, and names what else was found', async () => {
    await open('/san-pham');
    const query = page.getByRole('searchbox', { name: 'Từ cần tìm' });
    await query.fill('minh hoa 1');
    await page.getByText('Cũng tìm thấy').waitFor();
    await expect
      .poll(() => page.getByRole('link', { name: 'HTX Minh Họa 1' }).first().getAttribute('href'))
      .toBe('/chu-the/htx-minh-hoa-1');
    await query.fill('qqqqqqqq');
    await page.getByText('Không có sản phẩm nào khớp.').waitFor();
    await query.fill('mât ong');
    expect((await names(page))[0]).toBe('Mật ong hoa vải Minh Họa');
    expect(addressOf(page)).toBe('/san-pham?q=mât ong');
  });

  test('on a phone the choices are folded away, and nothing runs over the edge', async () => {
    await open('/san-pham', SCREENS.phone);
    expect(await page.locator('.filters').getByRole('checkbox').count()).toBe(0);
    await page.getByText('Lọc', { exact: true }).click();
    await page.getByRole('checkbox', { name: '4 sao 2' }).check();
    await page.getByText('2 sản phẩm', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('shows no stars of a certificate that has ended since publishing', async () => {
    server.now = noonOf('2026-12-11');
    await open('/san-pham?q=bánh+đa');
    const card = page.locator('.catalogue .card', { hasText: 'Bánh đa nem Minh Họa' });
    await expect.poll(() => card.locator('.status').textContent()).toContain('Giấy chứng nhận OCOP đã hết hạn');
    expect(await card.locator('.stars').count()).toBe(0);
  });

  test('without JavaScript lists every product, and offers nothing that needs it', async () => {
    const { page: plain } = await openPage(browser, { ...SCREENS.desk, javaScriptEnabled: false });
    await plain.goto(`${server.url}/san-pham`);
    await expect.poll(() => plain.locator('.catalogue .card-name').count()).toBe(13);
    expect(await plain.getByRole('searchbox').count()).toBe(0);
    expect(await plain.getByLabel('Xếp theo').isVisible()).toBe(false);
    // The ways by sector, group, stars and commune need no script.
    await plain.getByRole('link', { name: 'Xem theo cách khác' }).click();
    await plain.getByRole('link', { name: /^Gia vị 2$/ }).click();
    await plain.waitForURL('**/san-pham/nhom/gia-vi');
    await expect.poll(() => plain.locator('.card-name').allTextContents()).toHaveLength(2);
    await plain.getByRole('link', { name: /^Xã Yên Thế/ }).click();
    await expect.poll(() => plain.getByText('Thị trấn Phồn Xương').count()).toBe(1);
    await plain.goto(`${server.url}/san-pham`);
    await plain.getByRole('link', { name: 'Giò lụa Minh Họa' }).click();
    await expect.poll(() => plain.getByRole('heading', { level: 1 }).textContent()).toBe('Giò lụa Minh Họa');
  });
});

describe('static lists', () => {
  test('a card turns on its day by the server’s clock; a phone’s clock that runs ahead turns nothing', async () => {
    const { page } = await openPage(browser);
    await page.clock.setFixedTime(noonOf('2027-06-01'));
    const status = page.locator('.card', { hasText: 'Bánh đa nem Minh Họa' }).locator('.status').first();
    await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
    await expect.poll(() => status.textContent()).toContain('OCOP 3 sao');
    server.now = noonOf('2026-12-11');
    await page.reload({ waitUntil: 'networkidle' });
    await status.getByText('Giấy chứng nhận OCOP đã hết hạn').waitFor();
    expect(await status.locator('.stars').count()).toBe(0);
  });

  test('a name that was taken back goes from lists and from the producer’s page', async () => {
    server.standing = { recalled: {}, withdrawn: { homhx4000000000: ['name', 'phone'] } };
    try {
      const { page } = await openPage(browser);
      await page.goto(`${server.url}/chu-the/ho-homhx400`, { waitUntil: 'networkidle' });
      await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('không công bố theo yêu cầu');
      expect(await page.getByRole('main').textContent()).not.toMatch(/Hộ kinh doanh Minh Họa 4|0204 000 0044/);
      await page.goto(`${server.url}/chu-the`, { waitUntil: 'networkidle' });
      expect(await page.getByRole('main').textContent()).not.toContain('Hộ kinh doanh Minh Họa 4');
    } finally {
      server.standing = { recalled: {}, withdrawn: {} };
    }
  });
});
