import type { z } from 'zod';
import { amount, choice, day, flag, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

export const ROUND_LEVELS = { province: 'Tỉnh', commune: 'Xã', ministry: 'Trung ương' } as const;
export const ROUND_STATES = { planned: 'Dự kiến', open: 'Đang đánh giá', closed: 'Đã kết thúc' } as const;

/** One evaluation round of a council (Decision 26/2026/QĐ-TTg Art. 5). */
export const rounds = innerNoun(
  'rounds',
  {
    label: { one: 'Đợt đánh giá', many: 'Đợt đánh giá' },
    title: 'name',
    unique: [['level', 'year', 'number']],
    indexed: ['state'],
  },
  {
    name: text('Tên đợt', { hint: 'Để trống: theo cấp, số đợt và năm.' }),
    level: choice('Cấp', ROUND_LEVELS, { required: true }),
    year: amount('Năm', { required: true, integer: true, ungrouped: true, max: 2100 }),
    number: amount('Đợt số', { required: true, integer: true, max: 99 }),
    state: choice('Tình trạng', ROUND_STATES, { required: true }),
    opens_on: day('Nhận hồ sơ từ ngày'),
    proposals_by: day('Nhận văn bản đề nghị trước ngày', {
      hint: 'Để trống khi tạo đợt 1, 2: theo Quyết định 26/2026.',
    }),
    done_by: day('Hoàn thành trước ngày', { hint: 'Để trống khi tạo đợt 1, 2: theo Quyết định 26/2026.' }),
    note: text('Ghi chú', { long: true, max: 2_000 }),
    demonstration: flag('Dữ liệu minh họa'),
  },
);
export type Round = Stored<z.infer<typeof rounds.schema>>;
