import { describe, expect, test } from 'vitest';
import { dossierLines, missingPapers } from '#domain/rules/dossier.ts';
import type { ScoredCriterion } from '#domain/rules/evaluation.ts';
import { grantedBy, type PastRecognition, proposedCase } from '#domain/rules/evaluationCase.ts';
import {
  EVALUATION_WORDS,
  type EvaluationDraft,
  evaluationProblems,
  outcomeOf,
  outcomeWords,
} from '#domain/rules/evaluationProblems.ts';
import { processingDeadline, roundDeadlines, roundProblems } from '#domain/rules/round.ts';

const none = { 3: 0, 4: 0, 5: 0 };
const CRITERIA: ScoredCriterion[] = [
  { code: '1.1', maxPoints: 40, leastFor: { ...none, 3: 10 } },
  { code: '1.2', maxPoints: 40, leastFor: { ...none, 4: 20 } },
  { code: '1.3', maxPoints: 20, leastFor: { ...none, 5: 15 } },
];

const DRAFT: EvaluationDraft = {
  state: 'candidate',
  criteriaVersion: 'thử',
  criteriaSet: 4,
  criteria: CRITERIA,
  productSet: 4,
  points: {},
  statedTotal: 0,
  knockedOut: false,
  missing: [],
  isRecognised: false,
  isTwice: false,
  joinsClosed: false,
};
const draft = (change: Partial<EvaluationDraft>): EvaluationDraft => ({ ...DRAFT, ...change });
const codes = (change: Partial<EvaluationDraft>) => evaluationProblems(draft(change)).map(({ code }) => code);
const points = (a: number, b: number, c: number) => ({ '1.1': a, '1.2': b, '1.3': c });

describe('a total alone, by its band', () => {
  test.each([
    [29.99, 1],
    [30, 2],
    [49.99, 2],
    [50, 3],
    [69.99, 3],
    [70, 4],
    [89.99, 4],
    [90, 5],
    [100, 5],
  ])('%d points are %i stars', (statedTotal, stars) => {
    expect(outcomeOf(draft({ statedTotal })).stars).toBe(stars);
  });
});

describe('band and gates together', () => {
  test.each([
    ['all reached', points(40, 36, 15), 91, 5, []],
    ['the gate of five missed by a tenth', points(40, 38, 14.9), 92.9, 4, ['1.3']],
    ['the gate of five missed, four stars by points anyway', points(40, 30, 14), 84, 4, []],
    ['the gate of four missed', points(40, 19.99, 20), 79.99, 3, ['1.2']],
    ['the gates of four and five missed', points(40, 15, 14), 69, 3, []],
    ['the gate of three missed', points(9.5, 40, 20), 69.5, 2, ['1.1']],
    ['all gates missed at three stars by points', points(9, 31, 10), 50, 2, ['1.1']],
    ['points that only add up to 90 in hundredths', points(39.99, 35.01, 15), 90, 5, []],
    ['a hundredth short of 90', points(39.99, 35, 15), 89.99, 4, []],
  ] as const)('%s', (_, given, total, stars, held) => {
    const outcome = outcomeOf(draft({ points: given }));
    expect(outcome).toMatchObject({ total, stars });
    expect(outcome.missed.map(({ code }) => code)).toEqual(held);
  });

  test('tell which gate holds a product back', () => {
    const held = outcomeOf(draft({ points: points(40, 40, 12.5) }));
    expect(outcomeWords(held, false)).toBe(
      'Đủ điểm 5 sao, nhưng chưa đạt mức tối thiểu ở tiêu chí 1.3 (cần 15, được 12,5): xếp 4 sao.',
    );
    expect(outcomeWords(outcomeOf(draft({ statedTotal: 71.5 })), false)).toBe('71,5 điểm: 4 sao.');
    expect(outcomeWords(outcomeOf(draft({})), false)).toBe('');
  });

  test('are of no use to a dossier that is knocked out', () => {
    const outcome = outcomeOf(draft({ points: points(40, 40, 20), knockedOut: true }));
    expect(outcome.stars).toBe(0);
    expect(outcomeWords(outcome, true)).toContain('bị loại');
    expect(codes({ points: points(40, 40, 20), knockedOut: true, state: 'proposed' })).toEqual(['tooFewStars']);
    expect(codes({ knockedOut: true, state: 'scored' })).toEqual([]);
  });
});

