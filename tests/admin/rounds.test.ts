/** What the screens of a round tell of its results. */
import { describe, expect, it } from 'vitest';
import { deadlineWords } from '#admin/rounds/DeadlineList.tsx';
import { joinPoints } from '#admin/rounds/joinConflict.ts';
import { countByGate, countByStars, criteriaTable, judge } from '#admin/rounds/judged.ts';
import { pointsToTexts, textsToPoints } from '#admin/rounds/pointTexts.ts';
import { type Criterion, CURRENT_CRITERIA, scoredCriteria } from '#domain/criterion.ts';
import type { Evaluation } from '#domain/evaluation.ts';
import { seededCriteria } from '#scripts/seed/criteria.ts';

const SET = 4;
const lines = seededCriteria() as unknown as Criterion[];
const scored = scoredCriteria(lines.filter((line) => line.criteria_set === SET));
const FULL = Object.fromEntries(scored.map(({ code, maxPoints }) => [code, maxPoints]));
const gate = scored.find(({ leastFor }) => leastFor[5] > 0)?.code ?? '';
const table = criteriaTable(lines);

const result = (change: Partial<Evaluation>) =>
  judge(
    {
      case: 'first',
      criteria_version: CURRENT_CRITERIA,
      criteria_set: SET,
      state: 'scored',
      dossier: null,
      knock_out: '',
      points: null,
      stated_total: 0,
      ...change,
    } as Evaluation,
    table,
  );

describe('the totals of a round', () => {
  const judged = [
    result({ points: FULL }),
    result({ points: { ...FULL, [gate]: 1 } }),
    result({ points: { ...FULL, [gate]: 0 }, state: 'withdrawn' }),
    result({ stated_total: 50 }),
    result({ stated_total: 49.99 }),
    result({ points: FULL, knock_out: 'dishonest' }),
    result({ state: 'candidate' }),
  ];
  it('count products by what they come to, those that left it apart', () => {
    expect(countByStars(judged)).toEqual([
      { words: '5 sao', count: 1 },
      { words: '4 sao', count: 1 },
      { words: '3 sao', count: 1 },
      { words: 'dưới 3 sao', count: 2 },
      { words: 'chưa chấm', count: 1 },
    ]);
  });
  it('name the gates that hold products back', () => {
    expect(countByGate(judged)).toEqual([{ words: gate, count: 1 }]);
  });
  it('ask for the province’s papers where the points are five stars’', () => {
    expect(judged[0]?.missing.length).toBeGreaterThan(judged[3]?.missing.length ?? 0);
  });
});

describe('points as they are typed', () => {
  it('take a comma and a dot for the decimals, nothing else', () => {
    const texts = { a: '2,5', b: '2.5', c: ' 3 ', d: '', e: '0', f: '1.250', g: '-1', h: 'ba', i: '2,555' };
    expect(textsToPoints(texts)).toEqual({
      points: { a: 2.5, b: 2.5, c: 3, e: 0 },
      unreadable: ['f', 'g', 'h', 'i'],
    });
  });
  it('come back as they are written in Viet Nam', () => {
    expect(pointsToTexts({ '1.1': 2.5, '1.2': 0 })).toEqual({ '1.1': '2,5', '1.2': '0' });
    expect(pointsToTexts(null)).toEqual({});
  });
});

describe('points that two people gave one product', () => {
  it('are joined by criterion, nought and none told apart', () => {
    const base = { a: 1, b: 2, c: 3 };
    expect(joinPoints(base, { a: 0, b: 2, c: 3, d: 4 }, { a: 1, c: 3, e: 5 })).toEqual({
      points: { a: 0, c: 3, d: 4, e: 5 },
      codes: [],
    });
    expect(joinPoints(base, { a: 1, b: 2 }, base)).toEqual({ points: { a: 1, b: 2 }, codes: [] });
    expect(joinPoints({ a: 1 }, {}, {})).toEqual({ points: null, codes: [] });
  });
  it('are asked about where both gave one criterion others; what only they gave stays', () => {
    expect(joinPoints({}, { a: 1, b: 2 }, { a: 0, b: 2, c: 1 })).toEqual({
      points: { a: 1, b: 2, c: 1 },
      codes: ['a'],
    });
  });
});

it('tells how far a deadline is', () => {
  expect(deadlineWords('2026-11-22', '2026-11-22')).toBe('hôm nay');
  expect(deadlineWords('2026-11-21', '2026-11-22')).toBe('đã qua');
  expect(deadlineWords('2026-12-30', '2026-11-22')).toBe('còn 38 ngày');
  // Of a month its last day counts.
  expect(deadlineWords('2026-11', '2026-11-22')).toBe('còn 8 ngày');
  expect(deadlineWords('', '2026-11-22')).toBe('');
});
