/** Random days, recognitions and lots for property tests. */
import fc from 'fast-check';
import { type Day, dayFromNumber } from '#domain/rules/day.ts';
import { TRACE_ALPHABET, withCheckSign } from '#domain/rules/traceCode.ts';
import type { LotFacts, RecognitionFacts, VerdictFacts, VerdictSettings } from '#domain/rules/verdict.ts';

/** Days from 2018 to 2032, around which the programme lives. */
export const wholeDay: fc.Arbitrary<Day> = fc.integer({ min: 17_532, max: 23_010 }).map(dayFromNumber);

/** A day as exact as known. */
export const partialDay = fc
  .tuple(wholeDay, fc.constantFrom(4, 7, 10, 10))
  .map(([day, length]) => day.slice(0, length));

const maybeDay = fc.oneof({ weight: 2, arbitrary: partialDay }, { weight: 1, arbitrary: fc.constant('') });

export const recognition: fc.Arbitrary<RecognitionFacts> = fc.record({
  stars: fc.integer({ min: 1, max: 5 }),
  pendingCentral: fc.boolean(),
  issuedOn: maybeDay,
  expiresOn: maybeDay,
  refiledOn: maybeDay,
  revokedOn: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: partialDay }),
  superseded: fc.boolean(),
});

const lot: fc.Arbitrary<LotFacts> = fc.record({
  recalled: fc.boolean(),
  stampVoid: fc.boolean(),
  useBy: maybeDay,
  described: fc.boolean(),
});

export const verdictFacts: fc.Arbitrary<VerdictFacts> = fc
  .record({ recognitions: fc.array(recognition, { maxLength: 4 }), lot: fc.option(lot, { nil: undefined }) })
  .map(({ recognitions, lot: ofLot }) => (ofLot === undefined ? { recognitions } : { recognitions, lot: ofLot }));

export const verdictSettings: fc.Arbitrary<VerdictSettings> = fc.record({
  grace: fc.boolean(),
  expiresSoonDays: fc.integer({ min: 0, max: 60 }),
});

export const traceSign = fc.constantFrom(...TRACE_ALPHABET);
export const traceCode = fc
  .array(traceSign, { minLength: 9, maxLength: 9 })
  .map((signs) => withCheckSign(signs.join('')));