describe('what is wrong with a result', () => {
  test.each<[string, Partial<EvaluationDraft>, string[]]>([
    ['nothing', { points: points(40, 40, 20), statedTotal: 100, state: 'scored' }, []],
    ['nothing yet', { points: { '1.1': 3 } }, []],
    ['into a closed round', { joinsClosed: true }, ['joinsClosed']],
    ['twice in the round', { isTwice: true }, ['twice']],
    ['another set than its product', { criteriaSet: 5 }, ['setMismatch']],
    ['a product whose set nobody said', { productSet: 0 }, []],
    ['a set that the version does not have', { criteria: [], criteriaSet: 27, productSet: 0 }, ['noSet']],
    ['a code that is not of the set', { points: { '9.9': 1 } }, ['unknownCode']],
    ['points over the most', { points: { '1.3': 20.01 } }, ['overMax']],
    ['points below none', { points: { '1.3': -0.5 } }, ['notPoints']],
    ['points that are no number', { points: { '1.3': Number.NaN } }, ['notPoints']],
    ['a total that is not its sum', { points: points(40, 30, 0.5), statedTotal: 71 }, ['totalDiffers']],
    ['a total below what is there already', { points: { '1.1': 40 }, statedTotal: 39 }, ['totalDiffers']],
    ['a total above what is there so far', { points: { '1.1': 40 }, statedTotal: 41 }, []],
    ['a total over 100', { statedTotal: 100.5 }, ['totalOver']],
    ['scored without points', { state: 'scored' }, ['unscored']],
    ['scored by half', { state: 'scored', points: { '1.1': 40 }, statedTotal: 90 }, ['unfinished']],
    ['put forward with two stars', { state: 'proposed', statedTotal: 49.99 }, ['tooFewStars']],
    ['complete with papers missing', { state: 'dossier_complete', missing: [{ label: 'Mẫu 01' }] }, ['dossierOpen']],
    ['recognised by nobody', { state: 'recognised', statedTotal: 60 }, ['byDecision']],
    ['recognised by a decision', { state: 'recognised', statedTotal: 60, isRecognised: true }, []],
  ])('%s', (_, change, wanted) => expect(codes(change)).toEqual(wanted));

  test('is told with numbers as they are written in Viet Nam, and with the way out', () => {
    expect(EVALUATION_WORDS.totalDiffers(71, 70.5)).toContain(
      'Tổng ghi 71 điểm, nhưng các tiêu chí cộng lại được 70,5.',
    );
    const [problem] = evaluationProblems(draft({ state: 'scored', points: { '1.1': 40 } }));
    expect(problem?.words).toContain('1.2, 1.3');
  });
});

describe('the case that history speaks for', () => {
  const past: PastRecognition = {
    stars: 3,
    issuedOn: '2024-06-01',
    expiresOn: '2027-06-01',
    revokedOn: '',
    superseded: false,
    pendingCentral: false,
  };
  test.each<[string, Partial<PastRecognition>[], string, string]>([
    ['never recognised', [], '2026-11-22', 'first'],
    ['only put forward', [{ pendingCentral: true, stars: 0 }], '2026-11-22', 'first'],
    ['running on', [{}], '2026-12-02', 'upgrade'],
    ['in the filing window', [{}], '2026-12-03', 're_evaluation'],
    ['ended', [{}], '2028-01-01', 're_evaluation'],
    ['withdrawn', [{ revokedOn: '2025-01-01' }], '2026-11-22', 're_evaluation'],
    ['an old one and a running one', [{ superseded: true }, { expiresOn: '2028-06-01' }], '2026-12-03', 'upgrade'],
    ['of an unknown day', [{ issuedOn: '', expiresOn: '' }], '2026-11-22', 're_evaluation'],
  ])('%s', (_, history, today, wanted) => {
    expect(
      proposedCase(
        history.map((each) => ({ ...past, ...each })),
        today,
      ),
    ).toBe(wanted);
  });
});

