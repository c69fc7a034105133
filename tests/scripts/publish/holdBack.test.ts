/** One bad record holds back only itself, in a snapshot made of an office without PocketBase; publish.pb.test.ts does it with the real one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withCheckSign } from '#domain/rules/traceCode.ts';
import type { SnapshotCollection } from '#domain/snapshot.ts';
import { PublishFailed } from '#scripts/publish/progress.ts';
import { sortOut } from '#scripts/publish/sortOut.ts';
import { type SnapshotContent, writeSnapshot } from '#scripts/publish/write-snapshot.ts';
import { type OfficeFields, soundOffice } from '#tests/support/office.ts';
import { contextOf } from './publicContent.ts';

const seen = { state: 'approved' as const };
const PRODUCERS: OfficeFields['producers'] = [
  {
    id: 'producers',
    name: 'HTX Một',
    slug: 'htx-mot',
    kind: 'cooperative',
    gln: '9521234000013',
    commune: 'communes',
    ...seen,
  },
  { id: 'person', name: 'Nguyễn Thị Hoà', slug: 'ho-ab12cd34', natural_person: true, kind: 'household', ...seen },
];
const CONTACTS: OfficeFields['producer_contacts'] = [
  {
    producer: 'person',
    phone: '0912345678',
    phone_public: true,
    name_public: true,
    consent_on: '2026-01-01',
    consent_form: 'Giấy',
  },
];
const PRODUCTS: OfficeFields['products'] = [
  { id: 'products', name: 'Mật ong', slug: 'mat-ong', producer: 'producers', ...seen },
  { id: 'tea', name: 'Chè', slug: 'che', producer: 'person', ...seen },
];
const PACKS: OfficeFields['pack_variants'] = [
  { id: 'pack_variants', product: 'products', net_contents: 'Lọ 500 g', gtin: '8936012345674' },
  { id: 'bag', product: 'tea', net_contents: 'Gói 100 g' },
];
const LOTS: OfficeFields['lots'] = [
  {
    variant: 'pack_variants',
    lot_number: 'L1',
    trace_code: 'MATNG2345E',
    state: 'active',
    produced_on: '2026-05-02',
    use_by: '2027-05-02',
  },
];
const whole: OfficeFields = {
  producers: PRODUCERS,
  producer_contacts: CONTACTS,
  products: PRODUCTS,
  pack_variants: PACKS,
  lots: LOTS,
  sales_points: [{ name: 'Điểm bán', slug: 'diem-ban', products: ['products', 'tea'], ...seen }],
};

let folder = '';
let live = '';
let liveContent: SnapshotContent;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-hold-'));
  live = join(folder, 'snapshot.sqlite');
  liveContent = contextOf(soundOffice(whole)).content;
  writeSnapshot(live, liveContent);
});
afterAll(() => rmSync(folder, { recursive: true }));

const publish = (changes: OfficeFields, former: string | undefined = live) =>
  sortOut({ ...contextOf(soundOffice({ ...whole, ...changes })), problems: [] }, former);

function rowOf(
  content: SnapshotContent,
  collection: SnapshotCollection,
  id: string,
): Record<string, unknown> | undefined {
  return (content[collection] as unknown as { id: string }[]).find((row) => row.id === id) as never;
}
const heldOf = ({ problems }: ReturnType<typeof publish>) =>
  problems
    .filter(({ severity }) => severity === 'held')
    .map(({ collection, record, field }) => `${collection}/${record}.${field}`);

/** The list with the record of an id changed. */
const changed = <T extends { id?: string }>(list: readonly T[] | undefined, id: string, fields: Partial<T>): T[] =>
  (list ?? []).map((each) => (each.id === id ? { ...each, ...fields } : each));

test('a sound office is published as it is', () => {
  expect(publish({})).toEqual({ content: liveContent, problems: [] });
});

describe('what was public stays as it was, to the byte', () => {
  test.each<[string, OfficeFields, SnapshotCollection, string, string]>([
    [
      'a lot with use-by before production',
      { lots: [{ ...LOTS[0], use_by: '2026-05-01' }] },
      'lots',
      'lots',
      'lots/lots.use_by',
    ],
    [
      'a barcode with a wrong digit',
      { pack_variants: changed(PACKS, 'pack_variants', { gtin: '8936012345671' }) },
      'pack_variants',
      'pack_variants',
      'pack_variants/pack_variants.gtin',
    ],
    [
      'a name that is gone',
      { products: changed(PRODUCTS, 'products', { name: '' }) },
      'products',
      'products',
      'products/products.name',
    ],
    [
      'a producer’s code of place',
      { producers: [{ ...PRODUCERS[0], id: 'producers', gln: '9521234000018' }, PRODUCERS[1] ?? {}] },
      'producers',
      'producers',
      'producers/producers.gln',
    ],
  ])('%s', (_, changes, collection, id, told) => {
    const result = publish({ ...changes, fairs: [{ name: 'Hội chợ', slug: 'hoi-cho', kind: 'fair', ...seen }] });
    expect(heldOf(result)).toEqual([told]);
    expect(JSON.stringify(rowOf(result.content, collection, id))).toBe(
      JSON.stringify(rowOf(liveContent, collection, id)),
    );
    // What others did goes out.
    expect(result.content.fairs).toHaveLength(1);
    expect(result.content.lots).toEqual(liveContent.lots);
  });
});

