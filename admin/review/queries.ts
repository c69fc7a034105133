/** What the review asks, and what of it holds for the person at the screen. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { ACCESS } from '#domain/access.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { isApprover, isBeyondDraft, PROPOSED_BY_PRODUCERS } from '#domain/rules/review.ts';
import { may } from '../access.ts';
import type { Failure } from '../api/messages.ts';
import { type ProposalRecord, waitingProposals, waitingWithin } from '../api/proposals.ts';
import { type AnyRecord, countRecords, getRecord } from '../api/records.ts';
import { useSettings } from '../record/queries.ts';
import { shapeOfField, shapesOf } from '../record/schema.ts';
import { usePerson } from '../shell/person.ts';

/** Whether records of a collection are reviewed before the public sees them. */
export function isReviewed(collection: CollectionName): boolean {
  return shapesOf(collection).has('visible_from');
}

/** Relations to the records under whose review a collection's records stand; none of those that have a review of their own. */
export function ownerFields(collection: CollectionName): readonly string[] {
  return ACCESS[collection].reviewedWith ?? [];
}

/** The records to which an inner one belongs, by any of these values; those that have come. */
function useOwners(collection: CollectionName, all: readonly Readonly<Record<string, unknown>>[]): AnyRecord[] {
  const found = new Map<string, CollectionName>();
  for (const field of ownerFields(collection)) {
    const to = shapeOfField(collection, field).to as CollectionName;
    for (const values of all)
      if (typeof values[field] === 'string' && values[field] !== '') found.set(values[field], to);
  }
  const answers = useQueries({
    queries: [...found].map(([id, to]) => ({ queryKey: [to, 'one', id, ''], queryFn: () => getRecord(to, id) })),
  });
  return answers.flatMap(({ data }) => data ?? []);
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

/**
 * How the person at the screen changes a record; null for a new one. `values` are those that are to stand: an inner record goes the way of the
 * records to which it belongs, before and after.
 */
export function useReviewWay(
  collection: CollectionName,
  record: AnyRecord | null,
  values: Readonly<Record<string, unknown>> = {},
): ReviewWay {
  const person = usePerson();
  const { role } = person;
  const mustDiffer = useMustDiffer();
  const owners = useOwners(collection, [record ?? {}, values]);
  const isInner = ownerFields(collection).length > 0;
  if (!isInner && (record === null || !isReviewed(collection))) return DIRECT;
  const only = PROPOSED_BY_PRODUCERS[collection];
  if (role === 'producer') return only === undefined ? DIRECT : { isProposed: true, mayPropose: true, only };
  const states = isInner ? owners.map(({ state }) => String(state)) : [String(record?.['state'])];
  if (!may(person, 'update', collection) || !states.some(isBeyondDraft)) return DIRECT;
  return { isProposed: !isApprover(role) || mustDiffer, mayPropose: true, only: undefined };
}

/** What waits about a record. */
export function useWaiting(collection: CollectionName, record: string) {
  const { role } = usePerson();
  return useQuery<ProposalRecord[], Failure>({
    queryKey: ['proposals', 'about', collection, record],
    queryFn: () => waitingProposals(collection, record),
    enabled: (isReviewed(collection) || ownerFields(collection).length > 0) && may(role, 'see', 'proposals'),
  });
}

/** What waits about records of one kind that belong to a record. */
export function useWaitingWithin(collection: CollectionName, owner: string): ProposalRecord[] {
  const { role } = usePerson();
  const waiting = useQuery<ProposalRecord[], Failure>({
    queryKey: ['proposals', 'within', collection, owner],
    queryFn: () => waitingWithin(collection, owner),
    enabled: ownerFields(collection).length > 0 && may(role, 'see', 'proposals'),
  });
  return waiting.data ?? [];
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
