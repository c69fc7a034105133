/** What holds of councils' results, of who may grant and withdraw, and of the order of a product's recognitions. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { evaluationOutcome } from '#domain/rules/evaluation.ts';
import { basesOn, couldRestOn, grantorsOf, withdrawersOf } from '#domain/rules/legalBasis.ts';
import { caseFromHistory } from '#domain/rules/recognitionCase.ts';
import {
  type OtherRecognition,
  PROBLEM_FIELDS,
  PROBLEM_WORDS,
  type RecognitionDraft,
  type RecognitionProblem,
  recognitionProblems,
  successionOf,
} from '#domain/rules/recognitionProblems.ts';
import { scoreToStars } from '#domain/rules/stars.ts';
import { hold } from '#tests/support/hold.ts';
import { entered, legalBasis, maybeDay, recognition, recognitionDraft, scoredSet, wholeDay } from '../arbitraries.ts';

const grantedStars = fc.constantFrom(3, 4, 5);
const NO_DECISION = { decidedOn: '', authority: '' } as const;

/** The way out that each refusal names, taken. */
const WAYS_OUT: Readonly<Record<RecognitionProblem, Partial<RecognitionDraft>>> = {
  starsNotRecognised: { stars: 3, score: 0 },
  starsOutsideBand: { score: 0 },
  expiryBeforeIssue: { expiresOn: '' },
  basisNotInForce: { legalBasis: '' },
  authorityCouldNotGrant: { decision: NO_DECISION },
  pendingFiveAsStars: { stars: 4 },
  revokedBeforeIssue: { revokedOn: '2040-01-01' },
  revokedWithoutGround: { revocationGround: 'stopped' },
  revocationWithoutDay: { revocationGround: '', revocation: null },
  authorityCouldNotWithdraw: { revocation: NO_DECISION },
  twoRunning: { issuedOn: '2026-01-01' },
};

/** Enters recognitions one after the other as the hook does; all as they stand at the end. */
function enterAll(all: readonly OtherRecognition[]): Map<string, string> {
  const followedBy = new Map<string, string>();
  const known: OtherRecognition[] = [];
  const present = (each: OtherRecognition) => ({ ...each, superseded: followedBy.has(each.id) });
  for (const each of all) {
    const { supersedes, supersededBy, unclear } = successionOf(each, known.map(present));
    if (unclear.length > 0) continue;
    for (const id of supersedes) followedBy.set(id, each.id);
    if (supersededBy !== '') followedBy.set(each.id, supersededBy);
    known.push(each);
  }
  return followedBy;
}

