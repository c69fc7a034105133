/** A province of 2,000 products and 20,000 lots: it builds, and what holds on every page of a small site holds on a sample of its pages. */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { astroBuild } from '#scripts/publish/build.ts';
import { writeSnapshot } from '#scripts/publish/write-snapshot.ts';
import {
  type BuiltPage,
  builtPages,
  deadLinks,
  headingOf,
  sampleOf,
  shared,
  thirdPartyLoads,
} from '#tests/support/builtPages.ts';
import { starlessProducts, starsOfStarless } from '#tests/support/endedProducts.ts';
import { OWN_ADDRESS } from '#tests/support/fixtureSite.ts';
import { htmlProblems } from '#tests/support/htmlRules.ts';
import { largeRecords } from '#tests/support/largeRecords.ts';
import { jsonLdBlocks, schemaOrgProblems } from '#tests/support/schemaOrg.ts';

const SIZE = { products: 2_000, lots: 20_000 };
/** Of the pages of a kind, so many are looked at. */
const SAMPLE = 20;
/** Enough of a file to hold its title and description. */
const HEAD_BYTES = 6_000;

const work = resolve('.cache/large-site');
const folder = join(work, 'pages');
const records = largeRecords(SIZE);
let paths: string[];
let pages: BuiltPage[];

function headOf(path: string): string {
  const file = openSync(join(folder, `${path}.html`), 'r');
  const buffer = Buffer.alloc(HEAD_BYTES);
  const read = readSync(file, buffer, 0, HEAD_BYTES, 0);
  closeSync(file);
  return buffer.toString('utf8', 0, read);
}

beforeAll(async () => {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const snapshot = join(work, 'snapshot.sqlite');
  writeSnapshot(snapshot, records);
  const began = Date.now();
  await astroBuild({ part: 'site', outDir: folder, snapshot });
  paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && each.name.endsWith('.html'))
    .map((each) => relative(folder, join(each.parentPath, each.name)).replace(/\.html$/, ''))
    .sort();
  console.info(`${paths.length} pages built in ${Math.round((Date.now() - began) / 1000)} s`);
  const sample = sampleOf(paths, SAMPLE);
  pages = builtPages(folder, (path) => sample.has(path));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('every product and lot has its page in both languages', () => {
  const there = new Set(paths);
  const expected = [
    ...records.products.map(({ slug }) => `san-pham/${slug}`),
    ...records.producers.map(({ slug }) => `chu-the/${slug}`),
    ...records.lots.map(({ trace_code }) => `t/${trace_code}`),
  ].flatMap((path) => [path, `en/${path}`]);
  expect(expected.filter((path) => !there.has(path))).toEqual([]);
});

test('no two pages have one title or one description', () => {
  const own = paths.filter((path) => !/^(en\/)?01\//.test(path));
  const heads = own.map((path) => [path, headingOf({ path, address: '', html: headOf(path) })] as const);
  expect(heads.filter(([, { title }]) => title === '').map(([path]) => path)).toEqual([]);
  expect(shared(heads.map(([path, { title }]) => [path, title]))).toEqual([]);
  const described = heads.filter(([, { description }]) => description !== '');
  expect(described.length).toBeGreaterThan(2 * SIZE.products);
  expect(shared(described.map(([path, { description }]) => [path, description]))).toEqual([]);
});

test('a sample leads nowhere dead, loads nothing from others, has one heading a page', () => {
  expect(pages.length).toBeGreaterThan(150);
  const hasPicture = (address: string) => address.startsWith('/anh/') && existsSync(`tests/fixtures${address}`);
  expect(deadLinks(pages, { folder, origin: OWN_ADDRESS.public_address, hasShared: hasPicture })).toEqual([]);
  expect(thirdPartyLoads(pages, OWN_ADDRESS.public_address)).toEqual([]);
  expect(pages.filter((page) => headingOf(page).h1 !== 1).map(({ path }) => path)).toEqual([]);
});

test('a sample is valid HTML with sound structured data', async () => {
  for (const page of pages) {
    expect([page.path, await htmlProblems(page)]).toEqual([page.path, []]);
    for (const text of jsonLdBlocks(page.html))
      expect([page.path, await schemaOrgProblems(text, `${OWN_ADDRESS.public_address}${page.address}`)]).toEqual([
        page.path,
        [],
      ]);
  }
});

test('no product without a certificate in force bears a star', () => {
  const starless = starlessProducts(records);
  expect(starless.size).toBeGreaterThan(SIZE.products / 10);
  expect(starsOfStarless(pages, starless)).toEqual([]);
});

test('the sitemaps name every product and no code', () => {
  const text = readdirSync(folder)
    .filter((name) => name.startsWith('sitemap'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
  const named = new Set(text.match(/(?<=<loc>)[^<]+/g));
  const missing = records.products.filter(({ slug }) => !named.has(`${OWN_ADDRESS.public_address}/san-pham/${slug}`));
  expect(missing.map(({ slug }) => slug)).toEqual([]);
  expect(text).not.toMatch(/\/(t|01)\//);
});
