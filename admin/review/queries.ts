/** What the review asks, and what of it holds for the person at the screen. */
import { useQuery } from '@tanstack/react-query';
import type { CollectionName } from '#domain/nouns.ts';
import { isApprover, isBeyondDraft, PROPOSED_BY_PRODUCERS } from '#domain/rules/review.ts';
import { may } from '../access.ts';
import type { Failure } from '../api/messages.ts';
import { type ProposalRecord, waitingProposals } from '../api/proposals.ts';
import { type AnyRecord, countRecords } from '../api/records.ts';
import { useSettings } from '../record/queries.ts';
import { shapesOf } from '../record/schema.ts';
import { usePerson } from '../shell/person.ts';

/** Whether records of a collection are reviewed before the public sees them. */
export function isReviewed(collection: CollectionName): boolean {
  return shapesOf(collection).has('visible_from');
}

/** Whether the office wants author and approver to be two people. */
export function useMustDiffer(): boolean {
  return useSettings()?.reviewers_differ ?? false;
}

/** How the person changes a record under review. */
export interface ReviewWay {
  /** A save of this person is always a proposal. */
  isProposed: boolean;
  /** The person may choose to have another look at it. */
  mayPropose: boolean;
  /** The only fields that this person proposes to change; all where there is none. */
  only: readonly string[] | undefined;
}

/** Saves at once, as of a record without review. */
export const DIRECT: ReviewWay = { isProposed: false, mayPropose: false, only: undefined };

/** How the person at the screen changes a record; null for a new one. */
export function useReviewWay(collection: CollectionName, record: AnyRecord | null): ReviewWay {
  const person = usePerson();
  const { role } = person;
  const mustDiffer = useMustDiffer();
  if (record === null || !isReviewed(collection)) return DIRECT;
  const only = PROPOSED_BY_PRODUCERS[collection];
  if (role === 'producer') return only === undefined ? DIRECT : { isProposed: true, mayPropose: true, only };
  if (!may(person, 'update', collection) || !isBeyondDraft(String(record['state']))) return DIRECT;
  return { isProposed: !isApprover(role) || mustDiffer, mayPropose: true, only: undefined };
}

/** What waits about a record. */
export function useWaiting(collection: CollectionName, record: string) {
  const { role } = usePerson();
  return useQuery<ProposalRecord[], Failure>({
    queryKey: ['proposals', 'about', collection, record],
    queryFn: () => waitingProposals(collection, record),
    enabled: isReviewed(collection) && may(role, 'see', 'proposals'),
  });
}

/** How many proposals wait that the person may see. */
export function useWaitingCount(): number {
  const { role } = usePerson();
  return (
    useQuery<number, Failure>({
      queryKey: ['proposals', 'count', "state='waiting'"],
      queryFn: () => countRecords('proposals', "state='waiting'"),
      enabled: may(role, 'see', 'proposals'),
    }).data ?? 0
  );
}