describe('what was never public', () => {
  const LATER = { id: 'later', name: 'Rượu', slug: 'ruou', producer: 'producers', pictures: ['gone'], ...seen };
  const withNew: OfficeFields = {
    products: [...PRODUCTS, LATER],
    pack_variants: [...PACKS, { id: 'bottle', product: 'later', net_contents: '1 l' }],
    lots: [
      ...LOTS,
      { id: 'first', variant: 'bottle', lot_number: 'R1', trace_code: withCheckSign('RVNEP2345'), state: 'active' },
    ],
    sales_points: [{ name: 'Điểm bán', slug: 'diem-ban', products: ['products', 'later'], ...seen }],
  };

  test('is left out with all that hangs on it, and leaves no trace in lists', () => {
    const result = publish(withNew);
    expect(heldOf(result)).toEqual(
      expect.arrayContaining(['products/later.pictures', 'pack_variants/bottle.product', 'lots/first.variant']),
    );
    for (const [collection, id] of [
      ['products', 'later'],
      ['pack_variants', 'bottle'],
      ['lots', 'first'],
    ] as const)
      expect(rowOf(result.content, collection, id), id).toBeUndefined();
    expect(result.content.sales_points[0]?.products).toEqual(['products']);
    expect(result.content.products).toHaveLength(2);
  });

  test('before the first publish, too', () => {
    const result = publish(withNew, undefined);
    expect(rowOf(result.content, 'products', 'later')).toBeUndefined();
    expect(result.content.products).toHaveLength(2);
  });
});

describe('what never goes back comes through', () => {
  test('a recall, at a lot that is held back', () => {
    const recall = { state: 'recalled', recall_reason: 'Lẫn dị vật', recalled_at: '2026-11-20 02:00:00.000Z' } as const;
    const result = publish({ lots: [{ ...LOTS[0], use_by: '2026-05-01', ...recall }] });
    expect(rowOf(result.content, 'lots', 'lots')).toMatchObject({ ...recall, use_by: '2027-05-02' });
  });

  test('consent that was withdrawn, at a producer who is held back', () => {
    const result = publish({
      producers: [PRODUCERS[0] ?? {}, { ...PRODUCERS[1], gln: '1' }],
      producer_contacts: [{ ...CONTACTS[0], phone_public: false, name_public: false }],
    });
    expect(heldOf(result)).toEqual(['producers/person.gln']);
    expect(rowOf(result.content, 'producers', 'person')).toMatchObject({ name: 'Hộ sản xuất', phone: '', gln: '' });
    expect(JSON.stringify(result.content)).not.toContain('Nguyễn Thị Hoà');
    expect(JSON.stringify(result.content)).not.toContain('0912345678');
  });

  test('a withdrawal, at a product that is held back', () => {
    const office = soundOffice({ ...whole, products: changed(PRODUCTS, 'products', { state: 'withdrawn', name: '' }) });
    // Its address is known to the ledger, so that it goes on answering.
    office.addresses.push({ id: 'a', path: '/san-pham/mat-ong', record: 'products', collection: 'products' } as never);
    const result = sortOut({ ...contextOf(office), problems: [] }, live);
    expect(rowOf(result.content, 'products', 'products')).toMatchObject({ state: 'withdrawn', name: 'Mật ong' });
  });

  test('a withdrawn certificate that cannot be right stops publishing, in words', () => {
    const recognition = { product: 'products', stars: 4, issued_on: '2025-06-01', legal_basis: '' } as const;
    writeSnapshot(
      join(folder, 'with.sqlite'),
      contextOf(soundOffice({ ...whole, recognitions: [recognition] })).content,
    );
    const revoked = { ...recognition, revoked_on: '2025-05-01', revocation_ground: 'other' } as never;
    expect(() => publish({ recognitions: [revoked] }, join(folder, 'with.sqlite'))).toThrow(PublishFailed);
  });

  test('a phone that may no longer be shown stands in the former row, too: publishing stops', () => {
    const story = 'Gọi 0912345678 để đặt hàng';
    const told = changed(PRODUCTS, 'tea', { story });
    writeSnapshot(join(folder, 'told.sqlite'), contextOf(soundOffice({ ...whole, products: told })).content);
    const hidden = { producer_contacts: [{ ...CONTACTS[0], phone_public: false }] };
    expect(() => publish({ products: told, ...hidden }, join(folder, 'told.sqlite'))).toThrow(/1 lỗi|lỗi cần sửa/);
    // Where it was not said before, the former row is fine.
    const result = publish({ products: told, ...hidden });
    expect(JSON.stringify(result.content)).not.toContain('0912345678');
  });
});

test('settings stop publishing, and so does a former row whose key another has taken', () => {
  expect(() => publish({ site_settings: [] })).toThrow(PublishFailed);
  const taken = changed(PRODUCTS, 'products', { name: '', slug: 'mat-ong-cu' });
  expect(() => publish({ products: changed(taken, 'tea', { slug: 'mat-ong' }) })).toThrow('trùng với một bản ghi khác');
});

test('a broken file of the live release is none', () => {
  const broken = join(folder, 'broken.sqlite');
  writeFileSync(broken, 'not a database, but as long as one has to be to be looked at: '.repeat(20));
  for (const file of [broken, join(folder, 'missing.sqlite')])
    expect(() => publish({ lots: [{ ...LOTS[0], use_by: '2026-05-01' }] }, file)).not.toThrow();
});
