/**
 * `npm run snapshots`: a picture of every template in either language, scheme and three widths, compared with those last accepted.
 * The first run, and `SNAPSHOTS=accept npm run snapshots`, keeps what it sees. Baselines lie in .cache and count only under the same
 * major version of Chromium; under another one nothing is compared, and that is said.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pagesOfTemplates } from '#scripts/lighthouse/templates.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';
import { Baseline, difference, majorOf } from './baseline.ts';

const FOLDER = '.cache/snapshots';
const DIFFERENT = join(FOLDER, 'different');
const WIDTHS = [360, 768, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;
/** The fixture's day, a Sunday at noon in Hanoi: what turns by the clock stands still. */
const NOW = Date.parse('2026-11-22T12:00:00+07:00');

const baseline = new Baseline(join(FOLDER, 'baseline'));
let browser: Browser;
let server: StaticServer;
let paths: string[];
let chromium: string;
beforeAll(async () => {
  const folder = await fixtureSite();
  paths = pagesOfTemplates(folder, 1);
  [browser, server] = await Promise.all([launchChromium(), staticServer(folder)]);
  server.now = NOW;
  chromium = majorOf(browser.version());
  rmSync(DIFFERENT, { recursive: true, force: true });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const nameOf = (path: string, scheme: string, width: number) =>
  `${path.slice(1).replaceAll('/', '~') || 'trang-chu'}.${scheme}.${width}`;

async function pictureOf(page: Page, path: string): Promise<Buffer> {
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  // Pictures further down are fetched when they come near.
  await page.evaluate(() => {
    for (const image of document.querySelectorAll('img')) image.loading = 'eager';
  });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
}

async function eachPicture(use: (name: string, png: Buffer) => Promise<void>): Promise<number> {
  let count = 0;
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      const { page, context } = await openPage(browser, { viewport: { width, height: 900 }, colorScheme });
      await page.clock.setFixedTime(NOW);
      for (const path of paths) {
        await use(nameOf(path, colorScheme, width), await pictureOf(page, path));
        count += 1;
      }
      await context.close();
    }
  }
  return count;
}

async function accept(): Promise<void> {
  baseline.begin();
  const count = await eachPicture(async (name, png) => baseline.write(name, png));
  baseline.finish(chromium);
  console.log(`Kept ${count} pictures of Chromium ${chromium} in ${FOLDER}/baseline.`);
}

async function compare(): Promise<Record<string, string>> {
  const different: Record<string, string> = {};
  mkdirSync(DIFFERENT, { recursive: true });
  const count = await eachPicture(async (name, png) => {
    const before = baseline.read(name);
    const found = before === undefined ? { words: 'not in the baseline', picture: png } : await difference(before, png);
    if (found === undefined) return;
    different[name] = found.words;
    writeFileSync(join(DIFFERENT, `${name}.now.png`), png);
    writeFileSync(join(DIFFERENT, `${name}.png`), found.picture);
  });
  console.log(`Compared ${count} pictures under Chromium ${chromium}; what differs is in ${DIFFERENT}.`);
  return different;
}

test('every page looks as it was last accepted', async (context) => {
  const drawnBy = baseline.chromium;
  if (process.env['SNAPSHOTS'] === 'accept' || drawnBy === undefined) return accept();
  if (drawnBy !== chromium) {
    console.warn(
      `NOT COMPARED: the baseline is of Chromium ${drawnBy}, this is ${chromium}. SNAPSHOTS=accept npm run snapshots`,
    );
    return context.skip();
  }
  expect(await compare()).toEqual({});
});
