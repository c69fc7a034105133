import type { Day, PartialDay } from './day.ts';
import { filingWindow } from './filingWindow.ts';
import type { AuthorityLevel } from './legalBasis.ts';
import { isRecognisedStars } from './stars.ts';
import { termOf } from './term.ts';

/** What the product's history says of one recognition. */
export interface PastRecognition {
  stars: number;
  issuedOn: PartialDay | '';
  expiresOn: PartialDay | '';
  revokedOn: PartialDay | '';
  superseded: boolean;
  pendingCentral: boolean;
}

/**
 * The case that a product's history speaks for (form 01): never recognised is first; one whose certificate ends so soon that the filing
 * window is open, has ended or was withdrawn is evaluated again; one that runs on asks for more stars. A proposal that the office may change.
 */
export function proposedCase(history: readonly PastRecognition[], today: Day): 'first' | 'upgrade' | 're_evaluation' {
  const granted = history.filter((each) => isRecognisedStars(each.stars) && !each.pendingCentral);
  if (granted.length === 0) return 'first';
  const runsOn = granted.some((each) => {
    if (each.superseded || each.revokedOn !== '') return false;
    const term = termOf(each.issuedOn, each.expiresOn);
    return term !== null && today < filingWindow(term).opens;
  });
  return runsOn ? 'upgrade' : 're_evaluation';
}

/** What a decision makes of a result. */
export interface Grant {
  stars: number;
  pendingCentral: boolean;
}

/**
 * Five stars are the ministry's to give: by any other decision the product is put forward, and has none until the ministry decides (Decision
 * 26/2026/QĐ-TTg Art. 7.3). Null where a result comes with no certificate.
 */
export function grantedBy(stars: number, authority: AuthorityLevel | ''): Grant | null {
  if (!isRecognisedStars(stars)) return null;
  const isNational = authority === 'ministry' || authority === 'central';
  return stars === 5 && !isNational ? { stars: 0, pendingCentral: true } : { stars, pendingCentral: false };
}
