/** Accessibility of what a template looks like in its several states, light and dark; nothing asked of anybody else. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';

/** What differs from page to page of one template: a list narrowed, every kind of verdict. Every template: everyone.browser.test.ts. */
const PATHS = [
  '/san-pham?nganh=1&nhom=3&q=mat',
  '/en/san-pham?sao=4&kieu=gon',
  '/san-pham/ruou-gao-vi-du',
  '/san-pham/gio-lua-minh-hoa',
  '/san-pham/tinh-dau-sa-minh-hoa',
  '/chu-the/ho-hoanhxx3',
];

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), fixtureSite().then(staticServer)]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

describe.each([
  ['a phone in the light', SCREENS.phone, 'light', PATHS],
  ['a desk in the dark', SCREENS.desk, 'dark', PATHS],
] as const)('on %s', (_, screen, colorScheme, paths) => {
  let page: Page;
  const foreign: string[] = [];
  const errors: string[] = [];
  beforeAll(async () => {
    page = (await openPage(browser, { ...screen, colorScheme })).page;
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) foreign.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
  });
  afterAll(() => page.context().close());

  test.each([...paths])('%s', async (path) => {
    await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(screen.viewport.width);
    expect([...foreign, ...errors]).toEqual([]);
  });

  test('the list under the search box', async () => {
    await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
    await page.getByRole('combobox').fill('minh hoa');
    await page.getByRole('option').first().waitFor();
    await page.getByRole('combobox').press('ArrowDown');
    expect(await violations(page)).toEqual([]);
  });
});

describe('for everyone', () => {
  test('the first press of Tab leads past the head of the page', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${server.url}/hoi-cho`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung');
  });

  test('twice as large, nothing runs over the edge', async () => {
    const { page } = await openPage(browser, { viewport: { width: 640, height: 450 } });
    for (const path of ['/', '/san-pham/mat-ong-hoa-vai-minh-hoa', '/so-lieu', '/san-pham']) {
      await page.goto(`${server.url}${path}`);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(640);
    }
  });

  test('the menu of a phone opens without scripts', async () => {
    const { page } = await openPage(browser, { ...SCREENS.phone, javaScriptEnabled: false });
    await page.goto(`${server.url}/`);
    await page.getByText('Mục lục').click();
    await page.getByRole('link', { name: 'Điểm bán' }).first().click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Điểm bán');
  });

  test('letters keep their place when the font comes', async () => {
    const { page } = await openPage(browser);
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          Object.assign(window, {
            shift: (Number(Reflect.get(window, 'shift')) || 0) + Number(Reflect.get(entry, 'value')),
          });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${server.url}/san-pham/mat-ong-hoa-vai-minh-hoa`, { waitUntil: 'networkidle' });
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => Number(Reflect.get(window, 'shift')) || 0)).toBeLessThan(0.05);
  });
});