test('five stars are the ministry’s to give; below three nobody gives any', () => {
  expect(grantedBy(5, 'province')).toEqual({ stars: 0, pendingCentral: true });
  expect(grantedBy(5, 'ministry')).toEqual({ stars: 5, pendingCentral: false });
  expect(grantedBy(5, 'central')).toEqual({ stars: 5, pendingCentral: false });
  expect(grantedBy(4, 'province')).toEqual({ stars: 4, pendingCentral: false });
  expect(grantedBy(2, 'province')).toBeNull();
});

describe('the dossier', () => {
  const needed = (...asked: Parameters<typeof dossierLines>) =>
    dossierLines(...asked)
      .filter((line) => line.isNeeded)
      .map(({ item }) => item);

  test('of tourism has no samples and nothing of packed goods', () => {
    expect(needed('first', 26, 0)).not.toContain('samples');
    expect(needed('first', 4, 0)).toContain('samples');
    expect(needed('first', 26, 0)).toContain('form03');
  });
  test('asks for the running certificate where there is one', () => {
    expect(needed('first', 4, 0)).not.toContain('former');
    for (const kase of ['upgrade', 're_evaluation'] as const) expect(needed(kase, 4, 0)).toContain('former');
  });
  test('asks for the province’s papers at five stars only', () => {
    expect(needed('first', 4, 4)).not.toContain('council_report');
    expect(needed('first', 4, 5)).toContain('council_report');
  });
  test('lacks what is needed and not there, unless the office says that it is not needed', () => {
    const lines = dossierLines('first', 4, 0);
    const all = missingPapers(lines, []).map(({ item }) => item);
    expect(all).toEqual(needed('first', 4, 0));
    const kept = [
      { item: 'form01', state: 'present' as const, note: '' },
      { item: 'labour', state: 'not_needed' as const, note: 'Một mình' },
      { item: 'awards', state: 'missing' as const, note: '' },
    ];
    const left = missingPapers(lines, kept).map(({ item }) => item);
    expect(left).toContain('awards');
    expect(left).toHaveLength(all.length - 1);
  });
});

describe('a round', () => {
  test('has the days of the decision', () => {
    expect(roundDeadlines('province', 2026, 1)).toEqual({ proposalsBy: '2026-04-30', doneBy: '2026-06-30' });
    expect(roundDeadlines('province', 2026, 2)).toEqual({ proposalsBy: '2026-10-30', doneBy: '2026-12-30' });
    expect(roundDeadlines('ministry', 2026, 1)).toEqual({ proposalsBy: '2026-07-30', doneBy: '2026-09-30' });
    expect(roundDeadlines('ministry', 2026, 2)).toEqual({ proposalsBy: '2027-01-30', doneBy: '2027-03-30' });
    expect(roundDeadlines('province', 2026, 3)).toBeNull();
  });
  test('has them in order', () => {
    const days = { year: 2026, opensOn: '2026-02-01', proposalsBy: '2026-04-30', doneBy: '2026-06-30' };
    const fields = (change: Partial<typeof days>) => roundProblems({ ...days, ...change }).map(({ field }) => field);
    expect(fields({})).toEqual([]);
    expect(fields({ opensOn: '2026-05' })).toEqual(['proposals_by']);
    expect(fields({ doneBy: '2026-04-29' })).toEqual(['done_by']);
    expect(fields({ proposalsBy: '', doneBy: '2026-01' })).toEqual(['done_by']);
    // As exact as known: a month may hold the day.
    expect(fields({ opensOn: '2026-04' })).toEqual([]);
    expect(fields({ year: 2017 })).toEqual(['year']);
  });
  test('decides within 45 days of a full dossier', () => {
    expect(processingDeadline('2026-05-01')).toBe('2026-06-15');
    expect(processingDeadline('2026-05')).toBeNull();
    expect(processingDeadline('')).toBeNull();
  });
});
