import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HiddenFinder } from '#scripts/publish/hidden.ts';
import { type InspectContext, inspectPages } from '#scripts/publish/inspect.ts';
import type { Manifest } from '#scripts/publish/manifest.ts';
import { personsOf } from '#scripts/publish/personal.ts';
import { ShownFinder } from '#scripts/publish/shown.ts';
import { recordOf } from '#tests/support/office.ts';

let pages = '';
beforeEach(() => {
  pages = mkdtempSync(join(tmpdir(), 'ocop-pages-'));
  for (const [file, title] of [
    ['index.html', 'Trang đầu'],
    ['404.html', 'Không có trang'],
    ['tra-cuu.html', 'Tra cứu'],
    ['san-pham/mat-ong.html', 'Mật ong'],
  ] as const) {
    put(file, `<title>${title}</title>`);
    put(file === 'index.html' ? 'en.html' : `en/${file}`, `<title>${title}, in English</title>`);
  }
});
afterEach(() => rmSync(pages, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(pages, file)), { recursive: true });
  writeFileSync(join(pages, file), text);
}

const persons = personsOf({
  producers: [recordOf('producers', { name: 'Nguyễn Thị Hoà', natural_person: true })],
  producer_contacts: [],
});

function inspect(context: Partial<InspectContext> = {}) {
  return inspectPages({
    pages,
    present: new Map([['/san-pham/mat-ong', { collection: 'products', id: 'p1' }]]),
    texts: new Map([
      ['/gioi-thieu', { id: 't1', field: 'body' }],
      ['/en/gioi-thieu', { id: 't1', field: 'body_en' }],
    ]),
    owed: new Map(),
    finder: new HiddenFinder(persons, new Set()),
    shown: new ShownFinder({}),
    producerNames: new Map([['producers', 'Nguyễn Thị Hoà']]),
    hasShared: (address) => address === '/_astro/a.css',
    ...context,
  });
}
const messages = async (context?: Partial<InspectContext>) =>
  (await inspect(context)).problems.map(({ severity, record, title, message }) =>
    [severity, record, title, message].join(' · '),
  );

test('a sound site has no problem; pages, lots and bytes are counted', async () => {
  put('t/MATNG2345E.html', '<body data-lot="lot1"><title>Lô L1</title>');
  put('01/09521234543213/10/L1.html', '<body data-lot="lot1"><title>Lô L1</title>');
  put('en/t/MATNG2345E.html', '<body data-lot="lot1"><title>Lot L1</title>');
  put('en/01/09521234543213/10/L1.html', '<body data-lot="lot1"><title>Lot L1</title>');
  const found = await inspect();
  expect(found.problems).toEqual([]);
  expect(found.addresses).toContain('/01/09521234543213/10/L1');
  expect(found.lots).toEqual({
    lot1: [
      '01/09521234543213/10/L1.html',
      'en/01/09521234543213/10/L1.html',
      'en/t/MATNG2345E.html',
      't/MATNG2345E.html',
    ],
  });
  expect(found.counts).toEqual({ pages: 12, files: 12, lots: 1 });
  expect(found.sizeBytes).toBeGreaterThan(100);
});

describe('links', () => {
  test.each([
    ['/san-pham/mat-ong'],
    ['/san-pham/mat-ong?sao=4#anh'],
    ['mat-ong'],
    ['./mat-ong'],
    ['#dau'],
    ['https://example.vn/none'],
    ['mailto:a@b.vn'],
    ['tel:0912345678'],
    ['/quan-tri'],
    ['/tinh-trang.json'],
    ['/_astro/a.css'],
    ['data:image/png;base64,AA'],
  ])('that lead somewhere: %s', async (href) => {
    put('san-pham/hat-sen.html', `<title>Hạt sen</title><a href="${href}">x</a>`);
    expect(await messages()).toEqual([]);
  });
  test.each([
    ['<a href="/none">', '/none'],
    ['<a href="none?x=1">', '/san-pham/none'],
    ['<img src="/anh/none.webp">', '/anh/none.webp'],
    ['<img srcset="/anh/a.webp 1x, /anh/b.webp 2x">', '/anh/a.webp'],
    ['<link href="/_astro/none.css">', '/_astro/none.css'],
    ['<form action="/none">', '/none'],
    ['<a href="/tra-cuu/">', '/tra-cuu/'],
    ['<meta http-equiv="refresh" content="0;url=/none">', '/none'],
  ])('that lead nowhere: %s', async (html, address) => {
    put('san-pham/mat-ong.html', `<title>Mật ong</title>${html}`);
    expect((await messages())[0]).toBe(`error · p1 · /san-pham/mat-ong · Liên kết hỏng: ${address} không có trang.`);
  });
  test('that lead nowhere are told at each record that has them', async () => {
    put('san-pham/mat-ong.html', '<title>Mật ong</title><a href="/none">x</a>');
    put('chu-the/htx.html', '<title>HTX</title><a href="/none">x</a>');
    put('en/chu-the/htx.html', '<title>The HTX</title>');
    const present = new Map([
      ['/san-pham/mat-ong', { collection: 'products' as const, id: 'p1' }],
      ['/chu-the/htx', { collection: 'producers' as const, id: 'm1' }],
    ]);
    expect((await messages({ present })).map((line) => line.slice(0, 10))).toEqual(['error · m1', 'error · p1']);
  });
  test('that lead nowhere in a text of the office are told at its field, and stop nothing', async () => {
    put('gioi-thieu.html', '<title>Giới thiệu</title><a href="/none">x</a>');
    put('en/gioi-thieu.html', '<title>About</title><a href="/none">x</a>');
    const { problems } = await inspect();
    expect(problems.map(({ severity, collection, record, field }) => [severity, collection, record, field])).toEqual([
      ['warning', 'pages', 't1', 'body_en'],
      ['warning', 'pages', 't1', 'body'],
    ]);
  });
  test('of a template that lead nowhere fill no report', async () => {
    for (let page = 0; page < 40; page += 1)
      put(`diem-ban/${page}.html`, `<title>Điểm bán ${page}</title><a href="/none">`);
    expect(await messages()).toHaveLength(20);
  });
});

