/** Which recognitions of a product a new one takes the place of. */
import { type Day, dayBounds } from '#domain/rules/day.ts';

export interface KnownRecognition {
  id: string;
  issued_on: string;
  superseded_by: string;
  revoked_on: string;
  pending_central: boolean;
}

export interface Supersession {
  /** Those that the new one ends. */
  ended: string[];
  /** The later one that has already ended the new one; empty when it is the latest. */
  endedBy: string;
}

function beginning(issuedOn: string): Day {
  return dayBounds(issuedOn)?.first ?? '';
}

/** A proposal to the ministry ends nothing: the province's stars hold until it is decided. */
export function supersession(
  known: readonly KnownRecognition[],
  fresh: Pick<KnownRecognition, 'issued_on' | 'pending_central'>,
): Supersession {
  if (fresh.pending_central) return { ended: [], endedBy: '' };
  const start = beginning(fresh.issued_on);
  const open = known.filter((each) => each.superseded_by === '' && each.revoked_on === '');
  const ended = open.filter((each) => beginning(each.issued_on) <= start).map((each) => each.id);
  const later = known
    .filter((each) => !each.pending_central && beginning(each.issued_on) > start)
    .sort((a, b) => (beginning(a.issued_on) < beginning(b.issued_on) ? -1 : 1));
  return { ended, endedBy: later[0]?.id ?? '' };
}
