import { z } from 'zod';
import { amount, choice, flag, json, relation, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

/** Steps of the production diary, in the usual order; each maps to an EPCIS 2.0 event (domain facts 3.7). */
export const TRACE_STEPS = {
  sowing: 'Gieo trồng',
  care: 'Chăm sóc',
  harvest: 'Thu hoạch',
  receiving: 'Tiếp nhận nguyên liệu',
  inspecting: 'Kiểm tra',
  processing: 'Sơ chế, chế biến',
  packing: 'Đóng gói, dán tem',
  storing: 'Lưu kho',
  shipping: 'Xuất bán',
  retail: 'Bày bán',
} as const;

/** Something used in a step. `waitingDays` is the pre-harvest interval of a plant-protection product. */
export const traceInput = z.object({
  name: z.string(),
  quantity: z.number().min(0),
  unit: z.string(),
  waitingDays: z.number().int().min(0),
});
export type TraceInput = z.infer<typeof traceInput>;

/** One entry of the production diary. `happened_at` is a day, or `YYYY-MM-DD HH:mm`, in Hanoi. */
export const traceEvents = innerNoun(
  'trace_events',
  { label: { one: 'Công đoạn', many: 'Nhật ký sản xuất' }, title: 'step', indexed: ['lot', 'happened_at'] },
  {
    lot: relation('Lô hàng', 'lots', { required: true, cascade: true }),
    step: choice('Công đoạn', TRACE_STEPS, { required: true }),
    happened_at: text('Thời gian', { max: 16, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2}( [0-9]{2}:[0-9]{2})?)?)?$' }),
    place: text('Nơi thực hiện', { max: 200, hint: 'Nêu xã hoặc cơ sở; không ghi địa chỉ nhà riêng.' }),
    area: relation('Vùng trồng, cơ sở đóng gói', 'growing_areas'),
    commune: relation('Xã, phường', 'communes'),
    location_code: text('Mã địa điểm (GLN)', { max: 13 }),
    actor_role: text('Người thực hiện (vai trò)', { max: 120 }),
    inputs: json('Nguyên liệu đầu vào', z.array(traceInput)),
    quantity: amount('Số lượng'),
    quantity_unit: text('Đơn vị', { max: 40 }),
    note: text('Ghi chú', { long: true, max: 2_000 }),
    demonstration: flag('Dữ liệu minh họa'),
  },
);
export type TraceEvent = Stored<z.infer<typeof traceEvents.schema>>;
