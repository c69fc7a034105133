/** Cells with stars, numbers, days and decisions. */
import { describe, expect, test } from 'vitest';
import { readDay, readSpan } from '#scripts/import/cells/readDay.ts';
import { readDecision } from '#scripts/import/cells/readDecision.ts';
import { readAmount, readQuantities } from '#scripts/import/cells/readQuantities.ts';
import { readScore } from '#scripts/import/cells/readScore.ts';
import { readStars } from '#scripts/import/cells/readStars.ts';
import type { Cell } from '#scripts/import/read/sheet.ts';
import { error, outcome } from './outcome.ts';

describe('stars', () => {
  test.each<[Cell, number | string | unknown[]]>([
    ['3', 3],
    ['3.0', 3],
    ['4,0', 4],
    [4, 4],
    ['3 sao', 3],
    ['3sao', 3],
    ['Hạng 4 sao', 4],
    ['4*', 4],
    ['(4*)', 4],
    ['(****)', 4],
    ['★★★', 3],
    ['Ocop.4', 4],
    ['OCCOP 5 sao', 5],
    ['ocop4sao', 4],
    ['bốn sao', 4],
    ['xếp hạng 3', 3],
    ['0', 0],
    ['chưa đạt', 0],
    ['3 sao năm 2022', 3],
    ['3.5', 'refuse'],
    ['6 sao', 'refuse'],
    ['92', 'refuse'],
    [-1, 'refuse'],
    ['được xếp hạng', 'refuse'],
    ['nâng hạng từ 3 sao lên 4 sao', ['ask', 3, 4]],
    ['5 sao cấp tỉnh', ['ask', 0, 5]],
    ['dự kiến 4 sao', ['ask', 4, 4]],
    [error, 'refuse'],
  ])('%j', (cell, expected) => {
    const found = outcome(readStars(cell));
    const plain = (value: unknown) =>
      typeof value === 'object' && value !== null && 'stars' in value ? value.stars : value;
    expect(Array.isArray(found) ? found.map(plain) : plain(found)).toEqual(expected);
  });

  test('proposed for five stars is none until the ministry decides', () => {
    expect(outcome(readStars('tiềm năng 5 sao'))).toEqual({ stars: 0, pendingCentral: true });
  });
});

describe('numbers', () => {
  test.each<[Cell, unknown]>([
    ['17,4 tỷ đồng', 17_400_000_000],
    ['6.442,5 triệu', 6_442_500_000],
    ['1 vạn', 10_000],
    ['gần 110.000 lượt', 110_000],
    ['hơn 55 nghìn', 55_000],
    ['45,600 visitors', 45_600],
    ['nearly VND6.5 billion', 6_500_000_000],
    ['1.050.000,50', 1_050_000.5],
    ['1,050,000.50', 1_050_000.5],
    ['60000.0', 60_000],
    ['1 050 000', 1_050_000],
    [1234.5, 1234.5],
    ['0,125', 0.125],
    ['45,600', ['ask', 45.6, 45_600]],
    ['1.500 - 3.200', ['ask', 1500, 3200]],
    ['28 sản phẩm của 8 chủ thể', ['ask', 28, 8]],
    ['2.167/9.852', ['ask', 2167]],
    ['5 ngan', 'refuse'],
    ['1.23.4', 'refuse'],
    ['không', 'refuse'],
    ['OM18', 'refuse'],
    [{ day: '2021-01-01' }, 'refuse'],
    [error, 'refuse'],
  ])('%j', (cell, expected) => {
    expect(outcome(readAmount(cell))).toEqual(expected);
  });

  test('words that look like powers of ten without their marks are none', () => {
    expect(outcome(readQuantities('12 ngăn, 3 trạm'))).toEqual([
      { amount: 12, said: '' },
      { amount: 3, said: '' },
    ]);
  });
});

test.each<[Cell, unknown]>([
  ['92,33 điểm', 92.33],
  ['95,64/100', 95.64],
  ['95,640', 95.64],
  [78.5, 78.5],
  ['100', 100],
  ['100,5', 'refuse'],
  ['90,86 và 90,00', ['ask', 90.86, 90]],
  ['từ 78,66 – 83,54', ['ask', 78.66, 83.54]],
])('score %j', (cell, expected) => {
  expect(outcome(readScore(cell))).toEqual(expected);
});

