/** What pages tell search engines: sound by schema.org's vocabulary, and no more than the page itself says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixtureRecords, fixtureSite, OWN_ADDRESS } from '#tests/support/fixtureSite.ts';
import { jsonLdBlocks, schemaOrgProblems } from '#tests/support/schemaOrg.ts';

const ORIGIN = OWN_ADDRESS.public_address;
const records = fixtureRecords();
let folder: string;
let pages: string[];

const read = (path: string) => readFileSync(join(folder, `${path}.html`), 'utf8');
type Told = Record<string, unknown> & { '@type': string };
const thingsOf = (path: string) =>
  jsonLdBlocks(read(path)).flatMap((text) => (JSON.parse(text) as { '@graph': Told[] })['@graph']);
const thingOf = (path: string, type: string) => thingsOf(path).find((thing) => thing['@type'] === type);

beforeAll(async () => {
  folder = await fixtureSite(OWN_ADDRESS);
  pages = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && each.name.endsWith('.html'))
    .map((each) => relative(folder, join(each.parentPath, each.name)).replace(/\.html$/, ''))
    .sort();
});

test('every block of every page is sound by the vocabulary of schema.org', async () => {
  let blocks = 0;
  for (const path of pages) {
    for (const text of jsonLdBlocks(read(path))) {
      blocks += 1;
      expect([path, await schemaOrgProblems(text, `${ORIGIN}/${path}`)]).toEqual([path, []]);
    }
  }
  expect(blocks).toBeGreaterThan(2 * records.products.length);
});

test('the check finds what is wrong', async () => {
  const wrong = (graph: object) =>
    schemaOrgProblems(JSON.stringify({ '@context': 'https://schema.org', ...graph }), ORIGIN);
  expect(await wrong({ '@type': 'Produkt', name: 'x' })).toEqual([
    'Produkt: no such type',
    'Produkt: name belongs to Thing',
  ]);
  expect(await wrong({ '@type': 'Product', colour: 'x' })).toEqual(['Product: no such property colour']);
  expect((await wrong({ '@type': 'Product', startDate: '2026-01-01' }))[0]).toMatch(/^Product: startDate belongs to /);
  expect((await wrong({ '@type': 'Event', startDate: 'soon' }))[0]).toMatch(/^Event\.startDate: "soon", wanted /);
  expect((await wrong({ '@type': 'Product', offers: { '@type': 'Person' } }))[0]).toMatch(
    /^Product\.offers: .*Person, wanted /,
  );
  expect((await wrong({ '@type': 'Product', name: '' }))[0]).toMatch(/^Product\.name: ""/);
  expect(await wrong({ '@type': 'Product', weight: { value: 1 } })).toContain('Product.weight. a thing without a type');
});

describe('a product', () => {
  test('in force: maker, brand, prices with their days, stars with their certificate', () => {
    const product = thingOf('san-pham/mat-ong-hoa-vai-minh-hoa', 'Product');
    expect(product).toMatchObject({
      url: `${ORIGIN}/san-pham/mat-ong-hoa-vai-minh-hoa`,
      manufacturer: { '@type': 'Organization', name: 'HTX Minh Họa 1' },
      additionalProperty: { propertyID: 'OCOP', value: 4, maxValue: 5 },
      hasCertification: { validFrom: '2025-03-14', expires: '2028-03-13', certificationRating: { ratingValue: 4 } },
    });
    const offers = product?.['offers'] as Told[];
    expect(offers).toContainEqual(
      expect.objectContaining({ price: 180_000, priceCurrency: 'VND', validFrom: '2026-10-01' }),
    );
    expect(offers.some(({ availableAtOrFrom }) => availableAtOrFrom !== undefined)).toBe(true);
  });

  test('whose certificate ended, was withdrawn or never was claims no stars', () => {
    for (const slug of [
      'tuong-nep-minh-hoa',
      'tieu-xay-minh-hoa',
      'gio-lua-minh-hoa',
      'tra-hoa-vang-minh-hoa',
      'ruou-gao-vi-du',
    ]) {
      const product = thingOf(`san-pham/${slug}`, 'Product');
      expect([slug, product?.['additionalProperty'], product?.['hasCertification']]).toEqual([
        slug,
        undefined,
        undefined,
      ]);
      expect(JSON.stringify(product), slug).not.toMatch(/sao|stars|CertificationActive/);
    }
  });

  test('without a price makes no offer; withdrawn from the catalogue it is not told at all', () => {
    const priced = new Set([
      ...records.pack_variants.filter(({ reference_price }) => reference_price > 0).map(({ product }) => product),
      ...records.sales_points.flatMap(({ prices }) => (prices ?? []).map(({ product }) => product)),
    ]);
    for (const { id, slug, state } of records.products) {
      const product = thingOf(`san-pham/${slug}`, 'Product');
      expect([slug, product === undefined]).toEqual([slug, state === 'withdrawn']);
      if (!priced.has(id)) expect(product?.['offers'], slug).toBeUndefined();
    }
  });
});

test('a producer without consent is told as the page tells it', () => {
  const producer = thingOf('chu-the/ho-hoanhxx3', 'Organization');
  expect(producer?.['name']).toBe('Hộ sản xuất, xã Tam Tiến');
  for (const item of ['telephone', 'email', 'image']) expect(producer?.[item], item).toBeUndefined();
  expect(producer?.['address']).not.toHaveProperty('streetAddress');
});

test('a sales point: address, hours; a closed one is no store', () => {
  const store = thingOf('diem-ban/diem-ban-ocop-minh-hoa-bac-giang', 'Store');
  expect(store).toMatchObject({ address: { addressRegion: 'Bắc Ninh', addressCountry: 'VN' } });
  expect(JSON.stringify(store?.['openingHoursSpecification'])).toContain('"opens":"07:30","closes":"11:30"');
  const closed = records.sales_points.filter(({ closed_on }) => closed_on !== '' && closed_on < '2026-11-22');
  expect(closed.length).toBeGreaterThan(0);
  for (const { slug } of closed) expect(thingOf(`diem-ban/${slug}`, 'Store'), slug).toBeUndefined();
});

test('a fair is an event with days as exact as known', () => {
  expect(thingOf('hoi-cho/tuan-hang-vi-du-2024', 'Event')).toMatchObject({ startDate: '2024-04' });
});

test('the front page says how to search, the open data page which sets there are', () => {
  const site = thingOf('index', 'WebSite');
  expect(JSON.stringify(site)).toContain(`${ORIGIN}/san-pham?q={search_term_string}`);
  expect(thingsOf('du-lieu').filter((thing) => thing['@type'] === 'Dataset').length).toBeGreaterThanOrEqual(10);
});

test('every page below the front page says where it is; a trace page tells search engines nothing', () => {
  for (const path of pages.filter((each) => /^(en\/)?(san-pham|chu-the|diem-ban|hoi-cho)\//.test(each))) {
    if (read(path).includes('http-equiv="refresh"')) continue;
    const list = thingOf(path, 'BreadcrumbList')?.['itemListElement'] as Told[] | undefined;
    expect(list?.length, path).toBeGreaterThanOrEqual(2);
  }
  for (const path of pages.filter((each) => /(^|\/)(t|01)\//.test(each)))
    expect(jsonLdBlocks(read(path)), path).toEqual([]);
});
