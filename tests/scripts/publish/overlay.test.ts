import { describe, expect, test } from 'vitest';
import type { PersonalItem } from '#domain/rules/consent.ts';
import { VERDICT_STATES } from '#domain/rules/verdict.ts';
import { withoutPersonal, withRecall, withWithdrawal, withWithdrawalInFile } from '#scripts/publish/overlay.ts';
import { NOT_SHOWN } from '#scripts/publish/shown.ts';
import { graphText } from '#site/jsonLd/thing.ts';

const TRACE_PAGE = `<body data-lot="lot1"><main><!--verdict--><section>OCOP 4 sao – còn hiệu lực</section><!--/verdict--></main>
<template data-verdict="recalled"><section class="red"><h1>DỪNG SỬ DỤNG – lô bị thu hồi</h1>
<p>Lô {{lot}}, thông báo lúc {{at}}. Lý do: {{reason}}.</p><!--call--><a href="tel:{{dial}}">{{phone}}</a><!--/call--></section></template></body>`;

describe('a recall', () => {
  const notice = {
    lot: 'L1',
    at: Date.parse('2026-11-22T02:05:00Z'),
    reason: 'Vỡ <nắp> & "rỉ"',
    phone: '0222 123 456',
  };

  test("takes the place of the page's verdict, filled in and escaped", () => {
    const html = withRecall(TRACE_PAGE, notice);
    const panel = html.slice(html.indexOf('<!--verdict-->'), html.indexOf('<!--/verdict-->'));
    expect(panel).toContain('DỪNG SỬ DỤNG');
    expect(panel).toContain('Lô L1, thông báo lúc 09:05 22/11/2026. Lý do: Vỡ &lt;nắp&gt; &amp; &quot;rỉ&quot;.');
    expect(panel).toContain('<a href="tel:0222123456">0222 123 456</a>');
    expect(panel).not.toContain('còn hiệu lực');
    expect(withRecall(html, notice)).toBe(html);
  });

  test('on an English page tells day and reason in English, the office’s words as they are', () => {
    const english = `<html lang="en">${TRACE_PAGE.replace('DỪNG SỬ DỤNG – lô bị thu hồi', 'STOP USING – lot recalled')}`;
    expect(withRecall(english, notice)).toContain(
      'thông báo lúc 09:05, 22 November 2026. Lý do: Vỡ &lt;nắp&gt; &amp; &quot;rỉ&quot;.',
    );
    expect(withRecall(english, { ...notice, reason: '' })).toContain('Lý do: not stated.');
  });

  test('without a number offers none', () =>
    expect(withRecall(TRACE_PAGE, { ...notice, phone: '' }).split('<template')[0]).not.toContain('tel:'));

  test('on a page without its marks is an error, never lost', () =>
    expect(() => withRecall('<body data-lot="lot1"></body>', notice)).toThrow());
});

const panelOf = (state: string) => `<section data-verdict-panel="${state}">${state}</section>`;
const turnTo = (state: string) => `<template data-verdict="turn" data-from="2027-01-01">${panelOf(state)}</template>`;
const shownIn = (html: string) => html.slice(html.indexOf('<!--verdict-->'), html.indexOf('<!--/verdict-->'));

describe('a lot out of circulation', () => {
  const notice = { lot: 'L1', day: '2026-11-20', reason: 'Nhãn <sai>.' };
  const page = (state: string, later: readonly string[] = [], template = '') =>
    `<body data-lot="lot1"><main><!--verdict-->${panelOf(state)}<!--/verdict--></main>${later.map(turnTo).join('')}${template}</body>`;
  const own =
    '<template data-verdict="lotWithdrawn"><section data-verdict-panel="lotWithdrawn">Lô {{lot}} từ ngày {{day}}. Lý do: {{reason}}.</section></template>';

  test.each(VERDICT_STATES)('on a page that tells %s', (state) => {
    const html = withWithdrawal(page(state, [], own), notice);
    const isRed = ['recalled', 'stampVoid', 'pastUseBy'].includes(state);
    expect(shownIn(html)).toContain(`data-verdict-panel="${isRed ? state : 'lotWithdrawn'}"`);
    if (!isRed) expect(shownIn(html)).toContain('Lô L1 từ ngày 20/11/2026. Lý do: Nhãn &lt;sai&gt;.');
    expect(withWithdrawal(html, notice)).toBe(html);
  });

  test('no later turn of the page brings it back, but what is red comes on its day', () => {
    const html = withWithdrawal(page('valid', ['expiresSoon', 'expired', 'pastUseBy'], own), notice);
    expect([...html.matchAll(/data-from="[^"]+"><section data-verdict-panel="(\w+)"/g)].map(([, to]) => to)).toEqual([
      'pastUseBy',
    ]);
  });

  test('a page from before there were such lots tells it too, in its language', () => {
    expect(shownIn(withWithdrawal(page('valid'), notice))).toContain(
      'Lô L1 ngừng lưu hành từ ngày 20/11/2026. Lý do: Nhãn &lt;sai&gt;.',
    );
    expect(shownIn(withWithdrawal(`<html lang="en">${page('valid')}`, notice))).toContain(
      'Lot L1 out of circulation since 20 November 2026. Reason: Nhãn &lt;sai&gt;.',
    );
  });

  test('on a page without its marks is an error, never lost', () =>
    expect(() => withWithdrawal('<body data-lot="lot1"></body>', notice)).toThrow());

  test.each<[string[], string[]]>([
    [
      ['valid', 'expired', 'pastUseBy'],
      ['lotWithdrawn', 'pastUseBy'],
    ],
    [['pastUseBy'], ['pastUseBy']],
    [['recalled'], ['recalled']],
  ])('the file of a lot that tells %j tells %j', (before, after) => {
    const text = JSON.stringify({ tinh_trang: before.map((ma) => ({ ma })), ngung_luu_hanh: null });
    const file = JSON.parse(withWithdrawalInFile(text, notice));
    expect(file.tinh_trang.map(({ ma }: { ma: string }) => ma)).toEqual(after);
    expect(file.ngung_luu_hanh).toEqual({ tu_ngay: '2026-11-20', ly_do: 'Nhãn <sai>.' });
  });
});

