/** Counting the programme: a small province whose counts are known by hand. */
import { describe, expect, test } from 'vitest';
import { WHOLE_PROVINCE } from '#domain/programme/area.ts';
import { ProgrammeCounter } from '#domain/programme/counter.ts';
import type { ProgrammeRecords } from '#domain/programme/records.ts';
import { type CountedTarget, targetReached } from '#domain/programme/targetReached.ts';
import type { TargetMeasure } from '#domain/target.ts';

const TODAY = '2026-11-22';
type Of<K extends keyof ProgrammeRecords> = NonNullable<ProgrammeRecords[K]>[number];

const producer = (id: string, kind: Of<'producers'>['kind'], commune: string, facts: Partial<Of<'producers'>> = {}) =>
  ({
    ...{ id, kind, commune, has_website: '', has_e_banking: '', has_e_diary: '', trained: '' },
    ...facts,
  }) as Of<'producers'>;
const product = (id: string, maker: string, programme_state: Of<'products'>['programme_state'] = '') => ({
  id,
  producer: maker,
  programme_state,
});
const recognition = (id: string, of: string, issued_on: string, fields: Partial<Of<'recognitions'>> = {}) =>
  ({
    ...{ id, product: of, stars: 3, case: 'first', pending_central: false, issued_on, expires_on: '', refiled_on: '' },
    ...{ superseded_by: '', revoked_on: '' },
    ...fields,
  }) as Of<'recognitions'>;
const former = (commune: string, district: string, province: string) => ({ commune, district, province });

const records: ProgrammeRecords = {
  communes: [
    {
      id: 'dong',
      former_names: [
        former('Đông', 'Huyện Yên Thế', 'Tỉnh Bắc Giang'),
        former('Đoài', 'Huyện Tân Yên', 'Tỉnh Bắc Giang'),
      ],
    },
    { id: 'nam', former_names: [former('Nam', 'Huyện Yên Thế', 'Tỉnh Bắc Giang')] },
    { id: 'kinh', former_names: [former('Kinh', 'Thành phố Bắc Ninh', 'Tỉnh Bắc Ninh')] },
  ],
  producers: [
    producer('htx', 'cooperative', 'dong', { trained: 'yes', has_e_diary: 'yes' }),
    producer('cty', 'company', 'nam', { trained: 'no' }),
    producer('ho', 'household', 'kinh', { trained: 'yes' }),
    producer('khac', 'household', '', { trained: 'yes' }),
  ],
  products: [
    product('mat', 'htx', 'recognised'),
    product('tra', 'htx', 'candidate'),
    product('mien', 'cty'),
    product('gom', 'ho', 'left'),
    product('cu', 'ho', 'left'),
  ],
  recognitions: [
    // Three stars, then four.
    recognition('mat-1', 'mat', '2023-05-10', { superseded_by: 'mat-2' }),
    recognition('mat-2', 'mat', '2026-03-14', { stars: 4, case: 'upgrade' }),
    // Proposed for five: no stars yet.
    recognition('tra-1', 'tra', '2026-08-20', { pending_central: true, stars: 4 }),
    // Ends on 14/06/2026.
    recognition('mien-1', 'mien', '2023-06-15', { expires_on: '2026-06-14' }),
    // Withdrawn on 01/09/2026.
    recognition('gom-1', 'gom', '2024-02-01', { stars: 5, revoked_on: '2026-09-01' }),
    // Only the year is known: at the end of 2026 it may have ended or not.
    recognition('cu-1', 'cu', '2023', { case: '' }),
  ],
  platforms: [
    { id: 'san', opened_on: '2020', closed_on: '' },
    { id: 'dong-cua', opened_on: '2019', closed_on: '2025-06' },
  ],
  listings: [
    { product: 'mat', platform: 'san', listed_on: '2026-04-01', closed_on: '' },
    { product: 'gom', platform: 'dong-cua', listed_on: '2024-05-01', closed_on: '' },
  ],
  pack_variants: [
    { id: 'hu', product: 'mat' },
    { id: 'goi', product: 'mien' },
  ],
  lots: [
    { variant: 'hu', state: 'active', produced_on: '2026-05-01', packed_on: '' },
    { variant: 'goi', state: 'draft', produced_on: '2026-05-01', packed_on: '' },
  ],
  sales_points: [
    { commune: 'kinh', opened_on: '2024', closed_on: '' },
    { commune: 'kinh', opened_on: '2022', closed_on: '2026-02-01' },
    { commune: 'dong', opened_on: '', closed_on: '' },
  ],
  growing_areas: [
    { kind: 'export', commune: 'dong', area_ha: 12.1, issued_on: '2025-01-10', ended_on: '' },
    { kind: 'domestic', commune: 'nam', area_ha: 4.2, issued_on: '2025', ended_on: '2026-07-01' },
    { kind: 'packing_house', commune: 'kinh', area_ha: 0, issued_on: '', ended_on: '' },
  ],
  trainings: [
    { commune: 'kinh', starts_on: '2026-04', participants: 40 },
    { commune: '', starts_on: '2026-12-01', participants: 30 },
    { commune: 'kinh', starts_on: '2025-11-02', participants: 25 },
  ],
};
const counter = new ProgrammeCounter(records);

