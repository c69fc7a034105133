/** Typing a code: checked before anything is looked up; and what an unknown stamp leads to. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';
import { CODES } from './traceCodes.ts';

let browser: Browser;
let server: StaticServer;
let page: Page;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), fixtureSite().then(staticServer)]);
  page = (await openPage(browser, SCREENS.phone)).page;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const field = () => page.getByRole('textbox', { name: 'Mã truy xuất hoặc mã vạch' });
const answer = () => page.getByRole('status');
const pathNow = () => new URL(page.url()).pathname;

describe('typed by hand', () => {
  beforeEach(async () => {
    await page.goto(`${server.url}/tra-cuu`);
  });

  test.each([
    ['as printed', 'MATNG 2345E', `/t/${CODES.valid}`],
    ['in small letters, with dashes', 'matng-2345e', `/t/${CODES.valid}`],
    ['an address that was copied', `https://ocop.example/t/${CODES.valid}#000123`, `/t/${CODES.valid}`],
    ['the number under the bars', '9521234000013', '/01/09521234000013'],
    ['a Digital Link', 'https://id.example/01/09521234000013/10/L260915?17=280912', '/01/09521234000013/10/L260915'],
  ])('%s', async (_, typed, path) => {
    await field().fill(typed);
    await field().press('Enter');
    await page.waitForURL(`${server.url}${path}`);
    await expect.poll(() => page.locator('[data-verdict-panel]').getAttribute('data-verdict-panel')).toBe('valid');
  });

  test.each([
    ['one sign wrong', 'MATNG2346E'],
    ['two signs swapped', 'MATGN2345E'],
    ['one sign missing', 'MATNG2345'],
    ['a barcode with a wrong digit', '9521234000014'],
    ['something else', 'mật ong'],
  ])('%s is told at once, without asking the server', async (_, typed) => {
    const asked: string[] = [];
    // The tab's icon may still be on its way.
    page.on('request', (request) => !request.url().endsWith('.svg') && asked.push(request.url()));
    await field().fill(typed);
    await page.getByRole('button', { name: 'Tra cứu' }).click();
    await answer().getByText('Mã gõ chưa đúng').waitFor();
    await answer().getByText('Hãy so lại từng ký tự trên tem.').waitFor();
    expect(asked).toEqual([]);
    await expect.poll(() => field().inputValue()).toBe(typed);
    expect(await field().evaluate((each) => each === document.activeElement)).toBe(true);
    page.removeAllListeners('request');
  });

  test('an address of another system is named as such', async () => {
    await field().fill('https://check.example/s/12345');
    await field().press('Enter');
    await answer().getByText('Không tìm thấy mã này').waitFor();
    await answer().getByText('Tem có thể do hệ thống khác cấp.').waitFor();
  });

  test('an empty field asks for a code', async () => {
    await page.getByRole('button', { name: 'Tra cứu' }).click();
    expect(pathNow()).toBe('/tra-cuu');
    expect(await field().evaluate((each: HTMLInputElement) => each.validity.valueMissing)).toBe(true);
  });
});

describe('an unknown stamp', () => {
  test('leads to the clear page, with status 404, its code and what to do', async () => {
    const response = await page.goto(`${server.url}/t/ABCDE23456`);
    expect(response?.status()).toBe(404);
    await answer().getByText('Không tìm thấy mã này').waitFor();
    await answer().getByText('Mã ABCDE23456 không có trong hệ thống OCOP tỉnh Bắc Ninh.').waitFor();
    await expect.poll(() => field().inputValue()).toBe('ABCDE23456');
    await expect
      .poll(() => page.getByRole('link', { name: 'Gọi 0222 000 0001' }).getAttribute('href'))
      .toBe('tel:02220000001');
  });

  test('whatever stands in its address is shown as text', async () => {
    await page.goto(`${server.url}/t/${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await answer().getByText('Mã <img src=x onerror=alert(1)> không có').waitFor();
    expect(await answer().locator('img').count()).toBe(0);
  });

  test('a stray percent sign does no harm', async () => {
    await page.route('**/t/*', async (route) =>
      route.fulfill({ response: await route.fetch({ url: `${server.url}/t/none` }) }),
    );
    await page.goto(`${server.url}/t/%E0%A4%A`);
    await answer().getByText('Không tìm thấy mã này').waitFor();
    await page.unrouteAll();
  });

  test('small letters in an address are put right by the server', async () => {
    await page.goto(`${server.url}/t/matng2345e`);
    expect(pathNow()).toBe(`/t/${CODES.valid}`);
  });
});

test('a link may carry the code', async () => {
  await page.goto(`${server.url}/tra-cuu?ma=matng2345e`);
  await page.waitForURL(`${server.url}/t/${CODES.valid}`);
  await page.goto(`${server.url}/tra-cuu?ma=MATNG2346E`);
  await answer().getByText('Mã gõ chưa đúng').waitFor();
});

test('without scripts the page says how to look a code up', async () => {
  const { page: plain, context } = await openPage(browser, { ...SCREENS.phone, javaScriptEnabled: false });
  await plain.goto(`${server.url}/t/ABCDE23456`);
  const text = await plain.locator('main').textContent();
  expect(text).toContain('mã đó không có trong hệ thống');
  expect(text).toContain('/t/');
  await context.close();
});