function without(text: string, item: PersonalItem, values: string[], replacement: string = NOT_SHOWN): string {
  return withoutPersonal(text, 'p1', item, { values, replacement, files: [] });
}

describe('a telephone number taken back', () => {
  test.each([
    [
      'a marked link',
      '<p>Gọi <a href="tel:0912345678" data-personal="p1 phone">0912 345 678</a></p>',
      `<p>Gọi <span>${NOT_SHOWN}</span></p>`,
    ],
    ['a marked element', '<dd class="x" data-personal="p1 phone">0912 345 678</dd>', `<dd class="x">${NOT_SHOWN}</dd>`],
    [
      'a marked element with the same element inside',
      '<div data-personal="p1 phone"><div>0912</div>345 678</div><div>sau</div>',
      `<div>${NOT_SHOWN}</div><div>sau</div>`,
    ],
    ['text', 'Gọi 0912.345.678 nhé', `Gọi ${NOT_SHOWN} nhé`],
    ['JSON', '{"telephone":"+84 912345678"}', `{"telephone":"${NOT_SHOWN}"}`],
  ])('leaves %s', (_, text, wanted) => expect(without(text, 'phone', ['0912 345 678'])).toBe(wanted));

  test.each([
    ['another number', '0912345679'],
    ['a longer number', '009123456781'],
    ["another producer's mark", '<a data-personal="p2 phone" href="tel:0987654321">0987654321</a>'],
    ['another item', '<a data-personal="p1 email" href="mailto:a@b.vn">a@b.vn</a>'],
  ])('does not touch %s', (_, text) => expect(without(text, 'phone', ['0912 345 678'])).toBe(text));
});

describe('a name taken back', () => {
  const household = 'Hộ sản xuất, xã Yên Thế';
  test.each([
    ['text', '<h1>Nguyễn Thị Hoà</h1>', `<h1>${household}</h1>`],
    ['a title', '<title>Mật ong – Nguyễn Thị Hoà</title>', `<title>Mật ong – ${household}</title>`],
    ['an attribute', '<a title="Nguyễn Thị Hoà">', `<a title="${household}">`],
    ['upper case', 'NGUYỄN THỊ HOÀ', household],
    ['broken lines', 'Nguyễn\n  Thị Hoà', household],
    ['an address', `?q=${encodeURIComponent('Nguyễn Thị Hoà')}`, `?q=${household}`],
  ])('leaves %s', (_, text, wanted) => expect(without(text, 'name', ['Nguyễn Thị Hoà'], household)).toBe(wanted));
  test('with signs that HTML and JSON escape', () => {
    const name = 'Hộ "Ong & Mật"';
    expect(without('<p>Hộ &quot;Ong &amp; Mật&quot;</p>', 'name', [name], household)).toBe(`<p>${household}</p>`);
    expect(without(JSON.stringify({ name }), 'name', [name], household)).toBe(JSON.stringify({ name: household }));
  });
});

describe('on an English page', () => {
  const english = (text: string) => `<html lang="en"><body>${text}</body>`;
  const shown = {
    values: ['Nguyễn Thị Hoà'],
    replacement: 'Hộ sản xuất',
    replacementEn: 'Producer household',
    files: [],
  };

  test('what takes the place of a name is English, and no longer marked as Vietnamese', () => {
    const page = english('<span data-personal="p1 name" lang="vi">Nguyễn Thị Hoà</span>, <i>Nguyễn Thị Hoà</i>');
    expect(withoutPersonal(page, 'p1', 'name', shown)).toBe(
      english('<span>Producer household</span>, <i>Producer household</i>'),
    );
  });

  test('of a release from before there were any, the Vietnamese words stand in', () => {
    const { replacementEn: _, ...older } = shown;
    expect(withoutPersonal(english('Nguyễn Thị Hoà'), 'p1', 'name', older)).toBe(english('Hộ sản xuất'));
  });
});

test('a picture taken back goes with everything that shows it', () => {
  const path = '/anh/00000000000000000001-800.webp';
  const html = `<figure data-personal="p1 picture"><img src="${path}"></figure><img class="a" src="${path}" alt=""><meta property="og:image" content="https://x${path}"><p>còn</p>`;
  expect(without(html, 'picture', [path], '')).toBe('<p>còn</p>');
});

test('what search engines read loses the value as well, and stays JSON', () => {
  const told = graphText([{ '@type': 'Organization', name: 'Hộ "Nguyễn Văn A" <Lan>', telephone: '0912 345 678' }]);
  const page = `<script type="application/ld+json">${told}</script><h1 data-personal="p1 name">Hộ</h1>`;
  const name = { values: ['Hộ "Nguyễn Văn A" <Lan>'], replacement: 'Hộ sản xuất, xã Tam Tiến', files: [] };
  const phone = { values: ['0912345678'], replacement: 'không công bố', files: [] };
  const left = withoutPersonal(withoutPersonal(page, 'p1', 'name', name), 'p1', 'phone', phone);
  expect(left).not.toMatch(/Nguyễn|0912/);
  const [thing] = (JSON.parse(/json">(.*?)<\/script>/.exec(left)?.[1] ?? '') as { '@graph': object[] })['@graph'];
  expect(thing).toEqual({ '@type': 'Organization', name: 'Hộ sản xuất, xã Tam Tiến', telephone: 'không công bố' });
});
