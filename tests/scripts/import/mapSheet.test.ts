import { describe, expect, test } from 'vitest';
import { mapSheet, type SheetChoices } from '#scripts/import/heading/mapSheet.ts';
import type { Merge, Sheet } from '#scripts/import/read/sheet.ts';
import type { TargetName } from '#scripts/import/targets/fields.ts';
import { hasShared, sharedPath, sheetOf } from './shared.ts';

function sheetFrom(rows: readonly string[][], merges: Merge[] = []): Sheet {
  return { name: 'Sheet1', hidden: false, merges, rows: rows.map((cells, index) => ({ number: index + 1, cells })) };
}

function mapped(sheet: Sheet, target: TargetName = 'products', choices: SheetChoices = {}) {
  const found = mapSheet(sheet, target, choices);
  if (found === null) throw new Error('no heading');
  const fields = found.mapping.columns.map((column) => column.field);
  return { ...found, fields, numbers: found.rows.map((row) => row.number) };
}

const DATA = [
  ['1', 'Mật ong Sơn Động', 'HTX Sơn Động', '4 sao', '12/QĐ-UBND'],
  ['2', 'Chè Bát Tiên', 'HTX Bát Tiên', '3 sao', '12/QĐ-UBND'],
  ['3', 'Mỳ gạo', 'Công ty TNHH Mỳ', '3 sao', '15/QĐ-UBND'],
];
const HEADING = ['TT', 'Tên sản phẩm', 'Chủ thể', 'Hạng sao', 'Số QĐ'];
const FIELDS = ['', 'product_name', 'producer', 'stars', 'decision'];

describe('the heading', () => {
  test('under titles and blank rows, with a row of numbers under it', () => {
    const title = ['', 'DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN NĂM 2023'];
    const found = mapped(sheetFrom([[''], title, HEADING, ['(1)', '(2)', '(3)', '(4)', '(5)'], ...DATA]));
    expect(found.mapping.heading).toEqual([3, 3]);
    expect(found.fields).toEqual(FIELDS);
    expect(found.numbers).toEqual([5, 6, 7]);
    expect(found.skipped.map((row) => row.why)).toEqual(['Dòng đánh số cột.']);
  });

  test('repeated in the middle, with groups, totals and a signature: none is a record, each is told', () => {
    const rows = [HEADING, DATA[0], ['I', 'Huyện Sơn Động', '', '', ''], DATA[1], HEADING, DATA[2]];
    const end = [
      ['', 'Tổng cộng', '3', '', ''],
      ['', '', '', 'Người lập biểu', ''],
    ];
    const found = mapped(sheetFrom([...rows.map((row) => row ?? []), ...end]));
    expect(found.numbers).toEqual([2, 4, 6]);
    expect(found.rows.map((row) => row.section)).toEqual(['', 'Huyện Sơn Động', 'Huyện Sơn Động']);
    expect(found.skipped.map((row) => row.number)).toEqual([3, 5, 7, 8]);
  });

  test('a row with one name alone is a title only where the name is a title', () => {
    const alone = (name: string) => ['', name, '', '', ''];
    const titles = ['II. Huyện Ba Chẽ', 'NHÓM ĐỒ UỐNG', 'TX. Chũ', 'Năm 2023', 'III. HUYEN BA CHE', 'Đợt 1'];
    const names = ['HTX Hảo Đạt', 'Nấm hương', 'Tinh dầu tràm', 'Xá xíu', 'Quần áo thổ cẩm', 'Nam Phuong', 'TXNG'];
    const found = mapped(sheetFrom([HEADING, ...titles.map(alone), ...names.map(alone)]));
    expect(found.skipped.map(({ text }) => text)).toEqual(titles);
    expect(found.rows.map(({ cells }) => cells[1])).toEqual(names);
  });

  test('on two lines with merged groups: the registry of the office', () => {
    const top = ['TT', 'Tên sản phẩm', 'Chủ thể', 'Đợt 1', '', '', 'Đợt 2 (nâng hạng)', '', '', 'Ghi chú'];
    const bottom = ['', '', '', 'Sao', 'Ngày công nhận', 'Số QĐ', 'Sao', 'Ngày công nhận', 'Số QĐ', ''];
    const merges = [0, 1, 2, 9].map((column) => ({ top: 1, bottom: 2, left: column, right: column }));
    merges.push({ top: 1, bottom: 1, left: 3, right: 5 }, { top: 1, bottom: 1, left: 6, right: 8 });
    const data = ['1', 'Mật ong', 'HTX A', '3', '1/2/2020', '1/QĐ-UBND', '4', '1/2/2023', '2/QĐ-UBND', ''];
    const found = mapped(sheetFrom([top, bottom, data], merges));
    expect(found.mapping.heading).toEqual([1, 2]);
    expect(found.fields).toEqual([
      '',
      'product_name',
      'producer',
      'round1_stars',
      'round1_day',
      'round1_decision',
      'round2_stars',
      'round2_day',
      'round2_decision',
      'note',
    ]);
    expect(found.numbers).toEqual([3]);
  });

  test('none is found among data, and one can be pointed at', () => {
    expect(mapSheet(sheetFrom(DATA), 'products')).toBeNull();
    expect(mapped(sheetFrom([['a', 'b', 'c', 'd', 'e'], ...DATA]), 'products', { heading: [1, 1] }).numbers).toEqual([
      2, 3, 4,
    ]);
  });
});

