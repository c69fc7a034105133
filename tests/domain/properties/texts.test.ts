/** What holds of texts, keys, merges, hours and places, whatever somebody types. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { fold, foldedWords, tidyText, toneKey } from '#domain/rules/fold.ts';
import { gs1CheckDigit, gtinToGtin14, isGtin } from '#domain/rules/gs1.ts';
import { openingState } from '#domain/rules/openingHours.ts';
import { distanceKm, outlineAround } from '#domain/rules/place.ts';
import { storedText, textProblem } from '#domain/rules/plainText.ts';
import { changedFields, mergeChanges, sameValue, stateBefore } from '#domain/rules/revision.ts';
import { freeSlug, nameToSlug, SLUG_PATTERN } from '#domain/rules/slug.ts';
import {
  isTraceCode,
  newTraceCode,
  TRACE_ALPHABET,
  tidyTraceCode,
  traceCodeForReading,
} from '#domain/rules/traceCode.ts';
import { hold } from '#tests/support/hold.ts';
import {
  anyText,
  instantMs,
  openingWeek,
  placePoint,
  recordState,
  traceCode,
  traceSign,
  vietnamese,
} from '../arbitraries.ts';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const gtin = fc
  .constantFrom(7, 11, 12, 13)
  .chain(digits)
  .map((data) => data + gs1CheckDigit(data));
/** What no stored text holds but for tabs and ends of lines. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** Minutes from an instant to the change that it tells of. */
function minutesTo(ms: number, { daysAhead, time }: { daysAhead: number; time: string }): number {
  const now = Math.floor(ms / MINUTE_MS) + 7 * 60;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return daysAhead * DAY_MINUTES + hour * 60 + minute - (now % DAY_MINUTES);
}

