import { describe, expect, test } from 'vitest';
import { type DryRunInput, dryRun } from '#scripts/import/dryRun.ts';
import { mapSheet } from '#scripts/import/heading/mapSheet.ts';
import type { ImportReport, RowReport } from '#scripts/import/plan/report.ts';
import type { Existing } from '#scripts/import/plan/workingSet.ts';
import type { TargetName } from '#scripts/import/targets/fields.ts';
import { applied } from './applied.ts';
import { communesOfSet } from './communes.ts';
import { type RegistryRow, registryWorkbook } from './registry.ts';
import { sheetOf } from './shared.ts';

const BASE = { existing: {}, communes: communesOfSet('bac-ninh'), provinceCode: '24', today: '2026-11-22' };

async function run(
  bytes: Uint8Array,
  more: Partial<DryRunInput> = {},
  target: TargetName = 'products',
): Promise<ImportReport> {
  const mapped = mapSheet(await sheetOf(bytes), target);
  if (mapped === null) throw new Error('no heading');
  const report = dryRun(mapped, { ...BASE, ...more });
  const { rows, created, changed, same, refused } = report.counts;
  expect(created + changed + same + refused).toBe(rows);
  return report;
}

const csv = (rows: readonly string[]) => Buffer.from(rows.join('\n'));
const registry = async (rows: readonly RegistryRow[], more?: Partial<DryRunInput>) =>
  run(await registryWorkbook(rows), more);
const outcomes = (report: ImportReport) => report.rows.map((row) => row.outcome);
const whys = (row: RowReport | undefined) =>
  row?.problems.map((problem) => `${problem.column} ${problem.status} ${problem.why}`);
/** What a row gives a collection's new or changed records, field by field. */
const given = (row: RowReport | undefined, collection: string) =>
  row?.records
    .filter((record) => record.collection === collection)
    .map((record) => Object.fromEntries(record.fields.map((field) => [field.field, field.new])));

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
    ['the end before the start', { expires: '01/02/2022' }, ['K refuse Hết hạn trước ngày cấp.']],
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

