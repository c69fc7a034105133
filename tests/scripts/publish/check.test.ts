import { describe, expect, test } from 'vitest';
import { checkRecords } from '#scripts/publish/check.ts';
import { type OfficeFields, soundOffice } from '#tests/support/office.ts';
import { contextOf } from './publicContent.ts';

const problemsOf = (changes: OfficeFields = {}) => checkRecords(contextOf(soundOffice(changes)));
const short = (changes: OfficeFields) =>
  problemsOf(changes).map(({ severity, collection, record, field }) => `${severity} ${collection}/${record}.${field}`);

const PRODUCT = { name: 'Mật ong', slug: 'mat-ong', producer: 'producers', state: 'approved' } as const;
const LOT = { variant: 'pack_variants', lot_number: 'L1', trace_code: 'MATNG2345E', state: 'active' } as const;
const PRODUCER = { name: 'HTX Một', slug: 'htx-mot', kind: 'cooperative', state: 'approved' } as const;
const PERSON = { ...PRODUCER, name: 'Nguyễn Thị Hoà', slug: 'ho-ab12cd34', natural_person: true } as const;
const SETTINGS = { kind: 'real', province_code: '24', province: 'Bắc Ninh', office: 'Văn phòng' } as const;

test('a sound office has no problem', () => expect(problemsOf()).toEqual([]));

describe('an error at its record and field', () => {
  test.each<[string, OfficeFields, string]>([
    [
      'an address that ends an attribute',
      { site_settings: [{ ...SETTINGS, public_address: 'https://x.vn" onload="a' }] },
      'site_settings/site_settings.public_address',
    ],
    [
      'tiles from no host',
      { site_settings: [{ ...SETTINGS, map_tiles: "https://x.vn'/{z}/{x}/{y}" }] },
      'site_settings/site_settings.map_tiles',
    ],
    ['no settings', { site_settings: [] }, 'site_settings/.province'],
    ['two settings', { site_settings: [SETTINGS, { ...SETTINGS, id: 'two' }] }, 'site_settings/site_settings.province'],
    ['a missing name', { products: [{ ...PRODUCT, name: '' }] }, 'products/products.name'],
    ['a day that does not exist', { lots: [{ ...LOT, use_by: '2027-02-29' }] }, 'lots/lots.use_by'],
    ['a reference to nothing', { products: [{ ...PRODUCT, pictures: ['gone'] }] }, 'products/products.pictures'],
    ['a producer that is not public', { producers: [{ ...PRODUCER, state: 'draft' }] }, 'products/products.producer'],
    ['a lot of a draft product', { products: [{ ...PRODUCT, state: 'draft' }] }, 'lots/lots.variant'],
    ['two of one slug', { products: [PRODUCT, { ...PRODUCT, id: 'two' }] }, 'products/two.slug'],
    [
      'a GTIN with a wrong digit',
      { pack_variants: [{ product: 'products', net_contents: '1 kg', gtin: '8936012345671' }] },
      'pack_variants/pack_variants.gtin',
    ],
    [
      'a demonstration GTIN at a real product',
      { pack_variants: [{ product: 'products', net_contents: '1 kg', gtin: '9521234543213' }] },
      'pack_variants/pack_variants.gtin',
    ],
    ['a GLN with a wrong digit', { producers: [{ ...PRODUCER, gln: '9521234000018' }] }, 'producers/producers.gln'],
    ['a trace code with a wrong sign', { lots: [{ ...LOT, trace_code: 'MATNG2345F' }] }, 'lots/lots.trace_code'],
    [
      'a certificate that ends before it begins',
      { recognitions: [{ product: 'products', stars: 4, issued_on: '2025-06', expires_on: '2025-05-31' }] },
      'recognitions/recognitions.expires_on',
    ],
    [
      'a use-by day before production',
      { lots: [{ ...LOT, produced_on: '2026-05-02', use_by: '2026-05-01' }] },
      'lots/lots.use_by',
    ],
    [
      'a fair that ends before it begins',
      {
        fairs: [
          { name: 'Hội', slug: 'hoi', kind: 'fair', state: 'approved', starts_on: '2026-12', ends_on: '2026-11-30' },
        ],
      },
      'fairs/fairs.ends_on',
    ],
    ['two stars recognised', { recognitions: [{ product: 'products', stars: 2 }] }, 'recognitions/recognitions.stars'],
    [
      'five stars still pending',
      { recognitions: [{ product: 'products', stars: 5, pending_central: true }] },
      'recognitions/recognitions.stars',
    ],
    [
      'a hidden name in a story',
      { producers: [PERSON], products: [{ ...PRODUCT, story: 'Chị Nguyễn Thị Hòa kể…' }] },
      'products/products.story',
    ],
    [
      'a hidden phone at a shop',
      {
        producers: [PERSON],
        producer_contacts: [{ producer: 'producers', phone: '0912345678' }],
        sales_points: [{ name: 'Chợ', slug: 'cho', state: 'approved', phone: '0912 345 678' }],
      },
      'sales_points/sales_points.phone',
    ],
  ])('%s', (_, changes, at) => expect(short(changes)).toContain(`error ${at}`));
});

