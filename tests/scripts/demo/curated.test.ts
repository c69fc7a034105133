import { describe, expect, test } from 'vitest';
import { isPartialDay } from '#domain/rules/day.ts';
import { pointsByCommune } from '#scripts/demo/match-points.ts';
import { allTables, SET_NAMES, SET_TABLES, SETS, table, textOf } from './fixtures.ts';

/** Vietnamese surnames that a full name begins with. */
const SURNAMES =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Lương|Trương|Lâm|Đoàn|Trịnh|Chu|Thân|Giáp|Nông|Tạ|Hà|Mai|Cao|Tô';
const CAPITALISED = '\\p{Lu}\\p{Ll}+';
/** Surname and at least one more capitalised word: may be a person. */
const MAYBE_PERSON = new RegExp(`(?<!\\p{L})(${SURNAMES}) ${CAPITALISED}( ${CAPITALISED})*`, 'gu');

/** What the pattern finds and is no private person: places, historical persons in street and product names, registered company names. */
const NO_PRIVATE_PERSON = new Set([
  'Cao Đinh', // "Cao Đinh lăng": an extract
  'Dương Kinh Bắc', // part of "Ánh Dương Kinh Bắc", a company
  'Hoàng Hậu', // "empress", a melon
  'Hà Nội',
  'Hà Đông',
  'Hà Khẩu',
  'Hồ Gươm Bắc Ninh', // a company; Hồ Gươm is a lake
  'Hồ Gươm',
  'Lâm Sinh Ngọc Châu', // a cooperative; lâm sinh is silviculture
  'Lê Minh', // a cooperative
  'Lý Thái Tổ', // king, 974–1028
  'Lương Tài',
  'Nguyễn Thị Minh Khai', // street; 1910–1941
  'Thân Nhân Trung', // street; 1419–1499
  'Thân Trường', // a cooperative
  'Trần Quốc Nghiễn', // street; 13th century
]);
const COMMUNE_TABLES = new Set(['communes.csv', 'former-names.csv', 'points.csv']);

const communes = new Map(table('communes.csv').map((row) => [row['code'], row]));

describe('every table', () => {
  test.each(allTables())('%s is UTF-8, NFC, without a byte order mark', (path) => {
    const text = textOf(path);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/[\uFEFF\uFFFD\r]/);
  });

  test.each(allTables().filter((path) => !COMMUNE_TABLES.has(path)))('%s names no private person', (path) => {
    const found = new Set(textOf(path).match(MAYBE_PERSON) ?? []);
    expect([...found].filter((name) => !NO_PRIVATE_PERSON.has(name))).toEqual([]);
  });
});

test('the list of names that are no private persons holds nothing in vain', () => {
  const found = new Set(allTables().flatMap((path) => textOf(path).match(MAYBE_PERSON) ?? []));
  expect([...NO_PRIVATE_PERSON].filter((name) => !found.has(name))).toEqual([]);
});

describe.each(SET_NAMES)('%s', (set) => {
  const rows = (name: (typeof SET_TABLES)[number]) => table(`${set}/${name}.csv`);
  const producers = new Map(rows('producers').map((row) => [row['key'], row]));
  const products = new Map(rows('products').map((row) => [row['key'], row]));

  test.each(SET_TABLES)('%s: every row says where it is from', (name) => {
    for (const row of rows(name)) {
      expect(row['source_url'], JSON.stringify(row)).toMatch(/^(https?:\/\/\S+|seed:\S.*)$/);
      expect(row['facts'], JSON.stringify(row)).toMatch(/^[a-z-]+\.csv:\d+( [a-z-]+\.csv:\d+)*$/);
    }
  });

  test('keys name one row each', () => {
    expect(producers.size).toBe(rows('producers').length);
    expect(products.size).toBe(rows('products').length);
    for (const name of ['sales-points', 'fairs'] as const) {
      expect(new Set(rows(name).map((row) => row['key'])).size).toBe(rows(name).length);
    }
  });

  test('products point to producers, recognitions to products', () => {
    for (const row of products.values()) if (row['producer'] !== '') expect(producers.has(row['producer'])).toBe(true);
    for (const row of rows('recognitions')) expect(products.has(row['product'])).toBe(true);
  });

  test('communes exist and lie in the province', () => {
    for (const name of ['producers', 'sales-points', 'fairs'] as const) {
      for (const row of rows(name)) {
        if (row['commune'] === '') continue;
        expect(communes.get(row['commune'])?.['province_code'], row['name']).toBe(SETS[set].code);
      }
    }
  });

  test('every product has one criteria set, classified by us', () => {
    const classified = table('criteria-sets.csv').filter((row) => row['set'] === set);
    expect(classified.map((row) => row['product']).sort()).toEqual([...products.keys()].sort());
    for (const row of classified) {
      expect(Number(row['criteria_set'])).toBeGreaterThanOrEqual(1);
      expect(Number(row['criteria_set'])).toBeLessThanOrEqual(26);
      expect(row['sure']).toMatch(/^(high|medium|low)$/);
      expect(row['name']).toBe(products.get(row['product'])?.['name']);
    }
  });

  test('households are nameless and without an address below the commune', () => {
    for (const row of producers.values()) {
      expect(row['natural_person'] === 'yes').toBe(row['kind'] === 'household');
      if (row['kind'] !== 'household') continue;
      expect(row['name']).toBe('Hộ sản xuất');
      expect(row['address_as_printed']).not.toMatch(/thôn|xóm|số \d|tổ \d|khu /i);
    }
  });

  test('days are days, as exact as known', () => {
    const days = [
      ...rows('recognitions').flatMap((row) => [row['decided_on'], row['issued_on']]),
      ...rows('fairs').flatMap((row) => [row['starts_on'], row['ends_on']]),
      ...rows('figures').map((row) => row['as_of']),
    ];
    expect(days.filter((day) => day !== undefined && day !== '' && !isPartialDay(day))).toEqual([]);
  });
});

test('aliases and rows left out say why', () => {
  for (const row of table('aliases.csv')) expect(row['why'], row['variant']).not.toBe('');
  for (const row of table('left-out.csv')) expect(row['reason'], row['name']).not.toBe('');
});

test('points are those of GeoNames, by the hand-checked table', () => {
  const points = pointsByCommune();
  expect(points.size).toBe(45);
  for (const row of communes.values()) {
    const point = points.get(row['code'] ?? '');
    expect([row['lat'], row['lon']], row['name']).toEqual([point?.lat ?? '', point?.lng ?? '']);
    expect(row['point_source']).toBe(point === undefined ? '' : 'GeoNames');
    expect(row['point_name']).toBe(point?.name.normalize('NFC') ?? '');
  }
});

test('a point stands for a commune of its own province', () => {
  for (const row of table('points.csv')) {
    expect(row['why'], row['place']).not.toBe('');
    if (row['code'] !== '')
      expect(communes.get(row['code'])?.['province_code'], row['place']).toBe(row['province_code']);
  }
});