hold(0.35, {
  'folding twice is folding once, and composed or not is the same': (runs) =>
    fc.assert(
      fc.property(vietnamese, (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        expect(folded).toMatch(/^[a-z0-9 –\-/]*$/);
        expect(fold(text.toUpperCase())).toBe(folded);
      }),
      runs,
    ),
  'any text at all can be folded, tidied and keyed, and stays so': (runs) =>
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(toneKey(toneKey(text))).toBe(toneKey(text));
        expect(tidyText(tidyText(text))).toBe(tidyText(text));
        expect(foldedWords(text).join('')).toMatch(/^[a-z0-9]*$/);
      }),
      runs,
    ),
  'a name becomes a slug that is one, and stays it': (runs) =>
    fc.assert(
      fc.property(anyText, fc.array(fc.nat({ max: 6 })), (name, taken) => {
        const slug = nameToSlug(name);
        if (slug !== '') expect(slug).toMatch(new RegExp(SLUG_PATTERN));
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(nameToSlug(slug)).toBe(slug);
        const isTaken = (each: string) => taken.some((number) => each === (number < 2 ? slug : `${slug}-${number}`));
        expect(isTaken(freeSlug(slug, isTaken))).toBe(false);
      }),
      runs,
    ),
  'what may be stored is stored once and for all, and holds nothing unseen': (runs) =>
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = storedText(text);
        expect(storedText(stored)).toBe(stored);
        expect(textProblem(stored)).toBe(textProblem(text));
        if (textProblem(text) !== null) return;
        expect(Buffer.from(stored).toString()).toBe(stored);
        expect(JSON.parse(JSON.stringify(stored))).toBe(stored);
        expect(stored).not.toMatch(UNSEEN);
      }),
      runs,
    ),
  'one wrong digit of a GTIN is caught, and 14 digits mean the same': (runs) =>
    fc.assert(
      fc.property(gtin, fc.nat(), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
        expect(isGtin(code)).toBe(true);
        expect(isGtin(gtinToGtin14(code)) && gtinToGtin14(code).endsWith(code)).toBe(true);
        const place = at % code.length;
        const wrong = code.slice(0, place) + ((Number(code[place]) + by) % 10) + code.slice(place + 1);
        expect(isGtin(wrong)).toBe(false);
        // Neighbours that changed places are caught too, but for those five apart.
        const [one, next] = [code[place], code[place + 1]];
        if (one === undefined || next === undefined || Math.abs(Number(one) - Number(next)) % 5 === 0) return;
        expect(isGtin(code.slice(0, place) + next + one + code.slice(place + 2))).toBe(false);
      }),
      runs,
    ),
  'one wrong sign of a trace code and two that changed places are caught': (runs) =>
    fc.assert(
      fc.property(traceCode, fc.nat({ max: 9 }), fc.nat({ max: 9 }), traceSign, (code, at, other, sign) => {
        expect(isTraceCode(code)).toBe(true);
        expect(tidyTraceCode(traceCodeForReading(code).toLowerCase())).toBe(code);
        const signs = [...code];
        if (signs[at] !== sign) expect(isTraceCode(signs.with(at, sign).join(''))).toBe(false);
        if (signs[at] === signs[other]) return;
        const swapped = signs.with(at, signs[other] ?? '').with(other, signs[at] ?? '');
        expect(isTraceCode(swapped.join(''))).toBe(false);
      }),
      runs,
    ),
  'random bytes make a code that is right, or none': (runs) =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
        const code = newTraceCode(bytes);
        const enough = bytes.filter((byte) => (byte & 31) < TRACE_ALPHABET.length).length >= 9;
        expect(code !== null).toBe(enough);
        if (code !== null) expect(isTraceCode(code)).toBe(true);
      }),
      runs,
    ),
  'of two people’s changes nothing is lost: kept, the same, or asked about': (runs) =>
    fc.assert(
      fc.property(recordState, recordState, recordState, (base, mine, theirs) => {
        const merge = mergeChanges(base, mine, theirs);
        const merged: Record<string, unknown> = { ...theirs, ...merge.mine };
        for (const name of changedFields(base, mine)) {
          const isKept = sameValue(merged[name], mine[name as keyof typeof mine]);
          expect(isKept !== merge.conflicts.includes(name)).toBe(true);
        }
        for (const name of changedFields(base, theirs)) {
          const isTheirs = sameValue(merged[name], theirs[name as keyof typeof theirs]);
          expect(isTheirs).toBe(true);
        }
        expect(mergeChanges(base, theirs, mine).conflicts.toSorted()).toEqual(merge.conflicts.toSorted());
      }),
      runs,
    ),
  'changes of different fields come to the same in whatever order they are merged': (runs) =>
    fc.assert(
      fc.property(
        recordState,
        recordState,
        fc.array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 4 }),
        (base, wanted, owners) => {
          // Each field is changed by at most one of three people.
          const names = Object.keys(base) as (keyof typeof base)[];
          const of = (person: number) => ({
            ...base,
            ...Object.fromEntries(names.filter((_, at) => owners[at] === person).map((name) => [name, wanted[name]])),
          });
          const join = (one: Record<string, unknown>, other: Record<string, unknown>) => {
            const { mine, conflicts } = mergeChanges(base, one, other);
            expect(conflicts).toEqual([]);
            return { ...other, ...mine };
          };
          const [a, b, c] = [of(0), of(1), of(2)];
          const first = join(join(a, b), c);
          const second = join(a, join(b, c));
          for (const name of names) expect(sameValue(first[name], second[name])).toBe(true);
        },
      ),
      runs,
    ),
  'every state that a record ever had comes back': (runs) =>
    fc.assert(
      fc.property(fc.array(recordState, { minLength: 1, maxLength: 5 }), (states) => {
        const steps = states.slice(1).map((after, at) => {
          const before = (states[at] ?? after) as Record<string, unknown>;
          return Object.fromEntries(changedFields(before, after).map((name) => [name, before[name]]));
        });
        const back = stateBefore(states.at(-1) ?? {}, steps.toReversed());
        for (const [name, value] of Object.entries(states[0] ?? {})) expect(sameValue(back[name], value)).toBe(true);
      }),
      runs,
    ),
  'a place is open or closed until the minute that is told, and then the other': (runs) =>
    fc.assert(
      fc.property(openingWeek, instantMs, (week, ms) => {
        const { isOpen, until } = openingState(week, ms);
        if (until === null) return;
        const ahead = minutesTo(ms, until);
        expect(ahead).toBeGreaterThan(0);
        const start = ms - (ms % MINUTE_MS);
        expect(openingState(week, start + ahead * MINUTE_MS).isOpen).toBe(!isOpen);
        expect(openingState(week, start + (ahead - 1) * MINUTE_MS).isOpen).toBe(isOpen);
      }),
      runs,
    ),
  'distances are the same both ways, and no detour is shorter': (runs) =>
    fc.assert(
      fc.property(placePoint, placePoint, placePoint, (a, b, c) => {
        expect(distanceKm(a, a)).toBeCloseTo(0, 6);
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-6);
      }),
      runs,
    ),
  'the shape around points holds them all': (runs) =>
    fc.assert(
      fc.property(
        fc.array(placePoint, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        (points, km) => {
          const outline = outlineAround(points, km);
          expect(outline.length).toBeGreaterThan(2);
          for (const point of points)
            outline.forEach((corner, at) => {
              const next = outline[(at + 1) % outline.length] ?? corner;
              const turn =
                (next.lon - corner.lon) * (point.lat - corner.lat) - (next.lat - corner.lat) * (point.lon - corner.lon);
              expect(turn).toBeGreaterThanOrEqual(0);
            });
        },
      ),
      runs,
    ),
});
