/** What holds of days, terms, filing windows and verdicts, whatever the records say. */
import fc from 'fast-check';
import { expect } from 'vitest';
import {
  addDays,
  addMonths,
  dayBounds,
  dayFromNumber,
  dayNumber,
  daysBetween,
  dayToVietnamese,
  hanoiDay,
  hanoiMidnight,
  isPartialDay,
  isWholeDay,
} from '#domain/rules/day.ts';
import { type RenewalStage, renewalOf } from '#domain/rules/filingWindow.ts';
import { standingInTerm, termOf } from '#domain/rules/term.ts';
import { VERDICT_STATES, verdictOn } from '#domain/rules/verdict.ts';
import { hold } from '#tests/support/hold.ts';
import { maybeDay, partialDay, recognition, verdictFacts, verdictSettings, wholeDay } from '../arbitraries.ts';

/** Years 1 to 9999. */
const anyDay = fc.integer({ min: -719_162, max: 2_932_896 }).map(dayFromNumber);
const days = fc.integer({ min: -5_000, max: 5_000 });
const STAGES: readonly RenewalStage[] = ['notYet', 'dueToFile', 'late', 'ended'];
const STANDINGS = ['inForce', 'unknown', 'ended'];
const IN_ORDER = ['valid', 'expiresSoon', 'inGrace', 'expired'];

