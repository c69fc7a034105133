import type { z } from 'zod';
import { amount, choice, day, flag, link, relation, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

/** What the program can count itself to say how much of a target is reached. */
export const TARGET_MEASURES = {
  products: 'Sản phẩm trong danh mục',
  in_force: 'Sản phẩm từ 3 sao còn hiệu lực',
  four_stars: 'Sản phẩm từ 4 sao còn hiệu lực',
  five_stars: 'Sản phẩm 5 sao còn hiệu lực',
  producers: 'Cơ sở có sản phẩm trong danh mục',
  cooperative_share: 'Tỷ lệ HTX trong số cơ sở có sản phẩm (%)',
  company_share: 'Tỷ lệ doanh nghiệp trong số cơ sở có sản phẩm (%)',
  online_share: 'Tỷ lệ sản phẩm có sao đang bán trên sàn (%)',
  sales_points: 'Điểm bán đang mở',
  participating: 'Sản phẩm tham gia chương trình',
  recognised_in_year: 'Sản phẩm được công nhận lần đầu trong năm',
  upgraded_in_year: 'Sản phẩm được nâng hạng trong năm',
  household_share: 'Tỷ lệ hộ sản xuất trong số cơ sở có sản phẩm (%)',
  online: 'Sản phẩm có sao đang bán trên sàn',
  traced_share: 'Tỷ lệ sản phẩm có sao đã có lô truy xuất (%)',
  growing_codes: 'Mã số vùng trồng còn giá trị',
  packing_codes: 'Mã cơ sở đóng gói còn giá trị',
  coded_area: 'Diện tích có mã số vùng trồng (ha)',
  e_diary_share: 'Tỷ lệ cơ sở ghi nhật ký điện tử (%)',
  trained_share: 'Tỷ lệ cơ sở đã tập huấn (%)',
  trained_people: 'Lượt người được tập huấn trong năm',
} as const;
export type TargetMeasure = keyof typeof TARGET_MEASURES;

/** What the programme set itself to reach: how much of what, where, until when. Without an area it is the whole province's. */
export const targets = innerNoun(
  'targets',
  { label: { one: 'Chỉ tiêu', many: 'Chỉ tiêu' }, title: 'name', indexed: ['due_on'] },
  {
    name: text('Chỉ tiêu', { required: true }),
    name_en: text('Chỉ tiêu (tiếng Anh)'),
    measure: choice('Đếm từ hồ sơ', TARGET_MEASURES, {
      hint: 'Để trống khi phần mềm không đếm được: trang chỉ nêu mức cần đạt.',
    }),
    value: amount('Mức cần đạt', { required: true }),
    unit: text('Đơn vị', { required: true, max: 40 }),
    unit_en: text('Đơn vị (tiếng Anh)', { max: 40 }),
    due_on: day('Đến hết', { required: true }),
    commune: relation('Xã, phường', 'communes', { hint: 'Để trống: cả tỉnh.' }),
    former_area: text('Huyện cũ, tỉnh cũ', {
      max: 120,
      hint: 'Như trong tên cũ của xã: Huyện Yên Thế. Để trống: cả tỉnh.',
    }),
    decided_by: text('Văn bản', { max: 300 }),
    source_url: link('Nguồn'),
    demonstration: flag('Dữ liệu minh họa'),
  },
);
export type Target = Stored<z.infer<typeof targets.schema>>;
