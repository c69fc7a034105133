import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/rules/day.ts';
import { termOf } from '#domain/rules/term.ts';
import {
  type LotFacts,
  type RecognitionFacts,
  VERDICT_STATES,
  type VerdictState,
  verdictOn,
  verdictTimeline,
} from '#domain/rules/verdict.ts';
import { times } from '#tests/support/cases.ts';
import { verdictFacts, verdictSettings, wholeDay } from './arbitraries.ts';

const TODAY = '2026-11-22';
const GRACE = { grace: true, expiresSoonDays: 30 };

function recognised(facts: Partial<RecognitionFacts> = {}): RecognitionFacts {
  const none = { expiresOn: '', refiledOn: '', revokedOn: '' };
  return { stars: 4, pendingCentral: false, issuedOn: '2025-03-14', ...none, superseded: false, ...facts };
}
function lot(facts: Partial<LotFacts> = {}): LotFacts {
  return { recalled: false, stampVoid: false, useBy: '', withdrawn: false, described: true, ...facts };
}
const ENDED = recognised({ issuedOn: '2022-01-01' });
const REVOKED = recognised({ revokedOn: '2026-01-01' });
const PENDING = recognised({ issuedOn: '2026-08-20', pendingCentral: true });

describe('the term', () => {
  test.each([
    ['2024-02-29', '', { earliestEnd: '2027-02-28', latestEnd: '2027-02-28', exact: true }],
    ['2023-11', '', { earliestEnd: '2026-11-01', latestEnd: '2026-11-30', exact: false }],
    ['2023', '', { earliestEnd: '2026-01-01', latestEnd: '2026-12-31', exact: false }],
    ['2023', '2026-05-01', { earliestEnd: '2026-05-01', latestEnd: '2026-05-01', exact: true }],
    ['', '2026', { earliestEnd: '2026-01-01', latestEnd: '2026-12-31', exact: false }],
    ['', '', null],
  ])('issued %j, until %j', (issuedOn, expiresOn, term) => {
    expect(termOf(issuedOn, expiresOn)).toEqual(term);
  });
});

describe('a certificate day by day', () => {
  const until = (lastDay: string) => [recognised({ issuedOn: '', expiresOn: lastDay })];
  test.each<[string, VerdictState, number | null]>([
    ['2026-10-22', 'valid', 4],
    ['2026-10-23', 'expiresSoon', 4],
    ['2026-11-22', 'expiresSoon', 4],
    ['2026-11-23', 'expired', null],
  ])('on %s a certificate until 22/11/2026 is %s', (today, state, stars) => {
    expect(verdictOn(today, { recognitions: until('2026-11-22') })).toMatchObject({ state, stars });
  });

  test('the corresponding day after 36 months still counts', () => {
    const facts = { recognitions: [recognised({ issuedOn: '2023-11-22' })] };
    expect(verdictOn('2026-11-22', facts).state).toBe('expiresSoon');
    expect(verdictOn('2026-11-23', facts).state).toBe('expired');
  });

  test.each<[string, string, VerdictState, number | null]>([
    ['2023', '2025-12-31', 'valid', 4],
    ['2023', '2026-01-01', 'valid', 4],
    ['2023', '2026-01-02', 'termUnknown', 4],
    ['2023', '2026-12-31', 'termUnknown', 4],
    ['2023', '2027-01-01', 'expired', null],
    ['2023-11', '2026-11-01', 'valid', 4],
    ['2023-11', '2026-11-02', 'termUnknown', 4],
    ['2023-11', '2026-12-01', 'expired', null],
    ['', '2026-11-22', 'termUnknown', 4],
  ])('issued %j: on %s %s, only when both bounds agree', (issuedOn, today, state, stars) => {
    expect(verdictOn(today, { recognitions: [recognised({ issuedOn })] })).toMatchObject({
      state,
      stars,
      lastDay: null,
    });
  });

  test.each<[string, boolean, string, VerdictState]>([
    ['2026-11-22', true, '2026-05-01', 'inGrace'],
    ['2027-05-20', true, '2026-05-01', 'inGrace'],
    ['2027-05-21', true, '2026-05-01', 'expired'],
    ['2026-11-22', false, '2026-05-01', 'expired'],
    ['2026-11-22', true, '', 'expired'],
  ])('on %s, grace %j, filed %j: %s', (today, grace, refiledOn, state) => {
    const recognitions = [recognised({ issuedOn: '', expiresOn: '2026-11-21', refiledOn })];
    const verdict = verdictOn(today, { recognitions }, { ...GRACE, grace });
    expect(verdict).toMatchObject({ state, stars: null, lastDay: '2026-11-21' });
    expect(verdict.graceUntil).toBe(state === 'inGrace' ? '2027-05-20' : null);
  });

  test.each<[string, VerdictState]>([
    ['2026-09-09', 'valid'],
    ['2026-09-10', 'revoked'],
  ])('on %s a certificate withdrawn on 10/09/2026 is %s', (today, state) => {
    expect(verdictOn(today, { recognitions: [recognised({ revokedOn: '2026-09-10' })] }).state).toBe(state);
  });
});

