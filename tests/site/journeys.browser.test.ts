/**
 * What people come for, from the first page to the last, in a real browser. The nearest sales point and the calendar have theirs beside
 * the places (tests/site/places), the page that is opened again without network beside the worker (offline.browser.test.ts).
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hanoiMidnight } from '#domain/rules/day.ts';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';
import { PUBLISHED } from './traceCodes.ts';

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), fixtureSite().then(staticServer)]);
  server.now = hanoiMidnight(PUBLISHED) + 12 * 3_600_000;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function visitor(options: BrowserContextOptions = SCREENS.phone): Promise<Page> {
  return (await openPage(browser, options)).page;
}
const heading = async (page: Page) => (await page.getByRole('heading', { level: 1 }).textContent())?.trim() ?? '';

test('somebody finds a product by typing without marks, and reads whether it is recognised', async () => {
  const page = await visitor();
  await page.goto(server.url);
  await page.getByRole('combobox', { name: 'Tìm trong danh mục' }).pressSequentially('mat ong hoa vai');
  await page.getByRole('option', { name: 'Mật ong hoa vải Minh Họa' }).click();
  await page.waitForURL('**/san-pham/mat-ong-hoa-vai-minh-hoa');
  expect(await heading(page)).toBe('Mật ong hoa vải Minh Họa');
  await page.getByText('OCOP 4 sao – còn hiệu lực').first().waitFor();
});

test('somebody narrows the list and sends it to a friend, who sees the same', async () => {
  const one = await visitor(SCREENS.desk);
  await one.goto(`${server.url}/san-pham`);
  await one.locator('.catalogue.is-ready').waitFor();
  await one.getByRole('checkbox', { name: '4 sao 2' }).check();
  await one.getByText('2 sản phẩm', { exact: true }).waitFor();
  await one.getByLabel('Xếp theo').selectOption('name');
  const names = (page: Page) => page.locator('.catalogue .card-name').allTextContents();
  const seen = await names(one);
  const friend = await visitor();
  await friend.goto(one.url());
  await friend.getByText('2 sản phẩm', { exact: true }).waitFor();
  expect(await names(friend)).toEqual(seen);
  expect(seen.length).toBe(2);
});

test('somebody whose browser runs no scripts reads all of it', async () => {
  const page = await visitor({ ...SCREENS.phone, javaScriptEnabled: false });
  await page.goto(server.url);
  const follow = async (name: string | RegExp, within = 'main') => {
    const link = page.locator(within).getByRole('link', { name }).first();
    const href = (await link.getAttribute('href')) ?? '';
    await link.click();
    await page.waitForURL(new URL(href, page.url()).href);
  };
  for (const [menu, record] of [
    ['Sản phẩm', /Mật ong hoa vải Minh Họa/],
    ['Cơ sở sản xuất', /HTX Minh Họa 1/],
    ['Điểm bán', /Điểm bán OCOP Minh Họa Bắc Giang/],
    ['Hội chợ', /Hội chợ OCOP Minh Họa cuối năm/],
  ] as const) {
    await page.getByText('Mục lục', { exact: true }).click();
    await follow(menu, '.menu');
    expect(await heading(page)).toBe(menu);
    await follow(record);
    expect(await heading(page)).toMatch(record);
  }
  await page.getByText('Mục lục', { exact: true }).click();
  await follow('Số liệu', '.menu');
  await expect.poll(() => page.locator('main table').count()).toBeGreaterThan(0);
});

describe('somebody turns to English and to the dark', () => {
  const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const DARK = 'rgb(24, 20, 16)';

  test('keeps both from page to page, and no page flashes', async () => {
    const page = await visitor({ ...SCREENS.desk, colorScheme: 'light' });
    await page.goto(`${server.url}/san-pham/mat-ong-hoa-vai-minh-hoa`);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL('**/en/san-pham/mat-ong-hoa-vai-minh-hoa');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    const light = await ground(page);
    await page.getByRole('radio', { name: 'Dark' }).check();
    expect(await ground(page)).toBe(DARK);
    expect(light).not.toBe(DARK);
    // Every colour that the next page is drawn in, frame by frame from the first.
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        if (document.body?.childElementCount > 1) seen.push(getComputedStyle(document.documentElement).backgroundColor);
        if (seen.length < 20) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(`${server.url}/en/diem-ban`, { waitUntil: 'networkidle' });
    const seen = await page.evaluate(() => Reflect.get(window, 'seen') as string[]);
    expect(seen.length).toBeGreaterThan(0);
    expect([...new Set(seen)]).toEqual([DARK]);
    await expect.poll(() => page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    await page.getByRole('radio', { name: 'As the device' }).check();
    expect(await ground(page)).toBe(light);
  });

  test('a device that is dark can be read in the light', async () => {
    const page = await visitor({ ...SCREENS.phone, colorScheme: 'dark' });
    await page.goto(`${server.url}/en`);
    expect(await ground(page)).toBe(DARK);
    await page.getByRole('radio', { name: 'Light' }).check();
    expect(await ground(page)).toBe('rgb(251, 248, 241)');
    const bars = page.locator('meta[name="theme-color"]');
    const shown = await bars.evaluateAll((all) =>
      (all as HTMLMetaElement[]).filter(({ media }) => matchMedia(media).matches).map(({ content }) => content),
    );
    expect(shown).toEqual(['#fbf8f1']);
  });

  test('the trace page follows the device', async () => {
    const page = await visitor({ ...SCREENS.phone, colorScheme: 'dark' });
    await page.goto(`${server.url}/tra-cuu`);
    expect(await page.getByRole('radio').count()).toBe(0);
    expect(await ground(page)).toBe(DARK);
  });
});
