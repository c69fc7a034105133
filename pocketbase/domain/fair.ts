import type { z } from 'zod';
import { amount, choice, day, relation, relations, text } from './field.ts';
import { publicNoun, type Stored } from './noun.ts';
import { SLUG_PATTERN } from './rules/slug.ts';

export const FAIR_KINDS = {
  fair: 'Hội chợ',
  product_week: 'Tuần hàng',
  trade_matching: 'Kết nối cung cầu',
  live_selling: 'Bán hàng trực tiếp (livestream)',
} as const;
export const FAIR_LEVELS = {
  commune: 'Xã, phường',
  province: 'Cấp tỉnh',
  region: 'Cấp vùng',
  national: 'Toàn quốc',
  international: 'Quốc tế',
} as const;

/** Figures are as reported by the source, rounded and sometimes inconsistent: sums of ours stand beside them, never over them. */
export const fairs = publicNoun(
  'fairs',
  {
    label: { one: 'Hội chợ, sự kiện', many: 'Hội chợ, sự kiện' },
    title: 'name',
    unique: [['slug']],
    indexed: ['name', 'starts_on', 'state'],
  },
  {
    name: text('Tên', { required: true }),
    name_en: text('Tên (tiếng Anh)'),
    slug: text('Địa chỉ ngắn', { required: true, max: 120, pattern: SLUG_PATTERN }),
    kind: choice('Loại', FAIR_KINDS, { required: true }),
    level: choice('Cấp', FAIR_LEVELS),
    organiser: text('Đơn vị tổ chức', { max: 500 }),
    venue: text('Địa điểm', { max: 500 }),
    commune: relation('Xã, phường', 'communes'),
    starts_on: day('Từ ngày'),
    ends_on: day('Đến ngày'),
    linked_provinces: text('Tỉnh liên kết', { max: 500 }),
    zones: amount('Số khu', { integer: true }),
    booths: amount('Số gian hàng', { integer: true }),
    booths_in_province: amount('Gian hàng trong tỉnh', { integer: true }),
    booths_other_provinces: amount('Gian hàng tỉnh khác, nước ngoài', { integer: true }),
    exhibitor_count: amount('Số đơn vị tham gia', { integer: true }),
    visitors: amount('Lượt khách', { integer: true }),
    revenue: amount('Doanh thu', { unit: '₫' }),
    revenue_in_province: amount('Doanh thu của gian trong tỉnh', { unit: '₫' }),
    revenue_other_provinces: amount('Doanh thu của gian tỉnh khác', { unit: '₫' }),
    exhibitors: relations('Chủ thể tham gia', 'producers'),
    products: relations('Sản phẩm trưng bày', 'products'),
    note: text('Ghi chú', { long: true, max: 3_000 }),
    pictures: relations('Ảnh', 'media', { max: 20 }),
  },
);
export type Fair = Stored<z.infer<typeof fairs.schema>>;
