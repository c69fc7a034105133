import { dayBounds, type PartialDay } from './day.ts';
import { isRecognisedStars } from './stars.ts';

/** Form 01 of Decision 26/2026/QĐ-TTg knows three cases. */
export type RecognitionCase = 'first' | 'upgrade' | 're_evaluation';

/** What is needed of one recognition of a product. */
export interface EarlierRecognition {
  stars: number;
  pendingCentral: boolean;
  issuedOn: PartialDay | '';
  revokedOn: PartialDay | '';
}

/** -1 where the one came before the other, 1 where after; 0 where their days do not tell. */
function order(one: PartialDay | '', other: PartialDay | ''): number {
  const [a, b] = [dayBounds(one), dayBounds(other)];
  if (a === null || b === null) return 0;
  if (a.last < b.first) return -1;
  return b.last < a.first ? 1 : 0;
}

/**
 * The case that a product's known history speaks for; empty where it tells none: an order that no day shows, or a certificate that was
 * withdrawn. A proposal to the ministry is no recognition. More stars than the last time is an upgrade, as many or fewer a re-evaluation.
 */
export function caseFromHistory(
  draft: { stars: number; issuedOn: PartialDay | '' },
  others: readonly EarlierRecognition[],
): RecognitionCase | '' {
  let last: EarlierRecognition | null = null;
  for (const other of others) {
    if (other.pendingCentral || !isRecognisedStars(other.stars)) continue;
    const place = order(other.issuedOn, draft.issuedOn);
    if (place === 0) return '';
    if (place > 0) continue;
    const toLast = last === null ? 1 : order(other.issuedOn, last.issuedOn);
    if (toLast === 0) return '';
    if (toLast > 0) last = other;
  }
  if (last === null) return 'first';
  if (last.revokedOn !== '') return '';
  return draft.stars > last.stars ? 'upgrade' : 're_evaluation';
}
