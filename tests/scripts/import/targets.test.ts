/** Lists of lots and of shops on floors, with the headings that offices write. */
import { describe, expect, test } from 'vitest';
import { LOT_WORDS } from '#domain/rules/lotLife.ts';
import { communesOfSet } from './communes.ts';
import { csv, given, outcomes, run, whys } from './running.ts';
import { EXISTING, into, OUR_CODE } from './targetOffice.ts';

describe('lots', () => {
  const lots = into('lots');
  const HEAD = 'STT;Tên sản phẩm;Chủ thể;Quy cách;Số lô SX;NSX;HSD;Số lượng;Mã số vùng trồng;Mã tem (hệ thống cũ)';

  test('new ones are drafts without a code of ours; the pack, the area and the old code are found', async () => {
    const report = await lots(
      [
        HEAD,
        '1;Mật ong;Hợp tác xã Hảo Đạt;Túi 500g;B-01;5/3/2026;5/3/2027;1.200 túi;VN-DTOR-0017;qn-2021-0001',
        '2;Mật ong;HTX Hảo Đạt;500 g;B-02;6/3/2026;;300;Đồi sau bản;',
        '3;Mật ong;HTX Hảo Đạt;Hộp 3 chai;B-03;6/3/2026;;;;',
      ],
      { '2:pack_match': { choose: 0 } },
    );
    expect(report.rows.flatMap((row) => whys(row) ?? [])).toEqual([]);
    expect(given(report.rows[0], 'lots')).toEqual([
      {
        variant: 'v1',
        lot_number: 'B-01',
        state: 'draft',
        produced_on: '2026-03-05',
        use_by: '2027-03-05',
        quantity: 1200,
        quantity_unit: 'túi',
        areas: ['g1'],
      },
    ]);
    expect(given(report.rows[0], 'addresses')).toEqual([
      { path: '/t/QN-2021-0001', collection: 'lots', record: '+1', printed: true },
    ]);
    expect(given(report.rows[1], 'lots')?.[0]).toMatchObject({ variant: 'v1', growing_area: 'Đồi sau bản' });
    expect(given(report.rows[2], 'pack_variants')).toEqual([{ product: 'm1', net_contents: 'Hộp 3 chai' }]);
  });

  test('one that is there is changed field by field; its own trace code in the list says nothing new', async () => {
    const report = await lots([
      HEAD,
      `1;Mật ong;HTX Hảo Đạt;500g;A-01;5/1/2026;5/1/2027;;VN DTOR 0017;${OUR_CODE}`,
      '2;Mật ong;HTX Hảo Đạt;500g;A-01;5/1/2026;;;;',
    ]);
    expect(outcomes(report)).toEqual(['changed', 'same']);
    expect(given(report.rows[0], 'lots')).toEqual([{ use_by: '2027-01-05', areas: ['g1'] }]);
  });

  test('one on the market is not changed by a list, since a correction needs its reason; what says the same is the same', async () => {
    const lots = EXISTING.lots.map((lot) => ({ ...lot, state: 'active' }));
    const report = await into('lots')(
      [
        HEAD,
        '1;Mật ong;HTX Hảo Đạt;500g;A-01;5/1/2026;5/1/2027;;VN DTOR 0017;',
        `2;Mật ong;HTX Hảo Đạt;500g;A-01;5/1/2026;;;;${OUR_CODE}`,
      ],
      {},
      { ...EXISTING, lots },
    );
    expect(outcomes(report)).toEqual(['refused', 'same']);
    expect(whys(report.rows[0])).toEqual([`G refuse ${LOT_WORDS.facts}`, `I refuse ${LOT_WORDS.facts}`]);
  });

  test('by barcode, by product code, by a name that one maker alone bears', async () => {
    const report = await lots([
      'Mã vạch;Mã sản phẩm;Sản phẩm;Lô',
      '8938505974194;;;C-1',
      ';24-00123-1;;C-2',
      ';;Chè Bát Tiên 200g;C-3',
      ';;Mật ong;C-4',
      '8938505974194;;Chè Bát Tiên;C-5',
    ]);
    expect(report.rows.map((row) => whys(row))).toEqual([
      [],
      ['C ask Sản phẩm có nhiều quy cách: cần chọn.'],
      [],
      ['C ask Nhiều chủ thể có sản phẩm tên này: cần chọn.'],
      ['A refuse Mã vạch này là của sản phẩm khác trong danh mục.'],
    ]);
    expect(given(report.rows[2], 'pack_variants')).toEqual([{ product: 'c1', net_contents: '200g' }]);
  });

  test.each([
    ['Mật ong;HTX Hảo Đạt;500g;;5/3/2026;;;;', 'E refuse Thiếu số lô.'],
    ['Mật ong;HTX Hảo Đạt;500g;B-1;5/3/2026;4/3/2026;;;', 'G refuse Hạn sử dụng trước ngày sản xuất.'],
    ['Mật ong;HTX Hảo Đạt;500g;B-1;5/3/2030;;;;', 'F refuse Ngày ở tương lai.'],
    [
      'Mật ong;HTX Hảo Đạt;500g;B-1;5/3/2026;12 tháng;;;',
      'G ask Đây là thời hạn, không phải ngày: hạn trên nhãn có phải ngày này không?',
    ],
    ['Mật ong;HTX Hảo Đạt;500g;a01;5/3/2026;;;;', 'E ask Số lô gần giống lô đã có: cần xác nhận.'],
    ['Mật ong;HTX Hảo Đạt;500g;B-1;;;;;QN0001', 'J refuse Mã này đã dẫn đến bản ghi khác: mỗi mã chỉ dẫn đến một nơi.'],
    [
      `Mật ong;HTX Hảo Đạt;500g;B-1;;;;;${OUR_CODE}`,
      'J refuse Mã này có dạng mã do hệ thống này cấp. Mã truy xuất do hệ thống tự cấp, không nhập từ tệp.',
    ],
    [
      'Rượu mơ;HTX Hảo Đạt;500g;B-1;;;;;',
      'B refuse Chưa có sản phẩm này trong danh mục: hãy nhập sản phẩm trước, hoặc sửa tên.',
    ],
    ['Mat ong;HTX Hảo Đạt;500g;B-1;;;;;', 'B ask Tên sản phẩm gần giống sản phẩm đã có: cần xác nhận.'],
    ['Chè Bát Tiên;Công ty TNHH An Bình;500g;B-1;;;;;', 'B ask Sản phẩm tên này là của chủ thể khác: cần xác nhận.'],
    ['Chè Bát Tiên;HTX Hảo Đạt;;B-1;;;;;', 'B refuse Sản phẩm chưa có quy cách đóng gói nào: hãy thêm cột “Quy cách”.'],
  ])('%s stops at its cell', async (row, expected) => {
    const report = await lots([HEAD, `1;${row}`]);
    expect(whys(report.rows[0])).toEqual([expected]);
  });
});

