import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basesOn, couldRestOn, grantorsOf, withdrawersOf } from '#domain/rules/legalBasis.ts';
import {
  type OtherRecognition,
  PROBLEM_FIELDS,
  type RecognitionDraft,
  recognitionProblems,
  successionOf,
} from '#domain/rules/recognitionProblems.ts';
import { times } from '#tests/support/cases.ts';

const right: RecognitionDraft = {
  stars: 4,
  score: 81.5,
  pendingCentral: false,
  legalBasis: 'qd148_1489',
  issuedOn: '2025-12-20',
  expiresOn: '2028-12-20',
  revokedOn: '',
  revocationGround: '',
  revocation: null,
  superseded: false,
  decision: { decidedOn: '2025-12-20', authority: 'province' },
};
const earlier: OtherRecognition = {
  id: 'earlier',
  issuedOn: '2023-06-01',
  expiresOn: '',
  revokedOn: '',
  superseded: false,
  pendingCentral: false,
};

test('a right recognition has no problem', () => {
  expect(recognitionProblems(right)).toEqual([]);
});

test.each([
  ['stars below three', { stars: 2, score: 45 }, ['starsNotRecognised']],
  ['more stars than the points give', { stars: 5, score: 81.5 }, ['starsOutsideBand', 'authorityCouldNotGrant']],
  ['fewer stars than the points give: a gate was missed', { stars: 3, score: 92 }, []],
  ['no score stated', { score: 0 }, []],
  ['the end before the beginning', { expiresOn: '2025-12-19' }, ['expiryBeforeIssue']],
  ['the end in the year of the beginning, no day known', { expiresOn: '2025' }, []],
  ['a basis of later', { legalBasis: 'qd26_2026' }, ['basisNotInForce']],
  ['five stars by the province', { stars: 5, score: 93 }, ['authorityCouldNotGrant']],
  ['revoked before it was issued', { revokedOn: '2025-01-01', revocationGround: 'stopped' }, ['revokedBeforeIssue']],
  ['revoked for no reason', { revokedOn: '2026-01-01' }, ['revokedWithoutGround']],
  ['a reason to revoke, but no day', { revocationGround: 'stopped' }, ['revocationWithoutDay']],
  [
    'withdrawn by a level that could not',
    {
      revokedOn: '2026-06-01',
      revocationGround: 'stopped',
      revocation: { decidedOn: '2026-06-01', authority: 'ministry' },
    },
    ['authorityCouldNotWithdraw'],
  ],
  [
    'withdrawn by who granted it',
    {
      revokedOn: '2026-06-01',
      revocationGround: 'stopped',
      revocation: { decidedOn: '2026-06-01', authority: 'province' },
    },
    [],
  ],
  [
    'five stars that the ministry has not decided',
    { stars: 5, pendingCentral: true, decision: null },
    ['pendingFiveAsStars'],
  ],
] satisfies [string, Partial<RecognitionDraft>, string[]][])('%s', (_, change, problems) => {
  expect(recognitionProblems({ ...right, ...change })).toEqual(problems);
});

test.each([
  ['qd148', '2024-05-01', 3, ['district']],
  ['qd148', '2024-05-01', 4, ['province']],
  ['qd148_1489', '2025-08-01', 3, ['province']],
  ['qd26_2026', '2026-09-01', 5, ['ministry', 'central']],
  ['', '2026-06-15', 3, ['province']],
  ['', '2018-01-01', 3, null],
  ['qd148', '2024-05-01', 2, null],
] as const)('who could grant under %s on %s %i stars', (basis, day, stars, levels) => {
  expect(grantorsOf(stars, basis, day)).toEqual(levels);
});

test('no district grants anything after the districts ended, whatever the basis: the province stands in', () => {
  expect(grantorsOf(3, 'qd148', '2025-07-02')).toEqual(['province']);
  expect(grantorsOf(3, '', '2025-07-02')).toEqual(['province']);
});

