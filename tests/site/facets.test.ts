import { describe, expect, test } from 'vitest';
import { PRODUCER_KINDS } from '#domain/producer.ts';
import { vi } from '#site/i18n/vi.ts';
import { facetParts, labelOf } from '#site/search/choices.ts';
import { NO_SYNONYMS } from '#site/search/engine/concepts.ts';
import { countFacets, type Item, itemsOf, narrow, sorted } from '#site/search/facets.ts';
import type { ShippedMore } from '#site/search/more.ts';
import { type ShippedProduct, type ShippedRows, unpackRows } from '#site/search/rows.ts';
import {
  EMPTY_SELECTION,
  isNarrowed,
  type Selection,
  selectionFrom,
  selectionToAddress,
  toggled,
} from '#site/search/selection.ts';

const product = (name: string, producer: number, set: number, status: string, issuedOn = ''): ShippedProduct => [
  name,
  '',
  producer,
  set,
  status,
  issuedOn,
  0,
];
const SHIPPED: ShippedRows = {
  kinds: PRODUCER_KINDS,
  communes: [
    ['Xã Yên Thế', 'xa-yen-the', 'Phồn Xương Yên Thế'],
    ['Phường Kinh Bắc', 'phuong-kinh-bac', ''],
  ],
  producers: [
    ['HTX Một', '', 'cooperative', 0],
    ['Công ty Hai', '', 'company', 1],
    ['Hộ không rõ nơi', '', 'household', -1],
  ],
  products: [
    product('Ấm gốm', 1, 21, 'valid.3.2025', '2025'),
    product('Bánh đa', 1, 6, 'valid.4.2024|2027-01-01:expired..2024', '2024-05-01'),
    product('Chè xanh', 0, 11, 'expired..2021', '2021-12-09'),
    product('Mật ong', 0, 4, 'valid.5.2026', '2026-02-01'),
    product('Nem chua', 2, 8, 'notRecognised.'),
    product('Rượu nếp', 2, 14, 'termUnknown.4.2023', '2023'),
    product('Thứ khác', 0, 0, 'revoked..2025', '2025-03-01'),
  ],
  salesPoints: [['Cửa hàng', '', 0, '']],
  synonyms: NO_SYNONYMS,
  fairs: [],
};
/** Papers and shops of the products, in their order. */
const MORE: ShippedMore = {
  pictures: [],
  schemes: ['', 'haccp iso22000', 'vietgap', 'vietgap haccp', '', '', ''],
  sold: ['', 'diem-ban s-san-mot', 's-san-mot', 'diem-ban', '', '', ''],
  platforms: { 's-san-mot': 'Sàn Một' },
};
const items = itemsOf(unpackRows(SHIPPED), '', MORE);
const names = (some: readonly Item[]) => some.map(({ row }) => row.name);
const chosen = (address: string) => selectionFrom(new URLSearchParams(address));
const left = (address: string) => names(narrow(items, chosen(address)));

describe('narrowing', () => {
  test.each([
    ['', ['Ấm gốm', 'Bánh đa', 'Chè xanh', 'Mật ong', 'Nem chua', 'Rượu nếp', 'Thứ khác']],
    ['sao=4', ['Bánh đa']],
    ['sao=4&sao=5', ['Bánh đa', 'Mật ong']],
    ['sao=4,5&loai=company', ['Bánh đa']],
    ['tt=expired', ['Chè xanh']],
    ['xa=xa-yen-the', ['Chè xanh', 'Mật ong', 'Thứ khác']],
    ['nganh=1', ['Bánh đa', 'Chè xanh', 'Mật ong', 'Nem chua']],
    ['nganh=1&nhom=3', ['Bánh đa', 'Nem chua']],
    ['nganh=1&nhom=3&bo=6', ['Bánh đa']],
    ['nhom=5', ['Chè xanh']],
    ['bo=14', ['Rượu nếp']],
    ['nganh=1&nganh=4&nhom=3', ['Ấm gốm', 'Bánh đa', 'Nem chua']],
    ['nganh=0', ['Thứ khác']],
    ['nhom=0', ['Thứ khác']],
    ['sao=4&xa=xa-yen-the', []],
    ['cn=haccp', ['Bánh đa', 'Mật ong']],
    ['cn=vietgap,iso22000', ['Bánh đa', 'Chè xanh', 'Mật ong']],
    ['ban=diem-ban', ['Bánh đa', 'Mật ong']],
    ['ban=s-san-mot&cn=vietgap', ['Chè xanh']],
    ['la=1&sao=<script>', ['Ấm gốm', 'Bánh đa', 'Chè xanh', 'Mật ong', 'Nem chua', 'Rượu nếp', 'Thứ khác']],
  ])('%s', (address, found) => {
    expect(left(address)).toEqual(found);
  });

  test('stars count only in force, on the day the list is opened', () => {
    const later = itemsOf(unpackRows(SHIPPED), '2027-01-01');
    expect(names(narrow(later, chosen('sao=4')))).toEqual([]);
    expect(names(narrow(later, chosen('tt=expired')))).toEqual(['Bánh đa', 'Chè xanh']);
  });
});

