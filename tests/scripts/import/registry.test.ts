import { describe, expect, test } from 'vitest';
import { PROBLEM_WORDS } from '#domain/rules/recognitionProblems.ts';
import type { DryRunInput } from '#scripts/import/dryRun.ts';
import type { Existing } from '#scripts/import/plan/workingSet.ts';
import { applied } from './applied.ts';
import { type RegistryRow, registryWorkbook } from './registry.ts';
import { given, outcomes, run, whys } from './running.ts';

const registry = async (rows: readonly RegistryRow[], more?: Partial<DryRunInput>) =>
  run(await registryWorkbook(rows), more);

const HONEY: RegistryRow = {
  product: 'Mật ong rừng',
  group: 4,
  kind: 'HTX',
  producer: 'HTX Sơn Động',
  commune: 'Vân Hà',
  address: 'Thôn Yên Viên',
  representative: 'Nguyễn Văn An',
  phone: 912_345_678,
  current: 4,
  expires: new Date(Date.UTC(2026, 1, 1)),
  round1: [3, new Date(Date.UTC(2020, 1, 1)), 2020, '12/QĐ-UBND', 'UBND huyện Việt Yên'],
  round2: ['4 sao', '01/02/2023', 2023, '15/QĐ-UBND', 'UBND tỉnh Bắc Giang'],
  note: 'Đã nộp lại hồ sơ',
};

describe('the registry of the office', () => {
  test('a row makes product, producer, contact, two decisions and two recognitions', async () => {
    const report = await registry([HONEY]);
    expect(report.mapping.columns).toHaveLength(22);
    expect(report.mapping.columns.filter((column) => column.field === '').map((column) => column.heading)).toEqual([
      'TT',
    ]);
    const [row] = report.rows;
    expect(whys(row)).toEqual([]);
    expect(row?.outcome).toBe('created');
    expect(given(row, 'products')).toMatchObject([
      { name: 'Mật ong rừng', criteria_set: 4, programme_state: 'recognised' },
    ]);
    expect(given(row, 'producers')).toMatchObject([
      { name: 'HTX Sơn Động', kind: 'cooperative', natural_person: false },
    ]);
    expect(given(row, 'producer_contacts')).toMatchObject([{ phone: '0912345678', representative: 'Nguyễn Văn An' }]);
    expect(given(row, 'decisions')).toMatchObject([
      { number: '12/QĐ-UBND', decided_on: '2020-02-01', authority: 'district' },
      { number: '15/QĐ-UBND', decided_on: '2023-02-01', authority: 'province' },
    ]);
    expect(given(row, 'recognitions')).toMatchObject([
      { stars: 3, issued_on: '2020-02-01' },
      { stars: 4, issued_on: '2023-02-01', expires_on: '2026-02-01', note: 'Đã nộp lại hồ sơ' },
      { superseded_by: expect.stringMatching(/^\+/) },
    ]);
  });

  test('the same file again changes nothing', async () => {
    const rows = [
      HONEY,
      { ...HONEY, product: 'Phấn hoa' },
      { product: 'Nem', producer: 'Hộ Trần Thị Bình', commune: 'Vân Hà', current: 3 },
    ];
    const first = await registry(rows);
    expect(outcomes(first)).toEqual(['created', 'created', 'created']);
    const second = await registry(rows, { existing: applied({}, first) });
    expect(outcomes(second)).toEqual(['same', 'same', 'same']);
    expect(second.rows.flatMap((row) => row.records)).toEqual([]);
  });

  test('what differs is a change, field by field; an empty cell erases nothing', async () => {
    const existing = applied({}, await registry([HONEY]));
    const report = await registry([{ ...HONEY, phone: '0987654321', representative: '', address: '' }], { existing });
    expect(report.rows[0]?.outcome).toBe('changed');
    expect(report.rows[0]?.records.flatMap((record) => record.fields)).toEqual([
      { field: 'phone', label: 'Điện thoại', old: '0912345678', new: '0987654321' },
    ]);
  });

  test.each<[string, Partial<RegistryRow>, string[]]>([
    ['no producer', { producer: '' }, ['E refuse Thiếu tên chủ thể.']],
    ['a broken date', { round2: [4, '31/02/2023', 2023, '15/QĐ-UBND'] }, ['R refuse Không có ngày này trong lịch.']],
    [
      'day and year apart',
      { round2: [4, '01/02/2023', 2021, '15/QĐ-UBND'] },
      ['S ask Năm ở cột này khác năm của ngày công nhận.'],
    ],
    ['the end before the start', { expires: '01/02/2022' }, [`K refuse ${PROBLEM_WORDS.expiryBeforeIssue}`]],
    [
      'a day to come',
      { round2: [4, '01/02/2027', 2027, '15/QĐ-UBND'], expires: '' },
      ['R refuse Ngày công nhận ở tương lai.'],
    ],
    [
      'five stars of a committee',
      { current: 5, round2: [5, '01/02/2023', 2023, '15/QĐ-UBND'] },
      ['Q ask 5 sao do Trung ương công nhận, nhưng quyết định là của UBND.'],
    ],
    ['a current star of its own', { current: 3 }, ['J ask Sao hiện tại khác đợt công nhận gần nhất.']],
    [
      'another kind than its name',
      { kind: 'Doanh nghiệp' },
      ['D ask Cột ghi “Doanh nghiệp”, tên cho thấy “Hợp tác xã”.'],
    ],
    ['no telephone', { phone: '12' }, ['I refuse Không phải số điện thoại.']],
    [
      'no commune of the province',
      { commune: 'Đạp Thanh' },
      ['F ask Không có “Đạp Thanh” trong bảng địa danh của tỉnh Bắc Ninh.'],
    ],
  ])('%s stops the row at its cell', async (_, change, expected) => {
    const report = await registry([{ ...HONEY, ...change }]);
    expect(outcomes(report)).toEqual(['refused']);
    expect(whys(report.rows[0])).toEqual(expected);
    expect(report.rows[0]?.records).toEqual([]);
  });

  test('an answer settles a question: an offer, another text, or nothing', async () => {
    const rows = [{ ...HONEY, current: 3, phone: '12', commune: 'Đạp Thanh' }];
    const answers = {
      '6:stars_current': { choose: 0 },
      '6:phone': { text: '0912345678' },
      '6:commune': { empty: true },
    } as const;
    const report = await registry(rows, { answers });
    expect(whys(report.rows[0])).toEqual([]);
    expect(given(report.rows[0], 'recognitions')?.[1]).toMatchObject({ stars: 4 });
    expect(given(report.rows[0], 'producers')?.[0]).not.toHaveProperty('commune');
  });
});

test('existing records are only read', async () => {
  const existing: Existing = {
    producers: [Object.freeze({ id: 'p1', name: 'HTX Sơn Động', kind: 'cooperative', commune: '' })],
  };
  const before = JSON.stringify(existing);
  const report = await registry([HONEY], { existing });
  expect(JSON.stringify(existing)).toBe(before);
  expect(report.rows[0]?.records.find((record) => record.collection === 'producers')).toMatchObject({
    id: 'p1',
    action: 'change',
  });
});
