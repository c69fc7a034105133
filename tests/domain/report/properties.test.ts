/** What holds of reports whatever the records say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asKnown, type Change, type Known } from '#domain/report/known.ts';
import { periodOf } from '#domain/report/period.ts';
import { COUNTED_FIELDS, type CountedCollection, type ReportRecords } from '#domain/report/records.ts';
import { makeReport, type ReportOrder } from '#domain/report/report.ts';
import { addDays } from '#domain/rules/day.ts';
import { ERASABLE, KEPT_AT_ERASURE } from '#domain/rules/revision.ts';
import { times } from '#tests/support/cases.ts';
import { provinceOf } from '#tests/support/reportRecords.ts';
import { few, ids, maybeDay, province, recognition } from './anyProvince.ts';

const order = fc
  .record({
    key: fc.constantFrom('2023-H1', '2023-H2', '2024', '2025-H1', '2025-05-17'),
    back: fc.integer({ min: 0, max: 120 }),
  })
  .map(({ key, back }): ReportOrder => {
    const period = periodOf(key);
    if (period === null) throw new Error(key);
    const asOf = addDays(period.to, -back);
    return { period, asOf, knownOn: asOf, isOpen: false };
  });

describe('a report', () => {
  it('adds up in every table, whatever the records say', () =>
    fc.assert(
      fc.property(province, order, (records, asked) => {
        expect(makeReport(records, asked).problems).toEqual([]);
      }),
      times(300),
    ));

  it('is not changed by what happens after its day', () =>
    fc.assert(
      fc.property(province, order, few(recognition, 6), few(maybeDay, 4), (records, asked, more, days) => {
        const report = makeReport(records, asked);
        const before = JSON.stringify(report);
        const tomorrow = addDays(report.countedFor, 1);
        const later = (at: number) => addDays(tomorrow, at * 37);
        const recognitions = more.map((each, at) => ({
          ...each,
          id: `later${at}`,
          issued_on: later(at),
          expires_on: '',
          revoked_on: '',
          refiled_on: '',
        }));
        // What ran till then is replaced by what comes, and shops, points and codes close or open.
        const replaced = records.recognitions.map((each, at) => {
          const by = recognitions.find(({ product }) => product === each.product);
          const isOpen = each.superseded_by === '' && !each.pending_central && at % 2 === 0;
          return isOpen && by !== undefined ? { ...each, superseded_by: by.id } : each;
        });
        const added = provinceOf({
          recognitions: recognitions as never,
          listings: days.map((_, at) => ({ product: `p${at}`, platform: 'platforms0', listed_on: later(at) })),
          sales_points: days.map((_, at) => ({ opened_on: later(at), state: 'approved' as const })),
          growing_areas: days.map((_, at) => ({
            kind: 'export' as const,
            area_ha: 1,
            issued_on: later(at),
            state: 'approved' as const,
          })),
          fairs: days.map((_, at) => ({
            kind: 'fair' as const,
            starts_on: later(at),
            visitors: 5,
            state: 'approved' as const,
          })),
          supports: days.map((_, at) => ({ purpose: 'loan' as const, amount: 1, granted_on: later(at) })),
          certificates: days.map((_, at) => ({ scheme: 'vietgap' as const, area_ha: 1, issued_on: later(at) })),
        });
        const merged = { ...records, recognitions: replaced } as ReportRecords;
        for (const collection of Object.keys(added) as CountedCollection[])
          (merged[collection] as unknown[]) = [...merged[collection], ...added[collection]];
        expect(JSON.stringify(makeReport(merged, asked))).toBe(before);
      }),
      times(300),
    ));
});

/** One thing that somebody does to a record. */
const deed = fc.record({
  id: ids('r'),
  does: fc.constantFrom('write', 'write', 'delete'),
  field: fc.constantFrom('kind', 'commune', 'state'),
  value: fc.constantFrom('', 'one', 'two', 'three'),
});

/** Does it, and notes it as the triggers would: only fields that differ, of a new or deleted record those that state something. */
function act(
  records: Map<string, Known>,
  { id, does, field, value }: { id: string; does: string; field: string; value: string },
): Change[] {
  const found = records.get(id);
  if (does === 'delete') {
    if (found === undefined) return [];
    records.delete(id);
    const { id: _, ...before } = found;
    return [
      {
        record: id,
        action: 'delete',
        before: Object.fromEntries(Object.entries(before).filter(([, said]) => said !== '')),
      },
    ];
  }
  records.set(id, { kind: '', commune: '', state: '', ...found, [field]: value, id });
  if (found === undefined) return [{ record: id, action: 'create', before: null }];
  return found[field] === value ? [] : [{ record: id, action: 'update', before: { [field]: found[field] } }];
}

describe('what was known on a day', () => {
  const stated = (records: Iterable<Known>) =>
    [...records]
      .map((record) =>
        JSON.stringify(
          Object.entries(record)
            .filter(([, value]) => value !== '')
            .sort(),
        ),
      )
      .sort();

  it('is found again from what is known now, whatever was done since', () =>
    fc.assert(
      fc.property(few(deed, 30), few(deed, 30), (first, since) => {
        const records = new Map<string, Known>();
        for (const each of first) act(records, each);
        const then = stated(records.values());
        const changes = since.flatMap((each) => act(records, each));
        expect(stated(asKnown([...records.values()], changes))).toEqual(then);
      }),
      times(900),
    ));

  it('is not disturbed by a change that the present was read before', () => {
    const present = [{ id: 'a', kind: 'company' }];
    const changes: Change[] = [
      { record: 'a', action: 'update', before: { kind: 'company' } },
      { record: 'b', action: 'create', before: null },
    ];
    expect(asKnown(present, changes)).toEqual(present);
  });

  it('keeps its figures where a person is erased: what is counted of erasable records stays in the history, nothing else', () => {
    const counted = ERASABLE.filter((collection) => collection in COUNTED_FIELDS);
    expect(counted).toEqual(expect.arrayContaining(Object.keys(KEPT_AT_ERASURE)));
    for (const collection of counted as (keyof typeof KEPT_AT_ERASURE)[])
      expect(KEPT_AT_ERASURE[collection], collection).toEqual(COUNTED_FIELDS[collection]);
  });
});
