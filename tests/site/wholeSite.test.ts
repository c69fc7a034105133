/** Every page of the built site in both languages, checked for what must hold on each. */
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type BuiltPage,
  builtPages,
  deadLinks,
  headingOf,
  isTwin,
  leadsOn,
  shared,
  thirdPartyLoads,
} from '#tests/support/builtPages.ts';
import { starlessProducts, starsOfStarless } from '#tests/support/endedProducts.ts';
import { fixtureRecords, fixtureSite, OWN_ADDRESS } from '#tests/support/fixtureSite.ts';
import { htmlProblems } from '#tests/support/htmlRules.ts';

const hasPicture = (address: string) => address.startsWith('/anh/') && existsSync(`tests/fixtures${address}`);

describe.each([
  ['a demonstration', {}],
  ['a province of its own address', OWN_ADDRESS],
])('the site of %s', (_, settings) => {
  let folder: string;
  let pages: BuiltPage[];
  beforeAll(async () => {
    folder = await fixtureSite(settings);
    pages = builtPages(folder);
  });

  test('has no dead link, to a page, a part of one or a file', () => {
    expect(deadLinks(pages, { folder, origin: OWN_ADDRESS.public_address, hasShared: hasPicture })).toEqual([]);
  });

  test('loads nothing from others', () => {
    expect(thirdPartyLoads(pages, OWN_ADDRESS.public_address)).toEqual([]);
  });

  test('is valid HTML', async () => {
    for (const page of pages) expect([page.path, await htmlProblems(page)]).toEqual([page.path, []]);
  });

  test('gives each page one heading, a title and a description of its own, in the language it says', () => {
    const own = pages.filter((page) => !isTwin(page) && !leadsOn(page));
    const headings = own.map((page) => [page.path, headingOf(page)] as const);
    for (const [path, { lang, title, description, h1 }] of headings) {
      const isEnglish = path === 'en' || path.startsWith('en/');
      // Found by a stamp, or shown without network: no search engine shows a line of it.
      const isNeverListed = /^(en\/)?(t\/|ngoai-tuyen$)/.test(path);
      expect([path, lang, title !== '', h1, description !== '' || isNeverListed]).toEqual([
        path,
        isEnglish ? 'en' : 'vi',
        true,
        1,
        true,
      ]);
    }
    expect(shared(headings.map(([path, { title }]) => [path, title]))).toEqual([]);
    const described = headings.filter(([, { description }]) => description !== '');
    expect(shared(described.map(([path, { description }]) => [path, description]))).toEqual([]);
  });

  test('gives no star to a product without a certificate in force', () => {
    const starless = starlessProducts(fixtureRecords());
    expect(starless.size).toBeGreaterThan(3);
    expect(starsOfStarless(pages, starless)).toEqual([]);
  });
});

describe('the checks see what is wrong', () => {
  const page = (html: string, path = 'x'): BuiltPage => ({ path, address: `/${path}`, html });
  const nowhere = { folder: '/nowhere' };

  test('links', () => {
    const html =
      '<a href="/none">a</a><a href="#none">b</a><a href="#there" id="there">c</a><img srcset="/a.webp 1x, /b.webp 2x">';
    const dead = deadLinks([page(html)], nowhere);
    expect(dead.sort()).toEqual([
      '/x: #none',
      '/x: #none has no such part',
      '/x: #there',
      '/x: /a.webp',
      '/x: /b.webp',
      '/x: /none',
    ]);
  });

  test('what others would see', () => {
    const html =
      '<a href="https://b.example">a</a><img src="https://b.example/i.png"><link rel="stylesheet" href="//b.example/s.css">';
    expect(thirdPartyLoads([page(html)])).toEqual([
      '/x: <img> https://b.example/i.png',
      '/x: <link> //b.example/s.css',
    ]);
  });

  test('stars', () => {
    const card = (text: string) => page(`<article class="card"><a href="/san-pham/a">A</a>${text}</article>`);
    expect(starsOfStarless([card('OCOP 4 sao')], new Set(['a']))).toEqual(['/x: a 4 sao']);
    expect(starsOfStarless([card('<span data-stars="4">')], new Set(['a']))).toEqual(['/x: a data-stars="4"']);
    expect(starsOfStarless([card('đã hết hạn')], new Set(['a']))).toEqual([]);
    expect(starsOfStarless([card('OCOP 4 sao')], new Set(['b']))).toEqual([]);
    expect(starsOfStarless([page('<title>A, 4 sao</title>', 'san-pham/a')], new Set(['a']))).toEqual([
      '/san-pham/a: 4 sao',
    ]);
  });
});
