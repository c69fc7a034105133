/** Lots and their diary. */
import { TRACE_STEPS } from '#domain/traceEvent.ts';
import { expanded, type Presentation, textOf } from '../presentation.ts';

const steps: Readonly<Record<string, string>> = TRACE_STEPS;

const lots: Presentation = {
  path: 'lo',
  icon: 'lot',
  titleSort: 'lot_number',
  title: (record) => textOf(record, 'lot_number'),
  detail: (record) => {
    const variant = expanded(record, 'variant');
    return variant === null ? '' : textOf(expanded(variant, 'product') ?? variant, 'name');
  },
  expand: 'variant.product',
  columns: ['@standing', 'variant', 'state', 'produced_on', 'use_by', 'stamps_printed'],
  search: ['lot_number', 'trace_code', 'variant.product.name'],
  sort: '-created',
  filters: ['state'],
  views: [{ key: 'ban-nhap', label: 'Bản nháp', filter: () => "state='draft'", isToDo: true }],
  parent: 'variant',
  groups: [
    {
      title: 'Lô hàng',
      fields: [
        'variant',
        'lot_number',
        'produced_on',
        'packed_on',
        'use_by',
        'quantity',
        'quantity_unit',
        'growing_area',
      ],
    },
    { title: 'Thông báo thêm khi thu hồi lô hàng', fields: ['recall_notice'], isFolded: true },
    { title: 'Khác', fields: ['demonstration'] },
  ],
  hidden: ['trace_code', 'state', 'stamps_printed', 'stamps_reason', 'recalled_at', 'recall_reason', 'recall_phone'],
  start: { state: 'draft' },
  publicPath: (record) => (textOf(record, 'state') === 'draft' ? '' : `/t/${textOf(record, 'trace_code')}`),
};

const trace_events: Presentation = {
  path: 'cong-doan',
  icon: 'lot',
  titleSort: 'step',
  title: (record) => steps[textOf(record, 'step')] ?? 'Công đoạn',
  detail: (record) => textOf(record, 'place'),
  expand: 'lot,commune',
  columns: ['happened_at', 'place', 'lot', 'updated'],
  search: ['lot.lot_number', 'place', 'note'],
  sort: 'happened_at',
  parent: 'lot',
  groups: [
    { title: 'Công đoạn', fields: ['lot', 'step', 'happened_at', 'place', 'commune', 'location_code', 'actor_role'] },
    { title: 'Số lượng và nguyên liệu', fields: ['quantity', 'quantity_unit', 'inputs', 'note', 'demonstration'] },
  ],
  parts: {
    inputs: [
      { name: 'name', label: 'Tên', kind: 'text' },
      { name: 'quantity', label: 'Số lượng', kind: 'number' },
      { name: 'unit', label: 'Đơn vị', kind: 'text' },
      { name: 'waitingDays', label: 'Cách ly (ngày)', kind: 'number' },
    ],
  },
  moments: ['happened_at'],
};

export const trace = { lots, trace_events };
