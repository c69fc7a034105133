/** On the engine of a phone of 2020 the trace page is right, and every other page can be read. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hanoiMidnight } from '#domain/rules/day.ts';
import { pagesOfTemplates } from '#scripts/lighthouse/templates.ts';
import { type Chromium87, hasChromium87, startChromium87 } from '#tests/support/chromium87.ts';
import { fixtureRecords, fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';
import { CODES, PUBLISHED, TOLD } from './traceCodes.ts';

const NOON = 12 * 3_600_000;

if (!hasChromium87)
  console.warn('Skipped, Chromium 87: python3-pyqt5.qtwebengine is not installed (a Debian package; npm test tries).');

describe.skipIf(!hasChromium87)('Chromium 87', () => {
  let engine: Chromium87;
  let server: StaticServer;
  let folder: string;
  beforeAll(async () => {
    folder = await fixtureSite();
    [engine, server] = await Promise.all([startChromium87(), staticServer(folder)]);
    server.now = hanoiMidnight(PUBLISHED) + NOON;
  });
  afterAll(async () => {
    await engine.stop();
    await server.stop();
  });

  const open = (path: string) => engine.open(server.url + path);
  const textOf = (selector: string) =>
    engine.ask<string>(`document.querySelector(${JSON.stringify(selector)})?.innerText.trim() ?? ''`);
  /** Scripts work after the page is loaded. */
  const untilHeadline = (wanted: string) => expect.poll(() => textOf('.verdict-headline')).toBe(wanted);

  test('is what it claims to be', () => expect(engine.version).toMatch(/^Chrome\/87\./));

  describe('the trace page', () => {
    test.each(Object.entries(TOLD))('%s tells %j', async (code, [state, headline]) => {
      await open(`/t/${code}`);
      await untilHeadline(headline);
      expect(await textOf('[data-verdict-panel]')).toContain(headline);
      const look = await engine.ask<{ wide: number; panel: string; page: string; font: number }>(`(() => {
        const panel = getComputedStyle(document.querySelector('[data-verdict-panel]'));
        const { fontSize } = getComputedStyle(document.querySelector('.verdict-headline'));
        return {
          wide: document.documentElement.scrollWidth,
          panel: panel.backgroundColor,
          page: getComputedStyle(document.documentElement).backgroundColor,
          font: parseFloat(fontSize),
        };
      })()`);
      expect(look.wide, state).toBe(360);
      expect(look.panel).not.toBe('rgba(0, 0, 0, 0)');
      expect(look.panel).not.toBe(look.page);
      expect(look.font).toBeGreaterThanOrEqual(20);
      expect(engine.errors).toEqual([]);
    });

    test('turns on its day, by the clock of the server', async () => {
      server.now = hanoiMidnight('2026-12-11') + NOON;
      await open(`/t/${CODES.expiresSoon}`);
      await untilHeadline('Giấy chứng nhận OCOP đã hết hạn');
      server.now = hanoiMidnight(PUBLISHED) + NOON;
    });

    test('takes a recall that came after publishing', async () => {
      const lot = fixtureRecords().lots.find(({ trace_code }) => trace_code === CODES.valid);
      const notice = { lot: lot?.lot_number ?? '', at: server.now ?? 0, reason: 'Thử', phone: '' };
      server.standing = { recalled: { [lot?.id ?? '']: notice }, withdrawn: {} };
      await open(`/t/${CODES.valid}`);
      await untilHeadline('DỪNG SỬ DỤNG – lô bị thu hồi');
      server.standing = { recalled: {}, withdrawn: {} };
    });

    test('says that recalls could not be asked', async () => {
      server.standing = null;
      await open(`/t/${CODES.valid}`);
      await expect.poll(() => textOf('[data-recall-unchecked]')).toContain('Chưa kiểm tra được');
      server.standing = { recalled: {}, withdrawn: {} };
    });

    test('is drawn: the picture of the screen is not one colour', async () => {
      await open(`/t/${CODES.recalled}`);
      // A blank screen packs into a few hundred bytes.
      expect((await engine.picture()).length).toBeGreaterThan(8_000);
    });
  });

  test('a code typed by hand is checked', async () => {
    await open('/tra-cuu');
    await engine.ask(`(() => {
      document.querySelector('#ma').value = '${CODES.valid.slice(0, 9)}2';
      document.querySelector('[type=submit]').click();
    })()`);
    await expect.poll(() => textOf('[data-answer]')).toContain('Mã gõ chưa đúng');
  });

  test('every other page can be read: nothing hidden, nothing over the edge, no script stops', async () => {
    for (const path of pagesOfTemplates(folder, 1)) {
      await open(path);
      // What comes after loading belongs to this page, not to the next.
      await engine.ask('new Promise((resolve) => setTimeout(resolve, 300))');
      const seen = await engine.ask<{ heading: string; text: number; shown: number }>(`(() => {
        const main = document.querySelector('main');
        const heading = document.querySelector('h1');
        return {
          heading: heading?.innerText ?? '',
          text: main?.innerText.length ?? 0,
          shown: heading?.getBoundingClientRect().height ?? 0,
        };
      })()`);
      expect(seen.heading, path).not.toBe('');
      expect(seen.shown, path).toBeGreaterThan(10);
      expect(seen.text, path).toBeGreaterThan(40);
      expect(engine.errors, path).toEqual([]);
    }
  });
});
