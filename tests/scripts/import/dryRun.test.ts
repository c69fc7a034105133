import { describe, expect, test } from 'vitest';
import { PROBLEM_WORDS } from '#domain/rules/recognitionProblems.ts';
import { applied } from './applied.ts';
import { communesOfSet } from './communes.ts';
import { csv, given, outcomes, run, whys } from './running.ts';
import { hasShared, sharedPath } from './shared.ts';

const HEAD = 'Tên sản phẩm;Chủ thể;Địa chỉ;Hạng sao;Điểm;Số QĐ;Năm';

describe('plain lists', () => {
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

  test('what PocketBase would refuse is refused at its cell, in the same words', async () => {
    const report = await run(
      csv([
        'Tên sản phẩm;Chủ thể;Hạng sao;Số QĐ;Năm;Cấp công nhận',
        'Chè;HTX Hảo Đạt;3 sao;12/QĐ-UBND;2023;',
        'Rượu;HTX Hảo Đạt;4 sao;13/QĐ-UBND;2023;',
        'Chè;HTX Hảo Đạt;4 sao;13/QĐ-UBND;2023;',
        'Nem;HTX Hảo Đạt;4 sao;14/QĐ-UBND ngày 1/3/2026;;UBND huyện Việt Yên',
      ]),
    );
    expect(outcomes(report)).toEqual(['created', 'created', 'refused', 'refused']);
    const said = report.rows.slice(2).map(({ problems }) => problems.map(({ why }) => why));
    expect(said).toEqual([[PROBLEM_WORDS.twoRunning], [PROBLEM_WORDS.authorityCouldNotGrant]]);
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
    ['68;4', `E refuse ${PROBLEM_WORDS.starsOutsideBand}`],
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

describe('a product whose maker the list does not name', () => {
  const taken = ['Trà sen;;;3;;;2022', 'Trà sen;;;3;;;2022'];

  test('is taken without one, once', async () => {
    const report = await run(csv([HEAD, ...taken]));
    expect(outcomes(report)).toEqual(['created', 'same']);
    expect(given(report.rows[0], 'producers')).toEqual([]);
    expect(given(report.rows[0], 'products')?.[0]).not.toHaveProperty('producer');
    expect(report.rows[0]?.notes[0]?.note).toBe('Không nêu chủ thể: để trống.');
    const again = await run(csv([HEAD, ...taken]), { existing: applied({}, report) });
    expect(outcomes(again)).toEqual(['same', 'same']);
  });

  test('is asked about where a maker of such a product is known, and refused where the row speaks of one', async () => {
    const report = await run(
      csv([`${HEAD};Điện thoại`, 'Trà sen;HTX Hảo Đạt;;3;;;2022', taken[0] ?? '', 'Nem;;;3;;;2022;0912345678']),
    );
    expect(outcomes(report)).toEqual(['created', 'refused', 'refused']);
    expect(report.rows[1]?.problems[0]?.offers).toEqual(['Trà sen – HTX Hảo Đạt', 'Sản phẩm mới, không nêu chủ thể']);
    expect(whys(report.rows[2])).toEqual(['B refuse Thiếu tên chủ thể.']);
  });
});

describe.runIf(hasShared)('real lists', () => {
  test.each([
    ['products-bac-giang.csv', 'bac-ninh', '24', 53, 4],
    ['products-bac-ninh.csv', 'bac-ninh', '24', 18, 0],
    ['products-quang-ninh.csv', 'quang-ninh', '22', 32, 5],
    ['products-nghe-an.csv', 'nghe-an', '40', 37, 3],
    ['products-quang-ninh.csv', 'bac-ninh', '24', 32, 32],
  ] as const)('%s into %s: what is taken is not taken again', async (name, set, provinceCode, rows, refused) => {
    const path = sharedPath(`facts/${name}`);
    const place = { communes: communesOfSet(set), provinceCode };
    const report = await run(path, place);
    // Refused: a maker in another language, several products in one cell, or another province.
    expect([report.counts.rows, report.counts.refused]).toEqual([rows, refused]);
    const again = await run(path, { ...place, existing: applied({}, report) });
    expect(again.counts).toMatchObject({ created: 0, changed: 0, refused });
  });

  test('days dragged down and swapped degrees are noticed where they stand', async () => {
    const columns = { columns: { 6: 'producer' } };
    const goods = await run(
      sharedPath('import-cases/angiang-public-database-danh-sach-san-pham.csv'),
      {},
      'products',
      columns,
    );
    const all = goods.rows.flatMap((row) => row.problems.map((problem) => problem.why));
    expect(all.filter((why) => why.startsWith('Năm tăng đều'))).toHaveLength(10);
    const firms = await run(
      sharedPath('import-cases/angiang-public-database-danh-sach-doanh-nghiep.csv'),
      {},
      'producers',
    );
    expect(firms.rows.every((row) => row.problems.some(({ why }) => /đổi chỗ/.test(why)))).toBe(true);
  });
});
