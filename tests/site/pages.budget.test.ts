/** What pages weigh on the wire and how often they ask, measured in a browser over the built site, packed as the servers pack it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesOfTemplates } from '#scripts/lighthouse/templates.ts';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type Sent, type StaticServer, staticServer } from '#tests/support/staticServer.ts';

const KB = 1024;
const folder = await fixtureSite();
const pages = pagesOfTemplates(folder, 1);
const ofKind = (kind: RegExp) => pages.filter((path) => kind.test(path));
const TRACE = /^(\/en)?\/(t|01)\//;

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), staticServer(folder)]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Everything that a first visit asks for, on a phone; `then` does something on the page. */
async function asked(path: string, then: (page: Page) => Promise<void> = async () => {}): Promise<Sent[]> {
  const { page, context } = await openPage(browser, SCREENS.phone);
  server.sent = [];
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await then(page);
  await page.waitForLoadState('networkidle');
  await context.close();
  return server.sent;
}

const weight = (sent: readonly Sent[]) => sent.reduce((sum, { bytes }) => sum + bytes, 0);
const list = (sent: readonly Sent[]) => sent.map(({ path, bytes }) => `${bytes} ${path}`).join('\n');
const isPicture = ({ path }: Sent) => path.startsWith('/anh/');
const isScript = ({ path }: Sent) => path.endsWith('.js');
/** As a server that packs with brotli would send it: headers apart. */
const brotli = (sent: readonly Sent[]) =>
  sent.reduce((sum, { path }) => sum + brotliCompressSync(readFileSync(join(folder, path))).length, 0);

describe('the trace page', () => {
  test.each(ofKind(TRACE))('%s: at most 30 KB and 12 requests, all in', async (path) => {
    const sent = await asked(path);
    expect(weight(sent), list(sent)).toBeLessThanOrEqual(30 * KB);
    expect(sent.length, list(sent)).toBeLessThanOrEqual(12);
  });

  test.each(ofKind(TRACE))(
    '%s: the worker that keeps it for later comes after, and within the same 30 KB',
    async (path) => {
      const { page, context } = await openPage(browser, { ...SCREENS.phone, serviceWorkers: 'allow' });
      server.sent = [];
      await page.goto(server.url + path, { waitUntil: 'networkidle' });
      const isKept = () => page.evaluate(async (address) => (await caches.match(address)) !== undefined, path);
      await expect.poll(isKept).toBe(true);
      await context.close();
      expect(weight(server.sent), list(server.sent)).toBeLessThanOrEqual(30 * KB);
      const order = server.sent.map((each) => each.path);
      const worker = order.indexOf('/sw.js');
      for (const file of order.filter((each) => each.endsWith('.css') || each.startsWith('/anh/')))
        expect(order.indexOf(file), list(server.sent)).toBeLessThan(worker);
    },
  );
});

test.each(ofKind(/^(\/en)?\/san-pham\/[^/]+$/))('the product page %s: at most 100 KB before pictures', async (path) => {
  const sent = (await asked(path)).filter((each) => !isPicture(each));
  expect(weight(sent), list(sent)).toBeLessThanOrEqual(100 * KB);
  expect(sent.length, list(sent)).toBeLessThanOrEqual(30);
});

test.each(['/', '/en'])('the front page %s: at most 150 KB', async (path) => {
  const sent = await asked(path);
  expect(weight(sent), list(sent)).toBeLessThanOrEqual(150 * KB);
  expect(sent.length, list(sent)).toBeLessThanOrEqual(60);
});

describe('scripts, packed with brotli', () => {
  const CATALOGUE = /^(\/en)?\/san-pham$/;

  test.each(pages.filter((path) => !CATALOGUE.test(path)))('%s: at most 15 KB', async (path) => {
    const scripts = (await asked(path)).filter(isScript);
    expect(brotli(scripts), list(scripts)).toBeLessThanOrEqual(15 * KB);
  });

  test.each(['/', '/en'])('the search on %s: at most 25 KB more, without its rows', async (path) => {
    const before = await asked(path);
    const after = await asked(path, async (page) => {
      await page.getByRole('combobox').first().fill('mat ong');
      await page.getByRole('option').first().waitFor();
    });
    const search = after.filter(isScript).filter((each) => !before.some((other) => other.path === each.path));
    expect(search.length).toBeGreaterThan(0);
    expect(brotli(search), list(search)).toBeLessThanOrEqual(25 * KB);
  });

  test.each(pages.filter((path) => CATALOGUE.test(path)))(
    'the catalogue %s is page and search in one',
    async (path) => {
      const scripts = (await asked(path)).filter(isScript);
      expect(brotli(scripts), list(scripts)).toBeLessThanOrEqual((15 + 25) * KB);
    },
  );
});
