/** Growing areas, lots and their diary. */
import { GROWING_AREA_KINDS } from '#domain/growingArea.ts';
import { correctionLine } from '#domain/lotCorrections.ts';
import { LOT_FACTS, type LotCorrection } from '#domain/rules/lotLife.ts';
import { TRACE_STEPS } from '#domain/traceEvent.ts';
import { expanded, type Presentation, textOf } from '../presentation.ts';
import { REVIEW_VIEWS } from './shared.ts';

const steps: Readonly<Record<string, string>> = TRACE_STEPS;

const areaKinds: Readonly<Record<string, string>> = GROWING_AREA_KINDS;

const growing_areas: Presentation = {
  path: 'vung-trong',
  icon: 'place',
  short: 'Vùng trồng',
  titleSort: 'code',
  title: (record) => [textOf(record, 'code'), textOf(record, 'name')].filter(Boolean).join(' – '),
  detail: (record) =>
    [areaKinds[textOf(record, 'kind')], textOf(record, 'crop'), textOf(expanded(record, 'commune') ?? record, 'name')]
      .filter(Boolean)
      .join(' · '),
  expand: 'commune',
  columns: ['@standing', 'kind', 'crop', 'area_ha', 'market', 'commune', 'issued_on', 'ended_on'],
  search: ['code', 'name', 'crop', 'market', 'commune.name'],
  sort: 'code',
  filters: ['kind', 'commune', 'producers'],
  views: [...REVIEW_VIEWS, { key: 'da-dung', label: 'Đã dừng, thu hồi mã', filter: () => "ended_on!=''" }],
  groups: [
    { title: 'Mã số', fields: ['code', 'kind', 'market', 'issued_on', 'ended_on'] },
    {
      title: 'Vùng trồng, cơ sở đóng gói',
      fields: ['name', 'crop', 'area_ha', 'commune', 'point', 'point_approximate'],
    },
    { title: 'Ai trồng, làm ra gì', fields: ['producers', 'products', 'certificates'] },
    { title: 'Tiếng Anh', fields: ['name_en', 'market_en', 'crop_en'], isFolded: true },
    { title: 'Hiển thị', fields: ['state', 'visible_from', 'visible_until', 'source_url', 'demonstration'] },
    { title: 'Chỉ dùng trong cơ quan', fields: ['note'] },
  ],
  related: [
    { collection: 'lots', field: 'areas', columns: ['state', 'produced_on'] },
    { collection: 'trace_events', field: 'area', columns: ['happened_at', 'lot'] },
  ],
  start: { state: 'draft' },
};

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
      fields: LOT_FACTS,
    },
    { title: 'Thông báo thêm khi thu hồi lô hàng', fields: ['recall_notice'], isFolded: true },
    { title: 'Khác', fields: ['demonstration'] },
  ],
  hidden: [
    'trace_code',
    'state',
    'stamps_printed',
    'stamps_reason',
    'recalled_at',
    'recall_reason',
    'recall_phone',
    'withdrawn_on',
    'withdrawal_reason',
    'corrections',
  ],
  partWords: {
    corrections: (made: LotCorrection) => `${correctionLine(made)} Lý do: ${made.reason}`,
  },
  fixedIn: (record) => (record['state'] === 'draft' ? [] : LOT_FACTS),
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
    {
      title: 'Công đoạn',
      fields: ['lot', 'step', 'happened_at', 'place', 'area', 'commune', 'location_code', 'actor_role'],
    },
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

export const trace = { growing_areas, lots, trace_events };
