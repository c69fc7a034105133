/** An office with a little of everything that lists of lots, shops, certificates and growing areas are about. */
import { expect } from 'vitest';
import { withCheckSign } from '#domain/rules/traceCode.ts';
import type { Existing } from '#scripts/import/plan/workingSet.ts';
import type { TargetName } from '#scripts/import/targets/fields.ts';
import { applied } from './applied.ts';
import { csv, run } from './running.ts';

/** A trace code as this program gives them. */
export const OUR_CODE = withCheckSign('7F3K9QX2M');
/** What is there before each list. */
export const EXISTING = {
  producers: [
    { id: 'p1', name: 'HTX Hảo Đạt', kind: 'cooperative', commune: '' },
    { id: 'p2', name: 'Công ty TNHH An Bình', kind: 'company', commune: '' },
  ],
  products: [
    { id: 'm1', name: 'Mật ong', slug: 'mat-ong', producer: 'p1', product_code: '24-00123-1', state: 'approved' },
    { id: 'm2', name: 'Mật ong', slug: 'mat-ong-2', producer: 'p2', product_code: '', state: 'draft' },
    { id: 'c1', name: 'Chè Bát Tiên', slug: 'che', producer: 'p1', product_code: '', state: 'draft' },
  ],
  pack_variants: [
    { id: 'v1', product: 'm1', net_contents: '500g', gtin: '8938505974194' },
    { id: 'v2', product: 'm1', net_contents: 'Chai 1 lít', gtin: '' },
  ],
  lots: [
    {
      id: 'l1',
      variant: 'v1',
      lot_number: 'A-01',
      state: 'draft',
      trace_code: OUR_CODE,
      produced_on: '2026-01-05',
      areas: [],
    },
  ],
  growing_areas: [{ id: 'g1', code: 'VN-DTOR-0017', kind: 'export', producers: ['p2'], state: 'approved' }],
  platforms: [{ id: 'f1', name: 'Sàn Voso', website: 'https://voso.vn' }],
  listings: [{ id: 's1', product: 'm1', platform: 'f1', url: 'https://voso.vn/mat-ong' }],
  certificates: [
    { id: 'k1', producer: 'p1', product: '', scheme: 'vietgap', number: 'VietGAP-TT-12-03', issued_on: '2025-01-01' },
  ],
  addresses: [
    { id: 'd1', path: '/t/QN0001', collection: 'products', record: 'm1', printed: true, redirect: '/san-pham/mat-ong' },
  ],
} as const satisfies Existing;

/** Dry runs into a target; what a list was taken for once it is not taken for again. */
export const into =
  (target: TargetName) =>
  async (rows: readonly string[], answers = {}, existing: Existing = EXISTING) => {
    const report = await run(csv(rows), { existing, answers }, target);
    const again = await run(csv(rows), { existing: applied(existing, report), answers }, target);
    // What was taken is not taken again, whatever was asked about.
    for (const [index, row] of report.rows.entries())
      if (row.outcome !== 'refused')
        expect([row.number, again.rows[index]?.outcome, again.rows[index]?.records]).toEqual([row.number, 'same', []]);
    return report;
  };
