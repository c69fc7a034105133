/** Sales points as visitors use them: the nearest, what is sold where, what is open; and everything without JavaScript. */
import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, SCREENS } from '#tests/support/chromium.ts';
import {
  asked,
  here,
  NEAR_KINH_BAC,
  nearestButton,
  openPlaces,
  type PlacesSite,
  placesSite,
  SHOP,
  SPARSE,
  STALL,
} from './placesPages.ts';

let site: PlacesSite;
let browser: PlacesSite['browser'];
let server: PlacesSite['server'];
beforeAll(async () => {
  site = await placesSite();
  ({ browser, server } = site);
});
afterAll(() => site.stop());

const open = (path: string, options?: BrowserContextOptions) => openPlaces(site, path, options);
const namesAt = async (page: Page, selector: string) =>
  (await page.locator(selector).allTextContents()).map((name) => name.trim());
const cards = (page: Page) => namesAt(page, '#cac-diem-ban > li:visible .card-name');
const lineOf = (page: Page, name: string) => page.locator('li', { hasText: name }).locator('[data-part="away"]');

describe('the nearest', () => {
  test('is asked for on the press only, sorted by distance, without one where no place is stated', async () => {
    const { page, foreign, problems } = await open('/diem-ban', here());
    expect([await asked(page), await cards(page)]).toEqual([0, [SPARSE, SHOP, STALL]]);
    await nearestButton(page).click();
    await page.getByText('Đã xếp từ gần đến xa').waitFor();
    expect([await asked(page), await cards(page)]).toEqual([1, [STALL, SHOP, SPARSE]]);
    await expect.poll(() => lineOf(page, STALL).textContent()).toBe('cách bạn 1\u00a0km');
    await expect.poll(() => lineOf(page, SHOP).textContent()).toBe('cách bạn khoảng 16\u00a0km, vị trí ước chừng');
    await expect.poll(() => lineOf(page, SPARSE).textContent()).toBe('chưa có vị trí để tính khoảng cách');
    expect([foreign, problems]).toEqual([[], []]);
  });

  test('says that a device knows its place only roughly', async () => {
    const { page } = await open('/diem-ban', here({ ...NEAR_KINH_BAC, accuracy: 5000 } as typeof NEAR_KINH_BAC));
    await nearestButton(page).click();
    await page.getByText('Máy của bạn chỉ biết chỗ bạn đứng trong khoảng 5\u00a0km.').waitFor();
  });

  test('refused: says so and what to do, the list stays', async () => {
    const { page } = await open('/diem-ban');
    await nearestButton(page).click();
    await page.getByText('Trình duyệt không cho biết vị trí.').waitFor();
    expect(await cards(page)).toEqual([SPARSE, SHOP, STALL]);
  });

  test('not to be found: says so', async () => {
    const { page } = await open('/diem-ban', { permissions: ['geolocation'] });
    await page.context().setGeolocation(null);
    await nearestButton(page).click();
    await page.getByText('Máy chưa xác định được vị trí.').waitFor();
  });

  test('on the front page takes the place of the first few; without rows it says so', async () => {
    const { page } = await open('/', here());
    await page.route('**/vi-tri.json', (route) => route.abort());
    await nearestButton(page).click();
    await page.getByText('Chưa tải được danh sách điểm bán.').waitFor();
    await page.unroute('**/vi-tri.json');
    await nearestButton(page).click();
    await page.getByText('Đã xếp từ gần đến xa').waitFor();
    const near = page.locator('#gan-day .card-link');
    await expect.poll(() => near.allTextContents()).toEqual([STALL, SHOP]);
    await near.first().click();
    await page.waitForURL('**/diem-ban/gian-hang-ocop-minh-hoa-kinh-bac');
  });

  test('on a product’s page stands beside each sales point that has it', async () => {
    const { page } = await open('/san-pham/mat-ong-hoa-vai-minh-hoa', here());
    await page.getByRole('button', { name: 'Điểm nào gần tôi?' }).click();
    await page.getByText('Đã xếp từ gần đến xa').waitFor();
    expect(await namesAt(page, '#noi-ban > li a')).toEqual([STALL, SHOP]);
    await expect.poll(() => lineOf(page, STALL).first().textContent()).toBe('cách bạn 1\u00a0km');
  });
});

