/**
 * The one honest verdict on a product or lot, on a given day in Hanoi. Derived from the records, never typed.
 * States and their order: design words, "Verdicts".
 */
import { addDays, type Day, dayBounds, daysBetween, type PartialDay } from './day.ts';
import { isRecognisedStars } from './stars.ts';
import { graceEnd, standingInTerm, type Term, termOf } from './term.ts';

/** In order: of several that hold, the first is told. */
export const VERDICT_STATES = [
  'recalled',
  'stampVoid',
  'pastUseBy',
  'lotWithdrawn',
  'revoked',
  'expired',
  'inGrace',
  'registeredOnly',
  'notRecognised',
  'pendingCentral',
  'termUnknown',
  'expiresSoon',
  'valid',
] as const;
export type VerdictState = (typeof VERDICT_STATES)[number];

/** One decision's outcome for the product, with what is needed of the decision. */
export interface RecognitionFacts {
  stars: number;
  /** At the ministry, undecided: `stars` are those that the province holds to, never five. */
  pendingCentral: boolean;
  issuedOn: PartialDay | '';
  expiresOn: PartialDay | '';
  /** The day the dossier for re-evaluation was filed; empty when none was. */
  refiledOn: PartialDay | '';
  revokedOn: PartialDay | '';
  /** Whether a later recognition took its place. */
  superseded: boolean;
}

/** What the lot itself says; days are whole or empty. */
export interface LotFacts {
  recalled: boolean;
  stampVoid: boolean;
  useBy: PartialDay | '';
  /** Taken out of circulation before it reached anybody. */
  withdrawn: boolean;
  /** Whether anything but the code has been filed. */
  described: boolean;
}

export interface VerdictFacts {
  recognitions: readonly RecognitionFacts[];
  /** Absent on a product's page. */
  lot?: LotFacts;
}

export interface VerdictSettings {
  /** Whether the office applies the transitional grace (off by default). */
  grace: boolean;
  /** Days before the end at which the shopper is told how many are left. */
  expiresSoonDays: number;
}

export const DEFAULT_VERDICT_SETTINGS: VerdictSettings = { grace: false, expiresSoonDays: 30 };

export interface Verdict {
  state: VerdictState;
  /** Stars that may be shown or named in the headline; null where none may. */
  stars: number | null;
  /** Index in `recognitions` of the one that decided; null where none did. */
  recognition: number | null;
  /** Last day in force where it is known exactly. */
  lastDay: Day | null;
  /** Last day of grace, for `inGrace`. */
  graceUntil: Day | null;
}

function verdict(state: VerdictState, rest: Partial<Verdict> = {}): Verdict {
  return { state, stars: null, recognition: null, lastDay: null, graceUntil: null, ...rest };
}

/** When a recognition began at the earliest; one without any day is the oldest. */
function beginning(recognition: RecognitionFacts): Day {
  return dayBounds(recognition.issuedOn)?.first ?? '';
}

/** The latest begun of the recognitions that `counts` lets through; null where there is none. */
function latestIndex(
  recognitions: readonly RecognitionFacts[],
  today: Day,
  counts: (recognition: RecognitionFacts) => boolean,
): number | null {
  let latest: number | null = null;
  recognitions.forEach((candidate, index) => {
    if (candidate.pendingCentral || !isRecognisedStars(candidate.stars) || !counts(candidate)) return;
    if (beginning(candidate) > today) return;
    const best = latest === null ? undefined : recognitions[latest];
    if (best === undefined || beginning(candidate) >= beginning(best)) latest = index;
  });
  return latest;
}

/**
 * The recognition that counts on a day: begun, recognised stars, not superseded, the latest of those. One that is superseded counts
 * until its successor begins: a decision may be entered before its day.
 */
function runningIndex(recognitions: readonly RecognitionFacts[], today: Day): number | null {
  const running = latestIndex(recognitions, today, (each) => !each.superseded);
  if (running !== null) return running;
  const successorComes = recognitions.some(
    (each) => !each.superseded && !each.pendingCentral && beginning(each) > today,
  );
  return successorComes ? latestIndex(recognitions, today, (each) => each.superseded) : null;
}

function pendingIndex(recognitions: readonly RecognitionFacts[], today: Day): number | null {
  const index = recognitions.findIndex(
    (each) => each.pendingCentral && !each.superseded && each.revokedOn === '' && beginning(each) <= today,
  );
  return index < 0 ? null : index;
}

function isRevoked(recognition: RecognitionFacts, today: Day): boolean {
  const revoked = dayBounds(recognition.revokedOn);
  return revoked !== null && revoked.first <= today;
}

function inTerm(today: Day, term: Term, base: Partial<Verdict>, settings: VerdictSettings): Verdict {
  const soon = term.exact && daysBetween(today, term.latestEnd) <= settings.expiresSoonDays;
  return verdict(soon ? 'expiresSoon' : 'valid', { ...base, lastDay: term.exact ? term.latestEnd : null });
}

