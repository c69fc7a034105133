/** English pages in a real browser: the way there and back, the search, what stands beside releases, typed codes. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hanoiMidnight } from '#domain/rules/day.ts';
import { NOTICES } from '#domain/verdictWords.ts';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';
import { CODES, PUBLISHED } from './traceCodes.ts';

const NOW = hanoiMidnight(PUBLISHED) + 10 * 3_600_000;

let browser: Browser;
let server: StaticServer;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), fixtureSite().then(staticServer)]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  server.now = NOW;
  server.standing = { recalled: {}, withdrawn: {} };
  ({ page, context } = await openPage(browser));
  await page.clock.setFixedTime(NOW);
});
afterEach(() => context.close());

const addressNow = () => decodeURIComponent(page.url().slice(server.url.length));
const open = (path: string) => page.goto(server.url + path, { waitUntil: 'networkidle' });
const toEnglish = () => page.getByRole('link', { name: 'English' });
const toVietnamese = () => page.getByRole('link', { name: 'Tiếng Việt' });

describe('the switch', () => {
  test('keeps the page, and the filters and words of the list', async () => {
    await open('/san-pham?q=mật+ong&sao=4');
    await toEnglish().click();
    await page.waitForURL(`${server.url}/en/san-pham?*`);
    expect(addressNow()).toBe('/en/san-pham?q=mật+ong&sao=4');
    await page.getByRole('heading', { level: 1, name: 'Products' }).waitFor();
    await page.getByRole('button', { name: 'Remove filter 4 stars' }).waitFor();
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('mật ong');
  });

  test('takes along what was chosen since the page came, and by keyboard', async () => {
    await open('/en/san-pham');
    await page.getByRole('checkbox', { name: /^3 stars/ }).check();
    await toVietnamese().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}/san-pham?sao=3`);
  });

  test('keeps the stamp’s number on a trace page', async () => {
    await open(`/t/${CODES.valid}#000123`);
    await toEnglish().click();
    await page.getByText('in force').first().waitFor();
    expect(addressNow()).toBe(`/en/t/${CODES.valid}#000123`);
  });

  test('works without scripts', async () => {
    const plain = await openPage(browser, { ...SCREENS.phone, javaScriptEnabled: false });
    await plain.page.goto(`${server.url}/chu-the/htx-minh-hoa-1`);
    await plain.page.getByRole('link', { name: 'English' }).click();
    expect(plain.page.url()).toBe(`${server.url}/en/chu-the/htx-minh-hoa-1`);
    await plain.page.getByRole('link', { name: 'Tiếng Việt' }).click();
    expect(plain.page.url()).toBe(`${server.url}/chu-the/htx-minh-hoa-1`);
    await plain.context.close();
  });
});

describe('searching in English', () => {
  test.each([
    ['honey', 'Minh Hoa lychee honey', '/en/san-pham/mat-ong-hoa-vai-minh-hoa'],
    ['mat ong', 'Minh Hoa lychee honey', '/en/san-pham/mat-ong-hoa-vai-minh-hoa'],
    ['tea', 'Chè xanh Minh Họa', '/en/san-pham/che-xanh-minh-hoa'],
    ['handicraft', 'Ấm gốm Minh Họa', '/en/san-pham/am-gom-minh-hoa'],
  ])('%s finds %s', async (typed, name, href) => {
    await open('/en');
    await page.getByRole('combobox', { name: 'Search the catalogue' }).fill(typed);
    const option = page.getByRole('option', { name }).first();
    await option.waitFor();
    await expect.poll(() => option.getAttribute('data-href')).toBe(href);
    const isEnglish = name.startsWith('Minh Hoa');
    await expect.poll(() => option.locator('.option-name').getAttribute('lang')).toBe(isEnglish ? null : 'vi');
  });

  test('nothing is drawn in Vietnamese but names, which are marked', async () => {
    await open('/en/san-pham?nganh=1');
    await page.getByRole('button', { name: 'Remove filter Food' }).waitFor();
    const unmarked = await page.locator('.catalogue').evaluate((catalogue) => {
      const texts: string[] = [];
      const walker = document.createTreeWalker(catalogue, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        if (node.parentElement?.closest('[lang]')?.getAttribute('lang') !== 'vi') texts.push(node.textContent ?? '');
      return texts.filter((text) => /[À-ỹĐđ]/.test(text.normalize('NFC')));
    });
    expect(unmarked).toEqual([]);
    await expect.poll(() => page.locator('.card-line[lang="vi"], .card-line [lang="vi"]').count()).toBeGreaterThan(5);
    await expect.poll(() => page.locator('.card-name a').first().getAttribute('href')).toMatch(/^\/en\/san-pham\//);
  });
});

describe('a trace page', () => {
  test('turns to a recall, told in English with the office’s reason as it is', async () => {
    const notice = { lot: 'L260915', at: NOW - 3_600_000, reason: 'Nhãn ghi sai.', phone: '0204 000 0099' };
    server.standing = { recalled: { lmatong10000000: notice }, withdrawn: {} };
    await open(`/en/t/${CODES.valid}`);
    const alarm = page.getByRole('alert');
    await alarm.getByText('STOP USING').waitFor();
    expect(((await alarm.textContent()) ?? '').trim().replace(/\s+/g, ' ')).toBe(
      'STOP USING – lot recalled Lot L260915, announced 09:00, 22 November 2026. Reason: Nhãn ghi sai. ' +
        'Do not use it or sell it on. Return it to the shop or call 0204 000 0099. Call 0204 000 0099',
    );
    await expect.poll(() => alarm.locator('[lang="vi"]').textContent()).toBe('Nhãn ghi sai');
  });

  test('shows nothing that its owner took back', async () => {
    server.standing = { recalled: {}, withdrawn: { homhx4000000000: ['name', 'address', 'phone'] } };
    await open(`/en/t/${CODES.inGrace}`);
    await page.getByText(NOTICES.en.withheld).first().waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/Minh Họa 4|0204 000 0044|Thôn Minh Họa/);
  });

  test('says how many days are left, and what is odd about a clock, in English', async () => {
    await open(`/en/t/${CODES.expiresSoon}`);
    await page.getByText(/\(\d+ days left\)\./).waitFor();
    await page.clock.setFixedTime(hanoiMidnight('2020-01-01'));
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByText('this is the state on 22 November 2026').waitFor();
  });
});

describe('typing a code', () => {
  test('leads to the English page, or is answered in English', async () => {
    await open('/en/tra-cuu');
    const field = page.getByRole('textbox', { name: 'Trace code or barcode' });
    await field.fill('MATNG2346E');
    await field.press('Enter');
    await page.getByRole('status').getByText('Code mistyped').waitFor();
    await field.fill('matng 2345e');
    await field.press('Enter');
    await page.waitForURL(`${server.url}/en/t/${CODES.valid}`);
  });

  test('that no page answers is told on an English page', async () => {
    await open('/en/t/MATNG2345Z');
    await page.getByRole('status').getByText('Code not found').waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  });
});

describe.each([
  ['light', SCREENS.desk],
  ['dark', SCREENS.phone],
] as const)('accessible, %s', (colorScheme, screen) => {
  test.each(['/en', '/en/san-pham', '/en/san-pham/mat-ong-hoa-vai-minh-hoa', `/en/t/${CODES.valid}`, '/en/du-lieu'])(
    '%s',
    async (path) => {
      const seen = await openPage(browser, { ...screen, colorScheme });
      await seen.page.goto(server.url + path, { waitUntil: 'networkidle' });
      const { violations } = await new AxeBuilder({ page: seen.page }).analyze();
      await seen.context.close();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );
});