describe('plain lists', () => {
  const HEAD = 'Tên sản phẩm;Chủ thể;Địa chỉ;Hạng sao;Điểm;Số QĐ;Năm';

  test('the same product over the years becomes history, whatever the spelling of its maker', async () => {
    const report = await run(
      csv([
        HEAD,
        'Chè Bát Tiên;HTX chè Hảo Đạt;;3 sao;;12/QĐ-UBND ngày 1/2/2019;',
        'CHÈ BÁT TIÊN;Hợp tác xã Chè Hảo Đạt;;4 sao;;15/QĐ-UBND ngày 1/3/2022;',
        'Chè Bát Tiên;HTX CHÈ HẢO ĐẠT;;4 sao;;99/QĐ-UBND ngày 1/4/2025;',
      ]),
    );
    expect(outcomes(report)).toEqual(['created', 'changed', 'changed']);
    const records = applied({}, report);
    expect(records.products).toHaveLength(1);
    expect(records.producers).toHaveLength(1);
    expect(records.recognitions?.map((each) => [each['stars'], each['superseded_by']])).toEqual([
      [3, records.recognitions?.[1]?.id],
      [4, records.recognitions?.[2]?.id],
      [4, undefined],
    ]);
  });

  test('rows out of order make the same history', async () => {
    const lines = ['2022;4', '2019;3', '2025;4'].map((line) => {
      const [year, stars] = line.split(';');
      return `Chè;HTX Hảo Đạt;;${stars};;${year}/QĐ-UBND ngày 1/3/${year};`;
    });
    const { recognitions = [] } = applied({}, await run(csv([HEAD, ...lines])));
    const next = Object.fromEntries(
      recognitions.map((each) => [
        each['issued_on'],
        recognitions.find(({ id }) => id === each['superseded_by'])?.['issued_on'],
      ]),
    );
    expect(next).toEqual({ '2019-03-01': '2022-03-01', '2022-03-01': '2025-03-01', '2025-03-01': undefined });
  });

  test('two makers of one product name stay two; two persons of one name in two communes stay two', async () => {
    const report = await run(
      csv([
        HEAD,
        'Mỳ gạo;HTX Hải Yến;;3;;;2022',
        'Mỳ gạo;Công ty TNHH Hải Yến;;3;;;2022',
        'Nem;Hộ Trần Thị Bình;xã Vân Hà, huyện Việt Yên;3;;;2022',
        'Nem;Hộ Trần Thị Bình;xã Liên Chung, huyện Tân Yên;3;;;2022',
      ]),
      { answers: { '3:producer_match': { choose: 1 } } },
    );
    expect(outcomes(report)).toEqual(['created', 'created', 'created', 'created']);
    expect(applied({}, report).products).toHaveLength(4);
  });

  test('a firm of the same name and another form, and a name within a name, are asked about', async () => {
    const report = await run(
      csv(
        [
          HEAD,
          'A1;Công ty TNHH Gia Bảo Phát;;3;;;2022',
          'A2;Công ty cổ phần Gia Bảo Phát;;3;;;2022',
          'A3;HTX Nông nghiệp Xanh Yên Thế;;3;;;2022',
          'A4;HTX Nông nghiệp Xanh;;3;;;2022',
        ].map((line) => line.replace(/^A/, 'Bánh ')),
      ),
    );
    expect(outcomes(report)).toEqual(['created', 'refused', 'created', 'refused']);
    expect(report.rows[3]?.problems[0]?.offers).toEqual(['HTX Nông nghiệp Xanh Yên Thế', 'Chủ thể mới']);
  });

  test('a person gets no public consent and no name in an address', async () => {
    const report = await run(csv([HEAD, 'Nem;Hộ Trần Thị Bình;xã Vân Hà, huyện Việt Yên;3;;;2022']));
    const [producer] = given(report.rows[0], 'producers') ?? [];
    expect(producer).toMatchObject({ natural_person: true, kind: 'household' });
    expect(producer).not.toHaveProperty('slug');
    const [contact] = given(report.rows[0], 'producer_contacts') ?? [];
    expect(
      Object.keys(contact ?? {}).filter((field) => field.endsWith('_public') || field.startsWith('consent')),
    ).toEqual([]);
  });

  test.each([
    ['68;4', 'E refuse 68 điểm chỉ đủ 3 sao: hãy sửa điểm hoặc số sao.'],
    ['101;4', 'E refuse Điểm không thể lớn hơn 100.'],
  ])('score and stars %s', async (pair, why) => {
    const [score, stars] = pair.split(';');
    const report = await run(csv([HEAD, `Chè;HTX Hảo Đạt;;${stars};${score};;2022`]));
    expect(whys(report.rows[0])).toEqual([why]);
  });

  test('two rows that give one decision different stars: the second is refused', async () => {
    const report = await run(csv([HEAD, 'Chè;HTX Hảo Đạt;;4;;1/QĐ-UBND;2022', 'Chè;HTX Hảo Đạt;;3;;1/QĐ-UBND;2022']));
    expect(outcomes(report)).toEqual(['created', 'refused']);
    expect(whys(report.rows[1])).toEqual(['D refuse Dòng khác trong tệp nêu 4 sao cho cùng lần công nhận.']);
  });

  test('no stars, or fewer than three, make no recognition', async () => {
    const report = await run(
      csv([HEAD, 'Chè;HTX Hảo Đạt;;;;;2022', 'Trà;HTX Hảo Đạt;;2 sao;;;2022', 'Nụ;HTX Hảo Đạt;;0;;;']),
    );
    expect(outcomes(report)).toEqual(['created', 'created', 'created']);
    expect(applied({}, report).recognitions).toBeUndefined();
  });

  test('years that rise from row to row are asked about', async () => {
    const rows = [0, 1, 2, 3, 4].map((each) => `Chè ${'ABCDE'[each]};HTX Hảo Đạt;3;21-09-${2018 + each}`);
    const report = await run(csv(['Tên sản phẩm;Chủ thể;Sao;Ngày quyết định', ...rows]));
    expect(outcomes(report)).toEqual(['created', ...Array(4).fill('refused')]);
    expect(report.rows[4]?.problems[0]).toMatchObject({
      status: 'ask',
      column: 'D',
      offers: ['Như dòng 2: 21/09/2018', 'Giữ 21/09/2022'],
    });
  });

  test('a heading beside its data stops every row until it is confirmed', async () => {
    const rows = [
      'Mật ong;HTX A Sơn;4 sao;12/QĐ-UBND;',
      'Chè;HTX B Sơn;3 sao;12/QĐ-UBND;',
      'Mỳ;HTX C Sơn;3 sao;13/QĐ-UBND;',
    ];
    const report = await run(csv(['Ảnh;Tên sản phẩm;Chủ thể;Sao;Số QĐ', ...rows]));
    expect(outcomes(report)).toEqual(['refused', 'refused', 'refused']);
    expect(report.rows[0]?.problems[0]?.why).toContain('lệch 1 cột');
  });
});

