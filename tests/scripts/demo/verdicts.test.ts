import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '#domain/rules/day.ts';
import { isDemonstrationGtin } from '#domain/rules/gs1.ts';
import { isTraceCode } from '#domain/rules/traceCode.ts';
import type { RecognitionFacts, VerdictState } from '#domain/rules/verdict.ts';
import { DEFAULT_VERDICT_SETTINGS, VERDICT_STATES, verdictOn } from '#domain/rules/verdict.ts';
import { readFictional } from '#scripts/demo/fictional/fixtures.ts';
import { fictionalPlan } from '#scripts/demo/fictional.ts';
import type { NewRecord } from '#scripts/demo/plan.ts';

const TODAY = '2026-11-22';
/** As the demonstration's settings say. */
const SETTINGS = { ...DEFAULT_VERDICT_SETTINGS, grace: true };

function factsOf(recognition: NewRecord): RecognitionFacts {
  const text = (name: string) => String(recognition[name] ?? '');
  return {
    stars: Number(recognition['stars'] ?? 0),
    pendingCentral: recognition['pending_central'] === true,
    issuedOn: text('issued_on'),
    expiresOn: text('expires_on'),
    refiledOn: text('refiled_on'),
    revokedOn: text('revoked_on'),
    superseded: text('superseded_by') !== '',
  };
}

/** Lot number → verdict, for records loaded and looked at on a day. */
function verdictsOn(today: Day): Map<string, VerdictState> {
  const plan = fictionalPlan('bac-ninh', today);
  const products = new Map(plan.pack_variants?.map((pack) => [pack.id, pack['product']]));
  return new Map(
    plan.lots?.map((lot) => {
      const recognitions = plan.recognitions?.filter(
        (each) => each['product'] === products.get(String(lot['variant'])),
      );
      const described =
        lot['produced_on'] !== undefined || (plan.trace_events ?? []).some((event) => event['lot'] === lot.id);
      const facts = {
        recalled: lot['state'] === 'recalled',
        stampVoid: false,
        useBy: String(lot['use_by'] ?? ''),
        withdrawn: lot['state'] === 'withdrawn',
        described,
      };
      const { state } = verdictOn(today, { recognitions: (recognitions ?? []).map(factsOf), lot: facts }, SETTINGS);
      return [String(lot['lot_number']), state];
    }),
  );
}

const expected = new Map(
  readFictional(TODAY).lots.flatMap((lot) =>
    lot.expected_verdict ? [[lot.lot_number ?? '', lot.expected_verdict] as const] : [],
  ),
);

test('the lots together show every verdict that records can give', () => {
  const shown = new Set(expected.values());
  // Stamps come with a later issue.
  expect(VERDICT_STATES.filter((state) => state !== 'stampVoid' && !shown.has(state))).toEqual([]);
});

/** Known only by year or month: on its first day both bounds agree that it is in force, on 29 February that a February's has ended. */
function isEdge(lot: string, today: Day): boolean {
  if (lot === 'BG-1501') return today.endsWith('-01-01');
  return lot === 'TS-1601' && (today.endsWith('-01') || today.endsWith('-02-29'));
}

describe('the verdicts hold whatever the day of loading', () => {
  const days = Array.from({ length: 200 }, (_, index) => addDays('2026-11-22', index * 11));
  const edges = ['2027-01-01', '2027-02-28', '2027-03-31', '2028-02-29', '2028-03-01', '2028-12-31'];
  test.each([...days, ...edges])('%s', (today) => {
    const verdicts = verdictsOn(today);
    for (const [lot, verdict] of expected) if (!isEdge(lot, today)) expect(verdicts.get(lot), lot).toBe(verdict);
  });
});

test('trace codes and GTINs are right, and GTINs name no real thing', () => {
  const plan = fictionalPlan('bac-ninh', TODAY);
  for (const lot of plan.lots ?? [])
    expect(isTraceCode(String(lot['trace_code'])), String(lot['lot_number'])).toBe(true);
  const gtins = (plan.pack_variants ?? []).flatMap((pack) =>
    pack['gtin'] === undefined ? [] : [String(pack['gtin'])],
  );
  expect(gtins.length).toBeGreaterThan(25);
  for (const gtin of gtins) expect(isDemonstrationGtin(gtin), gtin).toBe(true);
});

test('diaries run forward and end by the day of loading', () => {
  const plan = fictionalPlan('bac-ninh', TODAY);
  for (const lot of plan.lots ?? []) {
    const events = (plan.trace_events ?? [])
      .filter((event) => event['lot'] === lot.id)
      .map((event) => String(event['happened_at']));
    expect(
      events.map((each) => each.slice(0, 10)),
      String(lot['lot_number']),
    ).toEqual(events.map((each) => each.slice(0, 10)).sort());
    for (const event of events) expect(event.slice(0, 10) <= TODAY, event).toBe(true);
  }
});

test('a harvest keeps the waiting time of everything that was sprayed before it', () => {
  const plan = fictionalPlan('bac-ninh', TODAY);
  for (const harvest of (plan.trace_events ?? []).filter((event) => event['step'] === 'harvest')) {
    const before = (plan.trace_events ?? []).filter(
      (event) => event['lot'] === harvest['lot'] && event['step'] === 'care',
    );
    for (const care of before) {
      for (const input of (care['inputs'] ?? []) as { waitingDays: number }[]) {
        const allowed = addDays(String(care['happened_at']).slice(0, 10), input.waitingDays);
        expect(allowed <= String(harvest['happened_at']).slice(0, 10)).toBe(true);
      }
    }
  }
});
