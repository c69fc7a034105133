/**
 * Where a product stood on any day, told again from its recognitions: what was decided later did not hold then. The one home of "which
 * recognition is in force on day D": pages, targets and reports count by it. A past day comes out the same however late it is asked for,
 * unless a record is corrected.
 */
import { type Recognition, recognitionFacts } from './recognition.ts';
import { type Day, dayBounds, type PartialDay } from './rules/day.ts';
import { DEFAULT_VERDICT_SETTINGS, type Verdict, type VerdictSettings, verdictOn } from './rules/verdict.ts';

/** What of a recognition decides where its product stands. */
export type DatedRecognition = Pick<
  Recognition,
  'id' | 'stars' | 'pending_central' | 'issued_on' | 'expires_on' | 'refiled_on' | 'superseded_by' | 'revoked_on'
>;

/** A verdict with the recognition that decided it; null where none did. */
export interface Standing<R> {
  verdict: Verdict;
  recognition: R | null;
}

const isBegun = (day: PartialDay | '', on: Day) => {
  const first = dayBounds(day)?.first;
  return first === undefined || first <= on;
};

/** What held of a product on a day. `recognitions` are all of that product: a successor is looked for among them. */
export function standingOn<R extends DatedRecognition>(
  recognitions: readonly R[],
  day: Day,
  settings: VerdictSettings = DEFAULT_VERDICT_SETTINGS,
): Standing<R> {
  const issued = new Map(recognitions.map(({ id, issued_on }) => [id, issued_on]));
  const begun = recognitions.filter(({ issued_on }) => isBegun(issued_on, day));
  const facts = begun.map((recognition) => ({
    ...recognitionFacts(recognition),
    superseded: recognition.superseded_by !== '' && isBegun(issued.get(recognition.superseded_by) ?? '', day),
    refiledOn: isBegun(recognition.refiled_on, day) ? recognition.refiled_on : '',
  }));
  const verdict = verdictOn(day, { recognitions: facts }, settings);
  return { verdict, recognition: verdict.recognition === null ? null : (begun[verdict.recognition] ?? null) };
}

/** Stars in force: a number, `unknown` while the source is not exact enough to say, null where there are none. */
export function starsInForce({ state, stars }: Verdict): number | 'unknown' | null {
  if (state === 'termUnknown') return 'unknown';
  return state === 'valid' || state === 'expiresSoon' || state === 'pendingCentral' ? stars : null;
}
