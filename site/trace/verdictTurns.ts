/** The panels that a page carries: the verdict on the day of publishing and every later turn that can already be known. */
import type { Day } from '#domain/rules/day.ts';
import { VERDICT_STATES, type VerdictFrom, type VerdictState } from '#domain/rules/verdict.ts';
import type { PublicRecognition } from '#domain/snapshot.ts';
import { type Language, type VerdictWordFacts, type VerdictWords, verdictWords } from '#domain/verdictWords.ts';
import { byId } from '#site/snapshot.ts';

/** One panel, and the first day on which it is the one to show. */
export interface Turn {
  from: Day;
  words: VerdictWords;
  /** Stars drawn in the panel; null without a certificate known to be in force. */
  stars: number | null;
  /** Last day in force, where a script may tell how many days are left. */
  lastDay: Day | null;
  /** Better news than something before it: only the server's clock is believed, a phone's clock that runs ahead is not. */
  serverOnly: boolean;
}

const WITH_STARS: readonly VerdictState[] = ['valid', 'expiresSoon', 'pendingCentral'];

type OtherFacts = Omit<VerdictWordFacts, 'stars' | 'lastDay' | 'graceUntil' | 'daysLeft' | 'issuedOn' | 'revocation'>;

function revocationOf(recognition: PublicRecognition | undefined): NonNullable<VerdictWordFacts['revocation']> | null {
  if (recognition === undefined || recognition.revoked_on === '') return null;
  const decision = byId('decisions', recognition.revocation_decision);
  return {
    number: decision?.number ?? '',
    day: decision?.decided_on || recognition.revoked_on,
    authority: decision?.authority_name ?? '',
  };
}

/** Panels for a timeline over `recognitions` (the same list, in the same order, as the timeline was made from). */
export function verdictTurns(
  timeline: readonly VerdictFrom[],
  recognitions: readonly PublicRecognition[],
  others: OtherFacts,
  language: Language = 'vi',
): Turn[] {
  let worst: number = VERDICT_STATES.length;
  return timeline.map(({ from, verdict }) => {
    const recognition = verdict.recognition === null ? undefined : recognitions[verdict.recognition];
    const revocation = revocationOf(recognition);
    const facts: VerdictWordFacts = {
      ...others,
      stars: verdict.stars,
      lastDay: verdict.lastDay,
      graceUntil: verdict.graceUntil,
      issuedOn: recognition?.issued_on || (byId('decisions', recognition?.decision ?? '')?.decided_on ?? ''),
      ...(revocation === null ? {} : { revocation }),
    };
    const rank = VERDICT_STATES.indexOf(verdict.state);
    const serverOnly = rank > worst;
    worst = Math.min(worst, rank);
    const stars = WITH_STARS.includes(verdict.state) ? verdict.stars : null;
    const lastDay = verdict.state === 'expiresSoon' ? verdict.lastDay : null;
    return { from, words: verdictWords(verdict.state, facts, language), stars, lastDay, serverOnly };
  });
}
