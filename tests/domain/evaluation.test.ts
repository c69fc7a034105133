import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluationOutcome, type ScoredCriterion } from '#domain/rules/evaluation.ts';
import { renewalOf } from '#domain/rules/filingWindow.ts';
import { termOf } from '#domain/rules/term.ts';
import { times } from '#tests/support/cases.ts';

const none = { 3: 0, 4: 0, 5: 0 };
const criteria: ScoredCriterion[] = [
  { code: '1.1', maxPoints: 40, leastFor: { ...none, 3: 10 } },
  { code: '1.2', maxPoints: 40, leastFor: { ...none, 4: 20 } },
  { code: '1.3', maxPoints: 20, leastFor: { ...none, 5: 15 } },
];

test('points and gates of five stars', () => {
  const outcome = evaluationOutcome(criteria, { '1.1': 38, '1.2': 38, '1.3': 18.5 }, null, false);
  expect(outcome).toMatchObject({ total: 94.5, bandStars: 5, stars: 5, missed: [], open: [] });
});

test('the gate that holds a product back is named', () => {
  const outcome = evaluationOutcome(criteria, { '1.1': 40, '1.2': 40, '1.3': 12 }, null, false);
  expect(outcome).toMatchObject({ total: 92, bandStars: 5, stars: 4 });
  expect(outcome.missed).toEqual([{ code: '1.3', stars: 5, least: 15, scored: 12 }]);
});

test('a gate of three stars that is missed leaves none that come with a certificate', () => {
  expect(evaluationOutcome(criteria, { '1.1': 5, '1.2': 40, '1.3': 20 }, null, false).stars).toBe(2);
});

test('knocked out is no star, whatever the points', () => {
  expect(evaluationOutcome(criteria, { '1.1': 40, '1.2': 40, '1.3': 20 }, null, true).stars).toBe(0);
});

test('a total alone is judged by its band', () => {
  expect(evaluationOutcome(criteria, {}, 71.2, false)).toMatchObject({ bandStars: 4, stars: 4, missed: [] });
});

test('half a result gives no total, and more points than the set allows are named', () => {
  const outcome = evaluationOutcome(criteria, { '1.1': 41 }, null, false);
  expect(outcome).toMatchObject({ total: null, stars: null, outOfRange: ['1.1'], open: ['1.2', '1.3'] });
});

test('gates only ever take stars away', () => {
  const points = (max: number) => fc.integer({ min: 0, max: max * 4 }).map((quarters) => quarters / 4);
  fc.assert(
    fc.property(points(40), points(40), points(20), (a, b, c) => {
      const { stars, bandStars } = evaluationOutcome(criteria, { '1.1': a, '1.2': b, '1.3': c }, null, false);
      expect(stars !== null && bandStars !== null && stars <= bandStars).toBe(true);
    }),
    times(2_000),
  );
});

const term = termOf('2024-01-31', '2027-01-31');

test.each([
  ['2026-08-03', false, false, 'notYet'],
  ['2026-08-04', false, false, 'dueToFile'],
  ['2026-10-03', false, false, 'dueToFile'],
  ['2026-10-04', false, false, 'late'],
  ['2026-10-04', true, false, 'filed'],
  ['2027-01-31', false, false, 'late'],
  ['2027-02-01', true, false, 'ended'],
  ['2027-02-01', true, true, 'inGrace'],
  ['2027-07-30', true, true, 'inGrace'],
  ['2027-07-31', true, true, 'ended'],
] as const)('on %s, filed %s, grace %s: %s', (today, filed, grace, stage) => {
  if (term === null) throw new Error('no term');
  expect(renewalOf(term, filed, today, grace).stage).toBe(stage);
});