describe('counts', () => {
  const counted = (address: string) => {
    const counts = countFacets(items, chosen(address));
    return Object.fromEntries(Object.entries(counts).map(([facet, values]) => [facet, Object.fromEntries(values)]));
  };

  test('of nothing chosen are those of the catalogue', () => {
    const { stars, sector, kind, commune, scheme, sold } = counted('');
    expect(scheme).toEqual({ haccp: 2, iso22000: 1, vietgap: 2 });
    expect(sold).toEqual({ 'diem-ban': 2, 's-san-mot': 2 });
    expect(stars).toEqual({ 3: 1, 4: 1, 5: 1 });
    expect(sector).toEqual({ 0: 1, 1: 4, 2: 1, 4: 1 });
    expect(kind).toEqual({ cooperative: 3, company: 2, household: 2 });
    expect(commune).toEqual({ 'xa-yen-the': 3, 'phuong-kinh-bac': 2 });
  });

  test('follow the choices in the other facets, not in their own', () => {
    const { stars, kind, sector } = counted('sao=5');
    expect(stars).toEqual({ 3: 1, 4: 1, 5: 1 });
    expect(kind).toEqual({ cooperative: 1 });
    expect(sector).toEqual({ 1: 1 });
  });

  test('of sector, group and set are one tree', () => {
    const { sector, group, set, stars } = counted('nganh=1&nhom=3');
    expect(sector).toEqual({ 0: 1, 1: 4, 2: 1, 4: 1 });
    expect(group).toMatchObject({ 2: 1, 3: 2, 5: 1 });
    expect(set).toMatchObject({ 6: 1, 8: 1 });
    expect(stars).toEqual({ 4: 1 });
  });

  test('say what a choice would leave', () => {
    const counts = countFacets(items, chosen('loai=cooperative'));
    for (const [value, count] of counts.state) {
      expect(left(`loai=cooperative&tt=${value}`), value).toHaveLength(count);
    }
  });
});

describe('order', () => {
  test.each([
    ['standing', ['Mật ong', 'Bánh đa', 'Ấm gốm', 'Rượu nếp', 'Nem chua', 'Chè xanh', 'Thứ khác']],
    ['stars', ['Mật ong', 'Bánh đa', 'Ấm gốm', 'Rượu nếp', 'Nem chua', 'Chè xanh', 'Thứ khác']],
    ['recent', ['Mật ong', 'Thứ khác', 'Ấm gốm', 'Bánh đa', 'Rượu nếp', 'Chè xanh', 'Nem chua']],
    ['name', ['Ấm gốm', 'Bánh đa', 'Chè xanh', 'Mật ong', 'Nem chua', 'Rượu nếp', 'Thứ khác']],
  ] as const)('%s', (sort, order) => {
    expect(names(sorted(items, sort))).toEqual(order);
  });
});

describe('the address', () => {
  test.each([
    '',
    '?q=m%E1%BA%ADt%20ong',
    '?sao=4,5&nganh=1&nhom=3&bo=6',
    '?tt=expired&xa=xa-yen-the&loai=company&xep=recent',
    '?cn=vietgap&ban=diem-ban,s-shopee&kieu=gon',
  ])('says and is read again: %s', (address) => {
    expect(selectionToAddress(chosen(address))).toBe(address);
  });

  test('a choice is put in and taken out', () => {
    const one = toggled(EMPTY_SELECTION, 'stars', '4');
    expect(selectionToAddress(one)).toBe('?sao=4');
    expect(toggled(one, 'stars', '4')).toEqual(EMPTY_SELECTION);
    expect(isNarrowed(one)).toBe(true);
    expect(isNarrowed({ ...EMPTY_SELECTION, sort: 'name' } satisfies Selection)).toBe(false);
  });
});

describe('choices', () => {
  const words = {
    ...vi.products.travelling,
    status: vi.status,
    termUnknownNoYear: vi.termUnknownNoYear,
    pendingCentralNoStars: vi.pendingCentralNoStars,
    kinds: PRODUCER_KINDS,
    schemes: vi.names.certificateSchemes,
    corrected: '',
    failed: '',
  };
  const parts = facetParts(items, words, MORE.platforms);
  const choice = (label: string) => parts.flatMap(({ choices }) => choices).find((each) => each.label === label);

  test('are only what some product has', () => {
    expect(parts[0]?.choices.map(({ label }) => label)).toEqual(['5 sao', '4 sao', '3 sao']);
    expect(choice('Sinh vật cảnh')).toBeUndefined();
    expect(choice('Chưa xếp nhóm')).toMatchObject({ facet: 'sector', value: '0' });
  });

  test('a sector leads on to its groups, a group to its sets, one twig to nothing', () => {
    const food = choice('Thực phẩm');
    expect(food?.finer?.map(({ label }) => label)).toEqual(['Thực phẩm thô, sơ chế', 'Thực phẩm chế biến', 'Chè']);
    expect(food?.finer?.[1]?.finer).toHaveLength(2);
    expect(food?.finer?.[0]?.finer).toBeUndefined();
    expect(choice('Đồ uống')?.finer).toBeUndefined();
  });

  test('communes stand in the order of the Vietnamese alphabet, and every label can be found again', () => {
    expect(parts[3]?.choices.map(({ label }) => label)).toEqual(['Phường Kinh Bắc', 'Xã Yên Thế']);
    expect(parts[3]?.choices[1]?.also).toContain('Phồn Xương');
    expect(parts[6]?.choices.map(({ label }) => label)).toEqual(['Điểm bán OCOP', 'Sàn Một']);
    expect(labelOf(parts, 'scheme', 'iso22000')).toBe('ISO 22000');
    expect(labelOf(parts, 'set', '8')).toBe('Chế biến từ thịt, thủy sản, trứng, sữa, mật ong');
    expect(labelOf(parts, 'set', '99')).toBeUndefined();
  });
});
