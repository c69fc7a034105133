import { z } from 'zod';
import { choice, flag, json, link, point, relation, relations, text, yesNo } from './field.ts';
import { publicNoun, type Stored } from './noun.ts';
import { SLUG_PATTERN } from './rules/slug.ts';

/** Who may take part (Decision 26/2026/QĐ-TTg Art. 2.3). */
export const PRODUCER_KINDS = {
  company: 'Doanh nghiệp',
  cooperative: 'Hợp tác xã',
  cooperative_group: 'Tổ hợp tác',
  household: 'Hộ sản xuất, hộ kinh doanh',
  farm: 'Trang trại',
  other: 'Khác',
} as const;
export type ProducerKind = keyof typeof PRODUCER_KINDS;

/** What reports collapse the kinds to. */
export const REPORT_BUCKETS = { company: 'Doanh nghiệp', cooperative: 'Hợp tác xã', household: 'Hộ sản xuất' } as const;

/** A page of the producer elsewhere: Facebook, Zalo, TikTok … */
export const channel = z.object({ name: z.string(), url: z.string() });

export const producers = publicNoun(
  'producers',
  {
    label: { one: 'Chủ thể', many: 'Chủ thể' },
    title: 'name',
    unique: [['slug']],
    indexed: ['name', 'commune', 'state'],
  },
  {
    name: text('Tên chủ thể', { required: true }),
    name_en: text('Tên (tiếng Anh)'),
    slug: text('Địa chỉ ngắn', {
      required: true,
      max: 120,
      pattern: SLUG_PATTERN,
      hint: 'Hộ là cá nhân mang địa chỉ không nêu tên.',
    }),
    kind: choice('Loại hình', PRODUCER_KINDS, { required: true }),
    report_bucket: choice('Nhóm khi báo cáo', REPORT_BUCKETS),
    natural_person: flag('Là cá nhân', { hint: 'Tên, điện thoại, địa chỉ của cá nhân chỉ hiện khi người đó đồng ý.' }),
    tax_code: text('Mã số thuế', { max: 14, secret: true }),
    gln: text('Mã địa điểm (GLN)', { max: 13 }),
    commune: relation('Xã, phường', 'communes'),
    point: point('Vị trí'),
    point_approximate: flag('Vị trí ước chừng'),
    pictures: relations('Ảnh', 'media', { max: 20 }),
    story: text('Giới thiệu', { long: true }),
    story_en: text('Giới thiệu (tiếng Anh)', { long: true }),
    website: link('Trang web'),
    channels: json('Kênh khác', z.array(channel)),
    has_website: yesNo('Có trang web riêng'),
    has_e_banking: yesNo('Dùng ngân hàng điện tử'),
    has_e_diary: yesNo('Ghi nhật ký điện tử'),
    trained: yesNo('Đã tập huấn'),
  },
);
export type Producer = Stored<z.infer<typeof producers.schema>>;
