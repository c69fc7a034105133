/** Two languages, page by page: each has its twin, the way there, and says nothing in the other language without marking it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { verdictWords } from '#domain/verdictWords.ts';
import { englishOf } from '#site/i18n/en/dataPhrases.ts';
import { type BuiltPage, builtPages, leadsOn } from '#tests/support/builtPages.ts';
import { fixtureRecords, fixtureSite, OWN_ADDRESS } from '#tests/support/fixtureSite.ts';
import { englishOn, placeNames, properNames, switchOf, textsOf, vietnameseOn } from '#tests/support/foreignWords.ts';
import { CODES, TOLD } from './traceCodes.ts';

const isEnglish = ({ path }: BuiltPage) => path === 'en' || path.startsWith('en/');
const toEnglish = (address: string) => (address === '/' ? '/en' : `/en${address}`);

let pages: BuiltPage[];
let english: BuiltPage[];
let vietnamese: BuiltPage[];
beforeAll(async () => {
  pages = builtPages(await fixtureSite());
  english = pages.filter(isEnglish);
  vietnamese = pages.filter((page) => !isEnglish(page));
});
const at = (address: string) => {
  const page = pages.find((each) => each.address === address);
  if (page === undefined) throw new Error(`there is no page ${address}`);
  return page;
};

test('every page has its twin', () => {
  expect(english.map(({ address }) => address).sort()).toEqual(
    vietnamese.map(({ address }) => toEnglish(address)).sort(),
  );
});

test('the switch leads to the same page and back; a page without an address leads to the front', () => {
  for (const page of vietnamese.filter((each) => !leadsOn(each))) {
    const wanted = page.address === '/404' ? '/en' : toEnglish(page.address);
    expect([page.address, switchOf(page)]).toEqual([page.address, wanted]);
    const back = switchOf(at(toEnglish(page.address)));
    expect([page.address, back]).toEqual([page.address, page.address === '/404' ? '/' : page.address]);
  }
});

test('an English page says nothing in Vietnamese without marking it', () => {
  const known = { names: properNames(fixtureRecords()), places: placeNames(fixtureRecords()) };
  expect(english.flatMap((page) => vietnameseOn(page, known))).toEqual([]);
});

test('a Vietnamese page says nothing in English without marking it', () => {
  expect(vietnamese.flatMap(englishOn)).toEqual([]);
});

describe('the checks see what is wrong', () => {
  const page = (html: string, lang: string): BuiltPage => ({
    path: 'x',
    address: '/x',
    html: `<html lang="${lang}"><head><title>Mật ong – OCOP</title></head><body>${html}</body></html>`,
  });
  test.each([
    ['<p>Xem tất cả</p>', 1],
    ['<p lang="vi">Xem tất cả</p>', 0],
    ['<p lang="vi">Xem <b>tất</b> cả</p><p>See all</p>', 0],
    ['<p lang="vi">Xem</p><p>Tất cả</p>', 1],
    ['<img alt="Ảnh">', 1],
    ['<img alt="Ảnh" lang="vi">', 0],
    ['<img alt="Mật ong">', 0],
    ['<b>Mật ong</b>', 1],
    ['<p>Products of Xã Nhã Nam</p>', 0],
    ['<p>Decision 26/2026/QĐ-TTg</p>', 0],
    ['<template><p>Gọi</p></template>', 1],
    ['<div data-words="{&quot;count&quot;:&quot;{n} sản phẩm&quot;}"></div>', 1],
  ])('%s in English', (html, found) => {
    expect(vietnameseOn(page(html, 'en'), { names: ['Mật ong'], places: ['Xã Nhã Nam'] })).toHaveLength(found);
  });
  test.each([
    ['<p>See all products</p>', 1],
    ['<p lang="en">See all products</p>', 0],
    ['<p>Xem tất cả</p>', 0],
  ])('%s in Vietnamese', (html, found) => {
    expect(englishOn(page(html, 'vi'))).toHaveLength(found);
  });
});

test('a record without English stands in its own words, one with them in those', () => {
  const honey = textsOf(at('/en/san-pham/mat-ong-hoa-vai-minh-hoa').html);
  expect(honey).toContainEqual({ lang: 'en', attribute: '', text: 'Minh Hoa lychee honey' });
  const pottery = textsOf(at('/en/san-pham/am-gom-minh-hoa').html);
  expect(pottery).toContainEqual({ lang: 'vi', attribute: '', text: 'Ấm gốm Minh Họa' });
});

describe('trace pages in English', () => {
  const HEADLINES: Record<string, string> = {
    [CODES.valid]: 'OCOP 4 stars – in force',
    [CODES.recalled]: 'STOP USING – lot recalled',
    [CODES.pastUseBy]: 'Past its use-by date',
    [CODES.expired]: 'OCOP certificate has ended',
    [CODES.inGrace]: 'Awaiting re-evaluation',
    [CODES.revoked]: 'OCOP certificate withdrawn',
    [CODES.registeredOnly]: 'Code issued, lot not yet described',
    [CODES.notRecognised]: 'Not OCOP-recognised',
    [CODES.pendingAlone]: 'Five stars proposed',
    [CODES.termUnknown]: 'Recognised in 2023, term unknown',
  };
  const panelOf = (html: string) => /<!--verdict-->([\s\S]*?)<!--\/verdict-->/.exec(html)?.[1] ?? '';
  const spoken = (html: string) => textsOf(`<x lang="en">${html}</x>`).map(({ text }) => text);

  test.each(Object.entries(HEADLINES))('%s: %s', (code, headline) => {
    const { html } = at(`/en/t/${code}`);
    expect(html).toContain(`data-verdict-panel="${TOLD[code]?.[0]}"`);
    expect(spoken(panelOf(html)).join(' ').replace(/ – /, ' – ')).toContain(headline);
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  test('a day has its month in letters', () => {
    expect(spoken(panelOf(at(`/en/t/${CODES.valid}`).html)).join(' ')).toContain(
      'The certificate is valid to the end of 13 March 2028.',
    );
  });

  test('what a recall says in the office’s words is marked', () => {
    const reason = fixtureRecords().lots.find(({ state }) => state === 'recalled')?.recall_reason ?? '';
    expect(textsOf(panelOf(at(`/en/t/${CODES.recalled}`).html))).toContainEqual({
      lang: 'vi',
      attribute: '',
      text: reason.replace(/\.+$/, '').normalize('NFC'),
    });
  });

  test('a code mistyped or unknown is answered in English', () => {
    const said = spoken(at('/en/tra-cuu').html).join(' ');
    for (const state of ['unknownCode', 'wrongCheck'] as const)
      expect(said).toContain(verdictWords(state, { code: '{{code}}', province: 'Bac Ninh' }, 'en').headline);
  });
});

describe('a site with an address of its own', () => {
  let own: BuiltPage[];
  beforeAll(async () => {
    own = builtPages(await fixtureSite(OWN_ADDRESS));
  });
  const alternatesOf = ({ html }: BuiltPage) =>
    Object.fromEntries(
      [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(([, lang, href]) => [
        lang,
        href,
      ]),
    );
  const canonicalOf = ({ html }: BuiltPage) => /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? '';

  test('names each page in both languages, and each names the other', () => {
    const { public_address: origin } = OWN_ADDRESS;
    const whole = (address: string) => `${origin}${address === '/' ? '/' : address}`;
    const found = own.filter((page) => canonicalOf(page) !== '' && !leadsOn(page));
    expect(found.length).toBeGreaterThan(own.length / 3);
    for (const page of found) {
      const address = isEnglish(page) ? page.address.replace(/^\/en(?=\/|$)/, '') || '/' : page.address;
      expect([page.address, canonicalOf(page), alternatesOf(page)]).toEqual([
        page.address,
        whole(page.address),
        { vi: whole(address), en: whole(toEnglish(address)), 'x-default': whole(address) },
      ]);
    }
  });

  test('tells search engines nothing of trace pages and of pages that are none', () => {
    for (const page of own.filter(({ path }) => /^(en\/)?(t\/|01\/|404$)/.test(path)))
      expect([page.address, canonicalOf(page), alternatesOf(page)]).toEqual([page.address, '', {}]);
  });
});

test('what the data sets say of themselves is all in English', async () => {
  process.env['OCOP_SNAPSHOT'] ??= '.cache/fixture.sqlite';
  const { COLUMN_TYPES } = await import('#site/openData/column.ts');
  const { DATA_SETS } = await import('#site/openData/dataSets.ts');
  const columns = DATA_SETS.flatMap((set) => set.columns);
  const phrases = [
    ...Object.values(COLUMN_TYPES),
    ...DATA_SETS.flatMap(({ title, about }) => [title, about]),
    ...columns.flatMap(({ meaning, unit = '', codes = {} }) => [meaning, unit, ...Object.values(codes)]),
  ];
  expect(phrases.filter((phrase) => phrase !== '' && englishOf(phrase) === '')).toEqual([]);
});
