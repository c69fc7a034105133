/** WCAG 2.2 AA on every template, in both languages and colour schemes, on a phone and a desk, enlarged, and for who wants stillness. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hanoiMidnight } from '#domain/rules/day.ts';
import { pagesOfTemplates } from '#scripts/lighthouse/templates.ts';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';
import { PUBLISHED } from './traceCodes.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCHEMES = ['light', 'dark'] as const;
const NOW = hanoiMidnight(PUBLISHED) + 10 * 3_600_000;

// Before the tests are named: their list is the built folder's.
const folder = await fixtureSite();
const pages = [...pagesOfTemplates(folder), '/khong-co-trang-nay', '/en/khong-co-trang-nay'];
const one = pagesOfTemplates(folder, 1);

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), staticServer(folder)]);
  server.now = NOW;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

async function violations(page: Page): Promise<string[]> {
  // Without a second page to gather the results of frames, of which there are none.
  const found = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

test('every kind of page is among those looked at, in both languages', () => {
  const kinds = [
    '/',
    '/san-pham',
    '/chu-the',
    '/diem-ban',
    '/hoi-cho',
    '/so-lieu',
    '/du-lieu',
    '/tra-cuu',
    '/gioi-thieu',
  ];
  expect(pages).toEqual(expect.arrayContaining(kinds));
  expect(pages).toEqual(expect.arrayContaining(kinds.map((path) => (path === '/' ? '/en' : `/en${path}`))));
  for (const folderName of ['san-pham', 'chu-the', 'diem-ban', 'hoi-cho', 't', '01'])
    for (const prefix of ['', '/en'])
      expect(pages.filter((path) => path.startsWith(`${prefix}/${folderName}/`)).length).toBeGreaterThan(0);
});

describe.each(['phone', 'desk'] as const)('axe on a %s', (screen) => {
  let page: Page;
  const foreign: string[] = [];
  const errors: string[] = [];
  beforeAll(async () => {
    page = (await openPage(browser, SCREENS[screen])).page;
    await page.clock.setFixedTime(NOW);
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) foreign.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
  });
  afterAll(() => page.context().close());

  test.each(screen === 'phone' ? pages : one)('%s', async (path) => {
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
    expect(await widthOf(page)).toBe(SCREENS[screen].viewport.width);
    expect([...foreign, ...errors]).toEqual([]);
  });
});

describe('enlarged', () => {
  /** WCAG 1.4.12. */
  const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`;

  test('to 200 % and to 400 % nothing runs over the edge', async () => {
    for (const viewport of [
      { width: 640, height: 450 },
      { width: 320, height: 256 },
    ]) {
      const { page, context } = await openPage(browser, { viewport });
      for (const path of one) {
        await page.goto(server.url + path, { waitUntil: 'load' });
        expect([path, await widthOf(page)]).toEqual([path, viewport.width]);
      }
      await context.close();
    }
  });

  test.each([
    ['letters twice as large', 1280, ':root { font-size: 200% !important; }'],
    ['more room between letters, words and lines', 360, SPACED],
  ])('with %s neither', async (_, width, content) => {
    const { page, context } = await openPage(browser, { viewport: { width, height: 800 }, bypassCSP: true });
    for (const path of one) {
      await page.goto(server.url + path, { waitUntil: 'load' });
      await page.addStyleTag({ content });
      expect([path, await widthOf(page)]).toEqual([path, width]);
    }
    await context.close();
  });
});

test('who wants stillness gets it', async () => {
  const { page, context } = await openPage(browser, { ...SCREENS.desk, reducedMotion: 'reduce' });
  for (const path of one) {
    await page.goto(server.url + path, { waitUntil: 'load' });
    const moving = await page.evaluate(() =>
      Array.from(document.querySelectorAll('*')).flatMap((element) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
        const longest = Math.max(...`${transitionDuration}, ${animationDuration}`.split(', ').map(Number.parseFloat));
        return longest > 0.001 || scrollBehavior === 'smooth' ? [element.outerHTML.slice(0, 80)] : [];
      }),
    );
    expect([path, moving]).toEqual([path, []]);
  }
  await context.close();
});

test('what is drawn is told in words too', async () => {
  const { page, context } = await openPage(browser, SCREENS.desk);
  for (const path of one) {
    await page.goto(server.url + path, { waitUntil: 'load' });
    const silent = await page.evaluate(() => {
      const named = (element: Element) =>
        element.parentElement?.closest('svg') != null ||
        element.closest('[aria-hidden="true"]') !== null ||
        element.hasAttribute('aria-label') ||
        element.hasAttribute('aria-labelledby') ||
        element.querySelector(':scope > title') !== null;
      const drawings = Array.from(document.querySelectorAll('svg, canvas')).filter((element) => !named(element));
      // A drawing with a role has something to tell: what it shows stands in a table or list of its section, or in the page's list of places.
      const inWords = 'table, ul, ol, dl';
      const charts = Array.from(document.querySelectorAll('svg[role="img"]')).filter(
        (chart) =>
          chart.closest('figure, section')?.querySelector(inWords) === null &&
          document.querySelector('main [data-point]') === null,
      );
      return [...drawings, ...charts].map((element) => element.outerHTML.slice(0, 120));
    });
    expect([path, silent]).toEqual([path, []]);
  }
  await context.close();
});
