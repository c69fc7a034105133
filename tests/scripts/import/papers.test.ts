/** Lists of certificates and of growing areas, with the headings that offices write. */
import { describe, expect, test } from 'vitest';
import { given, outcomes, whys } from './running.ts';
import { into } from './targetOffice.ts';

describe('certificates', () => {
  const certificates = into('certificates');
  const HEAD =
    'TT;Tên đơn vị;Xã;Sản phẩm;Loại chứng nhận;Số giấy chứng nhận;Tổ chức chứng nhận;Diện tích (ha);Ngày cấp;Hiệu lực đến';

  test('of a producer, of a product, of one that is new: a draft', async () => {
    const report = await certificates([
      HEAD,
      '1;HTX Hảo Đạt;;;VietGAP;VIETGAP TT 12 03;Vinacert;12,5;1/1/2025;31/12/2027',
      '2;HTX Hảo Đạt;;Mật ong;HACCP;H-77;;;2025;',
      '3;HTX Rau Xanh;Vân Hà;;Halal;HL-1;;;;',
    ]);
    expect(report.rows.flatMap((row) => whys(row) ?? [])).toEqual([]);
    expect(outcomes(report)).toEqual(['changed', 'created', 'created']);
    expect(given(report.rows[0], 'certificates')).toEqual([
      { number: 'VIETGAP TT 12 03', issuer: 'Vinacert', area_ha: 12.5, expires_on: '2027-12-31' },
    ]);
    expect(given(report.rows[1], 'certificates')).toEqual([
      { producer: 'p1', product: 'm1', scheme: 'haccp', number: 'H-77', issued_on: '2025' },
    ]);
    expect(given(report.rows[2], 'producers')?.[0]).toMatchObject({ name: 'HTX Rau Xanh', state: 'draft' });
    expect(given(report.rows[2], 'certificates')?.[0]).toMatchObject({ scheme: 'other', scheme_name: 'Halal' });
  });

  test.each([
    ['HTX Hảo Đạt;;;VietGAP, HACCP;1;;;;', ['E ask Ô nêu nhiều chứng nhận: hãy tách thành nhiều dòng, hoặc chọn một.']],
    ['HTX Hảo Đạt;;;;1;;;;', ['E ask Thiếu loại chứng nhận: cần chọn.']],
    ['HTX Hảo Đạt;;Rượu mơ;HACCP;1;;;;', ['D ask Chủ thể chưa có sản phẩm này trong danh mục.']],
    [
      'Công ty TNHH An Bình;;;VietGAP;VietGAP-TT-12-03;;;;',
      ['F ask Số chứng nhận này đã ghi cho nơi khác: cần xác nhận.'],
    ],
    ['HTX Hảo Đạt;;;HACCP;1;;;1/1/2025;1/1/2024', ['J refuse Hết hạn trước ngày cấp.']],
  ])('%s stops at its cell', async (row, expected) => {
    const report = await certificates([HEAD, `1;${row}`]);
    expect(whys(report.rows[0])).toEqual(expected);
  });
});

describe('growing areas', () => {
  const areas = into('growing_areas');
  const HEAD =
    'STT;Mã số vùng trồng;Tên vùng trồng;Thị trường;Cây trồng;Diện tích (ha);Xã;Huyện;Đơn vị đại diện;Ngày cấp';

  test('by code; the producer is linked beside those that are', async () => {
    const report = await areas([
      HEAD,
      '1;vn-dtor-0017;;Trung Quốc;Vải;15,2;Vân Hà;Việt Yên;HTX Hảo Đạt;1/6/2024',
      '2;VN-BGOR-0201;Vùng vải Lục Ngạn;Hoa Kỳ;Vải;20;;;HTX Không Có;',
      '3;24.0001;;nội tiêu;Rau;8;;;;',
    ]);
    expect(report.rows.flatMap((row) => whys(row) ?? [])).toEqual([]);
    expect(outcomes(report)).toEqual(['changed', 'created', 'created']);
    expect(given(report.rows[0], 'growing_areas')?.[0]).toMatchObject({
      producers: ['p2', 'p1'],
      area_ha: 15.2,
      market: 'Trung Quốc',
    });
    expect(given(report.rows[1], 'growing_areas')?.[0]).toMatchObject({ kind: 'export', state: 'draft' });
    expect(report.rows[1]?.notes.map(({ note }) => note)).toContain('Chưa có chủ thể này trong danh mục: không gắn.');
    expect(given(report.rows[2], 'growing_areas')?.[0]).toMatchObject({ kind: 'domestic' });
  });

  test('packing houses by the heading of their codes; without any word the kind is asked', async () => {
    const houses = await areas([
      'Mã số cơ sở đóng gói;Tên cơ sở đóng gói;Thị trường',
      'VN-BGPH-001;Xưởng 1;Trung Quốc',
    ]);
    expect(given(houses.rows[0], 'growing_areas')?.[0]).toMatchObject({ kind: 'packing_house' });
    const unsaid = await areas(['Mã số vùng trồng;Cây trồng', 'VN-BGOR-9;Vải']);
    expect(whys(unsaid.rows[0])).toEqual(['A ask Thiếu loại mã: cần chọn.']);
  });

  test('another province is refused, an area without unit is asked about, a name is no code', async () => {
    const report = await areas([
      'Mã số vùng trồng;Loại;Diện tích;Xã;Tỉnh',
      'VN-QNOR-1;xuất khẩu;12 ha;Đạp Thanh;Quảng Ninh',
      'VN-BGOR-1;xuất khẩu;12;;',
      'Vùng vải;xuất khẩu;;;',
    ]);
    expect(report.rows.map((row) => whys(row))).toEqual([
      ['D refuse Thuộc tỉnh Quảng Ninh, không phải tỉnh Bắc Ninh.'],
      ['C ask Chưa ghi đơn vị diện tích: hãy ghi “ha” ở tiêu đề cột hoặc chọn.'],
      ['A refuse Đây không phải mã số vùng trồng, cơ sở đóng gói.'],
    ]);
  });
});
