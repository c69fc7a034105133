import type { z } from 'zod';
import { choice, day, flag, link, relation, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

export const DECISION_KINDS = {
  recognition: 'Công nhận',
  withdrawal: 'Thu hồi giấy chứng nhận',
  proposal: 'Đề nghị Trung ương',
  sales_point: 'Công nhận điểm bán',
} as const;
/** Who has decided over the years (domain facts 1.7). */
export const AUTHORITIES = {
  district: 'UBND huyện',
  province: 'UBND tỉnh',
  ministry: 'Bộ Nông nghiệp và Môi trường',
  central: 'Trung ương',
} as const;

/** One decision carries many products. */
export const decisions = innerNoun(
  'decisions',
  {
    label: { one: 'Quyết định', many: 'Quyết định' },
    title: 'number',
    unique: [['number', 'decided_on', 'authority_name']],
    indexed: ['decided_on'],
  },
  {
    number: text('Số quyết định', { max: 80, hint: 'Như in trên văn bản; để trống khi nguồn không nêu.' }),
    decided_on: day('Ngày quyết định'),
    authority: choice('Cấp quyết định', AUTHORITIES),
    authority_name: text('Cơ quan'),
    kind: choice('Loại', DECISION_KINDS, { required: true }),
    title: text('Trích yếu', { long: true, max: 1_000 }),
    file: relation('Văn bản', 'media'),
    source_url: link('Nguồn'),
    demonstration: flag('Dữ liệu minh họa'),
  },
);
export type Decision = Stored<z.infer<typeof decisions.schema>>;
