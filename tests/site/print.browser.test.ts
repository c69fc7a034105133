/** What comes out on paper, read back from it. */
import jsQR from 'jsqr';
import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '#tests/support/chromium.ts';
import { fixtureSite, OWN_ADDRESS } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';

/** A4 at 96 dots an inch, without the margins of print.css; sharp enough to read symbols. */
const PAPER = { viewport: { width: 680, height: 1013 }, deviceScaleFactor: 2 };
const ADDRESS = OWN_ADDRESS.public_address;
const POINT = '/diem-ban/diem-ban-ocop-minh-hoa-bac-giang';
const COMING = '/hoi-cho/hoi-cho-ocop-minh-hoa-cuoi-nam';
const PAST = '/hoi-cho/tuan-hang-vi-du-2024';
const HONEY = '/san-pham/mat-ong-hoa-vai-minh-hoa';

let server: StaticServer;
let browser: Browser;
let context: BrowserContext | undefined;
beforeAll(async () => {
  [server, browser] = await Promise.all([fixtureSite(OWN_ADDRESS).then(staticServer), launchChromium()]);
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext({ ...PAPER, ...options });
  const page = await context.newPage();
  await page.goto(server.url + path);
  return page;
}
async function onPaper(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await open(path, options);
  await page.emulateMedia({ media: 'print' });
  return page;
}

/** What a phone reads off the paper. */
async function scanned(symbol: Locator): Promise<string | undefined> {
  const picture = await symbol.screenshot();
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}
const sheetsOf = async (page: Page) =>
  (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
const seen = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).count();

describe('a sales point prints its price list', () => {
  test('product, producer, price with its day, stars in force only, and a code that leads to the product', async () => {
    const page = await onPaper(POINT);
    expect(await seen(page, 'h1, nav, body > header, body > footer')).toBe(0);
    const rows = page.locator('.price-list tbody tr');
    const texts = (await rows.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
    expect(texts).toHaveLength(3);
    expect(texts.filter((text) => /[0-9.]+ ₫\s*ghi ngày \d\d\/\d\d\/\d{4}/.test(text))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('chưa niêm yết'))).toHaveLength(2);
    const slugs = await page.locator('.goods a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    for (const [index, slug] of slugs.entries())
      expect(await scanned(rows.nth(index).locator('.page-code'))).toBe(`${ADDRESS}${slug}`);
  });

  test('names no star where no certificate is in force', async () => {
    const page = await onPaper(POINT);
    const told = await page.locator('.price-list .status').evaluateAll((lines) =>
      lines.map((line) => ({
        isSeen: getComputedStyle(line).display !== 'none',
        isInForce: ['valid', 'pendingCentral'].includes((line as HTMLElement).dataset['state'] ?? ''),
      })),
    );
    expect(told.length).toBe(3);
    for (const { isSeen, isInForce } of told) expect(isSeen).toBe(isInForce);
  });

  test('is not to be seen on the screen', async () => {
    const page = await open(POINT);
    expect(await seen(page, '.sheet, .print-foot')).toBe(0);
    expect(await seen(page, 'h1')).toBe(1);
  });
});

describe('a fair', () => {
  test('that is coming prints its poster on one sheet, with a code that leads to its page', async () => {
    const page = await onPaper(COMING);
    expect(await seen(page, 'h1, body > header')).toBe(0);
    await expect.poll(() => page.locator('.poster').textContent()).toContain('05 – 08/12/2026');
    expect(await scanned(page.locator('.poster .page-code'))).toBe(`${ADDRESS}${COMING}`);
    expect(await sheetsOf(page)).toBe(1);
  });

  test('that is over prints what it was', async () => {
    const page = await onPaper(PAST);
    expect(await seen(page, '.poster')).toBe(0);
    expect(await seen(page, 'h1')).toBe(1);
    expect(await scanned(page.locator('.page-code'))).toBe(`${ADDRESS}${PAST}`);
  });
});

describe('a product and a producer print as they read', () => {
  test('without neighbours and ways on, with the way back', async () => {
    const page = await onPaper(HONEY);
    expect(await seen(page, 'main .shelf, nav, form, .button, .button-quiet')).toBe(0);
    expect(await seen(page, 'h1, .verdict')).toBe(2);
    expect(await scanned(page.locator('.page-code'))).toBe(`${ADDRESS}${HONEY}`);
    await expect
      .poll(() => page.locator('.print-address').textContent())
      .toBe(`${ADDRESS}${HONEY}`.replace('https://', ''));
  });

  test('dark ink on white, though the screen is dark', async () => {
    const page = await onPaper(HONEY, { colorScheme: 'dark' });
    const colours = () =>
      page.evaluate(() => [
        getComputedStyle(document.documentElement).backgroundColor,
        getComputedStyle(document.body).color,
      ]);
    expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(33, 27, 23)']);
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    expect(await colours()).toEqual(['rgb(24, 20, 16)', 'rgb(243, 237, 226)']);
  });

  test('in English too', async () => {
    const page = await onPaper(`/en${HONEY}`);
    expect(await scanned(page.locator('.page-code'))).toBe(`${ADDRESS}/en${HONEY}`);
    await expect.poll(() => page.locator('.print-foot').textContent()).toContain('Scan to open this page');
  });
});

describe('the button', () => {
  test('prints', async () => {
    const page = await open(POINT);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.getByRole('button', { name: 'In bảng giá' }).click();
    await expect.poll(() => page.locator('body[data-printed]').count()).toBe(1);
  });

  test('is not there without JavaScript, where the browser’s own menu prints', async () => {
    const page = await open(POINT, { javaScriptEnabled: false });
    expect(await seen(page, '[data-print-button]')).toBe(0);
  });
});
