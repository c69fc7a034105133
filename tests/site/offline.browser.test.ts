/** Without network: what was visited opens again as a copy that says so, what was not is told plainly, nothing old looks fresh. */
import { copyFileSync, renameSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hanoiMidnight } from '#domain/rules/day.ts';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureRecords, fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';
import { CODES, PUBLISHED } from './traceCodes.ts';

const NOW = hanoiMidnight(PUBLISHED) + (14 * 60 + 5) * 60_000;
const SAVED = `Bản lưu lúc 14:05 ${PUBLISHED.split('-').reverse().join('/')}`;
const PRODUCT = '/san-pham/mat-ong-hoa-vai-minh-hoa';
const TRACE = `/t/${CODES.valid}`;

let browser: Browser;
let folder: string;
let server: StaticServer;
let page: Page;
let context: BrowserContext;
const errors: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  // A copy: one test takes a page away.
  folder = await mkdtemp(join(tmpdir(), 'ocop-offline-'));
  await cp(await fixtureSite(), folder, { recursive: true, preserveTimestamps: true });
  server = await staticServer(folder);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  Object.assign(server, { network: 'up', now: NOW, standing: { recalled: {}, withdrawn: {} } });
  ({ page, context } = await openPage(browser, { ...SCREENS.phone, serviceWorkers: 'allow' }));
  errors.length = 0;
  page.on('pageerror', (error) => errors.push(String(error)));
});
afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
});

const open = (path: string) => page.goto(server.url + path, { waitUntil: 'load' });
const banner = () => page.locator('.saved-copy');
const isSaved = (path: string) =>
  expect.poll(() => page.evaluate(async (asked) => (await caches.match(asked)) !== undefined, path)).toBe(true);

/** Opens a page with network and waits until it is kept. */
async function visit(path: string): Promise<void> {
  await open(path);
  await isSaved(path);
}

async function savedUnder(prefix: string): Promise<string[]> {
  const all = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  return all.filter((path) => path.startsWith(prefix));
}

