/** Fairs as visitors use them: narrowed by address, put into a calendar, read without JavaScript. */
import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';

const COMING = 'Hội chợ OCOP Minh Họa cuối năm';
const PAST = 'Tuần hàng Ví Dụ 2024';

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), fixtureSite().then(staticServer)]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function open(path: string): Promise<Page> {
  const { page } = await openPage(browser);
  await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
  return page;
}
const names = async (page: Page) =>
  (await page.locator('[data-narrow]:visible :is(h3, h4)').allTextContents()).map((name) => name.trim());

describe('the list', () => {
  test('is narrowed by kind, level and month, and the address says so', async () => {
    const page = await open('/hoi-cho');
    expect(await names(page)).toEqual([COMING, PAST]);
    await page.getByLabel('Loại').selectOption('Tuần hàng');
    expect(await names(page)).toEqual([PAST]);
    // A heading over nothing goes with what it stood over.
    expect(await page.getByRole('heading', { name: 'Sắp tới' }).isVisible()).toBe(false);
    await page.getByLabel('Thời gian').selectOption('Tháng 04/2024');
    expect(page.url()).toMatch(/\?loai=product_week&thang=2024-04$/);
    await page.getByLabel('Thời gian').selectOption('Cả năm 2026');
    await page.getByText('Không có hội chợ nào khớp.').waitFor();
    await page.goBack();
    expect(await names(page)).toEqual([PAST]);
  });

  test('opens narrowed from a shared address', async () => {
    const page = await open('/hoi-cho?cap=province&thang=2026-12');
    expect(await names(page)).toEqual([COMING]);
    await expect.poll(() => page.getByLabel('Thời gian').inputValue()).toBe('2026-12');
    await page.getByText('1 hội chợ, sự kiện').waitFor();
  });

  test.each([
    ['2026-12-04T23:59:00+07:00', null],
    ['2026-12-05T00:01:00+07:00', 'Đang diễn ra'],
    ['2026-12-08T23:59:00+07:00', 'Đang diễn ra'],
    ['2026-12-09T00:01:00+07:00', 'Đã kết thúc'],
  ])('at %s says of the fair: %s', async (now, said) => {
    const { page } = await openPage(browser, { ...SCREENS.phone, timezoneId: 'America/New_York' });
    await page.clock.setFixedTime(new Date(now));
    await page.goto(`${server.url}/hoi-cho`, { waitUntil: 'networkidle' });
    const line = page.locator('.happening');
    await expect.poll(() => line.isVisible()).toBe(said !== null);
    if (said !== null) expect(await line.textContent()).toBe(said);
  });

  test('without JavaScript holds every fair, and no filter', async () => {
    const { page } = await openPage(browser, { ...SCREENS.phone, javaScriptEnabled: false });
    await page.goto(`${server.url}/hoi-cho?loai=fair`);
    expect(await names(page)).toEqual([COMING, PAST]);
    expect(await page.locator('.narrow-form').isVisible()).toBe(false);
  });
});

interface Event {
  uid: string;
  summary: string;
  from: string;
  until: string;
  location: string;
}

/** Parsed by another library than the one that wrote it. */
function eventsOf(text: string): Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as string);
  return calendar.getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    const { uid, summary, location } = event;
    return { uid, summary, location, from: String(event.startDate), until: String(event.endDate) };
  });
}

describe('the calendar', () => {
  const EVENT = {
    uid: 'fsapden00000000@ocop-24',
    summary: `Minh họa: ${COMING}`,
    from: '2026-12-05',
    // The day after the last.
    until: '2026-12-09',
    location: 'Quảng trường Minh Họa, Phường Bắc Giang',
  };

  test('one fair is added from its page', async () => {
    const page = await open('/hoi-cho/hoi-cho-ocop-minh-hoa-cuoi-nam');
    const address = await page.getByRole('link', { name: 'Thêm vào lịch (.ics)' }).getAttribute('href');
    const answer = await page.request.get(`${server.url}${address}`);
    expect(answer.headers()['content-type']).toMatch(/^text\/calendar/);
    expect(eventsOf(await answer.text())).toEqual([EVENT]);
  });

  test('in English tells the same event in English, from its page and from the list', async () => {
    const page = await open('/en/hoi-cho/hoi-cho-ocop-minh-hoa-cuoi-nam');
    const address = await page.getByRole('link', { name: 'Add to calendar (.ics)' }).getAttribute('href');
    const list = await open('/en/hoi-cho');
    const feed = await list.locator('link[type="text/calendar"]').getAttribute('href');
    expect([address, feed]).toEqual(['/en/hoi-cho/hoi-cho-ocop-minh-hoa-cuoi-nam.ics', '/en/hoi-cho/lich.ics']);
    for (const file of [address, feed]) {
      const text = await (await page.request.get(`${server.url}${file}`)).text();
      expect(eventsOf(text)).toEqual([{ ...EVENT, summary: `Demonstration: ${COMING}` }]);
    }
  });

  test('a fair of which only the month is known is in none', async () => {
    const page = await open('/hoi-cho/tuan-hang-vi-du-2024');
    expect(await page.getByRole('link', { name: 'Thêm vào lịch (.ics)' }).count()).toBe(0);
    await page.getByText('Nguồn chỉ nêu tháng.').waitFor();
    expect((await page.request.get(`${server.url}/hoi-cho/tuan-hang-vi-du-2024.ics`)).status()).toBe(404);
  });

  test('the feed is advertised, asks to be fetched daily, and knows an event by the same name', async () => {
    const page = await open('/hoi-cho');
    const feed = await page.locator('link[type="text/calendar"]').getAttribute('href');
    const text = await (await page.request.get(`${server.url}${feed}`)).text();
    expect(eventsOf(text)).toEqual([EVENT]);
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:P1D');
  });
});

describe('the page of a fair', () => {
  test('says who showed which products', async () => {
    const page = await open('/hoi-cho/hoi-cho-ocop-minh-hoa-cuoi-nam');
    const who = page.locator('section', { has: page.getByRole('heading', { name: 'Cơ sở tham gia' }) });
    await expect
      .poll(() => who.locator('.entries > li').first().textContent())
      .toMatch(/HTX Minh Họa 1.*Mật ong hoa vải Minh Họa/s);
  });

  test('keeps what the source reports, sums beside it, and marks what differs', async () => {
    const page = await open('/hoi-cho/tuan-hang-vi-du-2024');
    const row = page.getByRole('row', { name: /^Gian hàng 200/ });
    await expect
      .poll(() => row.locator('td').allTextContents())
      .toEqual([' 200 ', expect.stringMatching(/195.*ít hơn nguồn 5/s)]);
    await expect.poll(() => page.getByRole('row', { name: /^Lượt khách/ }).textContent()).toContain('30.000');
  });
});
