import type { z } from 'zod';
import { amount, choice, flag, relation, relations, text } from './field.ts';
import { publicNoun, type Stored } from './noun.ts';
import { SLUG_PATTERN } from './rules/slug.ts';

/** Standing in the programme: 565 take part, 393 hold stars — two counts that must never be mixed. */
export const PROGRAMME_STATES = {
  candidate: 'Tham gia, chưa có sao',
  recognised: 'Đạt sao',
  left: 'Không còn tham gia',
} as const;

export const products = publicNoun(
  'products',
  {
    label: { one: 'Sản phẩm', many: 'Sản phẩm' },
    title: 'name',
    unique: [['slug']],
    indexed: ['name', 'producer', 'criteria_set', 'state'],
  },
  {
    name: text('Tên sản phẩm', { required: true }),
    name_en: text('Tên (tiếng Anh)'),
    slug: text('Địa chỉ ngắn', { required: true, max: 120, pattern: SLUG_PATTERN }),
    producer: relation('Chủ thể', 'producers', { hint: 'Để trống khi nguồn không nêu ai làm ra.' }),
    criteria_set: amount('Bộ sản phẩm (1–26)', { integer: true, max: 26 }),
    criteria_set_ours: flag('Bộ sản phẩm do chúng tôi xếp', { hint: 'Nguồn không nêu; xếp theo tên sản phẩm.' }),
    product_code: text('Mã số sản phẩm OCOP', { max: 40 }),
    programme_state: choice('Trong chương trình', PROGRAMME_STATES),
    description: text('Mô tả ngắn', { long: true, max: 1_000 }),
    description_en: text('Mô tả ngắn (tiếng Anh)', { long: true, max: 1_000 }),
    story: text('Câu chuyện sản phẩm', { long: true }),
    story_en: text('Câu chuyện (tiếng Anh)', { long: true }),
    ingredients: text('Thành phần', { long: true, max: 3_000 }),
    ingredients_en: text('Thành phần (tiếng Anh)', { long: true, max: 3_000 }),
    storage: text('Bảo quản', { long: true, max: 2_000 }),
    storage_en: text('Bảo quản (tiếng Anh)', { long: true, max: 2_000 }),
    usage: text('Cách dùng', { long: true, max: 3_000 }),
    usage_en: text('Cách dùng (tiếng Anh)', { long: true, max: 3_000 }),
    warnings: text('Cảnh báo', { long: true, max: 2_000 }),
    warnings_en: text('Cảnh báo (tiếng Anh)', { long: true, max: 2_000 }),
    standards: text('Tiêu chuẩn áp dụng', { long: true, max: 1_000 }),
    brand: text('Nhãn hiệu'),
    pictures: relations('Ảnh', 'media', { max: 20 }),
    yearly_revenue: amount('Doanh thu năm', { unit: 'triệu đồng', secret: true }),
  },
);
export type Product = Stored<z.infer<typeof products.schema>>;