function count(measure: TargetMeasure, on = TODAY, area: Partial<typeof WHOLE_PROVINCE> = {}) {
  return counter.count(measure, { area: { ...WHOLE_PROVINCE, ...area }, on, year: on.slice(0, 4) });
}
const target = (fields: Partial<CountedTarget>): CountedTarget => ({
  ...{ measure: 'in_force', value: 4, due_on: '2030', commune: '', former_area: '' },
  ...fields,
});

describe('a count as of a day', () => {
  test.each([
    ['in_force', '2024-12-31', 4],
    ['in_force', '2026-06-14', 3],
    ['in_force', '2026-06-15', 2],
    ['in_force', '2026-08-31', 2],
    ['in_force', '2026-09-01', 1],
    ['four_stars', '2026-03-13', 1],
    ['four_stars', '2026-03-14', 2],
    ['five_stars', TODAY, 0],
    ['online', '2024-12-31', 1],
    ['online', '2025-06-01', 0],
    ['online', TODAY, 1],
    ['sales_points', '2026-01-31', 3],
    ['sales_points', '2026-02-01', 2],
    ['sales_points', '2023-12-31', 2],
    ['growing_codes', '2026-06-30', 2],
    ['growing_codes', '2026-07-01', 1],
    ['coded_area', '2026-06-30', 16.3],
    ['packing_codes', TODAY, 1],
    ['trained_people', TODAY, 40],
    ['trained_people', '2026-12-31', 70],
    ['trained_people', '2025-12-31', 25],
  ] as const)('%s on %s is %d', (measure, on, value) => {
    expect(count(measure, on)?.value).toBe(value);
  });

  test('tells beside it of how many the source does not say enough', () => {
    expect(count('in_force', '2026-10-01')).toEqual({ value: 1, unknown: 1 });
    expect(count('recognised_in_year', '2023-12-31')).toEqual({ value: 2, unknown: 1 });
  });

  test('within a year counts products, each once, by the case of their recognition', () => {
    expect(count('recognised_in_year')?.value).toBe(0);
    expect(count('upgraded_in_year')?.value).toBe(1);
    expect(count('upgraded_in_year', '2026-03-13')?.value).toBe(0);
  });
});

describe('taking part and holding stars', () => {
  test('are two counts: stars imply taking part, and what is said to have left counts while it holds any', () => {
    expect(count('participating', '2026-06-01')?.value).toBe(5);
    expect(count('participating')?.value).toBe(3);
    expect(count('in_force')?.value).toBe(1);
  });
});

describe('shares', () => {
  test('are of the producers with products, to one place, half up', () => {
    expect(count('cooperative_share')?.value).toBe(33.3);
    expect(count('company_share')?.value).toBe(33.3);
    expect(count('household_share')?.value).toBe(33.3);
    expect(count('trained_share')).toEqual({ value: 66.7, unknown: 0 });
    expect(count('e_diary_share')).toEqual({ value: 33.3, unknown: 2 });
  });

  test('of products are of those with stars on the day', () => {
    expect(count('online_share')?.value).toBe(100);
    expect(count('online_share', '2026-06-01')?.value).toBe(33.3);
    expect(count('traced_share', '2026-06-01')?.value).toBe(33.3);
    expect(count('traced_share', '2026-04-30')?.value).toBe(0);
  });

  test('of nothing are 0', () => {
    expect(
      new ProgrammeCounter({ ...records, products: [] }).count('company_share', {
        area: WHOLE_PROVINCE,
        on: TODAY,
        year: '2026',
      }),
    ).toEqual({ value: 0, unknown: 0 });
  });
});

