/** What publishing lays over trace pages that are live: a recall and withdrawn consent, readable without any script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { PANEL_END, PANEL_START } from '#domain/recallPanel.ts';
import { NOTICES } from '#domain/verdictWords.ts';
import { withoutPersonal, withRecall, withWithdrawal } from '#scripts/publish/overlay.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { CODES } from './traceCodes.ts';

const NOTICE = { lot: 'L260915', at: Date.UTC(2026, 10, 22, 2), reason: 'Nhãn sai', phone: '' };
const WITHHELD = 'không công bố theo yêu cầu';

let folder: string;
const read = (code: string, language = '') => readFileSync(join(folder, language, 't', `${code}.html`), 'utf8');
beforeAll(async () => {
  folder = await fixtureSite();
});

test.each(Object.values(CODES))('%s can be recalled', (code) => {
  const html = withRecall(read(code), NOTICE);
  const panel = html.slice(html.indexOf(PANEL_START) + PANEL_START.length, html.indexOf(PANEL_END));
  expect(panel.match(/data-verdict-panel="([^"]+)"/)?.[1]).toBe('recalled');
  expect(panel).toContain('Lô L260915, thông báo lúc 09:00 22/11/2026. Lý do: Nhãn sai.');
  expect(panel).toContain('href="tel:02220000001"');
  expect(panel).not.toMatch(/\{\{|<template/);
  expect(panel.match(/<section/g)).toHaveLength(1);
  // Nothing else of the page changed, and a second notice can be laid over the first.
  const rest = (page: string) => page.slice(0, page.indexOf(PANEL_START)) + page.slice(page.indexOf(PANEL_END));
  expect(rest(html)).toBe(rest(read(code)));
  expect(withRecall(html, NOTICE)).toBe(html);
});

test.each(Object.values(CODES))('%s can be recalled in English', (code) => {
  const html = withRecall(read(code, 'en'), NOTICE);
  const panel = html.slice(html.indexOf(PANEL_START) + PANEL_START.length, html.indexOf(PANEL_END));
  expect(panel.match(/data-verdict-panel="([^"]+)"/)?.[1]).toBe('recalled');
  expect(panel).toContain('STOP USING');
  expect(panel).toContain('Lot L260915, announced 09:00, 22 November 2026. Reason: <span lang="vi">Nhãn sai</span>.');
  expect(panel).toContain('href="tel:02220000001"');
  expect(panel).not.toMatch(/\{\{|<template/);
});

test.each(Object.values(CODES))('%s can be taken out of circulation', (code) => {
  const notice = { lot: 'L260915', day: '2026-11-20', reason: 'Nhãn sai' };
  for (const [language, words] of [
    ['', 'Lô L260915 ngừng lưu hành từ ngày 20/11/2026. Lý do: Nhãn sai.'],
    ['en', 'Lot L260915 out of circulation since 20 November 2026. Reason: <span lang="vi">Nhãn sai</span>.'],
  ] as const) {
    const html = withWithdrawal(read(code, language), notice);
    const panel = html.slice(html.indexOf(PANEL_START) + PANEL_START.length, html.indexOf(PANEL_END));
    const state = panel.match(/data-verdict-panel="([^"]+)"/)?.[1];
    const isRed = code === CODES.recalled || code === CODES.pastUseBy;
    if (isRed) expect(panel).not.toContain('lotWithdrawn');
    else expect([state, panel.includes(words)]).toEqual(['lotWithdrawn', true]);
    expect(panel).not.toMatch(/\{\{|<template/);
    const turns = [...html.matchAll(/<template data-verdict="turn"[\s\S]*?data-verdict-panel="(\w+)"/g)];
    expect(turns.every(([, to]) => to === 'pastUseBy')).toBe(true);
  }
});

test('a person who takes consent back is on the page no more', () => {
  const producer = 'homhx4000000000';
  let html = read(CODES.inGrace);
  const values = {
    name: 'Hộ kinh doanh Minh Họa 4',
    address: 'Thôn Minh Họa, xã Nhã Nam, tỉnh Bắc Ninh',
    phone: '0204 000 0044',
  };
  for (const [item, value] of Object.entries(values))
    html = withoutPersonal(html, producer, item as keyof typeof values, {
      values: [value],
      replacement: WITHHELD,
      files: [],
    });
  expect(html).not.toMatch(/Hộ kinh doanh Minh Họa 4|Thôn Minh Họa|0204 ?000 ?0044|data-personal/);
  expect(html.split(WITHHELD).length).toBeGreaterThan(4);
});

test('nor on the English one', () => {
  let html = read(CODES.inGrace, 'en');
  for (const [item, value] of [
    ['name', 'Hộ kinh doanh Minh Họa 4'],
    ['address', 'Thôn Minh Họa, xã Nhã Nam, tỉnh Bắc Ninh'],
    ['phone', '0204 000 0044'],
  ] as const)
    html = withoutPersonal(html, 'homhx4000000000', item, {
      values: [value],
      replacement: WITHHELD,
      replacementEn: NOTICES.en.withheld,
      files: [],
    });
  expect(html).not.toMatch(/Hộ kinh doanh Minh Họa 4|Thôn Minh Họa|0204 ?000 ?0044|data-personal|không công bố/);
  expect(html.split(NOTICES.en.withheld).length).toBeGreaterThan(4);
});