test('the first criteria end where the second begin, but for decisions that name them', () => {
  expect(basesOn('2023-02-23')).toEqual(['qd1048']);
  expect(basesOn('2023-02-24')).toEqual(['qd148']);
  expect(grantorsOf(3, '', '2024-05-01')).toEqual(['district']);
  expect(couldRestOn('qd1048', '2023-05-01')).toBe(true);
  expect(grantorsOf(3, 'qd1048', '2023-05-01')).toEqual(['district', 'province']);
});

test.each([
  [3, '', '2024-05-01', ['district']],
  [4, '', '2024-05-01', ['province']],
  // What the province granted before QĐ 148 it may also withdraw.
  [3, 'qd1048', '2024-05-01', ['district', 'province']],
  [3, 'qd148', '2025-12-01', ['province']],
  [5, 'qd148', '2025-12-01', ['ministry', 'central']],
  [3, 'qd1048', '2026-05-22', ['province']],
  [4, '', '2026-09-01', ['province']],
  [5, '', '2026-09-01', ['ministry', 'central']],
  [2, '', '2026-09-01', null],
] as const)('who could withdraw %i stars resting on %j on %s', (stars, basis, day, levels) => {
  expect(withdrawersOf(stars, basis, day)).toEqual(levels);
});

test('a day known by its year only is taken where any day of it would do', () => {
  expect(couldRestOn('qd148', '2023')).toBe(true);
  expect(couldRestOn('qd148', '2022')).toBe(false);
});

test('a new recognition takes the place of the running one', () => {
  expect(successionOf(right, [earlier])).toEqual({ supersedes: ['earlier'], supersededBy: '', unclear: [] });
});

test('one that had ended is history and stays as it is', () => {
  const ended = { ...earlier, issuedOn: '2020-06-01' };
  expect(successionOf(right, [ended])).toEqual({ supersedes: [], supersededBy: '', unclear: [] });
});

test('an older one entered late is superseded by the one that came after it', () => {
  const later = { ...earlier, id: 'later', issuedOn: '2026-01-02' };
  expect(successionOf({ ...right, issuedOn: '2025-12-20' }, [later]).supersededBy).toBe('later');
});

const proposal = { ...earlier, id: 'proposal', issuedOn: '2025-06-01', pendingCentral: true };

test('a proposal to the ministry is decided with the next recognition, whatever its stars', () => {
  expect(successionOf(right, [proposal]).supersedes).toEqual(['proposal']);
  expect(successionOf({ ...right, issuedOn: '2026-06-10' }, [proposal]).supersedes).toEqual(['proposal']);
});

test('a proposal takes no place, and one entered late stands before what decided it', () => {
  expect(successionOf({ ...right, pendingCentral: true }, [earlier])).toEqual({
    supersedes: [],
    supersededBy: '',
    unclear: [],
  });
  expect(successionOf(proposal, [{ ...earlier, id: 'later', issuedOn: '2025-12-20' }]).supersededBy).toBe('later');
});

test('a proposal of the day of a recognition stays open', () => {
  expect(successionOf(right, [{ ...proposal, issuedOn: '2025-12-20' }])).toEqual({
    supersedes: [],
    supersededBy: '',
    unclear: [],
  });
});

test('two of one day are not put into an order by guessing', () => {
  expect(successionOf(right, [{ ...earlier, issuedOn: '2025-12-20' }]).unclear).toEqual(['earlier']);
  expect(successionOf(right, [{ ...earlier, issuedOn: '2025' }]).unclear).toEqual(['earlier']);
});

const day = fc
  .record({
    year: fc.integer({ min: 2019, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day: of }) => `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`);

test('succession never runs in a circle', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [one, two] = [a, b].map((issuedOn, index) => ({ ...earlier, id: String(index), issuedOn }));
      if (one === undefined || two === undefined) return;
      const ofOne = successionOf(one, [two]);
      const ofTwo = successionOf(two, [one]);
      expect(ofOne.supersedes.includes('1')).toBe(ofTwo.supersededBy === '0');
      expect(ofOne.supersedes.length === 0 || ofTwo.supersedes.length === 0).toBe(true);
      expect(ofOne.unclear.length).toBe(ofTwo.unclear.length);
    }),
    times(2_000),
  );
});

test('every problem is said at a field', () => {
  expect(Object.values(PROBLEM_FIELDS).every((field) => field !== '')).toBe(true);
});