describe('a page visited once', () => {
  test.each([
    TRACE,
    '/01/09521234000013',
    PRODUCT,
    '/diem-ban/diem-ban-ocop-minh-hoa-bac-giang',
    '/hoi-cho/hoi-cho-ocop-minh-hoa-cuoi-nam',
    '/diem-ban',
    '/hoi-cho',
  ])('%s opens again, says when it was saved, looks as before', async (path) => {
    await visit(path);
    const heading = await page.getByRole('heading', { level: 1 }).textContent();
    const ground = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    expect(await banner().count()).toBe(0);
    server.network = 'down';
    await open(path);
    await expect.poll(() => banner().textContent()).toBe(`${SAVED}Tình trạng có thể đã thay đổi. Mở lại khi có mạng.`);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(heading);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toBe(ground);
    const pictures = await page
      .locator('main img')
      .evaluateAll((all) =>
        (all as HTMLImageElement[]).filter(
          (image) => image.complete && image.currentSrc !== '' && image.naturalWidth === 0,
        ),
      );
    expect(pictures).toEqual([]);
    const box = await banner().boundingBox();
    expect(box?.y).toBe(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('is fresh again as soon as there is a network', async () => {
    await visit(TRACE);
    server.network = 'down';
    await open(TRACE);
    await page.getByText('Chưa kiểm tra được thông báo thu hồi mới nhất.').waitFor();
    server.network = 'up';
    await open(TRACE);
    expect(await banner().count()).toBe(0);
    expect(await page.getByText('Chưa kiểm tra được thông báo thu hồi mới nhất.').isVisible()).toBe(false);
  });

  test('stands in for a server that fails, and for nothing else', async () => {
    await visit(TRACE);
    server.network = 'failing';
    await open(TRACE);
    await expect.poll(() => banner().count()).toBe(1);
    expect((await open('/chu-the'))?.status()).toBe(502);
  });

  test('is forgotten when the page is gone', async () => {
    await visit(PRODUCT);
    const file = join(folder, `${PRODUCT}.html`);
    renameSync(file, `${file}.gone`);
    try {
      expect((await open(PRODUCT))?.status()).toBe(404);
    } finally {
      renameSync(`${file}.gone`, file);
    }
    server.network = 'down';
    await open(PRODUCT);
    await page.getByRole('heading', { name: 'Chưa có mạng' }).waitFor();
  });

  test('is one copy, whatever was searched for on it', async () => {
    await visit('/san-pham');
    await open('/san-pham?q=mat');
    expect((await savedUnder('/san-pham')).filter((path) => path === '/san-pham')).toHaveLength(1);
    server.network = 'down';
    await open('/san-pham?sao=4');
    await expect.poll(() => banner().count()).toBe(1);
  });
});

test('in English it says so in English', async () => {
  await visit(`/en${TRACE}`);
  server.network = 'down';
  await open(`/en${TRACE}`);
  await expect.poll(() => banner().textContent()).toContain('Saved copy of 14:05, 22 November 2026');
  await expect.poll(() => banner().textContent()).toContain('Open again when online.');
  await open('/en/hoi-cho');
  await page.getByRole('heading', { name: 'No network' }).waitFor();
});

describe('recalls', () => {
  test('are asked of the server every time and kept nowhere', async () => {
    await visit(TRACE);
    const lot = fixtureRecords().lots.find(({ trace_code }) => trace_code === CODES.valid);
    const notice = { lot: lot?.lot_number ?? '', at: NOW, reason: 'thử', phone: '' };
    server.standing = { recalled: { [lot?.id ?? '']: notice }, withdrawn: {} };
    await open(TRACE);
    await page.getByText('DỪNG SỬ DỤNG').first().waitFor();
    expect(await savedUnder('/tinh-trang.json')).toEqual([]);
    server.network = 'down';
    await open(TRACE);
    expect(await page.evaluate(() => fetch('/tinh-trang.json').then(String, () => 'none'))).toBe('none');
    await page.getByText('Chưa kiểm tra được thông báo thu hồi mới nhất.').waitFor();
  });
});

describe('what was never visited', () => {
  test('is told plainly, with the ways to what was', async () => {
    await visit(PRODUCT);
    server.network = 'down';
    const answer = await open('/hoi-cho');
    expect(answer?.status()).toBe(503);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Chưa có mạng');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('link', { name: 'Mật ong hoa vải Minh Họa' }).click();
    await banner().waitFor();
    expect(new URL(page.url()).pathname).toBe(PRODUCT);
  });

  test('the admin and the database are no business of the worker', async () => {
    await visit('/');
    server.network = 'down';
    for (const path of ['/quan-tri', '/quan-tri/san-pham', '/api/health', '/_/']) {
      const other = await context.newPage();
      await expect(other.goto(server.url + path), path).rejects.toThrow('net::ERR');
      await other.close();
    }
    expect(await savedUnder('/quan-tri')).toEqual([]);
  });
});

test('what is kept stays small, and what older versions kept goes', async () => {
  const many = Array.from({ length: 70 }, (_, index) => `/chu-the/co-so-${index}`);
  for (const path of many) copyFileSync(join(folder, 'chu-the.html'), join(folder, `${path}.html`));
  // The worker comes with a page; what stood there before it came is what an older one left.
  await open('/tinh-trang.json');
  await page.evaluate(() => Promise.all(['ocop-pages-0', 'khac'].map((name) => caches.open(name))));
  await visit('/');
  await page.evaluate(async (paths) => {
    const { active } = await navigator.serviceWorker.ready;
    for (const path of paths) active?.postMessage({ page: location.origin + path, loaded: [] });
  }, many);
  await isSaved(many.at(-1) ?? '');
  const kept = async () =>
    (await savedUnder('/')).filter((path) => !/^\/(_astro|anh|en\/)|ngoai-tuyen/.test(path)).length;
  await expect.poll(kept).toBe(60);
  expect(await page.evaluate(() => caches.has('ocop-pages-0'))).toBe(false);
  expect(await page.evaluate(() => caches.has('khac'))).toBe(true);
});

describe('a browser inside another app, which has no storage and no worker', () => {
  beforeEach(() =>
    page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
      for (const name of ['caches', 'indexedDB', 'localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('refused', 'SecurityError');
          },
        });
    }),
  );

  test('finds, chooses and reads as any other', async () => {
    await open('/');
    await page.getByRole('combobox').first().fill('mat ong');
    await page.getByRole('option', { name: 'Mật ong hoa vải Minh Họa' }).first().click();
    await page.waitForURL(`**${PRODUCT}`);
    await open('/san-pham?sao=4');
    await page.locator('.catalogue .card-name').first().waitFor();
    await open('/diem-ban');
    await open('/tra-cuu');
    await page.getByRole('textbox').first().fill(CODES.valid);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${TRACE}`);
  });

  test('is told of a recall', async () => {
    const lot = fixtureRecords().lots.find(({ trace_code }) => trace_code === CODES.valid);
    const notice = { lot: lot?.lot_number ?? '', at: NOW, reason: 'thử', phone: '' };
    server.standing = { recalled: { [lot?.id ?? '']: notice }, withdrawn: {} };
    await open(TRACE);
    await page.getByText('DỪNG SỬ DỤNG').first().waitFor();
  });
});
