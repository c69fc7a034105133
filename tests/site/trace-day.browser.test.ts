/** The verdict is right on the day a page is opened, by Hanoi time, whatever the phone's clock says. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hanoiMidnight } from '#domain/rules/day.ts';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';
import { CODES, PUBLISHED, TOLD } from './traceCodes.ts';

const UNCHECKED = 'Chưa kiểm tra được thông báo thu hồi mới nhất.';
/** Ten in the morning in Hanoi. */
const morning = (day: string) => hanoiMidnight(day) + 10 * 3_600_000;

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
beforeEach(async () => {
  await page.unrouteAll();
  Object.assign(server, { standing: { recalled: {}, withdrawn: {} }, now: null, standingDelay: 0 });
});

/** Opens a lot's page; when this returns, its script has asked for the status file and done what follows. */
async function open(code: string, phoneMs: number): Promise<void> {
  await page.clock.setFixedTime(phoneMs);
  const asked = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/tinh-trang.json'));
  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/tinh-trang.json'));
  await Promise.all([page.goto(`${server.url}/t/${code}`), Promise.race([asked, failed])]);
  asked.catch(() => undefined);
  failed.catch(() => undefined);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 20)));
}

async function told() {
  return {
    state: await page.locator('main > [data-verdict-panel]').getAttribute('data-verdict-panel'),
    headline: ((await page.locator('.verdict-headline').textContent()) ?? '').trim(),
    clockOdd: await page.locator('[data-clock-odd]').isVisible(),
    unchecked: await page.getByText(UNCHECKED).isVisible(),
  };
}

/** Phone and server agree. */
async function onDay(code: string, day: string) {
  server.now = morning(day);
  await open(code, morning(day));
  return told();
}

describe('on the day of publishing', () => {
  test.each(Object.entries(TOLD))('%s', async (code, [state, headline]) => {
    expect(await onDay(code, PUBLISHED)).toEqual({ state, headline, clockOdd: false, unchecked: false });
  });
});

describe('on a later day, without anyone publishing', () => {
  test.each([
    [CODES.valid, '2028-02-11', 'valid'],
    [CODES.valid, '2028-02-12', 'expiresSoon'],
    [CODES.valid, '2028-03-13', 'expiresSoon'],
    [CODES.valid, '2028-03-14', 'expired'],
    [CODES.valid, '2028-09-13', 'pastUseBy'],
    [CODES.useBySoon, '2026-12-05', 'valid'],
    [CODES.useBySoon, '2026-12-06', 'pastUseBy'],
    [CODES.expiresSoon, '2026-12-10', 'expiresSoon'],
    [CODES.expiresSoon, '2026-12-11', 'expired'],
    [CODES.inGrace, '2027-03-27', 'inGrace'],
    [CODES.inGrace, '2027-03-28', 'expired'],
    [CODES.termUnknown, '2026-12-31', 'termUnknown'],
    [CODES.termUnknown, '2027-01-01', 'expired'],
    [CODES.recalled, '2030-01-01', 'recalled'],
    [CODES.expired, '2027-01-03', 'expired'],
    [CODES.expired, '2027-01-04', 'valid'],
  ])('%s on %s: %s', async (code, day, state) => {
    expect(await onDay(code, day)).toMatchObject({ state, clockOdd: false });
  });

  test('it turns at midnight in Hanoi', async () => {
    server.now = hanoiMidnight('2026-12-11') - 1000;
    await open(CODES.expiresSoon, server.now);
    expect((await told()).state).toBe('expiresSoon');
    server.now = hanoiMidnight('2026-12-11');
    await open(CODES.expiresSoon, server.now);
    expect((await told()).state).toBe('expired');
  });
});

describe('days left', () => {
  test.each([
    ['2026-11-22', '(còn 18 ngày).'],
    ['2026-12-09', '(còn 1 ngày).'],
    ['2026-12-10', '(hôm nay là ngày cuối).'],
  ])('on %s: %s', async (day, words) => {
    server.now = morning(day);
    await open(CODES.expiresSoon, morning(day));
    await page.getByText(`Giấy chứng nhận có giá trị đến hết ngày 10/12/2026 ${words}`).waitFor();
  });

  test('are not in the page itself', async () => {
    const html = await (await fetch(`${server.url}/t/${CODES.expiresSoon}`)).text();
    expect(html.replaceAll('còn {{days}} ngày', '').replaceAll('còn 1 ngày', '')).not.toMatch(/còn [0-9]+ ngày/);
    expect(html).not.toContain(PUBLISHED);
  });
});

describe('a wrong clock', () => {
  test.each([
    ['years behind', '2020-01-01'],
    ['two days behind', '2026-12-10'],
    ['two days ahead', '2026-12-14'],
    ['years ahead', '2031-05-05'],
  ])('%s is noticed, and the server’s day counts', async (_, phone) => {
    server.now = morning('2026-12-12');
    await open(CODES.expiresSoon, morning(phone));
    expect(await told()).toMatchObject({ state: 'expired', clockOdd: true, unchecked: false });
    await page.getByText('Ngày giờ trên điện thoại có thể sai; tình trạng tính đến 12/12/2026.').waitFor();
  });

  test('a few hours are no matter', async () => {
    server.now = morning(PUBLISHED);
    await open(CODES.valid, morning(PUBLISHED) + 12 * 3_600_000);
    expect((await told()).clockOdd).toBe(false);
  });

  test.each(['2020-01-01', '2025-06-01', '2026-09-30', '2027-01-04', '2040-01-01'])(
    'of %s never makes an ended certificate look in force',
    async (phone) => {
      await page.route('**/tinh-trang.json', (route) => route.abort());
      await open(CODES.expired, morning(phone));
      expect(['expired', 'pastUseBy']).toContain((await told()).state);
    },
  );
});

describe('with no answer from the server', () => {
  test('the phone’s day counts, and the page says that recalls were not checked', async () => {
    await page.route('**/tinh-trang.json', (route) => route.abort());
    await open(CODES.expiresSoon, morning('2026-12-12'));
    expect(await told()).toMatchObject({ state: 'expired', clockOdd: false, unchecked: true });
  });

  test('a phone behind the lot’s own days is wrong, and the page says as of when it speaks', async () => {
    await page.route('**/tinh-trang.json', (route) => route.abort());
    await open(CODES.valid, morning('2026-01-01'));
    expect(await told()).toMatchObject({ state: 'valid', clockOdd: true, unchecked: true });
    await page.getByText('tình trạng tính đến 18/09/2026.').waitFor();
  });

  test('a server without a status file still tells the day', async () => {
    server.standing = null;
    server.now = morning('2026-12-12');
    await open(CODES.expiresSoon, morning('2020-01-01'));
    expect(await told()).toMatchObject({ state: 'expired', clockOdd: true, unchecked: true });
  });

  test('a slow one is waited for, but not for long', async () => {
    server.now = morning('2026-11-22');
    server.standingDelay = 6000;
    await page.clock.setFixedTime(morning('2026-12-12'));
    await page.goto(`${server.url}/t/${CODES.expiresSoon}`);
    expect((await told()).state).toBe('expiresSoon');
    await page.locator('[data-verdict-panel="expired"]').waitFor();
    await page.locator('[data-verdict-panel="expiresSoon"]').waitFor();
    expect(await told()).toMatchObject({ clockOdd: true, unchecked: false });
  });
});
