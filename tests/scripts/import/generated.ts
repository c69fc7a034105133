/** Cells and sheets made up for properties. */
import fc from 'fast-check';
import type { Cell, Sheet } from '#scripts/import/read/sheet.ts';
import type { TargetName } from '#scripts/import/targets/fields.ts';
import { patience, times } from '#tests/support/cases.ts';

/** A share of the cases of all properties of the importer together. */
export const cases = (share: number) => times(100_000 * share);
export const TIMEOUT = patience(120_000);

/** Pieces of which real cells are made, and what breaks programs. */
const PIECES =
  `3|sao|*|4,5|1.500|17,4 tỷ|12/QĐ-UBND|ngày|19/8/2020|6 - 11/2|tháng Chạp|2021|HTX|Công ty TNHH|Hộ|Nguyễn Thị Hoa|xã|huyện|TP.|
Vân Hà|Lục Ngạn|Quảng Ninh|Mật ong|(2019) 62|_|500g|-|–|,|;|/|.|(|)|0912345678|+84|có|x|gần|hơn|S¶n phÈm|saûn phaåm|Ð|\u00ad|\u200b|\u202e|\ufffd|
\u0000|<script>|=1+1|'; DROP TABLE|../../etc|%|😀|ﷺ|${'9'.repeat(400)}|${'.'.repeat(50)}|${'1,'.repeat(30)}`.split('|');
/** Text like that of cells, and like what breaks programs. */
export const pieces = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 })
  .chain((parts) => fc.constantFrom(' ', '', '  ', '\n').map((joint) => parts.join(joint)));
const text = fc.oneof(pieces, fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }));
/** Any cell. */
export const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: fc.oneof(fc.integer(), fc.double()) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>({ error: '#REF!' }, { day: '2021-01-27' }, { day: 'x' }, '') },
);

/** Headings of each kind of list. */
export const HEADINGS: Readonly<Record<TargetName, readonly string[]>> = {
  products: [
    'TT',
    'Tên sản phẩm',
    'Chủ thể',
    'Xã',
    'Tỉnh',
    'Địa chỉ',
    'Sao',
    'Điểm',
    'Số QĐ',
    'Ngày quyết định',
    'Năm',
    'Điện thoại',
    'Ghi chú',
  ],
  producers: ['TT', 'Tên doanh nghiệp', 'Loại hình', 'Xã', 'Điện thoại', 'Email', 'Kinh độ', 'Vĩ độ'],
  sales_points: ['TT', 'Tên điểm bán', 'Địa chỉ', 'Xã', 'Điện thoại', 'Biển hiệu', 'Ngày khai trương'],
  fairs: ['TT', 'Tên hội chợ', 'Thời gian', 'Địa điểm', 'Số gian hàng', 'Doanh thu'],
  lots: ['TT', 'Tên sản phẩm', 'Chủ thể', 'Quy cách', 'Số lô', 'NSX', 'HSD', 'Số lượng', 'Vùng trồng', 'Mã tem'],
  listings: ['TT', 'Tên sản phẩm', 'Chủ thể', 'Sàn', 'Link', 'Chủ gian hàng', 'Lên sàn từ', 'Mã tem'],
  certificates: [
    'TT',
    'Chủ thể',
    'Xã',
    'Tên sản phẩm',
    'Loại chứng nhận',
    'Số giấy',
    'Diện tích',
    'Ngày cấp',
    'Hết hạn',
  ],
  growing_areas: [
    'TT',
    'Mã số vùng trồng',
    'Loại',
    'Thị trường',
    'Diện tích (ha)',
    'Xã',
    'Tỉnh',
    'Chủ thể',
    'Ngày cấp',
  ],
  evaluations: ['TT', 'Đợt', 'Tên sản phẩm', 'Chủ thể', 'Bộ', '1.1', '1.2', '6', 'Tổng điểm', 'Xếp hạng'],
};

/** Likely cells, so that many rows get past their first reader. */
const SOUND: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
  'Tên sản phẩm': fc.constantFrom('Chè Bát Tiên', 'Mật ong rừng', 'MẬT ONG RỪNG', 'Mỳ gạo 500g'),
  'Chủ thể': fc.constantFrom(
    'HTX Hảo Đạt',
    'Hợp tác xã Hảo Đạt',
    'Công ty TNHH An Bình',
    'Hộ Trần Thị Bình',
    'Cty CP An Bình',
  ),
  'Tên doanh nghiệp': fc.constantFrom('HTX Hảo Đạt', 'Công ty TNHH An Bình', 'Hộ Trần Thị Bình'),
  Xã: fc.constantFrom('Vân Hà', 'xã Liên Chung', '', 'Lục Ngạn'),
  Sao: fc.constantFrom<Cell>('3 sao', 4, '', 'tiềm năng 5 sao', '2'),
  'Số QĐ': fc.constantFrom('', '12/QĐ-UBND', '12/QĐ-UBND ngày 1/2/2022', '15/QĐ-BNN'),
  Tỉnh: fc.constantFrom('', '', 'Bắc Ninh', 'tỉnh Bắc Giang', 'Quảng Ninh', 'Nghệ An'),
  'Quy cách': fc.constantFrom('500g', 'Chai 1 lít', ''),
  'Số lô': fc.constantFrom<Cell>('A-01', 'Lô B-02', 12, 'a01'),
  NSX: fc.constantFrom<Cell>('1/2/2026', { day: '2026-01-05' }, '2026', ''),
  'Số lượng': fc.constantFrom<Cell>('1.200 túi', 300, ''),
  'Mã tem': fc.constantFrom('', 'CU-0001', 'cu-0002', 'https://txng.example.vn/CU-9'),
  Sàn: fc.constantFrom('Voso', 'Postmart', 'Chợ quê', ''),
  Link: fc.constantFrom('https://voso.vn/a', 'https://postmart.vn/b', ''),
  'Loại chứng nhận': fc.constantFrom('VietGAP', 'HACCP', 'Halal', 'VietGAP, HACCP'),
  'Số giấy': fc.constantFrom('V-1', 'H 77', ''),
  'Diện tích (ha)': fc.constantFrom<Cell>('12,5', 3, '1.520', '8500 m2', ''),
  'Mã số vùng trồng': fc.constantFrom('VN-DTOR-0017', 'vn-bgor-0201', ''),
  Loại: fc.constantFrom('xuất khẩu', 'nội tiêu', 'cơ sở đóng gói', ''),
  'Tên điểm bán': fc.constantFrom('Siêu thị A', 'Cửa hàng B'),
  'Tên hội chợ': fc.constantFrom('Hội chợ OCOP 2025', 'Tuần hàng'),
  'Ngày quyết định': fc.constantFrom<Cell>('', '1/2/2022', { day: '2023-05-01' }, '2021', 44_223),
};

/** A list of a target: likely cells, and some that nobody foresaw. */
export const sheetOf = (target: TargetName): fc.Arbitrary<Sheet> => {
  const row = fc.tuple(
    ...HEADINGS[target].map((heading) =>
      fc.oneof({ weight: 3, arbitrary: SOUND[heading] ?? fc.constant<Cell>('') }, { weight: 1, arbitrary: cell }),
    ),
  );
  return fc.array(row, { maxLength: 12 }).map((rows) => ({
    name: '',
    hidden: false,
    merges: [],
    rows: [[...HEADINGS[target]], ...rows].map((cells, index) => ({ number: index + 1, cells })),
  }));
};
