import { describe, expect, test } from 'vitest';
import { fieldsOf, type Noun } from '#domain/noun.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { contradictions, isPretendedGtin, newContradictions } from '#domain/rules/contradictions.ts';

const fieldsFound = (collection: string, record: Record<string, unknown>) =>
  contradictions(collection, record).map(({ field }) => field);

/** Collection, a record that contradicts itself, and the field where it is told. */
const WRONG: readonly [CollectionName, Record<string, unknown>, string][] = [
  ['recognitions', { issued_on: '2025-06', expires_on: '2025-05-31' }, 'expires_on'],
  ['recognitions', { issued_on: '2025', revoked_on: '2024-12-31' }, 'revoked_on'],
  ['certificates', { issued_on: '2025-06-02', expires_on: '2025-06-01' }, 'expires_on'],
  ['lots', { produced_on: '2026-05-02', packed_on: '2026-05-01' }, 'packed_on'],
  ['lots', { produced_on: '2026-05-02', use_by: '2026-05-01' }, 'use_by'],
  ['lots', { packed_on: '2026-05', use_by: '2026-04' }, 'use_by'],
  ['fairs', { starts_on: '2026-05-02', ends_on: '2026-05-01' }, 'ends_on'],
  ['sales_points', { opened_on: '2026', closed_on: '2025' }, 'closed_on'],
  ['platforms', { opened_on: '2026-02', closed_on: '2026-01' }, 'closed_on'],
  ['listings', { listed_on: '2026-02-02', closed_on: '2026-02-01' }, 'closed_on'],
  ...(['products', 'producers', 'sales_points', 'fairs'] as const).map(
    (name) => [name, { visible_from: '2026-02-02', visible_until: '2026-02-01' }, 'visible_until'] as const,
  ),
  ['pack_variants', { gtin: '8936012345671' }, 'gtin'],
  ['producers', { gln: '9521234000018' }, 'gln'],
  ['producers', { gln: '12' }, 'gln'],
  ['trace_events', { location_code: '9521234000018' }, 'location_code'],
].map(
  ([collection, record, field]) => [collection, record, field] as [CollectionName, Record<string, unknown>, string],
);

describe('a contradiction is told at its field', () => {
  test.each(WRONG)('%s %j: %s', (collection, record, field) => {
    expect(fieldsFound(collection, record)).toEqual([field]);
    const names = fieldsOf(nouns[collection] as Noun).map(([name]) => name);
    for (const { fields } of contradictions(collection, record))
      for (const each of fields) expect(names).toContain(each);
  });
});

test.each<[CollectionName, Record<string, unknown>]>([
  ['lots', { produced_on: '2026-05', use_by: '2026-05-01' }],
  ['lots', { produced_on: '2026-05-02', packed_on: '2026-05-02', use_by: '2026-05-02' }],
  ['lots', { produced_on: '', use_by: '2026-05-02' }],
  ['lots', { produced_on: '2026-13-45', use_by: '2026-05-02' }],
  ['lots', { produced_on: null, use_by: 7 }],
  ['fairs', { starts_on: '2026', ends_on: '2026-01-01' }],
  ['pack_variants', { gtin: '' }],
  ['pack_variants', { gtin: '8936012345674' }],
  ['communes', { name: 'Kép' }],
])('%s %j is none, as exact as the days are known', (collection, record) =>
  expect(contradictions(collection, record)).toEqual([]),
);

describe('of a change', () => {
  const lot = { produced_on: '2026-05-02', use_by: '2026-05-01', lot_number: 'L1' };

  test('only what it touches counts: an old slip stands in the way of nothing else', () => {
    expect(newContradictions('lots', lot, { ...lot, lot_number: 'L2' })).toEqual([]);
    expect(newContradictions('lots', lot, { ...lot, use_by: '2026-04-30' })).toHaveLength(1);
    expect(newContradictions('lots', lot, { ...lot, produced_on: '2026-05-03' })).toHaveLength(1);
    expect(newContradictions('lots', lot, { ...lot, produced_on: '2026-05-01' })).toEqual([]);
  });

  test('a new record is looked at whole', () => expect(newContradictions('lots', null, lot)).toHaveLength(1));
});

test('a barcode for demonstrations is no real product’s', () => {
  expect(isPretendedGtin('9521234543213', false)).toBe(true);
  expect(isPretendedGtin('9521234543213', true)).toBe(false);
  expect(isPretendedGtin('8936012345674', false)).toBe(false);
  expect(isPretendedGtin('', false)).toBe(false);
});
