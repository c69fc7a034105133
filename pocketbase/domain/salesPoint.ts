import { z } from 'zod';
import { choice, day, flag, json, link, point, relation, relations, text, yesNo } from './field.ts';
import { publicNoun, type Stored } from './noun.ts';
import { channel } from './producer.ts';
import { SLUG_PATTERN } from './rules/slug.ts';

/** Places named by Decision 950/QĐ-BCT (2023). */
export const LOCATION_KINDS = {
  transport: 'Nhà ga, sân bay, bến xe, cảng',
  road_stop: 'Trạm dừng nghỉ',
  mall: 'Trung tâm thương mại, siêu thị, chợ',
  tourism: 'Khu du lịch, nhà hàng, khách sạn',
  craft_village: 'Làng nghề',
  service_centre: 'Trung tâm dịch vụ, khu công nghiệp',
  fair_centre: 'Trung tâm hội chợ triển lãm',
  post_office: 'Bưu điện, điểm văn hóa xã',
  shop: 'Cửa hàng',
  other: 'Khác',
} as const;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Opening hours: for each weekday the spans of `HH:mm`; a day without spans is closed. Null where nobody stated them. */
export const openingHours = z.record(z.enum(WEEKDAYS), z.array(z.object({ opens: z.string(), closes: z.string() })));
export type OpeningHours = z.infer<typeof openingHours>;

/** Posted price of a product here, in đồng, with its day. */
export const postedPrice = z.object({ product: z.string(), price: z.number().min(0), on: z.string() });

export const salesPoints = publicNoun(
  'sales_points',
  {
    label: { one: 'Điểm bán', many: 'Điểm bán' },
    title: 'name',
    unique: [['slug']],
    indexed: ['name', 'commune', 'state'],
  },
  {
    name: text('Tên điểm bán', { required: true }),
    name_en: text('Tên (tiếng Anh)'),
    slug: text('Địa chỉ ngắn', { required: true, max: 120, pattern: SLUG_PATTERN }),
    operator: text('Đơn vị vận hành'),
    location_kind: choice('Loại địa điểm', LOCATION_KINDS),
    commune: relation('Xã, phường', 'communes'),
    address: text('Địa chỉ', { max: 500 }),
    point: point('Vị trí'),
    point_approximate: flag('Vị trí ước chừng'),
    opening_hours: json('Giờ mở cửa', openingHours),
    phone: text('Điện thoại', { max: 40 }),
    has_sign: yesNo('Biển hiệu'),
    has_shelves: yesNo('Kệ hàng'),
    has_posted_prices: yesNo('Bảng giá niêm yết'),
    takes_cashless: yesNo('Thanh toán không dùng tiền mặt'),
    sells_other_provinces: yesNo('Bán hàng tỉnh khác'),
    website: link('Trang web'),
    channels: json('Kênh khác', z.array(channel)),
    products: relations('Sản phẩm bày bán', 'products'),
    prices: json('Giá niêm yết', z.array(postedPrice)),
    decision: relation('Quyết định', 'decisions'),
    opened_on: day('Mở từ ngày'),
    closed_on: day('Đóng từ ngày'),
    note: text('Ghi chú', { long: true, max: 2_000 }),
    pictures: relations('Ảnh', 'media', { max: 20 }),
  },
);
export type SalesPoint = Stored<z.infer<typeof salesPoints.schema>>;