describe('what is sold where', () => {
  test('a shared address opens narrowed to a product; back and clearing widen it', async () => {
    const { page } = await open('/san-pham/mat-ong-hoa-vai-minh-hoa');
    await page.getByRole('link', { name: 'Xem các điểm này trên bản đồ' }).click();
    await page.waitForURL('**/diem-ban?hang=mat-ong-hoa-vai-minh-hoa');
    await page.getByText('2 điểm bán', { exact: true }).waitFor();
    await expect.poll(() => page.getByLabel('Có bán').inputValue()).toBe('Mật ong hoa vải Minh Họa');
    await expect.poll(() => page.getByText('Có: Mật ong hoa vải Minh Họa').count()).toBe(2);
    await page.getByLabel('Loại địa điểm').selectOption('Cửa hàng');
    await page.getByText('1 điểm bán', { exact: true }).waitFor();
    expect(page.url()).toMatch(/\?hang=mat-ong-hoa-vai-minh-hoa&loai=shop$/);
    await page.goBack();
    await page.getByText('2 điểm bán', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByText('3 điểm bán', { exact: true }).waitFor();
    expect(page.url()).toBe(`${server.url}/diem-ban`);
  });

  test('words find goods without marks; nothing found says so', async () => {
    const { page } = await open('/diem-ban');
    await page.getByLabel('Có bán').fill('gao nep');
    await page.getByText('1 điểm bán', { exact: true }).waitFor();
    expect(await cards(page)).toEqual([SHOP]);
    await page.getByLabel('Có bán').fill('tàu thủy');
    await page.getByText('Không có điểm bán nào khớp.').waitFor();
  });

  test('a commune in the address narrows; one that is unknown does not', async () => {
    const { page } = await open('/diem-ban?xa=phuong-kinh-bac');
    expect(await cards(page)).toEqual([STALL]);
    await page.goto(`${server.url}/diem-ban?xa=khong-co`);
    await page.getByText('3 điểm bán', { exact: true }).waitFor();
  });
});

describe('open or closed', () => {
  const shop = '/diem-ban/diem-ban-ocop-minh-hoa-bac-giang';
  // 2026-11-23 is a Monday. The browser stands elsewhere: the hours are Hanoi's.
  test.each([
    ['2026-11-23T09:00:00+07:00', 'Đang mở cửa, đến 11:30'],
    ['2026-11-23T12:00:00+07:00', 'Đã đóng cửa, mở lại 13:30 hôm nay'],
    ['2026-11-23T21:00:00+07:00', 'Đã đóng cửa, mở lại 07:30 ngày mai'],
    ['2026-11-29T13:00:00+07:00', 'Đã đóng cửa, mở lại 07:30 ngày mai'],
  ])('at %s: %s', async (now, said) => {
    const { page } = await openPage(browser, { ...SCREENS.phone, timezoneId: 'America/New_York' });
    await page.clock.setFixedTime(new Date(now));
    await page.goto(`${server.url}${shop}`);
    await page.getByText(said, { exact: true }).waitFor();
    await page.goto(`${server.url}/diem-ban`);
    await page.getByText(said, { exact: true }).waitFor();
    // Nobody stated the hours of the others.
    await expect.poll(() => page.locator('.open-now:visible').count()).toBe(1);
  });

  test('turns while one looks', async () => {
    const { page } = await openPage(browser);
    await page.clock.install({ time: new Date('2026-11-23T11:29:40+07:00') });
    await page.goto(`${server.url}${shop}`);
    await page.getByText('Đang mở cửa, đến 11:30').waitFor();
    await page.clock.fastForward(60_000);
    await page.getByText('Đã đóng cửa, mở lại 13:30 hôm nay').waitFor();
  });
});

describe('without JavaScript', () => {
  test('every sales point, its place, hours and the way there can be read; nothing is offered that needs it', async () => {
    const { page } = await openPage(browser, { ...SCREENS.phone, javaScriptEnabled: false });
    await page.goto(`${server.url}/diem-ban?loai=shop`);
    expect(await cards(page)).toEqual([SPARSE, SHOP, STALL]);
    for (const control of [
      page.getByRole('button', { name: /gần tôi|Mở bản đồ|Tải nền|Bỏ lọc/ }),
      page.locator('.narrow-form'),
    ])
      for (const each of await control.all()) expect(await each.isVisible()).toBe(false);
    await expect.poll(() => page.getByRole('img', { name: /^Bản phác của tỉnh/ }).isVisible()).toBe(true);
    await page.getByRole('link', { name: SHOP }).click();
    const main = page.getByRole('main');
    for (const text of ['07:30–11:30, 13:30–20:00', '185.000', 'Đường Minh Họa', '21.27307, 106.19460', 'Biển hiệu'])
      await expect.poll(() => main.textContent()).toContain(text);
    expect(await page.locator('.open-now').isVisible()).toBe(false);
    await expect
      .poll(() => page.getByRole('link', { name: 'Mở bằng ứng dụng bản đồ' }).getAttribute('href'))
      .toMatch(/^geo:21\.27307,106\.19460\?q=/);
  });
});