describe('shops on floors', () => {
  const listings = into('listings');
  const HEAD = 'TT;Sản phẩm;Đơn vị;Sàn TMĐT;Link sản phẩm;Chủ gian hàng;Mã truy xuất nguồn gốc';

  test('known and new floors, shops and old codes', async () => {
    const report = await listings([
      HEAD,
      '1;Mật ong;HTX Hảo Đạt;Voso;http://www.voso.vn/mat-ong/;;',
      '2;Mật ong;HTX Hảo Đạt;Postmart.vn;https://postmart.vn/mat-ong;Bưu điện tỉnh;QN0001',
      '3;Chè Bát Tiên;HTX Hảo Đạt;;https://postmart.vn/che;HTX;qn0002',
      '4;Mật ong;HTX Hảo Đạt;;;;qn0003',
      '5;Mật ong;HTX Hảo Đạt;;;;QN0001',
    ]);
    expect(report.rows.flatMap((row) => whys(row) ?? [])).toEqual([]);
    expect(outcomes(report)).toEqual(['same', 'created', 'created', 'created', 'same']);
    expect(given(report.rows[1], 'platforms')).toEqual([{ name: 'Postmart', website: 'https://postmart.vn' }]);
    expect(given(report.rows[1], 'listings')?.[0]).toMatchObject({ product: 'm1', holder: 'locality' });
    expect(given(report.rows[2], 'platforms')).toEqual([]);
    expect(given(report.rows[2], 'listings')?.[0]).toMatchObject({ product: 'c1', holder: 'producer' });
    // A draft has no address yet: the code follows when it has one.
    expect(given(report.rows[2], 'addresses')).toEqual([
      { path: '/t/QN0002', collection: 'products', record: 'c1', printed: true },
    ]);
    expect(given(report.rows[3], 'addresses')?.[0]).toMatchObject({ record: 'm1', redirect: '/san-pham/mat-ong' });
  });

  test.each([
    ['Mật ong;HTX Hảo Đạt;Voso;https://voso.vn/mat-ong-rung;;', 'E ask Sản phẩm đã có gian hàng khác trên sàn này.'],
    ['Mật ong;HTX Hảo Đạt;Voso;https://shopee.vn/a;;', 'D ask Cột sàn ghi “Voso”, địa chỉ web là của “Shopee”.'],
    ['Mật ong;HTX Hảo Đạt;Chợ quê;https://choque.example.vn/a;;', 'D ask Chưa có sàn này: cần xác nhận.'],
    ['Mật ong;HTX Hảo Đạt;;https://choque.example.vn/a;;', 'E ask Không rõ sàn nào: cần chọn.'],
    ['Mật ong;HTX Hảo Đạt;Voso;;;', 'E refuse Thiếu địa chỉ gian hàng.'],
    ['Chè Bát Tiên;HTX Hảo Đạt;;;;QN0001', 'G refuse Mã này đã dẫn đến bản ghi khác: mỗi mã chỉ dẫn đến một nơi.'],
    [
      'Mật ong;HTX Hảo Đạt;Voso;https://voso.vn/mat-ong;ông Ba;',
      'F ask Không rõ gian hàng của chủ thể hay của địa phương.',
    ],
  ])('%s stops at its cell', async (row, expected) => {
    const report = await listings([HEAD, `1;${row}`]);
    expect(whys(report.rows[0])).toEqual([expected]);
  });

  test('one old code on two rows leads to one place alone', async () => {
    const report = await listings([HEAD, '1;Mật ong;HTX Hảo Đạt;;;;X-0009', '2;Chè Bát Tiên;HTX Hảo Đạt;;;;x-0009']);
    expect(outcomes(report)).toEqual(['created', 'refused']);
  });
});

test('a list without the columns that name its records is refused as a whole', async () => {
  const report = await run(
    csv(['Tên sản phẩm;Quy cách;NSX', 'Mật ong;500g;1/1/2026']),
    { existing: EXISTING, communes: communesOfSet('bac-ninh') },
    'lots',
  );
  expect(report.rows[0]?.problems[0]?.why).toBe('Chưa có cột “Số lô”: hãy chỉ cột tương ứng.');
});