describe('which recognition counts', () => {
  const cases: [string, RecognitionFacts[], Partial<ReturnType<typeof verdictOn>>][] = [
    ['none', [], { state: 'notRecognised', stars: null, recognition: null }],
    ['two stars are no recognition', [recognised({ stars: 2 })], { state: 'notRecognised', stars: null }],
    ['the latest', [recognised({ stars: 3, issuedOn: '2024' }), recognised()], { stars: 4, recognition: 1 }],
    ['not a superseded one', [recognised(), recognised({ stars: 3, superseded: true })], { stars: 4, recognition: 0 }],
    ['not one that has not begun', [recognised(), recognised({ stars: 5, issuedOn: '2026-12-01' })], { stars: 4 }],
    [
      'a superseded one until its successor begins',
      [recognised({ superseded: true }), recognised({ stars: 5, issuedOn: '2026-12-01' })],
      { state: 'valid', stars: 4, recognition: 0 },
    ],
    ['a dated one over one without a day', [recognised(), recognised({ stars: 3, issuedOn: '' })], { stars: 4 }],
    ['a re-recognition heals a withdrawal', [REVOKED, recognised({ stars: 3, issuedOn: '2026-06-01' })], { stars: 3 }],
    [
      'pending five stars beside four in force',
      [recognised(), PENDING],
      { state: 'pendingCentral', stars: 4, recognition: 0 },
    ],
    ['pending alone names no stars', [PENDING], { state: 'pendingCentral', stars: null }],
    ['pending does not revive an ended one', [ENDED, PENDING], { state: 'expired', stars: null }],
    [
      'a proposal of tomorrow is not told',
      [{ ...PENDING, issuedOn: '2026-11-23' }],
      { state: 'notRecognised', recognition: null },
    ],
  ];
  test.each(cases)('%s', (_, recognitions, expected) => {
    expect(verdictOn(TODAY, { recognitions })).toMatchObject(expected);
  });
});

describe('a lot', () => {
  const worst = lot({ recalled: true, stampVoid: true, useBy: '2026-01-01', withdrawn: true, described: false });
  const cases: [string, RecognitionFacts[], LotFacts, VerdictState][] = [
    ['recalled before all else', [REVOKED], worst, 'recalled'],
    ['a void stamp before the use-by date', [REVOKED], { ...worst, recalled: false }, 'stampVoid'],
    ['past its use-by date before the certificate', [REVOKED], lot({ useBy: '2026-11-21' }), 'pastUseBy'],
    ['its last day is still good', [recognised()], lot({ useBy: '2026-11-22' }), 'valid'],
    ['a month means its last day', [recognised()], lot({ useBy: '2026-11' }), 'valid'],
    ['withdrawn before nothing filed', [REVOKED], lot({ described: false }), 'revoked'],
    ['ended before nothing filed', [ENDED], lot({ described: false }), 'expired'],
    ['nothing filed before not recognised', [], lot({ described: false }), 'registeredOnly'],
    ['nothing filed before pending', [PENDING], lot({ described: false }), 'registeredOnly'],
    ['nothing filed before in force', [recognised()], lot({ described: false }), 'registeredOnly'],
    ['not recognised', [], lot(), 'notRecognised'],
  ];
  test.each(cases)('%s', (_, recognitions, facts, state) => {
    expect(verdictOn(TODAY, { recognitions, lot: facts }).state).toBe(state);
  });

  test('shows no stars while anything is wrong with it', () => {
    for (const facts of [worst, lot({ useBy: '2026-01-01' }), lot({ described: false })])
      expect(verdictOn(TODAY, { recognitions: [recognised()], lot: facts }).stars).toBeNull();
  });
});

/** Order of the design's words. Each row: facts that alone give the state, those of the lot and those of the certificate. */
const ALONE: readonly [VerdictState, Partial<LotFacts>, RecognitionFacts[] | null][] = [
  ['recalled', { recalled: true }, null],
  ['stampVoid', { stampVoid: true }, null],
  ['pastUseBy', { useBy: '2026-11-21' }, null],
  ['lotWithdrawn', { withdrawn: true }, null],
  ['revoked', {}, [REVOKED]],
  ['expired', {}, [ENDED]],
  ['inGrace', {}, [recognised({ expiresOn: '2026-11-21', refiledOn: '2026-06' })]],
  ['registeredOnly', { described: false }, null],
  ['notRecognised', {}, []],
  ['pendingCentral', {}, [PENDING]],
  ['termUnknown', {}, [recognised({ issuedOn: '' })]],
  ['expiresSoon', {}, [recognised({ expiresOn: TODAY })]],
  ['valid', {}, [recognised()]],
];
const PAIRS = ALONE.flatMap((first, at) => ALONE.slice(at + 1).map((second) => [first, second] as const));

