import { z } from 'zod';
import { amount, choice, day, flag, instant, json, relation, relations, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';
import { LOT_NUMBER_PATTERN } from './rules/gs1.ts';
import { CORRECTABLE } from './rules/lotLife.ts';
import { TRACE_CODE_PATTERN } from './rules/traceCode.ts';
import type { LotFacts } from './rules/verdict.ts';

export const LOT_STATES = {
  draft: 'Bản nháp',
  active: 'Đang lưu hành',
  recalled: 'Thu hồi lô hàng',
  withdrawn: 'Ngừng lưu hành',
} as const;

/** What was corrected after the lot left its draft, and why: written by the hooks alone (rules/lotLife.ts). */
const corrections = z.array(
  z.object({ day: z.string(), fields: z.array(z.enum(CORRECTABLE)), reason: z.string().max(500) }),
);

/** One lot of one pack. Its trace code is issued once, when the lot is first saved, and never changes. */
export const lots = innerNoun(
  'lots',
  {
    label: { one: 'Lô hàng', many: 'Lô hàng' },
    title: 'lot_number',
    unique: [['trace_code'], ['variant', 'lot_number']],
    indexed: ['variant', 'state'],
  },
  {
    variant: relation('Quy cách đóng gói', 'pack_variants', { required: true }),
    lot_number: text('Số lô', {
      required: true,
      max: 20,
      pattern: LOT_NUMBER_PATTERN,
      hint: 'Chữ không dấu và số, nhiều nhất 20 ký tự.',
    }),
    trace_code: text('Mã truy xuất', { max: 10, pattern: TRACE_CODE_PATTERN, hint: 'Hệ thống tự cấp, không đổi.' }),
    state: choice('Trạng thái', LOT_STATES, { required: true }),
    produced_on: day('Ngày sản xuất (NSX)'),
    packed_on: day('Ngày đóng gói'),
    use_by: day('Hạn sử dụng (HSD)'),
    quantity: amount('Số lượng'),
    quantity_unit: text('Đơn vị', { max: 40 }),
    areas: relations('Vùng trồng, cơ sở đóng gói', 'growing_areas', { max: 20 }),
    growing_area: text('Vùng trồng chưa có trong danh sách', {
      max: 200,
      hint: 'Ghi bằng chữ khi chưa chọn được ở trên.',
    }),
    stamps_printed: flag('Đã in tem'),
    stamps_reason: text('Lý do in tem khi chưa đủ mười mục', { max: 500, secret: true }),
    recalled_at: instant('Thông báo thu hồi lúc'),
    recall_reason: text('Lý do thu hồi lô hàng', { long: true, max: 1_000 }),
    recall_phone: text('Số điện thoại trả hàng', { max: 40 }),
    recall_notice: text('Thông báo thu hồi', { long: true, max: 3_000 }),
    withdrawn_on: day('Ngừng lưu hành từ ngày'),
    withdrawal_reason: text('Lý do ngừng lưu hành', { long: true, max: 500 }),
    corrections: json('Các lần sửa sau khi ra lưu hành', corrections, { secret: true }),
    demonstration: flag('Dữ liệu minh họa'),
  },
);
export type Lot = Stored<z.infer<typeof lots.schema>>;

/** What the rule on verdicts needs of a lot. `hasDiary`: whether anything stands in its production diary. */
export function lotFacts(
  lot: Pick<Lot, 'state' | 'produced_on' | 'packed_on' | 'use_by' | 'quantity'>,
  hasDiary: boolean,
): LotFacts {
  const described = hasDiary || lot.produced_on !== '' || lot.packed_on !== '' || lot.use_by !== '' || lot.quantity > 0;
  // Stamps are voided one print run at a time; no record says so yet.
  const [recalled, withdrawn] = [lot.state === 'recalled', lot.state === 'withdrawn'];
  return { recalled, stampVoid: false, useBy: lot.use_by, withdrawn, described };
}