describe('a part of the province', () => {
  test('is a commune, a former district or a former province; a commune of two districts lies in both', () => {
    expect(count('products', TODAY, { commune: 'nam' })?.value).toBe(1);
    expect(count('products', TODAY, { former_area: 'Huyện Yên Thế' })?.value).toBe(3);
    expect(count('products', TODAY, { former_area: 'Huyện Tân Yên' })?.value).toBe(2);
    expect(count('products', TODAY, { former_area: 'Tỉnh Bắc Ninh' })?.value).toBe(2);
    expect(count('products', TODAY, { former_area: 'Huyện Yên Thế, Tỉnh Bắc Ninh' })?.value).toBe(0);
    expect(count('products', TODAY, { former_area: 'Huyện Yên Thế, Tỉnh Bắc Giang' })?.value).toBe(3);
  });

  test('holds no product of which nobody said where it is made', () => {
    const nowhere = new ProgrammeCounter({ ...records, products: [product('la', 'khac')] });
    const on = { on: TODAY, year: '2026' };
    expect(nowhere.count('products', { ...on, area: WHOLE_PROVINCE })?.value).toBe(1);
    expect(nowhere.count('products', { ...on, area: { commune: '', former_area: 'Tỉnh Bắc Ninh' } })?.value).toBe(0);
  });
});

describe('a target', () => {
  test('that is due is counted for its last day, a coming one for the day asked', () => {
    expect(targetReached(target({ value: 5, due_on: '2025' }), counter, TODAY)).toEqual({
      ...{ value: 4, unknown: 0, on: '2025-12-31', missing: 1, share: 80, isReached: false },
    });
    expect(targetReached(target({}), counter, TODAY)).toMatchObject({ value: 1, on: TODAY, missing: 3, share: 25 });
  });

  test('told for a past day gives what it gave then', () => {
    expect(targetReached(target({}), counter, '2026-06-14')).toMatchObject({ value: 3, on: '2026-06-14' });
  });

  test('that is more than reached lacks nothing and says by how much', () => {
    const reached = targetReached(target({ value: 2, due_on: '2024' }), counter, TODAY);
    expect(reached).toMatchObject({ missing: 0, share: 200, isReached: true });
  });

  test('missed by little is not told as reached', () => {
    const many = Array.from({ length: 1_999 }, (_, at) => product(String(at), 'htx'));
    const nearly = new ProgrammeCounter({ ...records, products: many });
    const reached = targetReached(target({ measure: 'products', value: 2_000 }), nearly, TODAY);
    expect(reached).toMatchObject({ value: 1_999, missing: 1, isReached: false });
  });

  test('of hectares lacks no crumbs of a computer’s fractions', () => {
    const reached = targetReached(target({ measure: 'coded_area', value: 12.3 }), counter, TODAY);
    expect(reached).toMatchObject({ value: 12.1, missing: 0.2 });
  });

  test('that the records do not tell has no number', () => {
    const none = { value: null, missing: null, share: null, isReached: false };
    expect(targetReached(target({ measure: '' }), counter, TODAY)).toMatchObject(none);
    const { trainings: _, ...ofPublic } = records;
    const people = target({ measure: 'trained_people', due_on: '2026' });
    expect(targetReached(people, new ProgrammeCounter(ofPublic), TODAY)).toMatchObject(none);
    expect(targetReached(people, counter, TODAY)).toMatchObject({ value: 40 });
  });

  test('of a year that has passed counts that year', () => {
    const people = target({ measure: 'trained_people', due_on: '2025' });
    expect(targetReached(people, counter, TODAY)).toMatchObject({ value: 25, on: '2025-12-31' });
  });
});
