/** What a link to a page shows where it is shared, and where programs find the same record. */
import { existsSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltPage, builtPages, headingOf, leadsOn } from '#tests/support/builtPages.ts';
import { fixtureSite, OWN_ADDRESS } from '#tests/support/fixtureSite.ts';

const ORIGIN = OWN_ADDRESS.public_address;
let folder: string;
let pages: BuiltPage[];

const tagOf = ({ html }: BuiltPage, property: string) =>
  new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1] ?? '';
const pageAt = (path: string) => {
  const page = pages.find((each) => each.path === path);
  if (page === undefined) throw new Error(`no page ${path}`);
  return page;
};

beforeAll(async () => {
  folder = await fixtureSite(OWN_ADDRESS);
  pages = builtPages(folder);
});

test('every page that search engines may show has a title, words, its address and a JPEG that is there', () => {
  const shown = pages.filter((page) => !leadsOn(page) && page.html.includes('property="og:type"'));
  expect(shown.length).toBeGreaterThan(60);
  for (const page of shown) {
    const image = tagOf(page, 'og:image');
    const { title, description } = headingOf(page);
    expect(
      title.startsWith(tagOf(page, 'og:title').replaceAll('&amp;', '&').replaceAll('&quot;', '"')),
      page.path,
    ).toBe(true);
    expect([page.path, tagOf(page, 'og:description') !== '', description !== '']).toEqual([page.path, true, true]);
    expect(tagOf(page, 'og:url'), page.path).toBe(`${ORIGIN}${page.address}`);
    expect(image, page.path).toMatch(/^https:\/\/ocop\.example\/anh\/.+\.jpg$/);
    expect(existsSync(`tests/fixtures${image.slice(ORIGIN.length)}`), `${page.path} ${image}`).toBe(true);
    expect(tagOf(page, 'og:locale')).toBe(page.path === 'en' || page.path.startsWith('en/') ? 'en_GB' : 'vi_VN');
  }
});

test.each([
  ['mat-ong-hoa-vai-minh-hoa', 'OCOP 4 sao – còn hiệu lực'],
  ['tuong-nep-minh-hoa', 'Giấy chứng nhận OCOP đã hết hạn'],
  ['gio-lua-minh-hoa', 'Đã bị thu hồi giấy chứng nhận'],
])('a link to %s says: %s', (slug, state) => {
  expect(tagOf(pageAt(`san-pham/${slug}`), 'og:description')).toContain(state);
});

test('products, lots and producers name their JSON, pages of other kinds none', () => {
  const data = (page: BuiltPage) =>
    /<link rel="alternate" type="application\/json" href="([^"]*)"/.exec(page.html)?.[1];
  expect(data(pageAt('en/san-pham/gio-lua-minh-hoa'))).toBe('/san-pham/gio-lua-minh-hoa.json');
  for (const page of pages) {
    const isLot = /^(en\/)?(t\/|01\/.*\/10\/)/.test(page.path);
    const isRecord = /^(en\/)?(san-pham|chu-the)\/[^/]+$/.test(page.path) && !leadsOn(page);
    expect([page.path, data(page) !== undefined]).toEqual([page.path, isLot || isRecord]);
    if (data(page) !== undefined) expect(existsSync(`${folder}${data(page)}`), page.path).toBe(true);
  }
});
