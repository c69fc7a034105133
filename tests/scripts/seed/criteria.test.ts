/** The criteria that every installation begins with: whole, and as the decision has them. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CRITERIA_SETS } from '#domain/criteriaSets.ts';
import { type Criterion, CURRENT_CRITERIA, criteria, scoredCriteria } from '#domain/criterion.ts';
import { evaluationOutcome } from '#domain/rules/evaluation.ts';
import { seededCriteria } from '#scripts/seed/criteria.ts';
import { times } from '#tests/support/cases.ts';

const all = seededCriteria() as unknown as Criterion[];
const sets = Object.keys(CRITERIA_SETS).map(Number);
const ofSet = (set: number) =>
  all.filter((line) => line.criteria_set === set && line.criteria_version === CURRENT_CRITERIA);
const sum = (lines: readonly Criterion[]) => lines.reduce((total, line) => total + line.max_points, 0);
/** Every criterion at its most. */
const full = (set: number) =>
  Object.fromEntries(scoredCriteria(ofSet(set)).map(({ code, maxPoints }) => [code, maxPoints]));

it('is 943 lines of 26 sets, each once', () => {
  expect(all).toHaveLength(943);
  expect(new Set(all.map((line) => line.criteria_set))).toEqual(new Set(sets));
  expect(new Set(all.map((line) => line.id)).size).toBe(943);
  expect(new Set(all.map((line) => `${line.criteria_version} ${line.criteria_set} ${line.code}`)).size).toBe(943);
});

it('fits the schema of a criterion', () => {
  for (const line of all)
    expect(criteria.schema.omit({ version: true }).safeParse(line).error?.issues ?? []).toEqual([]);
});

describe.each(sets)('set %i', (set) => {
  const scored = ofSet(set).filter((line) => !line.is_heading);

  it('sums to 100, and to A 40, B 25, C 35', () => {
    expect(sum(scored)).toBe(100);
    const parts = (['A', 'B', 'C'] as const).map((part) => sum(scored.filter((line) => line.part === part)));
    expect(parts).toEqual([40, 25, 35]);
  });

  it('has headings that sum their criteria', () => {
    for (const heading of ofSet(set).filter((line) => line.is_heading))
      expect(sum(scored.filter((line) => line.code.startsWith(`${heading.code}.`))), heading.code).toBe(
        heading.max_points,
      );
  });

  it('asks for no more than a criterion gives, and never less for more stars', () => {
    for (const { code, max_points, least_for_3: three, least_for_4: four, least_for_5: five } of scored) {
      const asked = [three, four, five].filter((least) => least > 0);
      expect(Math.max(0, ...asked), code).toBeLessThanOrEqual(max_points);
      expect(asked, code).toEqual(asked.toSorted((a, b) => a - b));
    }
  });

  it('reaches five stars, and each gate alone holds back one star below its own', () => {
    const lines = scoredCriteria(ofSet(set));
    expect(evaluationOutcome(lines, full(set), null, false)).toMatchObject({ total: 100, stars: 5, missed: [] });
    for (const { code, leastFor } of lines) {
      const least = ([3, 4, 5] as const).find((stars) => leastFor[stars] > 0);
      if (least === undefined) continue;
      const short = { ...full(set), [code]: leastFor[least] - 0.01 };
      const outcome = evaluationOutcome(lines, short, null, false);
      // A criterion of many points may bring the total below 90 too: then the band decides.
      expect(outcome.stars, code).toBe(Math.min(least - 1, outcome.bandStars ?? 0));
      expect(outcome.missed[0], code).toMatchObject({ code, stars: least, least: leastFor[least] });
      const reached = { ...full(set), [code]: leastFor[least] };
      expect(evaluationOutcome(lines, reached, null, false).missed.map((gate) => gate.stars)).not.toContain(least);
    }
  });
});

it('never gives more stars than the band, whatever the points', () => {
  const anySet = fc.constantFrom(...sets);
  const shares = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(anySet, shares, (set, share) => {
      const lines = scoredCriteria(ofSet(set));
      const points = Object.fromEntries(
        lines.map(({ code, maxPoints }, at) => [code, Math.round(maxPoints * (share[at] ?? 0)) / 100]),
      );
      const { stars, bandStars, missed, outOfRange, open } = evaluationOutcome(lines, points, null, false);
      expect([outOfRange, open]).toEqual([[], []]);
      expect(stars).toBe(Math.min(bandStars ?? 0, ...missed.map((gate) => gate.stars - 1)));
    }),
    times(2_000),
  );
});

it('leaves a later version beside it alone', () => {
  const later = ofSet(1).map((line) => ({ ...line, criteria_version: 'văn bản sau', max_points: line.max_points / 2 }));
  const both = [...all, ...later];
  const of = (version: string) =>
    scoredCriteria(both.filter((line) => line.criteria_set === 1 && line.criteria_version === version));
  expect(of(CURRENT_CRITERIA)).toEqual(scoredCriteria(ofSet(1)));
  expect(of('văn bản sau').map(({ maxPoints }) => maxPoints)).not.toEqual(of(CURRENT_CRITERIA).map((x) => x.maxPoints));
});

const SHARED = new URL('../../../../shared/domain/ocop-criteria-qd26-2026.csv', import.meta.url);
const hasShared = existsSync(SHARED);
if (!hasShared)
  console.log('Not compared with the transcript of the decision: ../shared/domain is not on this machine.');

it.skipIf(!hasShared)('says what the transcript of the decision says', () => {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(SHARED, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const told = data.map((row) => [
    Number(row['set_no']),
    row['part'],
    row['code'],
    Number(row['max_points']),
    row['is_leaf'] === '0',
    ...[3, 4, 5].map((stars) => Number(row[`min_points_${stars}star`])),
  ]);
  const kept = all.map((line) => [
    line.criteria_set,
    line.part,
    line.code,
    line.max_points,
    line.is_heading,
    line.least_for_3,
    line.least_for_4,
    line.least_for_5,
  ]);
  expect(kept).toEqual(told);
});