hold(0.4, {
  'a day is its number': (runs) =>
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isWholeDay(day)).toBe(true);
        expect(dayFromNumber(dayNumber(day))).toBe(day);
      }),
      runs,
    ),
  'days counted on and back are the same day, in order as text': (runs) =>
    fc.assert(
      fc.property(wholeDay, days, (day, count) => {
        const other = addDays(day, count);
        expect(addDays(other, -count)).toBe(day);
        expect(daysBetween(day, other)).toBe(count);
        expect(Math.sign(other < day ? -1 : other > day ? 1 : 0)).toBe(Math.sign(count));
      }),
      runs,
    ),
  'months later is never earlier, and the later day never ends earlier': (runs) =>
    fc.assert(
      fc.property(wholeDay, wholeDay, fc.nat({ max: 120 }), (one, other, months) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        expect(addMonths(first, months) >= first).toBe(true);
        expect(addMonths(first, months) <= addMonths(second, months)).toBe(true);
        expect(isWholeDay(addMonths(first, months))).toBe(true);
      }),
      runs,
    ),
  'what is known of a day lies between its bounds': (runs) =>
    fc.assert(
      fc.property(partialDay, (day) => {
        const bounds = dayBounds(day);
        expect(isPartialDay(day)).toBe(true);
        expect(bounds !== null && bounds.first <= bounds.last).toBe(true);
        expect(bounds?.first.startsWith(day) && bounds.last.startsWith(day)).toBe(true);
        expect(dayToVietnamese(day).split('/').reverse().join('-')).toBe(day);
      }),
      runs,
    ),
  'a day in Hanoi begins at its midnight and ends with the last instant before the next': (runs) =>
    fc.assert(
      fc.property(wholeDay, (day) => {
        expect(hanoiDay(hanoiMidnight(day))).toBe(day);
        expect(hanoiDay(hanoiMidnight(day) - 1)).toBe(addDays(day, -1));
        // As a clock that knows of zones has it.
        expect(Date.parse(`${day}T00:00:00+07:00`)).toBe(hanoiMidnight(day));
      }),
      runs,
    ),
  'a certificate once ended stays ended': (runs) =>
    fc.assert(
      fc.property(maybeDay, maybeDay, wholeDay, fc.nat({ max: 4_000 }), (issued, expires, day, later) => {
        const term = termOf(issued, expires);
        expect(term === null).toBe(issued === '' && expires === '');
        if (term === null) return;
        expect(term.earliestEnd <= term.latestEnd).toBe(true);
        expect(term.exact).toBe(term.earliestEnd === term.latestEnd);
        const now = STANDINGS.indexOf(standingInTerm(day, term));
        expect(STANDINGS.indexOf(standingInTerm(addDays(day, later), term))).toBeGreaterThanOrEqual(now);
      }),
      runs,
    ),
  'the filing window opens 180 and closes 120 days before the end, and its stages go forward': (runs) =>
    fc.assert(
      fc.property(partialDay, wholeDay, fc.nat({ max: 1_500 }), fc.boolean(), (issued, day, later, grace) => {
        const term = termOf(issued, '');
        if (term === null) return;
        const now = renewalOf(term, false, day, grace);
        expect(daysBetween(now.window.opens, now.window.closes)).toBe(60);
        expect(daysBetween(now.window.closes, term.earliestEnd)).toBe(120);
        const then = renewalOf(term, false, addDays(day, later), grace);
        expect(STAGES.indexOf(then.stage)).toBeGreaterThanOrEqual(STAGES.indexOf(now.stage));
        expect(now.stage === 'ended').toBe(now.daysLeft < 0);
        expect(renewalOf(term, true, day, false).stage).not.toBe('inGrace');
      }),
      runs,
    ),
  'there is one verdict, in the words of the table, and asking again gives the same': (runs) =>
    fc.assert(
      fc.property(wholeDay, verdictFacts, verdictSettings, (today, facts, settings) => {
        const verdict = verdictOn(today, facts, settings);
        expect(VERDICT_STATES.filter((state) => state === verdict.state)).toHaveLength(1);
        expect(verdictOn(today, facts, settings)).toEqual(verdict);
      }),
      runs,
    ),
  'no stars are shown but those of a certificate that has begun, runs, and was not withdrawn': (runs) =>
    fc.assert(
      fc.property(wholeDay, verdictFacts, verdictSettings, (today, facts, settings) => {
        const { stars, recognition: index } = verdictOn(today, facts, settings);
        if (stars === null) return;
        const by = facts.recognitions[index ?? -1];
        expect(by?.stars).toBe(stars);
        expect(by?.pendingCentral).toBe(false);
        expect((dayBounds(by?.issuedOn ?? '')?.first ?? '') <= today).toBe(true);
        expect((termOf(by?.issuedOn ?? '', by?.expiresOn ?? '')?.latestEnd ?? '9') >= today).toBe(true);
        expect((dayBounds(by?.revokedOn ?? '')?.first ?? '9') > today).toBe(true);
      }),
      runs,
    ),
  'one certificate goes from in force to ended and never back': (runs) =>
    fc.assert(
      fc.property(wholeDay, fc.nat({ max: 3_000 }), recognition, verdictSettings, (today, later, one, settings) => {
        const only = { ...one, stars: 4, superseded: false, pendingCentral: false, revokedOn: '' };
        const on = (day: string) => verdictOn(day, { recognitions: [only] }, settings).state;
        const [now, then] = [on(today), on(addDays(today, later))];
        const [from, to] = [IN_ORDER.indexOf(now), IN_ORDER.indexOf(then)];
        if (from >= 0 && to >= 0) expect(to).toBeGreaterThanOrEqual(from);
        if (now === 'expired') expect(then).toBe('expired');
      }),
      runs,
    ),
  'a recall is told before anything else, whatever holds besides': (runs) =>
    fc.assert(
      fc.property(wholeDay, verdictFacts, verdictSettings, (today, facts, settings) => {
        const lot = { recalled: true, stampVoid: true, useBy: '2020', withdrawn: true, described: false };
        expect(verdictOn(today, { ...facts, lot }, settings)).toMatchObject({ state: 'recalled', stars: null });
      }),
      runs,
    ),
  'what was withdrawn shows no stars again by waiting': (runs) =>
    fc.assert(
      fc.property(wholeDay, fc.nat({ max: 3_000 }), recognition, verdictSettings, (revoked, later, one, settings) => {
        const facts = { recognitions: [{ ...one, superseded: false, revokedOn: revoked }] };
        expect(verdictOn(addDays(revoked, later), facts, settings).stars).toBeNull();
      }),
      runs,
    ),
});
