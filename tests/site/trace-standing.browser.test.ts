/** Recalls and withdrawn personal data reach a page that was made before them. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hanoiMidnight } from '#domain/rules/day.ts';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';
import { CODES, PUBLISHED } from './traceCodes.ts';

const NOW = hanoiMidnight(PUBLISHED) + 10 * 3_600_000;
const LOT = 'lmatong10000000';
const WITHHELD = 'không công bố theo yêu cầu';

let browser: Browser;
let server: StaticServer;
let page: Page;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), fixtureSite().then(staticServer)]);
  page = (await openPage(browser, SCREENS.phone)).page;
  await page.clock.setFixedTime(NOW);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(() => {
  server.now = NOW;
  server.standing = { recalled: {}, withdrawn: {} };
});

async function open(code: string) {
  await page.goto(`${server.url}/t/${code}`, { waitUntil: 'networkidle' });
}

describe('a recall', () => {
  const notice = { lot: 'L260915', at: NOW - 3_600_000, reason: 'Nhãn ghi <sai>.', phone: '0204 000 0099' };

  test('replaces the verdict: what to do, which lot, since when, why, and a number to tap', async () => {
    server.standing = { recalled: { [LOT]: notice }, withdrawn: {} };
    await open(CODES.valid);
    const alarm = page.getByRole('alert');
    await alarm.getByText('DỪNG SỬ DỤNG').waitFor();
    expect(((await alarm.textContent()) ?? '').trim().replace(/\s+/g, ' ')).toBe(
      'DỪNG SỬ DỤNG – lô bị thu hồi Lô L260915, thông báo lúc 09:00 22/11/2026. Lý do: Nhãn ghi <sai>. ' +
        'Không dùng, không bán tiếp. Trả lại nơi mua hoặc gọi 0204 000 0099. Gọi 0204 000 0099',
    );
    await expect.poll(() => alarm.getByRole('link').getAttribute('href')).toBe('tel:02040000099');
    expect(await page.locator('.verdict-stars').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Mua ở đâu' }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'Mua trực tuyến' }).isVisible()).toBe(false);
  });

  test('without a number of its own offers the office’s; without a reason says so', async () => {
    server.standing = { recalled: { [LOT]: { ...notice, phone: '', reason: '' } }, withdrawn: {} };
    await open(CODES.valid);
    const alarm = page.getByRole('alert');
    await alarm.getByText('Lý do: chưa nêu.').waitFor();
    await expect.poll(() => alarm.getByRole('link').getAttribute('href')).toBe('tel:02220000001');
  });

  test('of another lot changes nothing', async () => {
    server.standing = { recalled: { another00000000: notice }, withdrawn: {} };
    await open(CODES.valid);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('stays when the status file has forgotten it: a page built as recalled keeps its recall', async () => {
    await open(CODES.recalled);
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('DỪNG SỬ DỤNG');
  });

  test('reaches the same lot by its barcode address', async () => {
    server.standing = { recalled: { [LOT]: notice }, withdrawn: {} };
    await page.goto(`${server.url}/01/09521234000013/10/L260915`, { waitUntil: 'networkidle' });
    await page.getByRole('alert').getByText('Lô L260915').waitFor();
  });
});

describe('a lot out of circulation', () => {
  const notice = { lot: 'L260915', day: '2026-11-20', reason: 'Nhãn ghi <sai>.' };
  const state = () => page.locator('[data-verdict-panel]').getAttribute('data-verdict-panel');

  test('says so before the next publishing: since when, why, and that it is no recall', async () => {
    server.standing = { recalled: {}, withdrawn: {}, lotsWithdrawn: { [LOT]: notice } };
    await open(CODES.valid);
    await page.getByText('Lô hàng ngừng lưu hành').waitFor();
    expect(((await page.locator('[data-verdict-panel]').textContent()) ?? '').trim().replace(/\s+/g, ' ')).toBe(
      'Lô hàng ngừng lưu hành Lô L260915 ngừng lưu hành từ ngày 20/11/2026. Lý do: Nhãn ghi <sai>. Đây không phải lệnh thu hồi hàng.',
    );
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Mua ở đâu' }).isVisible()).toBe(false);
  });

  test('a recall goes before it, and so does a use-by date that has passed', async () => {
    const recall = { lot: 'L260915', at: NOW, reason: '', phone: '' };
    server.standing = { recalled: { [LOT]: recall }, withdrawn: {}, lotsWithdrawn: { [LOT]: notice } };
    await open(CODES.valid);
    await expect.poll(state).toBe('recalled');
    server.standing = { recalled: {}, withdrawn: {}, lotsWithdrawn: { lbanhda10000000: notice } };
    await open(CODES.pastUseBy);
    await expect.poll(state).toBe('pastUseBy');
  });

  test('turns red on the day after its use-by date, whether it was built so or is told so', async () => {
    server.now = hanoiMidnight('2028-10-02') + 3_600_000;
    server.standing = { recalled: {}, withdrawn: {}, lotsWithdrawn: { [LOT]: notice } };
    for (const code of [CODES.valid, CODES.lotWithdrawn]) {
      await open(code);
      await expect.poll(state).toBe('pastUseBy');
    }
    server.now = hanoiMidnight('2028-09-12') + 3_600_000;
    for (const code of [CODES.valid, CODES.lotWithdrawn]) {
      await open(code);
      await expect.poll(state).toBe('lotWithdrawn');
    }
  });
});

describe('consent taken back', () => {
  test('takes name, address and number from the page', async () => {
    server.standing = { recalled: {}, withdrawn: { homhx4000000000: ['name', 'address', 'phone'] } };
    await open(CODES.inGrace);
    await page.getByText(WITHHELD).first().waitFor();
    const text = await page.locator('main').textContent();
    expect(text).not.toMatch(/Minh Họa 4|0204 000 0044|Thôn Minh Họa/);
    expect(await page.locator('a[href*="02040000044"]').count()).toBe(0);
  });

  test('takes only what was taken back', async () => {
    server.standing = { recalled: {}, withdrawn: { homhx4000000000: ['phone'] } };
    await open(CODES.inGrace);
    const text = await page.locator('main').textContent();
    expect(text).toContain('Hộ kinh doanh Minh Họa 4');
    expect(text).not.toContain('0204 000 0044');
  });

  test('of another producer changes nothing', async () => {
    server.standing = { recalled: {}, withdrawn: { htxminhhoa10000: ['phone'] } };
    await open(CODES.inGrace);
    await expect.poll(() => page.locator('main').textContent()).toContain('0204 000 0044');
  });
});
