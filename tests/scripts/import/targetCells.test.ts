/** Readers of cells that lists of lots, shops, certificates and growing areas have. */
import { expect, test } from 'vitest';
import { earlierCode } from '#domain/rules/earlierCode.ts';
import { canonicalAddress } from '#domain/rules/served.ts';
import { withCheckSign } from '#domain/rules/traceCode.ts';
import { readArea } from '#scripts/import/cells/readArea.ts';
import { readEarlierCode } from '#scripts/import/cells/readEarlierCode.ts';
import { readGtin } from '#scripts/import/cells/readGtin.ts';
import type { Reading } from '#scripts/import/cells/reading.ts';
import { readLotNumber } from '#scripts/import/cells/readLotNumber.ts';
import { readScheme } from '#scripts/import/cells/readScheme.ts';
import { readUrl, urlKey } from '#scripts/import/cells/readUrl.ts';
import type { Cell } from '#scripts/import/read/sheet.ts';

const told = (reading: Reading<unknown>) =>
  reading.status === 'right'
    ? reading.value
    : reading.status === 'ask'
      ? ['ask', ...reading.candidates.map(({ label }) => label)]
      : 'refuse';

test.each<[Cell, string, unknown]>([
  ['12,5 ha', 'Diện tích', 12.5],
  [12.5, 'Diện tích (ha)', 12.5],
  ['1.520', 'Diện tích (ha)', ['ask', '1,52 ha', '1520 ha']],
  ['8500 m2', 'Diện tích', 0.85],
  ['8.500,5 m²', 'Diện tích', 0.85005],
  ['8500', 'Diện tích (m2)', 0.85],
  ['0,85 ha', 'Diện tích (m2)', 0.85],
  ['5 sào Bắc Bộ', 'Diện tích', 0.18],
  [5, 'Diện tích (sào Bắc Bộ)', 0.18],
  [
    '5 sào',
    'Diện tích',
    ['ask', '5 sào Bắc Bộ (360 m²) = 0,18 ha', '5 sào Trung Bộ (500 m²) = 0,25 ha', '5 mẫu Bắc Bộ (3.600 m²) = 1,8 ha'],
  ],
  ['12,5', 'Diện tích', ['ask', '12,5 ha = 12,5 ha', '12,5 m² = 0,00125 ha']],
  ['2 ha 5 sào', 'Diện tích', 'refuse'],
  ['không đo', 'Diện tích (ha)', 'refuse'],
  [{ day: '2024-05-12' }, 'Diện tích (ha)', 'refuse'],
])('area %j under “%s” is %j', (cell, heading, expected) => {
  expect(told(readArea(cell, heading))).toEqual(expected);
});

test.each<[Cell, unknown]>([
  ['LO-0124', 'LO-0124'],
  ['Lô 01/2024', '01/2024'],
  ['Số lô: A 1', 'refuse'],
  [124, '124'],
  [1.5, 'refuse'],
  [{ day: '2024-01-01' }, 'refuse'],
  ['lô số 2 tháng 5', 'refuse'],
  ['Lôđặcbiệt', 'refuse'],
  ['x'.repeat(21), 'refuse'],
])('lot number %j is %j', (cell, expected) => {
  expect(told(readLotNumber(cell))).toBe(expected);
});

test.each<[Cell, unknown]>([
  ['8938505974194', '8938505974194'],
  [8938505974194, '8938505974194'],
  ['893 8505 974194', '8938505974194'],
  ['8938505974195', 'refuse'],
  ['8.93851E+12', 'refuse'],
  ['mã vạch', 'refuse'],
])('barcode %j is %j', (cell, expected) => {
  expect(told(readGtin(cell))).toBe(expected);
});

const OURS = withCheckSign('7F3K9QX2M');

test.each<[Cell, unknown]>([
  ['qn-2021-000123', 'QN-2021-000123'],
  ['BN 00 12 34', 'BN001234'],
  [20210012, '20210012'],
  [OURS, 'refuse'],
  [`${OURS.slice(0, 5)}-${OURS.slice(5).toLowerCase()}`, 'refuse'],
  ['https://txng.example.vn/tra-cuu?code=QN0123&x=', ['ask', 'QN0123']],
  ['https://txng.example.vn/p/QN0123/', ['ask', 'QN0123']],
  ['https://txng.example.vn/', ['ask']],
  ['../../etc/passwd', 'refuse'],
  ['a/b', 'refuse'],
  ['mã', 'refuse'],
  ['QN0123.html', 'refuse'],
  ['1.2E+15', 'refuse'],
  [{ day: '2024-01-01' }, 'refuse'],
])('code of an earlier system %j is %j', (cell, expected) => {
  expect(told(readEarlierCode(cell))).toEqual(expected);
});

test('a code of ours is never an earlier one, however it is written', () => {
  for (const typed of [OURS, OURS.toLowerCase(), `${OURS.slice(0, 4)}-${OURS.slice(4)}`])
    expect(earlierCode(typed)).toBeNull();
});

test('a code is kept where it is looked up: its address is the canonical one', () => {
  for (const typed of ['qn-2021-000123', 'ABCDE-FGHJK', 'a.b.c.d', '0000000000', `${OURS.slice(0, 9)}Z`]) {
    const code = earlierCode(typed);
    expect(code === null ? null : canonicalAddress(`/t/${code}`)).toBe(code === null ? null : `/t/${code}`);
  }
});

test.each([
  ['VietGAP', 'vietgap'],
  ['GCN Viet GAP trồng trọt', 'vietgap'],
  ['VietGAHP', 'vietgahp'],
  ['HACCP', 'haccp'],
  ['ISO 22000:2018', 'iso22000'],
  ['Hữu cơ (TCVN 11041)', 'organic'],
  ['Cơ sở đủ điều kiện ATTP', 'food_safety'],
  ['Bản tự công bố sản phẩm', 'quality_declaration'],
  ['Chỉ dẫn địa lý', 'geographical_indication'],
  ['Nhãn hiệu tập thể', 'collective_mark'],
  ['Nhãn hiệu chứng nhận', 'certification_mark'],
  ['Đăng ký nhãn hiệu', 'trademark'],
  ['Halal', 'other'],
  ['VietGAP, HACCP', ['ask', 'VietGAP', 'HACCP']],
  ['123', 'refuse'],
])('“%s” is the scheme %j', (cell, expected) => {
  const reading = readScheme(cell);
  expect(reading.status === 'right' ? reading.value.scheme : told(reading)).toEqual(expected);
});

test.each([
  ['https://voso.vn/mat-ong', 'https://voso.vn/mat-ong'],
  ['www.postmart.vn/a', 'https://www.postmart.vn/a'],
  ['shopee.vn/shop1', 'https://shopee.vn/shop1'],
  ['Voso: https://voso.vn/a', 'https://voso.vn/a'],
  ['https://voso.vn/a\nhttps://postmart.vn/b', ['ask', 'https://voso.vn/a', 'https://postmart.vn/b']],
  ['javascript:alert(1)', 'refuse'],
  ['chưa có', 'refuse'],
])('address %j is %j', (cell, expected) => {
  expect(told(readUrl(cell))).toEqual(expected);
});

test('one page written in two ways is one page', () => {
  expect(urlKey('http://www.Voso.vn/A/#x')).toBe(urlKey('https://voso.vn/A'));
  expect(urlKey('https://voso.vn/A?id=1')).not.toBe(urlKey('https://voso.vn/A?id=2'));
});