describe('columns', () => {
  test('the user goes before memory, memory before the heading, the heading before what stands in the cells', () => {
    const heading = ['TT', 'Tên sản phẩm', 'Đơn vị', 'Kết quả', 'Khác'];
    const sheet = sheetFrom([heading, ...DATA]);
    const how = (choices: SheetChoices) =>
      mapped(sheet, 'products', choices).mapping.columns.map(({ field, how: by }) => `${field} ${by}`);
    expect(how({})).toEqual([
      ' heading',
      'product_name heading',
      'producer heading',
      'stars heading',
      'decision content',
    ]);
    expect(how({ memory: { khac: '' } })[4]).toBe(' memory');
    expect(how({ memory: { khac: 'note' }, columns: { 4: 'decision', 3: '' } }).slice(3)).toEqual([
      ' told',
      'decision told',
    ]);
  });

  test('of two columns for one field the better named keeps it', () => {
    const found = mapped(
      sheetFrom([
        ['Tên sản phẩm tham gia', 'Tên sản phẩm', 'Chủ thể'],
        ['x', 'Mật ong', 'HTX A'],
      ]),
    );
    expect(found.fields).toEqual(['', 'product_name', 'producer']);
  });
});

describe('a heading beside its data', () => {
  const shifted = sheetFrom([['mã', 'TT', 'Ảnh', ...HEADING.slice(1)], ...DATA.map((row) => [...row.slice(1)])]);

  test('is noticed, and moved only when told', () => {
    const found = mapped(shifted);
    expect(found.mapping.suspectedShift).toBe(-3);
    const told = mapped(shifted, 'products', { shift: -3 });
    expect(told.mapping.suspectedShift).toBe(0);
    expect(told.fields).toEqual(FIELDS.slice(1));
  });

  test('is not suspected where heading and data agree', () => {
    expect(mapped(sheetFrom([HEADING, ...DATA])).mapping.suspectedShift).toBe(0);
  });
});

describe.runIf(hasShared)('real sheets', () => {
  test.each<[string, TargetName, number, number, number]>([
    ['angiang-public-image-danh-sach-san-pham-1.csv', 'products', 1, -3, 6],
    ['angiang-public-image-danh-sach-san-pham-2.csv', 'products', 1, 0, 6],
    ['angiang-public-image-danh-sach-don-vi-quan-ly.csv', 'producers', 6, 0, 9],
    ['angiang-public-database-danh-sach-san-pham.csv', 'products', 1, 0, 11],
    ['angiang-public-database-danh-sach-doanh-nghiep.csv', 'producers', 1, 0, 2],
    ['buudien-vn-2025-listing.csv', 'products', 1, 0, 1851],
    ['cau-ke-tra-vinh-github.csv', 'products', 1, 0, 37],
    ['encodings/windows-1258.csv', 'products', 1, 0, 36],
  ])('%s', async (name, target, heading, shift, rows) => {
    const found = mapped(await sheetOf(sharedPath(`import-cases/${name}`)), target);
    expect([found.mapping.heading[0], found.mapping.suspectedShift, found.rows.length]).toEqual([heading, shift, rows]);
  });
});
