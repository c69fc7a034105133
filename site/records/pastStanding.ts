/**
 * Where products stood on any day, told again from their recognitions: what was decided later did not hold then. Counts of past days
 * come out the same however late they are asked for, unless a record is corrected.
 */
import { recognitionFacts } from '#domain/recognition.ts';
import { type Day, dayBounds, type PartialDay } from '#domain/rules/day.ts';
import { type RecognitionFacts, verdictOn } from '#domain/rules/verdict.ts';
import type { PublicRecognition } from '#domain/snapshot.ts';
import { byId } from '#site/snapshot.ts';
import type { Entry } from './catalogue.ts';
import { productStanding, verdictSettings } from './productStanding.ts';

const isBegun = (day: PartialDay | '', on: Day) => {
  const first = dayBounds(day)?.first;
  return first === undefined || first <= on;
};

/** What of a recognition was known on the day. */
function factsOn(recognition: PublicRecognition, day: Day): RecognitionFacts {
  const facts = recognitionFacts(recognition);
  const successor = byId('recognitions', recognition.superseded_by);
  return {
    ...facts,
    superseded: facts.superseded && isBegun(successor?.issued_on ?? '', day),
    refiledOn: isBegun(facts.refiledOn, day) ? facts.refiledOn : '',
  };
}

/** Stars in force on a day: a number, `unknown` while the source is not exact enough to say, null where there are none. */
export function starsOn({ product }: Entry, day: Day): number | 'unknown' | null {
  const recognitions = productStanding(product.id)
    .recognitions.filter(({ issued_on }) => isBegun(issued_on, day))
    .map((each) => factsOn(each, day));
  const { state, stars } = verdictOn(day, { recognitions }, verdictSettings());
  if (state === 'termUnknown') return 'unknown';
  return state === 'valid' || state === 'expiresSoon' || state === 'pendingCentral' ? stars : null;
}