test.each(
  PAIRS.filter(([[, , ofFirst], [, , ofSecond]]) => ofFirst === null || ofSecond === null).map(
    (pair) => [pair[0][0], pair[1][0], pair] as const,
  ),
)('%s is told before %s', (state, _, [[, first, ofFirst], [, second, ofSecond]]) => {
  const facts = { recognitions: ofFirst ?? ofSecond ?? [recognised()], lot: lot({ ...first, ...second }) };
  expect(verdictOn(TODAY, facts, GRACE).state).toBe(state);
});

describe('always', () => {
  test('stars are named only with a certificate that is not ended, withdrawn or missing', () => {
    fc.assert(
      fc.property(wholeDay, verdictFacts, verdictSettings, (today, facts, settings) => {
        const { state, stars, recognition } = verdictOn(today, facts, settings);
        const named: VerdictState[] = ['valid', 'expiresSoon', 'pendingCentral', 'termUnknown'];
        if (stars !== null) expect(named).toContain(state);
        if (stars !== null) expect(facts.recognitions[recognition ?? -1]?.stars).toBe(stars);
      }),
      times(1_000),
    );
  });

  test('pending five stars are never told as five', () => {
    fc.assert(
      fc.property(wholeDay, verdictFacts, verdictSettings, (today, facts, settings) => {
        const { recognition, stars } = verdictOn(today, facts, settings);
        if (recognition !== null && facts.recognitions[recognition]?.pendingCentral) expect(stars).toBeNull();
      }),
    );
  });

  test('an ended certificate does not come back into force by waiting', () => {
    fc.assert(
      fc.property(wholeDay, fc.nat({ max: 3000 }), verdictSettings, (today, later, settings) => {
        const facts = { recognitions: [recognised({ issuedOn: '', expiresOn: addDays(today, -1) })] };
        expect(verdictOn(addDays(today, later), facts, settings).state).toBe('expired');
      }),
    );
  });
});

describe('the timeline', () => {
  test('gives on every later day what the rule gives on that day', () => {
    fc.assert(
      fc.property(wholeDay, fc.nat({ max: 4000 }), verdictFacts, verdictSettings, (today, later, facts, settings) => {
        const day = addDays(today, later);
        const holding = verdictTimeline(today, facts, settings).filter((each) => each.from <= day);
        expect(holding.at(-1)?.verdict).toEqual(verdictOn(day, facts, settings));
      }),
      times(2_000),
    );
  });

  test('begins with the present verdict, then only what lies ahead, in order, without repeating itself', () => {
    fc.assert(
      fc.property(wholeDay, verdictFacts, verdictSettings, (today, facts, settings) => {
        const [now, ...turns] = verdictTimeline(today, facts, settings);
        expect(now?.verdict).toEqual(verdictOn(today, facts, settings));
        expect((now?.from ?? '9') <= today).toBe(true);
        let last = now;
        for (const turn of turns) {
          expect(turn.from > today && turn.from > (last?.from ?? '')).toBe(true);
          expect(turn.verdict).not.toEqual(last?.verdict);
          last = turn;
        }
      }),
      times(1_000),
    );
  });

  test('is the same on each day on which the verdict is', () => {
    const facts = { recognitions: [recognised()], lot: lot({ useBy: '2027-01-01' }) };
    expect(verdictTimeline('2026-01-01', facts)).toEqual(verdictTimeline('2026-11-22', facts));
  });
});

test('every state can be reached', () => {
  const reached = [
    verdictOn(TODAY, { recognitions: [], lot: lot({ recalled: true }) }),
    verdictOn(TODAY, { recognitions: [], lot: lot({ stampVoid: true }) }),
    verdictOn(TODAY, { recognitions: [], lot: lot({ useBy: '2020' }) }),
    verdictOn(TODAY, { recognitions: [], lot: lot({ withdrawn: true }) }),
    verdictOn(TODAY, { recognitions: [REVOKED] }),
    verdictOn(TODAY, { recognitions: [ENDED] }),
    verdictOn('2026-11-22', { recognitions: [recognised({ expiresOn: '2026-11-21', refiledOn: '2026-06' })] }, GRACE),
    verdictOn(TODAY, { recognitions: [], lot: lot({ described: false }) }),
    verdictOn(TODAY, { recognitions: [] }),
    verdictOn(TODAY, { recognitions: [PENDING] }),
    verdictOn(TODAY, { recognitions: [recognised({ issuedOn: '' })] }),
    verdictOn(TODAY, { recognitions: [recognised({ expiresOn: TODAY })] }),
    verdictOn(TODAY, { recognitions: [recognised()] }),
  ];
  expect(reached.map((each) => each.state)).toEqual([...VERDICT_STATES]);
});
