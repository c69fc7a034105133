/** Random days, recognitions and lots for property tests. */
import fc from 'fast-check';
import { addDays, type Day, dayFromNumber } from '#domain/rules/day.ts';
import type { ScoredCriterion } from '#domain/rules/evaluation.ts';
import type { AuthorityLevel, LegalBasis } from '#domain/rules/legalBasis.ts';
import type { OtherRecognition, RecognitionDraft } from '#domain/rules/recognitionProblems.ts';
import { TRACE_ALPHABET, withCheckSign } from '#domain/rules/traceCode.ts';
import type { LotFacts, RecognitionFacts, VerdictFacts, VerdictSettings } from '#domain/rules/verdict.ts';

/** Days from 2018 to 2032, around which the programme lives. */
const someDay: fc.Arbitrary<Day> = fc.integer({ min: 17_532, max: 23_010 }).map(dayFromNumber);
/** Days on and beside which a rule begins or ends. */
const turningDay = fc
  .constantFrom('2019-08-21', '2023-02-24', '2025-07-01', '2025-07-06', '2026-05-22', '2026-07-21', '2028-02-29')
  .chain((day) => fc.integer({ min: -1, max: 1 }).map((by) => addDays(day, by)));
export const wholeDay: fc.Arbitrary<Day> = fc.oneof(
  { weight: 5, arbitrary: someDay },
  { weight: 1, arbitrary: turningDay },
);

/** A day as exact as known. */
export const partialDay = fc
  .tuple(wholeDay, fc.constantFrom(4, 7, 10, 10))
  .map(([day, length]) => day.slice(0, length));

export const maybeDay = fc.oneof({ weight: 2, arbitrary: partialDay }, { weight: 1, arbitrary: fc.constant('') });

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
  withdrawn: fc.boolean(),
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

const SYLLABLES = [
  'Hòa',
  'Hoà',
  'Quý',
  'Ước',
  'nguyễn',
  'Đắk',
  'ÐÔNG',
  'mật',
  'ong',
  'Rừng',
  '500',
  'g',
  '–',
  'OCOP',
  '',
];
/** Words as offices write them, composed and not, with what their software leaves behind. */
export const vietnamese = fc
  .array(fc.tuple(fc.constantFrom(...SYLLABLES), fc.constantFrom(' ', '  ', '-', '\u00a0', '\u200b', '/', '')), {
    maxLength: 30,
    size: 'max',
  })
  .chain((parts) =>
    fc.constantFrom('NFC', 'NFD').map((form) =>
      parts
        .map(([word, gap]) => word + gap)
        .join('')
        .normalize(form),
    ),
  );
/** Any text at all, broken ones included. */
export const anyText = fc.oneof(
  vietnamese,
  fc.string({ unit: 'binary', maxLength: 40 }),
  // Halves of signs too.
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes)),
  fc.string({ maxLength: 40 }),
);

const starCount = fc.integer({ min: 0, max: 5 });
export const legalBasis = fc.constantFrom('', 'qd1048', 'qd148', 'qd148_1489', 'qd26_2026') as fc.Arbitrary<
  LegalBasis | ''
>;
const authority = fc.constantFrom('', 'district', 'province', 'ministry', 'central') as fc.Arbitrary<
  AuthorityLevel | ''
>;
const decision = fc.option(fc.record({ decidedOn: maybeDay, authority }), { nil: null });

export const recognitionDraft: fc.Arbitrary<RecognitionDraft> = fc.record({
  stars: starCount,
  score: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100),
  ),
  pendingCentral: fc.boolean(),
  legalBasis,
  issuedOn: maybeDay,
  expiresOn: maybeDay,
  revokedOn: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: partialDay }),
  revocationGround: fc.constantFrom('', 'stopped'),
  revocation: decision,
  superseded: fc.boolean(),
  decision,
});

/** Recognitions of one product in the order in which somebody enters them. */
export const entered: fc.Arbitrary<OtherRecognition[]> = fc
  .array(
    fc.record({
      issuedOn: maybeDay,
      expiresOn: fc.constant(''),
      pendingCentral: fc.boolean(),
      isRevoked: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ isRevoked, ...each }, at) => ({
      ...each,
      id: String(at),
      revokedOn: isRevoked && each.issuedOn !== '' ? '2032-01-01' : '',
      superseded: false,
    })),
  );

const leastFor = fc
  .tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 5 }))
  .map(([three, four, five]) => ({ 3: three, 4: Math.max(three, four), 5: Math.max(three, four, five) }));
/** A set of criteria with points for some of them. */
export const scoredSet = fc
  .array(fc.record({ maxPoints: fc.integer({ min: 1, max: 20 }), leastFor, points: fc.option(fc.nat({ max: 22 })) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => ({
    criteria: all.map(
      ({ maxPoints, leastFor: least }, at): ScoredCriterion => ({ code: String(at), maxPoints, leastFor: least }),
    ),
    results: Object.fromEntries(all.flatMap(({ points }, at) => (points === null ? [] : [[String(at), points]]))),
  }));

/** A record before and after somebody's changes: few fields, so that two people meet. */
const value = fc.constantFrom<unknown>(
  '',
  'a',
  'b',
  0,
  1,
  [],
  ['x'],
  { lon: 0, lat: 0 },
  { lon: 1, lat: 2 },
  null,
  true,
);
export const recordState = fc.record({ name: value, story: value, brand: value, pictures: value });

const time = fc
  .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
export const openingWeek = fc.array(fc.array(fc.record({ opens: time, closes: time }), { maxLength: 2 }), {
  minLength: 7,
  maxLength: 7,
});
export const instantMs = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });

/** Points in and around Viet Nam. */
export const placePoint = fc.record({
  lon: fc.double({ min: 102, max: 110, noNaN: true }),
  lat: fc.double({ min: 8, max: 24, noNaN: true }),
});
