import { z } from 'zod';
import { choice, json, link, point, relation, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';
import { SLUG_PATTERN } from './rules/slug.ts';

export const COMMUNE_TYPES = { xa: 'xã', phuong: 'phường', dac_khu: 'đặc khu' } as const;

/** A name that a place bore before 1 July 2025; old labels, certificates and people still use it. */
export const formerName = z.object({ commune: z.string(), district: z.string(), province: z.string() });

/** Commune-level units since 1 July 2025 (Decision 19/2025/QĐ-TTg). The code is text: it has leading zeros. */
export const communes = innerNoun(
  'communes',
  { label: { one: 'Xã, phường', many: 'Xã, phường' }, title: 'name', unique: [['code']], indexed: ['province_code'] },
  {
    code: text('Mã đơn vị hành chính', { required: true, max: 5, pattern: '^[0-9]{5}$' }),
    name: text('Tên', { required: true, max: 120 }),
    name_en: text('Tên (tiếng Anh)', { max: 120 }),
    slug: text('Địa chỉ ngắn', { required: true, max: 120, pattern: SLUG_PATTERN }),
    type: choice('Loại', COMMUNE_TYPES, { required: true }),
    province_code: text('Mã tỉnh', { required: true, max: 2, pattern: '^[0-9]{2}$' }),
    point: point('Vị trí ước chừng'),
    point_source: text('Nguồn vị trí'),
    former_names: json('Tên cũ (trước 01/7/2025)', z.array(formerName)),
    /** The office's alone: the public is led on by the address. */
    merged_into: relation('Đã sáp nhập vào', 'communes', { secret: true }),
    source_url: link('Nguồn'),
  },
);
export type Commune = Stored<z.infer<typeof communes.schema>>;
