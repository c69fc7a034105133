/** Provinces made up for properties: records that may contradict each other. */
import fc from 'fast-check';
import { PRODUCER_KINDS } from '#domain/producer.ts';
import type { ReportRecords } from '#domain/report/records.ts';
import { addDays } from '#domain/rules/day.ts';
import { provinceOf } from '#tests/support/reportRecords.ts';

/** One of six ids. */
export const ids = (prefix: string) => fc.integer({ min: 0, max: 5 }).map((at) => `${prefix}${at}`);
const day = fc
  .record({ after: fc.integer({ min: 0, max: 2_000 }), length: fc.constantFrom(4, 7, 10, 10, 10) })
  .map(({ after, length }) => addDays('2022-01-01', after).slice(0, length));
/** A day, as exactly as it is known, or none. */
export const maybeDay = fc.oneof(fc.constant(''), day);
/** Some of them, or none. */
export const few = <T>(one: fc.Arbitrary<T>, maxLength = 12) => fc.array(one, { maxLength });

/** A recognition, right or not. */
export const recognition = fc.record({
  product: ids('p'),
  stars: fc.integer({ min: 0, max: 5 }),
  case: fc.constantFrom('first', 'upgrade', 're_evaluation', ''),
  pending_central: fc.boolean(),
  issued_on: maybeDay,
  expires_on: maybeDay,
  refiled_on: maybeDay,
  revoked_on: maybeDay,
  superseded_by: fc.oneof(fc.constant(''), ids('recognitions')),
  revocation_ground: fc.constantFrom('stopped', 'other', ''),
});

/** A whole province’s records, with whatever days and links. */
export const province: fc.Arbitrary<ReportRecords> = fc
  .record({
    site_settings: fc.constant([{ province: 'X' }]),
    communes: fc.tuple(
      ...[0, 1, 2].map((at) =>
        fc.record({
          id: fc.constant(`c${at}`),
          code: fc.constant(`0000${at}`),
          merged_into: fc.oneof(fc.constant(''), ids('c')),
          former_names: few(
            fc.record({
              commune: fc.constant('M'),
              district: fc.constantFrom('A', 'B', ''),
              province: fc.constant('P'),
            }),
            3,
          ),
        }),
      ),
    ),
    producers: fc.tuple(
      ...[0, 1, 2, 3].map((at) =>
        fc.record({
          id: fc.constant(`m${at}`),
          kind: fc.constantFrom(...(Object.keys(PRODUCER_KINDS) as (keyof typeof PRODUCER_KINDS)[])),
          commune: fc.oneof(fc.constant(''), ids('c')),
          report_bucket: fc.constantFrom('', 'company', 'household'),
          has_e_banking: fc.constantFrom('', 'yes', 'no'),
          state: fc.constantFrom('approved', 'withdrawn'),
        }),
      ),
    ),
    products: fc.tuple(
      ...[0, 1, 2, 3, 4].map((at) =>
        fc.record({
          id: fc.constant(`p${at}`),
          producer: ids('m'),
          criteria_set: fc.integer({ min: 0, max: 26 }),
          state: fc.constantFrom('draft', 'approved', 'approved', 'withdrawn'),
          programme_state: fc.constantFrom('', 'candidate', 'recognised', 'left'),
        }),
      ),
    ),
    recognitions: few(recognition, 20),
    platforms: few(fc.record({ name: fc.string(), opened_on: maybeDay, closed_on: maybeDay }), 3),
    listings: few(
      fc.record({
        product: ids('p'),
        platform: ids('platforms'),
        listed_on: maybeDay,
        closed_on: maybeDay,
        takes_cashless: fc.constantFrom('', 'yes', 'no'),
      }),
    ),
    pack_variants: fc.constant([0, 1, 2].map((at) => ({ id: `v${at}`, product: `p${at}` }))),
    lots: few(
      fc.record({ variant: ids('v'), state: fc.constantFrom('draft', 'active', 'recalled'), produced_on: day }),
    ),
    sales_points: few(
      fc.record({
        location_kind: fc.constantFrom('', 'mall', 'shop'),
        opened_on: maybeDay,
        closed_on: maybeDay,
        takes_cashless: fc.constantFrom('', 'yes', 'no'),
        state: fc.constant('approved'),
      }),
    ),
    fairs: few(
      fc.record({
        kind: fc.constantFrom('fair', 'live_selling'),
        starts_on: maybeDay,
        visitors: fc.nat(1e6),
        revenue: fc.nat(1e9),
        state: fc.constant('approved'),
      }),
    ),
    certificates: few(
      fc.record({
        scheme: fc.constantFrom('vietgap', 'organic'),
        area_ha: fc.nat(100_000).map((cents) => cents / 100),
        issued_on: maybeDay,
        expires_on: maybeDay,
      }),
    ),
    growing_areas: few(
      fc.record({
        kind: fc.constantFrom('domestic', 'export', 'packing_house'),
        area_ha: fc.nat(100_000).map((cents) => cents / 100),
        issued_on: maybeDay,
        ended_on: maybeDay,
        state: fc.constant('approved'),
      }),
    ),
    supports: few(fc.record({ purpose: fc.constantFrom('loan', 'reward'), amount: fc.nat(1e9), granted_on: day })),
  })
  .map((given) => provinceOf(given as Parameters<typeof provinceOf>[0]));
