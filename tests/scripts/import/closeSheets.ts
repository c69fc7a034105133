/** Lists of few values a column, so that rows speak of the same records again and again, each a little otherwise. */
import fc from 'fast-check';
import type { Cell, Sheet } from '#scripts/import/read/sheet.ts';
import type { TargetName } from '#scripts/import/targets/fields.ts';

const MAKERS = ['HTX Hảo Đạt', 'Hảo Đạt', 'Công ty TNHH An Bình', 'Công ty An Bình', 'Hộ Trần Thị Bình', ''];
const COMMUNES = ['', 'Vân Hà', 'Lục Ngạn'];
const PRODUCTS = ['Mật ong rừng', 'Mật ong rừng 500g', 'Mật ong rung', 'Trà Hoa Ban', 'Chè Bát Tiên', ''];
const DAYS: Cell[] = ['', '2024', '3/2024', '5/3/2024', '6/3/2024', '2025', '1/2/2025'];
const PHONES = ['', '0912345678', '0987654321'];
const CODES = ['', 'CU-0001', 'CU-0002', 'cu-0002'];

type Columns = Readonly<Record<string, readonly Cell[]>>;

/** Heading → the cells that may stand under it. */
export const CLOSE: Readonly<Record<TargetName, Columns>> = {
  products: {
    'Tên sản phẩm': PRODUCTS,
    'Chủ thể': MAKERS,
    Xã: COMMUNES,
    'Địa chỉ': ['', 'Số 1, phố Chợ'],
    Sao: ['', 3, 4, 5, 'tiềm năng 5 sao', 2],
    Điểm: ['', 60, 75, 92],
    'Số QĐ': ['', '12/QĐ-UBND', '13/QĐ-UBND', '15/QĐ-BNN', '12/QĐ-UBND ngày 5/3/2024'],
    'Ngày quyết định': DAYS,
    'Hết hạn': ['', '2027', '5/3/2027'],
    Năm: ['', 2024, 2025],
    'Điện thoại': PHONES,
    'Mã sản phẩm': ['', '24-00123-1', '24-00123-2'],
    'Ghi chú': ['', 'a', 'b'],
  },
  producers: {
    'Tên doanh nghiệp': MAKERS,
    'Loại hình': ['', 'Hợp tác xã', 'Hộ', 'Công ty'],
    Xã: COMMUNES,
    'Địa chỉ': ['', 'Số 1, phố Chợ'],
    'Điện thoại': PHONES,
    Email: ['', 'a@example.vn'],
    'Mã số thuế': ['', '2400123456', '2400123457'],
    'Kinh độ': ['', 106.1],
    'Vĩ độ': ['', 21.2],
  },
  sales_points: {
    'Tên điểm bán': ['Cửa hàng A', 'cửa hàng a', 'Cửa hàng B'],
    Xã: COMMUNES,
    'Địa chỉ': ['', 'Số 1, phố Chợ', 'Số 2, phố Chợ'],
    'Điện thoại': PHONES,
    'Biển hiệu': ['', 'có', 'không'],
    'Ngày khai trương': DAYS,
  },
  fairs: {
    'Tên hội chợ': ['Hội chợ OCOP', 'hội chợ ocop', 'Tuần hàng', 'Hội chợ OCOP 2024'],
    'Từ ngày': DAYS,
    'Đến ngày': DAYS,
    'Địa điểm': ['', 'Vân Hà', 'Lục Ngạn'],
    'Số gian hàng': ['', 0, 3, 20],
    'Doanh thu': ['', 0, '3 tỷ'],
  },
  lots: {
    'Tên sản phẩm': PRODUCTS,
    'Chủ thể': MAKERS,
    'Mã vạch': ['', '8938505974194', '9520000000011'],
    'Quy cách': ['', '500g', '500 g', 'Túi 500g', 'Chai 1 lít'],
    'Số lô': ['A-01', 'A01', 'a-01', 'B-02', 3],
    NSX: DAYS,
    HSD: ['', '2027', '5/3/2027'],
    'Số lượng': ['', 0, 300, '300 túi'],
    'Vùng trồng': ['', 'VN-DTOR-0017', 'Đồi sau'],
    'Mã tem': CODES,
  },
  listings: {
    'Tên sản phẩm': PRODUCTS,
    'Chủ thể': MAKERS,
    Sàn: ['', 'Voso', 'Sàn Voso', 'Postmart', 'Chợ quê'],
    Link: [
      '',
      'https://voso.vn/a',
      'https://voso.vn/a/',
      'https://voso.vn/b',
      'https://postmart.vn/b',
      'https://x.example/b',
    ],
    'Chủ gian hàng': ['', 'chủ thể', 'xã'],
    'Lên sàn từ': DAYS,
    'Mã tem': CODES,
  },
  certificates: {
    'Chủ thể': MAKERS,
    Xã: COMMUNES,
    'Điện thoại': PHONES,
    'Tên sản phẩm': PRODUCTS,
    'Loại chứng nhận': ['VietGAP', 'HACCP', 'Halal', 'Kosher', 'ISO 22000'],
    'Số giấy': ['', 0, 'V-1', 'v 1', 'H-2'],
    'Nơi cấp': ['', 'Sở A', 'Sở B'],
    'Diện tích': ['', 0, 3],
    'Ngày cấp': DAYS,
    'Hết hạn': ['', '2027', '5/3/2027'],
  },
  growing_areas: {
    'Mã số vùng trồng': ['VN-DTOR-0017', 'VNDTOR0017', 'vn-bgor-0201', 'VN-BGOR-0201'],
    Loại: ['', 'xuất khẩu', 'nội tiêu', 'cơ sở đóng gói'],
    'Thị trường': ['', 'Trung Quốc', 'trong nước'],
    'Cây trồng': ['', 'Vải'],
    'Diện tích (ha)': ['', 0, 3, '12,5'],
    Xã: COMMUNES,
    'Chủ thể': MAKERS,
    'Ngày cấp': DAYS,
  },
  evaluations: {
    Đợt: ['', 'Đợt 1', 'Đợt 2'],
    'Tên sản phẩm': PRODUCTS,
    'Chủ thể': MAKERS,
    Bộ: ['', 1, 2],
    '1.1': ['', 0, 1, 2],
    '1.2': ['', 0, 1],
    '6': ['', 0, 1],
    'Tổng điểm': ['', 0, 3, 60],
    'Xếp hạng': ['', '3 sao', 0],
  },
};

/** A sheet of these rows, its heading first. */
export const sheetOfCells = (rows: readonly (readonly Cell[])[]): Sheet => ({
  name: '',
  hidden: false,
  merges: [],
  rows: rows.map((cells, index) => ({ number: index + 1, cells: [...cells] })),
});

/** A list of a target over such columns; some of its columns are not there. */
export const closeSheetOf = (target: TargetName): fc.Arbitrary<Sheet> =>
  fc.subarray(Object.entries(CLOSE[target]), { minLength: 2 }).chain((columns) => {
    const row = fc.tuple(...columns.map(([, cells]) => fc.constantFrom(...cells)));
    const heading = columns.map(([name]) => name);
    return fc.array(row, { minLength: 1, maxLength: 5 }).map((rows) => sheetOfCells([heading, ...rows]));
  });
