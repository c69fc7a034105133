/** The demonstration as it is published, in both languages: what holds on every page of the fixture holds with real records too. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releaseFolder } from '#scripts/dataFolder.ts';
import type { SnapshotContent } from '#scripts/publish/write-snapshot.ts';
import {
  type BuiltPage,
  builtPages,
  deadLinks,
  headingOf,
  isTwin,
  leadsOn,
  sampleOf,
  shared,
  thirdPartyLoads,
} from '#tests/support/builtPages.ts';
import { starlessProducts, starsOfStarless } from '#tests/support/endedProducts.ts';
import { htmlProblems } from '#tests/support/htmlRules.ts';
import { jsonLdBlocks, schemaOrgProblems } from '#tests/support/schemaOrg.ts';
import { type ServedProvince, servedProvince } from '#tests/support/servedProvince.ts';

const ORIGIN = 'https://demo.example';
/** Of each kind of page; the fixture has them all looked at. */
const SAMPLE = 20;

let province: ServedProvince;
let folder: string;
let pages: BuiltPage[];
let records: SnapshotContent;

/** The records that the pages were made of, as far as stars go. */
function recordsOf(snapshot: string): SnapshotContent {
  const database = new DatabaseSync(snapshot, { readOnly: true });
  const read = database.prepare('SELECT json FROM record WHERE collection = ?');
  const of = (collection: string) => read.all(collection).map((row) => JSON.parse(String(row['json'])) as unknown);
  const told = Object.fromEntries(['settings', 'products', 'recognitions'].map((name) => [name, of(name)]));
  database.close();
  return told as unknown as SnapshotContent;
}

beforeAll(async () => {
  province = await servedProvince();
  const release = releaseFolder(province.data, province.release.name);
  folder = release.pages;
  pages = builtPages(folder);
  records = recordsOf(release.snapshot);
});
afterAll(() => province.stop());

test('no dead link, nothing of others, one heading a page, titles and descriptions of their own', () => {
  const beside = { '/anh/': province.data.pictures, '/_astro/': province.data.assets };
  const hasShared = (address: string) =>
    Object.entries(beside).some(
      ([prefix, at]) => address.startsWith(prefix) && existsSync(join(at, address.slice(prefix.length))),
    );
  expect(pages.length).toBeGreaterThan(400);
  expect(deadLinks(pages, { folder, hasShared })).toEqual([]);
  expect(thirdPartyLoads(pages)).toEqual([]);
  const headings = pages
    .filter((page) => !isTwin(page) && !leadsOn(page))
    .map((page) => [page.path, headingOf(page)] as const);
  expect(headings.filter(([, { h1, title }]) => h1 !== 1 || title === '').map(([path]) => path)).toEqual([]);
  expect(shared(headings.map(([path, { title }]) => [path, title]))).toEqual([]);
  const described = headings.filter(([, { description }]) => description !== '');
  expect(shared(described.map(([path, { description }]) => [path, description]))).toEqual([]);
});

test('valid HTML and sound structured data, on some pages of each kind', { timeout: 240_000 }, async () => {
  const sample = sampleOf(
    pages.map(({ path }) => path),
    SAMPLE,
  );
  expect(sample.size).toBeGreaterThan(100);
  for (const page of pages.filter(({ path }) => sample.has(path))) {
    expect([page.path, await htmlProblems(page)]).toEqual([page.path, []]);
    for (const text of jsonLdBlocks(page.html))
      expect([page.path, await schemaOrgProblems(text, `${ORIGIN}${page.address}`)]).toEqual([page.path, []]);
  }
});

test('no star for a product without a certificate in force', () => {
  const starless = starlessProducts(records);
  expect(starless.size).toBeGreaterThan(10);
  expect(starsOfStarless(pages, starless)).toEqual([]);
});