describe('days', () => {
  test.each<[Cell, unknown]>([
    ['1/2/2020', '2020-02-01'],
    ['27.1.2021', '2021-01-27'],
    ['03-11-2022', '2022-11-03'],
    ['2021-01-27', '2021-01-27'],
    ['ngày 19 tháng 8 năm 2020', '2020-08-19'],
    ['tháng 8 năm 2020', '2020-08'],
    ['8/2020', '2020-08'],
    ['năm 2020', '2020'],
    [2021, '2021'],
    [44_223, '2021-01-27'],
    ['44223', '2021-01-27'],
    [{ day: '2023-05-01' }, '2023-05-01'],
    ['Thứ hai, 20/11/2023 | 4:09:09 PM', '2023-11-20'],
    ['07 giờ 00’ ngày 12/02/2023 (Chủ nhật)', '2023-02-12'],
    ['15h30 ngày 5/12/2021', '2021-12-05'],
    ['29/2/2023', 'refuse'],
    ['32/1/2023', 'refuse'],
    ['27 tháng Chạp', 'refuse'],
    ['mùng 10 tháng 3 âm lịch', 'refuse'],
    ['năm Ất Tỵ', 'refuse'],
    ['chưa rõ', 'refuse'],
    [7, 'refuse'],
    ['11/15/2022', ['ask', '2022-11-15']],
    ['12/5/21', ['ask', '2021-05-12']],
    ['10/10', ['ask']],
    ['1/2/2020 và 3/4/2021', ['ask', '2020-02-01', '2021-04-03']],
    ['từ 6 đến 11/2/2026', ['ask', '2026-02-06', '2026-02-11']],
    [error, 'refuse'],
  ])('%j', (cell, expected) => {
    expect(outcome(readDay(cell))).toEqual(expected);
  });

  test('a year known from beside is offered, never taken', () => {
    expect(outcome(readDay('10/10', { year: '2023' }))).toEqual(['ask', '2023-10-10']);
  });

  test.each<[string, unknown]>([
    ['từ 6 đến ngày 11-2-2026', { from: '2026-02-06', to: '2026-02-11' }],
    ['28/12 - 3/1/2026', { from: '2025-12-28', to: '2026-01-03' }],
    ['28/12/2025 đến 3/1/2026', { from: '2025-12-28', to: '2026-01-03' }],
    ['5/3/2024', { from: '2024-03-05', to: '2024-03-05' }],
    ['từ ngày 22 đến 26-6', ['ask']],
    ['từ ngày 14/2 đến 3/3 (27 tháng Chạp năm Bính Ngọ 2026)', ['ask', { from: '2026-02-14', to: '2026-03-03' }]],
    ['10/3/2024 đến 5/3/2024', 'refuse'],
  ])('span %j', (cell, expected) => {
    expect(outcome(readSpan(cell))).toEqual(expected);
  });
});

test.each<[Cell, unknown]>([
  ['715/QĐ – UBND', { number: '715/QĐ-UBND', decidedOn: '' }],
  ['Số: 12/QD-UBND-HC ngày 07/12/2020', { number: '12/QĐ-UBND-HC', decidedOn: '2020-12-07' }],
  ['3787/QÐ-UBND', { number: '3787/QĐ-UBND', decidedOn: '' }],
  ['Ngày 17/1/2025 … Quyết định số 377', { number: '377', decidedOn: '2025-01-17' }],
  ['QĐ 1656/QĐ-UBND (19/8/2020)', { number: '1656/QĐ-UBND', decidedOn: '2020-08-19' }],
  ['86/QĐ-UBND (01/02/2023 - 09:26)', { number: '86/QĐ-UBND', decidedOn: '' }],
  ['2890/QĐ-BNN-VPĐP', { number: '2890/QĐ-BNN-VPĐP', decidedOn: '' }],
  ['12/2020/QĐ-UBND', { number: '12/2020/QĐ-UBND', decidedOn: '' }],
  [377, { number: '377', decidedOn: '' }],
  [
    '144/QĐ-UBND và 145/QĐ-UBND',
    ['ask', { number: '144/QĐ-UBND', decidedOn: '' }, { number: '145/QĐ-UBND', decidedOn: '' }],
  ],
  ['mã số 72-703-01-2023', 'refuse'],
  ['đã có quyết định', 'refuse'],
  [{ day: '2020-01-01' }, 'refuse'],
])('decision %j', (cell, expected) => {
  expect(outcome(readDecision(cell))).toEqual(expected);
});
