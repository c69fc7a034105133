import { describe, expect, test } from 'vitest';
import { knownRecords } from '#scripts/publish/addresses.ts';
import type { OfficeRecord } from '#scripts/publish/read.ts';
import { selectRecords } from '#scripts/publish/select.ts';
import { soundOffice } from '#tests/support/office.ts';

const TODAY = '2026-11-22';
const ROW = { path: '/san-pham/mat-ong', collection: 'products', record: 'products' };

/** The state under which the product goes public; `live`: its address is in the release that is live now. */
function stateOf(product: Partial<OfficeRecord<'products'>>, known: { issued?: boolean; live?: boolean } = {}) {
  const office = soundOffice({
    products: [{ name: 'Mật ong', slug: 'mat-ong', producer: 'producers', ...product }],
    addresses: known.issued === false ? [] : [ROW],
  });
  const live = new Set(known.live ? [ROW.path] : []);
  return selectRecords(office, TODAY, knownRecords(office.addresses, live)).products[0]?.state;
}

describe('a product', () => {
  test.each([
    ['approved', { state: 'approved' }, {}, 'approved'],
    ['draft', { state: 'draft' }, { issued: false }, undefined],
    ['waiting', { state: 'waiting' }, { issued: false }, undefined],
    ['withdrawn, address in the ledger', { state: 'withdrawn' }, {}, 'withdrawn'],
    ['withdrawn, never issued', { state: 'withdrawn' }, { issued: false }, undefined],
    ['back to draft, was live', { state: 'draft' }, { live: true }, 'withdrawn'],
    ['back to draft, never live', { state: 'draft' }, {}, undefined],
    ['visible from tomorrow', { state: 'approved', visible_from: '2026-11-23' }, {}, undefined],
    ['visible from today', { state: 'approved', visible_from: TODAY }, {}, 'approved'],
    ['visible until yesterday', { state: 'approved', visible_until: '2026-11-21' }, {}, 'withdrawn'],
    ['visible until the end of this month', { state: 'approved', visible_until: '2026-11' }, {}, 'approved'],
    ['put off though it was live', { state: 'approved', visible_from: '2027' }, { live: true }, 'withdrawn'],
  ] as const)('that is %s', (_, product, known, state) => expect(stateOf(product, known)).toBe(state));
});

test('what belongs to a record goes with it; draft lots and what nobody cites stay', () => {
  const office = soundOffice({
    products: [
      { name: 'Mật ong', slug: 'mat-ong', producer: 'producers', state: 'approved' },
      { id: 'hidden', name: 'Nháp', slug: 'nhap', producer: 'producers', state: 'draft' },
    ],
    pack_variants: [
      { product: 'products', net_contents: '500 g' },
      { id: 'hidden-pack', product: 'hidden', net_contents: '1 kg' },
    ],
    lots: [
      { variant: 'pack_variants', lot_number: 'L1', state: 'recalled' },
      { id: 'draft-lot', variant: 'pack_variants', lot_number: 'L2', state: 'draft' },
      { id: 'hidden-lot', variant: 'hidden-pack', lot_number: 'L3', state: 'active' },
    ],
    trace_events: [
      { id: 'event', lot: 'lots', step: 'harvest' },
      { id: 'draft-event', lot: 'draft-lot', step: 'harvest' },
    ],
    decisions: [{ id: 'cited' }, { id: 'uncited' }, { id: 'of-draft' }],
    recognitions: [
      { id: 'r1', product: 'products', decision: 'cited' },
      { id: 'r2', product: 'hidden', decision: 'of-draft' },
    ],
    certificates: [
      { id: 'of-producer', producer: 'producers' },
      { id: 'of-hidden', producer: 'producers', product: 'hidden' },
    ],
    platforms: [{ id: 'floor' }, { id: 'unused' }],
    listings: [{ product: 'products', platform: 'floor' }],
  });
  const selection = selectRecords(office, TODAY, knownRecords([], new Set()));
  const ids = (records: readonly { id: string }[]) => records.map((record) => record.id);
  expect({
    lots: ids(selection.lots),
    events: ids(selection.trace_events),
    decisions: ids(selection.decisions),
    recognitions: ids(selection.recognitions),
    certificates: ids(selection.certificates),
    platforms: ids(selection.platforms),
  }).toEqual({
    lots: ['lots'],
    events: ['event'],
    decisions: ['cited'],
    recognitions: ['r1'],
    certificates: ['of-producer'],
    platforms: ['floor'],
  });
});
