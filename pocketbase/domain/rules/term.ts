import { addDays, addMonths, type Day, dayBounds, type PartialDay } from './day.ts';

/** A certificate's term (Decision 26/2026/QĐ-TTg Art. 4.3). */
export const CERTIFICATE_MONTHS = 36;
/** Longest grace past the term while a re-evaluation is decided (Art. 12.3, a transition clause). */
export const GRACE_DAYS = 180;

/** The last day in force: the earliest and the latest it may be, equal when the source is exact. */
export interface Term {
  earliestEnd: Day;
  latestEnd: Day;
  /** Whether both bounds are one day. */
  exact: boolean;
}

/**
 * The term of a certificate from its explicit last day, else from its day of issue (as exact as known) and 36 months.
 * Null when neither is known. The corresponding day itself still counts (Civil Code 2015 Art. 148.3); authorities have read
 * this differently, hence the explicit day.
 */
export function termOf(issuedOn: PartialDay, expiresOn: PartialDay): Term | null {
  const explicit = dayBounds(expiresOn);
  if (explicit !== null)
    return { earliestEnd: explicit.first, latestEnd: explicit.last, exact: explicit.first === explicit.last };
  const issued = dayBounds(issuedOn);
  if (issued === null) return null;
  const earliestEnd = addMonths(issued.first, CERTIFICATE_MONTHS);
  const latestEnd = addMonths(issued.last, CERTIFICATE_MONTHS);
  return { earliestEnd, latestEnd, exact: earliestEnd === latestEnd };
}

/** Where a day stands in a term: `unknown` while only one of the two bounds has passed. */
export function standingInTerm(today: Day, term: Term): 'inForce' | 'ended' | 'unknown' {
  if (today <= term.earliestEnd) return 'inForce';
  return today > term.latestEnd ? 'ended' : 'unknown';
}

/** The last day of grace for an exact term. */
export function graceEnd(term: Term): Day {
  return addDays(term.latestEnd, GRACE_DAYS);
}
