import type { z } from 'zod';
import { amount, choice, colour, day, email, flag, relation, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';
import { type ColourRole, colourProblem } from './rules/colour.ts';
import { TILE_ADDRESS_PATTERN } from './rules/mapTiles.ts';
import { ORIGIN_PATTERN, ORIGIN_WORDS } from './rules/origin.ts';

export const SITE_KINDS = { demonstration: 'Minh họa', real: 'Thật' } as const;

/** One of the four colours that a province may change; what it becomes on dark paper follows from it. */
function identityColour(role: ColourRole, label: string, hint: string) {
  return colour(label, (value) => colourProblem(role, value), { hint });
}

/** One record: which province, whose office, under which address. */
export const siteSettings = innerNoun(
  'site_settings',
  { label: { one: 'Thiết lập', many: 'Thiết lập' }, title: 'office' },
  {
    kind: choice('Bộ dữ liệu', SITE_KINDS, { required: true }),
    set_name: text('Tên bộ dữ liệu', { max: 60 }),
    province_code: text('Mã tỉnh', { required: true, max: 2, pattern: '^[0-9]{2}$' }),
    province: text('Tên tỉnh', { required: true, max: 80, hint: 'Không có chữ “tỉnh”: Bắc Ninh.' }),
    province_en: text('Tên tỉnh (tiếng Anh)', { max: 80 }),
    office: text('Cơ quan phụ trách', { required: true }),
    office_en: text('Cơ quan (tiếng Anh)'),
    office_phone: text('Điện thoại', { max: 40 }),
    office_email: email('Thư điện tử'),
    office_address: text('Địa chỉ'),
    office_parent: text('Cơ quan cấp trên', { max: 200, secret: true, hint: 'Ghi trên tên cơ quan ở đầu công văn.' }),
    letter_place: text('Địa danh trên công văn', { max: 200, secret: true, hint: 'Để trống: tên tỉnh.' }),
    signer_title: text('Chức vụ người ký công văn', { max: 200, secret: true, hint: 'Ví dụ CHÁNH VĂN PHÒNG.' }),
    public_address: text('Địa chỉ công khai', {
      max: 120,
      pattern: ORIGIN_PATTERN,
      patternWords: ORIGIN_WORDS,
      hint: 'Ví dụ https://ocop.bacninh.gov.vn. Để trống khi chạy thử: tem mang chữ BẢN THỬ. Không đổi được khi đã in tem.',
    }),
    stamps_printed: flag('Đã in tem'),
    grace: flag('Áp dụng gia hạn chờ kết quả đánh giá lại'),
    expires_soon_days: amount('Báo sắp hết hạn trước', { integer: true, unit: 'ngày' }),
    emblem: relation('Biểu trưng', 'media'),
    colour_son: identityColour('son', 'Màu chính', 'Tên trang, nút bấm, mục đang xem. Để trống: son #a9271c.'),
    colour_cham: identityColour('cham', 'Màu liên kết', 'Liên kết. Để trống: chàm #1f4468.'),
    colour_dong: identityColour('dong', 'Màu còn hiệu lực', 'Dấu và vạch tốt. Để trống: xanh đồng #1e6247.'),
    colour_hoe: identityColour('hoe', 'Màu sao', 'Sao vẽ bằng màu này. Để trống: hoa hòe #b87a0a.'),
    map_tiles: text('Địa chỉ nền bản đồ', {
      max: 300,
      pattern: TILE_ADDRESS_PATTERN,
      patternWords: 'Viết như https://tile.openstreetmap.org/{z}/{x}/{y}.png, không có dấu cách hay dấu ngoặc kép.',
      hint: 'Ví dụ https://tile.openstreetmap.org/{z}/{x}/{y}.png. Để trống: bản đồ chỉ có bản phác vẽ từ dữ liệu ở đây. Máy chủ này chỉ được hỏi khi khách bấm nút; đứng sau Caddy thì đặt cả OCOP_TILES.',
    }),
    map_credit: text('Ghi công nền bản đồ', { max: 200, hint: 'Ví dụ © OpenStreetMap contributors.' }),
    test_today: day('Ngày dùng để thử', { hint: 'Để trống khi chạy thật.' }),
    reviewers_differ: flag('Người soạn và người duyệt là hai người', {
      secret: true,
      hint: 'Không ai duyệt được điều chính mình viết. Cơ quan ít người có thể để tắt.',
    }),
    one_time_codes: flag('Mã đăng nhập một lần qua thư', {
      secret: true,
      hint: 'Người duyệt và quản trị gõ thêm mã gửi qua thư sau mật khẩu. Chỉ bật được khi có máy chủ thư.',
    }),
  },
);
export type SiteSettings = Stored<z.infer<typeof siteSettings.schema>>;
