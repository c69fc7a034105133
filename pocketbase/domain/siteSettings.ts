import type { z } from 'zod';
import { amount, choice, day, email, flag, relation, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';
import { TILE_ADDRESS_PATTERN } from './rules/mapTiles.ts';

export const SITE_KINDS = { demonstration: 'Minh họa', real: 'Thật' } as const;

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
    public_address: text('Địa chỉ công khai', {
      max: 120,
      pattern: '^https?://[^/?#]+$',
      hint: 'Ví dụ https://ocop.bacninh.gov.vn. Để trống khi chạy thử: tem mang chữ BẢN THỬ. Không đổi được khi đã in tem.',
    }),
    stamps_printed: flag('Đã in tem'),
    grace: flag('Áp dụng gia hạn chờ kết quả đánh giá lại'),
    expires_soon_days: amount('Báo sắp hết hạn trước', { integer: true, unit: 'ngày' }),
    emblem: relation('Biểu trưng', 'media'),
    map_tiles: text('Địa chỉ nền bản đồ', {
      max: 300,
      pattern: TILE_ADDRESS_PATTERN,
      hint: 'Ví dụ https://tile.openstreetmap.org/{z}/{x}/{y}.png. Để trống: bản đồ chỉ có bản phác vẽ từ dữ liệu ở đây. Máy chủ này chỉ được hỏi khi khách bấm nút; đứng sau Caddy thì đặt cả OCOP_TILES.',
    }),
    map_credit: text('Ghi công nền bản đồ', { max: 200, hint: 'Ví dụ © OpenStreetMap contributors.' }),
    test_today: day('Ngày dùng để thử', { hint: 'Để trống khi chạy thật.' }),
  },
);
export type SiteSettings = Stored<z.infer<typeof siteSettings.schema>>;