describe('a page', () => {
  test('without a title, or with that of another page', async () => {
    put('san-pham/a.html', '<p>x</p>');
    put('san-pham/b.html', '<title>Mật ong</title>');
    expect(await messages()).toEqual([
      'error ·  · /san-pham/a · Trang không có tiêu đề.',
      'warning · p1 · /san-pham/mat-ong · Trang trùng tiêu đề với /san-pham/b: “Mật ong”.',
    ]);
  });
  test.each([
    ['<script>alert(1)</script>', 'đoạn mã nằm trong trang'],
    ['<script type="module">x</script>', 'đoạn mã nằm trong trang'],
    ['<style>p{}</style>', 'thẻ <style>'],
    ['<p style="color:red">', 'thuộc tính style'],
    ['<p onclick="x()">', 'mã trong thuộc tính on…'],
  ])('with %s would be broken by the server', async (html, what) => {
    put('san-pham/mat-ong.html', `<title>Mật ong</title>${html}`);
    expect(await messages()).toEqual([`error · p1 · /san-pham/mat-ong · Trang có ${what}, máy chủ sẽ chặn.`]);
  });
  test('with data and a file of script is fine', async () => {
    put(
      'san-pham/mat-ong.html',
      '<title>Mật ong</title><script type="application/ld+json">{}</script><script src="/_astro/a.css"></script>',
    );
    expect(await messages()).toEqual([]);
  });
  test('with a hidden name stops publishing, in any file', async () => {
    put('tim-kiem.json', '["Nguy\\u1ec5n Th\\u1ecb Ho\\u00e0"]');
    expect(await messages()).toEqual([
      expect.stringContaining('error ·  · /tim-kiem.json · Nội dung nêu tên của chủ thể'),
    ]);
  });
  test('with a hidden name in its address too', async () => {
    put('chu-the/nguyen-thi-hoa.html', '<title>Hộ sản xuất</title>');
    expect(await messages()).toEqual([expect.stringContaining('/chu-the/nguyen-thi-hoa')]);
  });
});

test('an address that was given out needs its page; one whose record was deleted is only told', async () => {
  const present = new Map([['/san-pham/gone', { collection: 'products' as const, id: 'p2' }]]);
  const owed = new Map([
    ['/san-pham/old', true],
    ['/san-pham/deleted', false],
  ]);
  expect(await messages({ present, owed })).toEqual([
    'error · p2 · /san-pham/gone · Địa chỉ /san-pham/gone đã cấp nhưng bản này không có trang.',
    'error ·  · /san-pham/old · Địa chỉ /san-pham/old đã từng hiển thị nhưng bản này không có trang.',
    'warning ·  · /san-pham/deleted · Địa chỉ /san-pham/deleted đã từng hiển thị nhưng bản này không có trang.',
    'error · p2 · /san-pham/gone · Địa chỉ /san-pham/gone chưa có trang tiếng Anh.',
  ]);
});

test('every page has its English twin, and what is wrong there is told of its record', async () => {
  rmSync(join(pages, 'en/san-pham/mat-ong.html'));
  rmSync(join(pages, 'en/404.html'));
  expect(await messages()).toEqual([
    'error · p1 · /san-pham/mat-ong · Địa chỉ /san-pham/mat-ong chưa có trang tiếng Anh.',
    'error ·  · /en/404 · Thiếu trang /en/404.',
  ]);
  put('en/san-pham/mat-ong.html', '<title>Honey</title><a href="/en/none">x</a>');
  expect((await messages())[0]).toBe('error · p1 · /en/san-pham/mat-ong · Liên kết hỏng: /en/none không có trang.');
});

test('the files that show a personal item are noted', async () => {
  const personal: Manifest['personal'] = {
    p1: {
      phone: { values: ['0912 345 678'], replacement: '', files: [] },
      name: { values: ['Hoa'], replacement: '', files: [] },
      picture: { values: ['/anh/00000000000000000001-800.webp'], replacement: '', files: [] },
    },
  };
  put('a.html', '<title>A</title><a href="tel:0912345678">');
  put('b.json', '"/anh/00000000000000000001-800.webp"');
  put('c.txt', 'Cô Hoa trồng hoa');
  put('d.txt', 'hoa');
  await inspect({ shown: new ShownFinder(personal) });
  expect(personal['p1']).toMatchObject({
    phone: { files: ['a.html'] },
    name: { files: ['c.txt'] },
    picture: { files: ['b.json'] },
  });
});

test('what two producers show alike is noted only where a page is marked as hers', async () => {
  const address = () => ({ values: ['Lục Ngạn, Bắc Giang'], replacement: '', files: [] });
  const personal: Manifest['personal'] = { p1: { address: address() }, p2: { address: address() } };
  put('chu-the/mot.html', '<title>Một</title><dd data-personal="p1 address">Lục Ngạn, Bắc Giang</dd>');
  put('chu-the/hai.html', '<title>Hai</title><dd data-personal="p2 address">Lục Ngạn, Bắc Giang</dd>');
  await inspect({ shown: new ShownFinder(personal) });
  expect([personal['p1']?.address?.files, personal['p2']?.address?.files]).toEqual([
    ['chu-the/mot.html'],
    ['chu-the/hai.html'],
  ]);
});
