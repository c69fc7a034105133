import { addDays, type Day, daysBetween } from './day.ts';
import { GRACE_DAYS, type Term } from './term.ts';

/** A dossier for re-evaluation is filed not earlier and not later than so many days before the end (QĐ 26/2026 Art. 7.6.a). */
const OPENS_DAYS_BEFORE = 180;
const CLOSES_DAYS_BEFORE = 120;

export interface FilingWindow {
  opens: Day;
  closes: Day;
}

/** First and last day on which a dossier for re-evaluation is in time; counted from the earliest end where the term is not exact. */
export function filingWindow(term: Term): FilingWindow {
  return {
    opens: addDays(term.earliestEnd, -OPENS_DAYS_BEFORE),
    closes: addDays(term.earliestEnd, -CLOSES_DAYS_BEFORE),
  };
}

/** What the office has to do about one running certificate. */
export type RenewalStage = 'notYet' | 'dueToFile' | 'late' | 'filed' | 'inGrace' | 'ended';

export interface Renewal {
  stage: RenewalStage;
  /** Days to the last day in force; negative once it has passed. */
  daysLeft: number;
  window: FilingWindow;
}

/** Where a certificate stands on its way to re-evaluation. `grace`: whether the office applies the transition clause (Art. 12.3). */
export function renewalOf(term: Term, refiled: boolean, today: Day, grace: boolean): Renewal {
  const window = filingWindow(term);
  const daysLeft = daysBetween(today, term.latestEnd);
  const stage = (): RenewalStage => {
    if (daysLeft < 0) return grace && refiled && -daysLeft <= GRACE_DAYS ? 'inGrace' : 'ended';
    if (refiled) return 'filed';
    if (today < window.opens) return 'notYet';
    return today <= window.closes ? 'dueToFile' : 'late';
  };
  return { stage: stage(), daysLeft, window };
}