function afterTerm(
  today: Day,
  term: Term,
  recognition: RecognitionFacts,
  base: Partial<Verdict>,
  settings: VerdictSettings,
): Verdict {
  const lastDay = term.exact ? term.latestEnd : null;
  const graceUntil = graceEnd(term);
  if (settings.grace && term.exact && recognition.refiledOn !== '' && today <= graceUntil) {
    return verdict('inGrace', { ...base, stars: null, lastDay, graceUntil });
  }
  return verdict('expired', { ...base, stars: null, lastDay });
}

/** The verdict on the certificate alone: what a product's page and card show. */
function recognitionVerdict(today: Day, facts: VerdictFacts, settings: VerdictSettings): Verdict {
  const running = runningIndex(facts.recognitions, today);
  const recognition = running === null ? undefined : facts.recognitions[running];
  const pending = pendingIndex(facts.recognitions, today);
  if (recognition === undefined) {
    return pending === null ? verdict('notRecognised') : verdict('pendingCentral', { recognition: pending });
  }
  const base = { stars: recognition.stars, recognition: running };
  if (isRevoked(recognition, today)) return verdict('revoked', { ...base, stars: null });
  const term = termOf(recognition.issuedOn, recognition.expiresOn);
  if (term === null) return verdict('termUnknown', base);
  const standing = standingInTerm(today, term);
  if (standing === 'ended') return afterTerm(today, term, recognition, base, settings);
  if (standing === 'unknown') return verdict('termUnknown', base);
  if (pending !== null) return verdict('pendingCentral', { ...base, lastDay: term.exact ? term.latestEnd : null });
  return inTerm(today, term, base, settings);
}

/** The verdict of the lot's own facts, and the certificate's behind it. */
export function verdictOn(
  today: Day,
  facts: VerdictFacts,
  settings: VerdictSettings = DEFAULT_VERDICT_SETTINGS,
): Verdict {
  const ofRecognition = recognitionVerdict(today, facts, settings);
  const lot = facts.lot;
  if (lot === undefined) return ofRecognition;
  const { recognition, lastDay } = ofRecognition;
  if (lot.recalled) return verdict('recalled', { recognition, lastDay });
  if (lot.stampVoid) return verdict('stampVoid', { recognition, lastDay });
  const useBy = dayBounds(lot.useBy);
  if (useBy !== null && today > useBy.last) return verdict('pastUseBy', { recognition, lastDay });
  if (lot.withdrawn) return verdict('lotWithdrawn', { recognition, lastDay });
  const registeredRank = VERDICT_STATES.indexOf('registeredOnly');
  if (!lot.described && VERDICT_STATES.indexOf(ofRecognition.state) > registeredRank)
    return verdict('registeredOnly', { recognition, lastDay });
  return ofRecognition;
}

/** Whole days on which a verdict may turn, sorted. */
function turningDays(facts: VerdictFacts, settings: VerdictSettings): Day[] {
  const days: Day[] = [];
  for (const recognition of facts.recognitions) {
    const issued = dayBounds(recognition.issuedOn);
    const revoked = dayBounds(recognition.revokedOn);
    const term = termOf(recognition.issuedOn, recognition.expiresOn);
    if (issued !== null) days.push(issued.first);
    if (revoked !== null) days.push(revoked.first);
    if (term === null) continue;
    days.push(addDays(term.earliestEnd, 1), addDays(term.latestEnd, 1), addDays(graceEnd(term), 1));
    days.push(addDays(term.latestEnd, -settings.expiresSoonDays));
  }
  const useBy = dayBounds(facts.lot?.useBy ?? '');
  if (useBy !== null) days.push(addDays(useBy.last, 1));
  return days.sort();
}

/** A verdict and the first day on which it holds. */
export interface VerdictFrom {
  from: Day;
  verdict: Verdict;
}

function sameVerdict(a: Verdict, b: Verdict): boolean {
  return a.state === b.state && a.stars === b.stars && a.recognition === b.recognition && a.lastDay === b.lastDay;
}

/**
 * The verdict on `today` and every later turn of it that can already be known: what a page carries so that it is right on the day it
 * is opened, without anyone publishing. `from` of the first is the day on which the present verdict began, not today, so that a page
 * whose verdict did not change stays the same to the byte.
 */
export function verdictTimeline(
  today: Day,
  facts: VerdictFacts,
  settings: VerdictSettings = DEFAULT_VERDICT_SETTINGS,
): VerdictFrom[] {
  const timeline: VerdictFrom[] = [];
  for (const from of ['0001-01-01', ...turningDays(facts, settings)]) {
    const next = verdictOn(from, facts, settings);
    const last = timeline[timeline.length - 1];
    if (last !== undefined && sameVerdict(last.verdict, next)) continue;
    if (last !== undefined && last.from === from) last.verdict = next;
    else timeline.push({ from, verdict: next });
  }
  let current = 0;
  timeline.forEach((each, index) => {
    if (each.from <= today) current = index;
  });
  return timeline.slice(current);
}