describe('a warning', () => {
  test.each<[string, OfficeFields, string]>([
    [
      'more stars than the score gives',
      { recognitions: [{ product: 'products', stars: 5, score: 80 }] },
      'recognitions/recognitions.stars',
    ],
    [
      "a real office's product without a producer",
      { products: [{ ...PRODUCT, producer: '' }] },
      'products/products.producer',
    ],
    [
      'an address without https',
      { site_settings: [{ ...SETTINGS, public_address: 'http://ocop.vn' }] },
      'site_settings/site_settings.public_address',
    ],
    [
      'an address too long for small stamps',
      { site_settings: [{ ...SETTINGS, public_address: 'https://mot-xa-mot-san-pham.bacninh.gov.vn' }] },
      'site_settings/site_settings.public_address',
    ],
    [
      'consent nobody has written down',
      { producers: [PERSON], producer_contacts: [{ producer: 'producers', name_public: true }] },
      'producer_contacts/producer_contacts.consent_on',
    ],
    [
      "a firm's number that is not to be shown",
      {
        producers: [PRODUCER],
        producer_contacts: [{ producer: 'producers', phone: '0222123456' }],
        sales_points: [{ name: 'Chợ', slug: 'cho', state: 'approved', phone: '0222 123 456' }],
      },
      'sales_points/sales_points.phone',
    ],
  ])('%s', (_, changes, at) => expect(short(changes)).toEqual([`warning ${at}`]));
});

describe('no problem', () => {
  test.each<[string, OfficeFields]>([
    [
      'fewer stars than the score gives (a gate was missed)',
      { recognitions: [{ product: 'products', stars: 3, score: 95 }] },
    ],
    ['a star that nobody stated', { recognitions: [{ product: 'products', stars: 0, issued_on: '2024' }] }],
    [
      'days known only to the year',
      { recognitions: [{ product: 'products', stars: 4, issued_on: '2025', expires_on: '2025-06-30' }] },
    ],
    [
      'a demonstration of products whose source names no maker',
      { site_settings: [{ ...SETTINGS, kind: 'demonstration' }], products: [{ ...PRODUCT, producer: '' }] },
    ],
    ['an incomplete draft', { products: [PRODUCT, { id: 'draft', name: '', state: 'draft' }] }],
    [
      'a demonstration GTIN at a fictional product',
      {
        products: [{ ...PRODUCT, demonstration: true }],
        pack_variants: [{ product: 'products', net_contents: '1 kg', gtin: '9521234543213' }],
      },
    ],
    [
      'the name of a person who agreed',
      {
        producers: [PERSON],
        producer_contacts: [{ producer: 'producers', name_public: true, consent_on: '2026', consent_form: 'giấy' }],
        products: [{ ...PRODUCT, story: 'Nguyễn Thị Hoà' }],
      },
    ],
  ])('%s', (_, changes) => expect(problemsOf(changes)).toEqual([]));
});

test('a problem names the record as staff know it, and never the hidden value', () => {
  const [problem] = problemsOf({
    producers: [PERSON],
    producer_contacts: [{ producer: 'producers', phone: '0912345678' }],
    products: [{ ...PRODUCT, usage: 'Gọi 0912345678' }],
  });
  expect(problem).toMatchObject({ title: 'Mật ong', field: 'usage' });
  expect(problem?.message).toContain('số điện thoại');
  expect(problem?.message).toContain('Nguyễn Thị Hoà');
  expect(problem?.message).not.toContain('0912');
});
