/** The map of sales points: opened by a press, asking nobody for its ground before another, and never needed for the list. */
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCREENS } from '#tests/support/chromium.ts';
import { here, nearestButton, openPlaces, type PlacesSite, placesSite, SHOP, STALL } from './placesPages.ts';

let site: PlacesSite;
let server: PlacesSite['server'];
beforeAll(async () => {
  site = await placesSite();
  ({ server } = site);
});
afterAll(() => site.stop());

const open = (path: string, options?: BrowserContextOptions) => openPlaces(site, path, options);

describe('the map', () => {
  const TILES = 'https://nen.minh-hoa.example/**';
  const openMap = (page: Page) => page.getByRole('button', { name: 'Mở bản đồ' }).click();

  test('opens on the press, walks by keyboard, follows the list, and asks nobody else', async () => {
    const { page, foreign, problems } = await open('/diem-ban');
    expect(server.sent.some(({ path }) => /leafletMap/.test(path))).toBe(false);
    await openMap(page);
    const pin = page.getByRole('button', { name: STALL });
    await pin.waitFor();
    await expect.poll(() => page.locator('.map-pin').count()).toBe(2);
    await pin.press('Enter');
    const link = page.locator('.leaflet-popup a', { hasText: STALL });
    await link.waitFor();
    expect(await link.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('.leaflet-popup').waitFor({ state: 'detached' });
    await page.getByLabel('Loại địa điểm').selectOption('Cửa hàng');
    await pin.waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.map-pin').count()).toBe(1);
    expect([foreign, problems]).toEqual([[], []]);
  });

  test.each([
    ['a phone in the dark', SCREENS.phone, 'dark'],
    ['a desk in the light', SCREENS.desk, 'light'],
  ] as const)('open, with a place told, can be used by everyone: on %s', async (_, screen, colorScheme) => {
    const { page } = await open('/diem-ban', { ...screen, ...here(), colorScheme });
    await nearestButton(page).click();
    await openMap(page);
    await page.getByRole('button', { name: SHOP }).press('Enter');
    await page.locator('.leaflet-popup a').first().waitFor();
    // Let the popup come to rest: axe sees colours half-way.
    await page.waitForTimeout(400);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(screen.viewport.width);
  });

  test('its ground is asked of the host that the button names, after the press on it only', async () => {
    const { page, foreign, problems } = await open('/diem-ban');
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    // No such host: the browser's requests are answered here, after its content policy has let them go.
    await page.route(TILES, (route) => route.fulfill({ contentType: 'image/png', body: pixel }));
    await openMap(page);
    const press = page.getByRole('button', { name: 'Tải nền bản đồ từ nen.minh-hoa.example' });
    await press.waitFor();
    await expect.poll(() => page.getByText('sẽ biết địa chỉ mạng của bạn').isVisible()).toBe(true);
    expect(foreign).toEqual([]);
    await press.click();
    await page.getByText('© Nền bản đồ Minh Họa').waitFor();
    await page.locator('.leaflet-tile-loaded').first().waitFor();
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter((url) => !/^https:\/\/nen\.minh-hoa\.example\/\d+\/\d+\/\d+\.png$/.test(url))).toEqual([]);
    await page.getByRole('button', { name: 'Phóng to' }).click();
    await page.waitForTimeout(600);
    expect(problems).toEqual([]);
  });

  test('without its ground the sketch and the list go on', async () => {
    const { page } = await open('/diem-ban');
    await page.route(TILES, (route) => route.abort());
    await openMap(page);
    await page.getByRole('button', { name: /^Tải nền bản đồ/ }).click();
    await page.getByText('Chưa tải được nền bản đồ.').waitFor();
    await expect.poll(() => page.locator('.map-land').isVisible()).toBe(true);
    await expect.poll(() => page.locator('.map-pin').count()).toBe(2);
  });

  test('that cannot be fetched says so, the sketch stays', async () => {
    const { page } = await open('/diem-ban');
    await page.route('**/_astro/leafletMap*', (route) => route.abort());
    await openMap(page);
    await page.getByText('Chưa mở được bản đồ.').waitFor();
    await expect.poll(() => page.getByRole('img', { name: 'Bản phác của tỉnh với 2 điểm bán' }).isVisible()).toBe(true);
  });

  test('no page without a map may ask the host of its tiles', async () => {
    const { page, problems } = await open('/');
    await page.evaluate(() => {
      new Image().src = 'https://nen.minh-hoa.example/1/1/1.png';
    });
    await expect.poll(() => problems.length).toBeGreaterThan(0);
  });
});