hold(0.25, {
  'more points never give fewer stars': (runs) =>
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), fc.nat({ max: 10_000 }), (a, b) => {
        const [less, more] = [Math.min(a, b) / 100, Math.max(a, b) / 100];
        expect(scoreToStars(less) ?? 9).toBeLessThanOrEqual(scoreToStars(more) ?? 0);
      }),
      runs,
    ),
  'a result gives no more stars than its band, and says which gates hold it back': (runs) =>
    fc.assert(
      fc.property(scoredSet, fc.option(fc.nat({ max: 100 }), { nil: null }), fc.boolean(), (set, stated, isOut) => {
        const outcome = evaluationOutcome(set.criteria, set.results, stated, isOut);
        const { bandStars, stars, missed } = outcome;
        if (isOut) expect(stars).toBe(0);
        else expect(bandStars === null).toBe(stars === null);
        if (bandStars === null || stars === null || isOut) return;
        expect(stars).toBeLessThanOrEqual(bandStars);
        expect(missed.some((gate) => gate.stars === stars + 1)).toBe(stars < bandStars);
        expect(missed.every((gate) => gate.stars > stars)).toBe(true);
      }),
      runs,
    ),
  'more points for one criterion never give fewer stars': (runs) =>
    fc.assert(
      fc.property(scoredSet, fc.nat({ max: 11 }), fc.nat({ max: 100 }), (set, at, total) => {
        const code = String(at % set.criteria.length);
        const better = { ...set.results, [code]: (set.results[code] ?? 0) + 1 };
        const before = evaluationOutcome(set.criteria, set.results, total, false);
        // The first of all points is what makes gates judged at all.
        if (before.open.length === set.criteria.length) return;
        expect(evaluationOutcome(set.criteria, better, total, false).stars).toBeGreaterThanOrEqual(before.stars ?? 0);
      }),
      runs,
    ),
  'on every day somebody could grant and withdraw three, four and five stars, whatever the basis of that day': (runs) =>
    fc.assert(
      fc.property(grantedStars, legalBasis, maybeDay, (stars, basis, day) => {
        for (const named of ['', ...basesOn(day)] as const) {
          expect(grantorsOf(stars, named, day)).not.toEqual([]);
          if (named !== '') expect(couldRestOn(named, day)).toBe(true);
        }
        expect(withdrawersOf(stars, basis, day)).not.toEqual([]);
      }),
      runs,
    ),
  'no province grants five stars and no district more than it could': (runs) =>
    fc.assert(
      fc.property(legalBasis, wholeDay, (basis, day) => {
        expect(grantorsOf(5, basis, day) ?? []).not.toContain('province');
        if (day > '2025-06-30') expect(grantorsOf(3, basis, day) ?? []).not.toContain('district');
        if (day >= '2026-07-22') expect(withdrawersOf(3, basis, day)).toEqual(['province']);
      }),
      runs,
    ),
  'every refusal names its field and a way out, and who takes it is refused for that no more': (runs) =>
    fc.assert(
      fc.property(recognitionDraft, (draft) => {
        const problems = recognitionProblems(draft);
        expect(new Set(problems).size).toBe(problems.length);
        for (const problem of problems) {
          expect(PROBLEM_FIELDS[problem]).not.toBe('');
          expect(PROBLEM_WORDS[problem]).toMatch(/[Hh]ãy /);
          expect(recognitionProblems({ ...draft, ...WAYS_OUT[problem] })).not.toContain(problem);
        }
        let mended = draft;
        for (let step = 0; step < 8; step += 1)
          for (const problem of recognitionProblems(mended)) mended = { ...mended, ...WAYS_OUT[problem] };
        expect(recognitionProblems(mended)).toEqual([]);
      }),
      runs,
    ),
  'who took whose place never runs in a circle, and only a later one takes a place': (runs) =>
    fc.assert(
      fc.property(entered, (all) => {
        const followedBy = enterAll(all);
        for (const [id, next] of followedBy) {
          const [one, other] = [all[Number(id)], all[Number(next)]];
          expect((one?.issuedOn ?? '') < (other?.issuedOn ?? '')).toBe(true);
          expect(other?.pendingCentral).toBe(false);
        }
        for (const start of followedBy.keys()) {
          let at: string | undefined = start;
          for (let steps = 0; at !== undefined; steps += 1) {
            expect(steps).toBeLessThanOrEqual(all.length);
            at = followedBy.get(at);
          }
        }
      }),
      runs,
    ),
  'of certificates on whole days at most one runs, in whatever order they are entered': (runs) =>
    fc.assert(
      fc.property(fc.uniqueArray(wholeDay, { maxLength: 5 }), wholeDay, (issued, day) => {
        const all = issued.map((issuedOn, at) => ({
          id: String(at),
          issuedOn,
          expiresOn: '',
          revokedOn: '',
          superseded: false,
          pendingCentral: false,
        }));
        const followedBy = enterAll(all);
        const running = all.filter(
          ({ id, issuedOn }) =>
            !followedBy.has(id) && issuedOn <= day && day <= `${Number(issuedOn.slice(0, 4)) + 3}${issuedOn.slice(4)}`,
        );
        expect(running.length).toBeLessThanOrEqual(1);
      }),
      runs,
    ),
  'a proposed case agrees with the history': (runs) =>
    fc.assert(
      fc.property(fc.array(recognition, { maxLength: 4 }), grantedStars, wholeDay, (history, stars, issuedOn) => {
        const proposed = caseFromHistory({ stars, issuedOn }, history);
        const granted = history.filter((each) => !each.pendingCentral && each.stars >= 3);
        if (granted.length === 0) expect(proposed).toBe('first');
        if (proposed === 'upgrade') expect(granted.some((each) => each.stars < stars)).toBe(true);
        if (proposed === 're_evaluation') expect(granted.some((each) => each.stars >= stars)).toBe(true);
      }),
      runs,
    ),
});
