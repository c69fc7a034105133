/** Nothing moves while a page comes in: every template, its fonts late and its pictures later, as on a slow line. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pagesOfTemplates } from '#scripts/lighthouse/templates.ts';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';

/** Half of what Core Web Vitals call good: a single line that wraps otherwise in the right font. */
const MOST_BY_FONT = 0.05;
/** Pictures move nothing; a script puts what it found, as whether a shop is open, on a line of its own at most. */
const MOST = 0.01;
const FONT_MS = 150;
const PICTURE_MS = 300;

let browser: Browser;
let server: StaticServer;
let paths: string[];
beforeAll(async () => {
  const folder = await fixtureSite();
  // The English pages are of the same templates.
  paths = pagesOfTemplates(folder, 1).filter((path) => !/^\/en(\/|$)/.test(path));
  [browser, server] = await Promise.all([launchChromium(), staticServer(folder)]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Notes every shift that no press brought about, and what moved. */
function watchShifts(): void {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  interface Shift extends PerformanceEntry {
    value: number;
    hadRecentInput: boolean;
    sources: { node: Element | null }[];
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      const moved = entry.sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 90) ?? '').join(' | ');
      if (!entry.hadRecentInput) shifts.push(`${entry.value} ${moved}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

async function late(page: Page, pattern: RegExp, ms: number): Promise<void> {
  await page.route(pattern, async (route) => {
    await new Promise((done) => setTimeout(done, ms));
    await route.continue();
  });
}

async function shiftsOf(page: Page, path: string): Promise<string[]> {
  await page.goto(`${server.url}${path}`, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(PICTURE_MS);
  return page.evaluate(() => Reflect.get(window, 'shifts') as string[]);
}

async function movingPages(screen: keyof typeof SCREENS, most: number, prepare: (page: Page) => Promise<void>) {
  const { page, context } = await openPage(browser, SCREENS[screen]);
  await page.addInitScript(watchShifts);
  await prepare(page);
  const moving: Record<string, string[]> = {};
  for (const path of paths) {
    const shifts = await shiftsOf(page, path);
    if (shifts.reduce((sum, each) => sum + Number.parseFloat(each), 0) > most) moving[path] = shifts;
  }
  await context.close();
  return moving;
}

test.each(['phone', 'desk'] as const)('on a %s, whatever comes but the font', { timeout: 180_000 }, async (screen) => {
  const moving = await movingPages(screen, MOST, async (page) => {
    await page.route(/\.woff2$/, (route) => route.abort());
    await late(page, /\.(webp|avif|svg)$/, PICTURE_MS);
  });
  expect(moving).toEqual({});
});

test.each(['phone', 'desk'] as const)('on a %s, when the font comes', { timeout: 180_000 }, async (screen) => {
  expect(await movingPages(screen, MOST_BY_FONT, (page) => late(page, /\.woff2$/, FONT_MS))).toEqual({});
});