describe('other targets', () => {
  test('producers: points whose columns were swapped are asked about', async () => {
    const report = await run(
      csv(['Tên doanh nghiệp;Xã;Kinh Độ;Vĩ Độ', 'Công ty TNHH An Bình;Vân Hà;21.27;106.06']),
      {},
      'producers',
    );
    expect(whys(report.rows[0])).toEqual(['C ask Kinh độ và vĩ độ bị đổi chỗ.']);
    const settled = await run(
      csv(['Tên doanh nghiệp;Kinh Độ;Vĩ Độ', 'Công ty TNHH An Bình;106.06;21.27']),
      {},
      'producers',
    );
    expect(given(settled.rows[0], 'producers')).toMatchObject([{ point: { lon: 106.06, lat: 21.27 } }]);
  });

  test('sales points: ticks, telephone, day; a second import changes nothing', async () => {
    const bytes = csv([
      'Tên điểm bán;Địa chỉ;Xã;Điện thoại;Biển hiệu;Kệ hàng;Ngày khai trương',
      'Điểm bán OCOP chợ Thương;12 Lê Lợi;Vân Hà;0204 3855 123;x;không;15/3/2023',
    ]);
    const report = await run(bytes, {}, 'sales_points');
    expect(given(report.rows[0], 'sales_points')).toMatchObject([
      { has_sign: 'yes', has_shelves: 'no', opened_on: '2023-03-15' },
    ]);
    expect(outcomes(await run(bytes, { existing: applied({}, report) }, 'sales_points'))).toEqual(['same']);
  });

  test('fairs: a span in one cell, figures with what is said of them, the year from the name only as an offer', async () => {
    const bytes = csv([
      'Tên hội chợ;Thời gian;Địa điểm;Số gian hàng;Lượt khách;Doanh thu',
      'Hội chợ OCOP Hè;từ 28/4 đến 3/5/2023;Hạ Long;hơn 257;gần 55.000 lượt;17,4 tỷ đồng',
      'Hội chợ OCOP Xuân 2026;từ 6 đến 11/2;Hạ Long;220;;',
      'Tuần hàng nông sản;10/3/2024 đến 5/3/2024;Hà Nội;;;',
    ]);
    const report = await run(bytes, {}, 'fairs');
    expect(outcomes(report)).toEqual(['created', 'refused', 'refused']);
    expect(given(report.rows[0], 'fairs')).toMatchObject([
      {
        kind: 'fair',
        starts_on: '2023-04-28',
        ends_on: '2023-05-03',
        booths: 257,
        visitors: 55_000,
        revenue: 17_400_000_000,
      },
    ]);
    expect(report.rows[0]?.notes.map((note) => note.note)).toEqual(['Nguồn viết “trên, hơn”.', 'Nguồn viết “gần”.']);
    expect(report.rows[1]?.problems[0]).toMatchObject({ status: 'ask', offers: ['06/02/2026 – 11/02/2026'] });
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
