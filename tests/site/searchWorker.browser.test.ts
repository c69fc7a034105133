/** The search of a large catalogue in a real browser: 20,000 products, and the page goes on answering while the index is built. */
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enlarge } from '#scripts/bench/search/enlarge.ts';
import { type BenchRecord, demonstrationRecords } from '#scripts/bench/search/records.ts';
import { shippedRows } from '#scripts/bench/search/shipped.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';

const SIZE = 20_000;

/** Real names over and over, told apart by a number. */
function manyRecords(): BenchRecord[] {
  const some = enlarge(demonstrationRecords(), 1_000);
  const times = Array.from({ length: SIZE / some.length }, (_, time) => time);
  return times.flatMap((time) => some.map((each) => (time === 0 ? each : { ...each, name: `${each.name} ${time}` })));
}

let browser: Browser;
let server: StaticServer;
let rows: string;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), fixtureSite().then(staticServer)]);
  rows = JSON.stringify(shippedRows(manyRecords()));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The built front page as it is for a large catalogue: other rows, and the mark that publishing sets from 5,000 of them on. */
async function serveLarge(context: BrowserContext, inWorker: boolean): Promise<void> {
  await context.route('**/tim-kiem.json', (route) => route.fulfill({ body: rows, contentType: 'application/json' }));
  if (!inWorker) return;
  await context.route(`${server.url}/`, async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text()).replace('data-rows=', 'data-in-worker="true" data-rows=');
    await route.fulfill({ response: answer, body: html });
  });
}

/** Notes how long the page's thread was away at most; the clock of a page that is held up stands still. */
const WATCH = `
  let last = performance.now();
  window.longestAway = 0;
  setInterval(() => {
    const now = performance.now();
    window.longestAway = Math.max(window.longestAway, now - last);
    last = now;
  }, 5);
`;
const longestAway = (page: Page) => page.evaluate<number>('window.longestAway');

async function typed(inWorker: boolean, changed: (context: BrowserContext) => Promise<unknown> = async () => {}) {
  const { context, page } = await openPage(browser);
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await serveLarge(context, inWorker);
  await changed(context);
  await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
  await page.evaluate(WATCH);
  await page.getByRole('combobox').pressSequentially('mat ong hoa vai');
  await page.getByRole('option').first().waitFor({ timeout: 60_000 });
  const first = (await page.getByRole('option').first().textContent()) ?? '';
  const result = { first, away: await longestAway(page), workers: page.workers().length, problems };
  await context.close();
  return result;
}

test('building the index holds the page up on its own thread, and does not in the worker', {
  timeout: 180_000,
}, async () => {
  const alone = await typed(false);
  const apart = await typed(true);
  expect(alone).toMatchObject({ workers: 0, problems: [] });
  expect(apart).toMatchObject({ workers: 1, problems: [] });
  expect(apart.first).toBe(alone.first);
  expect(apart.first.toLowerCase()).toContain('mật ong');
  expect(apart.away, `${apart.away} ms in the worker, ${alone.away} ms without`).toBeLessThan(alone.away / 3);
});

test('an engine that cannot run the worker finds the same on the page’s thread', { timeout: 180_000 }, async () => {
  const { first, workers } = await typed(true, (context) =>
    context.route('**/finder.worker-*.js', (route) =>
      route.fulfill({ body: 'import;', contentType: 'text/javascript' }),
    ),
  );
  expect(workers).toBe(0);
  expect(first.toLowerCase()).toContain('mật ong');
});

test('an engine without workers at all as well', { timeout: 180_000 }, async () => {
  const { first } = await typed(true, (context) => context.addInitScript('delete window.Worker'));
  expect(first.toLowerCase()).toContain('mật ong');
});
