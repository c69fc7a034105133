/** Accessibility of every verdict, light and dark, on a phone and a desk; no script needed; nothing asked of anybody else. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hanoiMidnight } from '#domain/rules/day.ts';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';
import { CODES, PUBLISHED, TOLD } from './traceCodes.ts';

const NOW = hanoiMidnight(PUBLISHED) + 10 * 3_600_000;
/** One page per state; in the dark, one per colour of panel: a screen reader hears the same. */
const STATES = {
  light: ['valid', 'recalled', 'pastUseBy', 'expiresSoon', 'expired', 'inGrace', 'revoked', 'registeredOnly'],
  dark: ['valid', 'recalled', 'expired', 'revoked', 'inGrace', 'termUnknown'],
} as const;
const more = ['notRecognised', 'pendingCentral', 'pendingAlone', 'termUnknown', 'notDemonstration'] as const;
const pathsIn = (scheme: 'light' | 'dark') => [
  ...[...STATES[scheme], ...(scheme === 'light' ? more : [])].map((state) => `/t/${CODES[state]}`),
  ...(scheme === 'light' ? ['/01/09521234000013'] : []),
  '/tra-cuu',
  '/t/ABCDE23456',
];

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), fixtureSite().then(staticServer)]);
  server.now = NOW;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  let page: Page;
  const foreign: string[] = [];
  const errors: string[] = [];
  beforeAll(async () => {
    page = (await openPage(browser, { ...SCREENS.phone, colorScheme })).page;
    await page.clock.setFixedTime(NOW);
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) foreign.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
  });

  test.each(pathsIn(colorScheme))('%s: axe finds nothing, nothing runs over the edge', async (path) => {
    await page.goto(`${server.url}${path}`, { waitUntil: 'load' });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('the verdict is read within the upper part of the first screen', async () => {
    for (const code of Object.keys(TOLD)) {
      await page.goto(`${server.url}/t/${code}`, { waitUntil: 'load' });
      const banner = (await page.locator('.demonstration').count()) === 0 ? 0 : await height(page, '.demonstration');
      const headline = await page.locator('.verdict-headline').boundingBox();
      const panel = await page.locator('[data-verdict-panel]').boundingBox();
      expect((headline?.y ?? 999) - banner, code).toBeLessThan(60);
      // 40 % of a screen of 740; a recall's panel holds the number to tap as well.
      expect(panel?.height ?? 999, code).toBeLessThan(code === CODES.recalled ? 340 : 296);
    }
  });

  test('what is to be tapped is large enough to hit', async () => {
    for (const code of [CODES.valid, CODES.recalled]) {
      await page.goto(`${server.url}/t/${code}`, { waitUntil: 'load' });
      for (const link of await page.locator('.call, .verdict-call, .button').all())
        expect((await link.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    }
  });
});

async function height(page: Page, selector: string): Promise<number> {
  return (await page.locator(selector).boundingBox())?.height ?? 0;
}

test('with letters twice as large nothing is cut off', async () => {
  const { page, context } = await openPage(browser, SCREENS.phone);
  for (const code of [CODES.recalled, CODES.termUnknown, CODES.valid]) {
    await page.goto(`${server.url}/t/${code}`, { waitUntil: 'load' });
    await page.evaluate(() => {
      const texts = Array.from(document.querySelectorAll<HTMLElement>('html, body *'));
      const sizes = texts.map((each) => Number.parseFloat(getComputedStyle(each).fontSize));
      texts.forEach((each, index) => {
        each.style.fontSize = `${(sizes[index] ?? 0) * 2}px`;
      });
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), code).toBe(360);
  }
  await context.close();
});

test('with scripts off the page is whole and right for the day of publishing', async () => {
  const { page, context } = await openPage(browser, { ...SCREENS.phone, javaScriptEnabled: false });
  for (const [code, [, headline]] of Object.entries(TOLD)) {
    await page.goto(`${server.url}/t/${code}`, { waitUntil: 'load' });
    await page.getByText(headline).or(page.locator('.verdict-headline')).first().waitFor();
    expect((await page.locator('.verdict-headline').textContent())?.trim()).toBe(headline);
    expect(await page.getByText('Chưa kiểm tra được').isVisible()).toBe(false);
    expect(await page.getByText('Ngày giờ trên điện thoại').isVisible()).toBe(false);
  }
  await context.close();
});
