/** A small province whose every figure can be counted by hand. */
import { provinceOf } from '#tests/support/reportRecords.ts';

const approved = { state: 'approved' } as const;
const X = 'Tỉnh X';

export const PROVINCE = provinceOf({
  site_settings: [{ province: 'X', kind: 'real' }],
  communes: [
    { id: 'c1', code: '00001', name: 'Xã Một', former_names: [{ commune: 'Xã M', district: 'Huyện A', province: X }] },
    {
      id: 'c2',
      code: '00002',
      name: 'Xã Hai',
      former_names: [
        { commune: 'Xã H', district: 'Huyện A', province: X },
        { commune: 'Xã I', district: 'Huyện B', province: X },
      ],
    },
    { id: 'c3', code: '00003', name: 'Xã Ba', merged_into: 'c1' },
  ],
  producers: [
    { id: 'p1', kind: 'company', commune: 'c1', has_website: 'yes', has_e_banking: 'yes', ...approved },
    { id: 'p2', kind: 'cooperative', commune: 'c2', has_website: 'no', ...approved },
    { id: 'p3', kind: 'household', commune: 'c3', ...approved },
    { id: 'p4', kind: 'farm', report_bucket: 'household', ...approved },
  ],
  products: [
    { id: 'a', producer: 'p1', criteria_set: 4, programme_state: 'recognised', ...approved },
    { id: 'b', producer: 'p1', criteria_set: 1, programme_state: 'left', ...approved },
    { id: 'c', producer: 'p2', criteria_set: 26, ...approved },
    { id: 'd', producer: 'p2', criteria_set: 11, ...approved },
    { id: 'e', producer: 'p3', criteria_set: 1, state: 'draft' },
    { id: 'f', producer: 'p4', programme_state: 'candidate', ...approved },
    { id: 'g', producer: 'p2', criteria_set: 0, ...approved },
    { id: 'h', producer: 'p1', criteria_set: 4, state: 'withdrawn' },
  ],
  recognitions: [
    { id: 'a1', product: 'a', stars: 3, issued_on: '2024-03-01', case: 'first', superseded_by: 'a2' },
    { id: 'a2', product: 'a', stars: 4, issued_on: '2026-02-10', case: 'upgrade' },
    { id: 'b1', product: 'b', stars: 4, issued_on: '2023-05-10', case: 'first' },
    { id: 'c1', product: 'c', stars: 3, issued_on: '2025-06-01', case: 'first' },
    {
      id: 'd1',
      product: 'd',
      stars: 3,
      issued_on: '2024-01-01',
      revoked_on: '2026-04-01',
      revocation_ground: 'stopped',
    },
    { id: 'e1', product: 'e', stars: 3, issued_on: '2026' },
    { id: 'g1', product: 'g', stars: 4, issued_on: '2025-08-01', case: 'first' },
    { id: 'g2', product: 'g', stars: 0, issued_on: '2026-03-01', pending_central: true },
    { id: 'h1', product: 'h', stars: 4, issued_on: '2025-08-01' },
  ],
  pack_variants: [
    { id: 'va', product: 'a' },
    { id: 'vg', product: 'g' },
    { id: 've', product: 'e' },
  ],
  lots: [
    { variant: 'va', state: 'active', produced_on: '2026-01-05', stamps_printed: true },
    { variant: 'vg', state: 'active', produced_on: '2026-07-02' },
    { variant: 've', state: 'draft', produced_on: '2026-01-01' },
  ],
  platforms: [{ id: 'voso', name: 'Voso' }],
  listings: [
    { product: 'a', platform: 'voso', listed_on: '2025-01-01', takes_cashless: 'yes' },
    { product: 'g', platform: 'voso', listed_on: '2026-03-01', holder: 'locality' },
    { product: 'c', platform: 'voso', listed_on: '2025-06-10', closed_on: '2026-01-01' },
    { product: 'h', platform: 'voso' },
  ],
  sales_points: [
    { location_kind: 'mall', opened_on: '2024', takes_cashless: 'yes', has_sign: 'yes', ...approved },
    { location_kind: 'mall', opened_on: '2026-05-01', ...approved },
    { opened_on: '2025-01-01', closed_on: '2026-02-01', ...approved },
  ],
  fairs: [
    {
      id: 'hoi-xuan',
      name: 'Hội xuân',
      kind: 'fair',
      starts_on: '2026-02-06',
      visitors: 1000,
      revenue: 1600,
      revenue_in_province: 870,
      revenue_other_provinces: 750,
      ...approved,
    },
    { id: 'tuan-hang', name: 'Tuần hàng', kind: 'product_week', starts_on: '2025-05', visitors: 300, ...approved },
    { id: 'khong-ro', name: 'Không rõ', kind: 'fair', starts_on: '2026', ...approved },
  ],
  certificates: [
    { scheme: 'vietgap', area_ha: 10.1, issued_on: '2024-01-01', expires_on: '2026-06-30' },
    { scheme: 'vietgap', area_ha: 0.2, issued_on: '2025-01-01' },
    { scheme: 'organic', area_ha: 5, issued_on: '2023-01-01', expires_on: '2026-06-29' },
    { scheme: 'haccp', issued_on: '2024-01-01' },
  ],
  growing_areas: [
    { kind: 'export', area_ha: 3.5, issued_on: '2025', ...approved },
    { kind: 'packing_house', issued_on: '2024', ended_on: '2026-01-01', ...approved },
  ],
  supports: [
    { purpose: 'packaging', amount: 500, granted_on: '2026-03-01' },
    { purpose: 'packaging', amount: 700, granted_on: '2026' },
    { purpose: 'reward', amount: 100, granted_on: '2025-06-30' },
  ],
  trainings: [{ starts_on: '2026-04-01', participants: 30, producers: ['p1', 'p2'] }],
  targets: [
    { id: 't1', name: 'Bốn sao', measure: 'four_stars', value: 4, unit: 'sản phẩm', due_on: '2026-12-31' },
    { id: 't2', name: 'Đã qua', measure: 'in_force', value: 4, unit: 'sản phẩm', due_on: '2025' },
  ],
  rounds: [{ id: 'r1', level: 'province', year: 2026, number: 1, done_by: '2026-06-30' }],
  evaluations: [
    { round: 'r1', product: 'f', state: 'scored' },
    { round: 'r1', product: 'c', state: 'refused' },
  ],
  published_figures: [
    { id: 'f1', metric: 'Số sản phẩm', value: '393', unit: 'sản phẩm', as_of: '2026-06', source: 'Báo' },
  ],
});
