/** Proposed changes of approved records. */
import type { CollectionName } from '#domain/nouns.ts';
import type { Proposal } from '#domain/proposal.ts';
import { pocketbase } from './client.ts';
import { orFailure } from './messages.ts';
import { type AnyRecord, listRecords, where } from './records.ts';

export type ProposalRecord = Proposal & AnyRecord;

/** What is to become of a record. */
interface Wish {
  values: Readonly<Record<string, unknown>>;
  /** For who approves. */
  comment?: string;
  /** The author's earlier proposal, in whose place this one stands. */
  replaces?: string;
}

/** Field → whose value stays where the record changed since: the proposal's or what is there. */
export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;

const ROUTE = '/api/ocop/proposals';

const send = <T>(path: string, body: object) => orFailure(pocketbase.send<T>(path, { method: 'POST', body }));
const decide = (id: string, deed: string, body: object = {}) =>
  send<unknown>(`${ROUTE}/${encodeURIComponent(id)}/${deed}`, body);

/** Sends a change of a record to review; the answer is the proposal's id. A stale version is refused as of a save. */
export async function proposeChange(collection: CollectionName, record: AnyRecord, wish: Wish): Promise<string> {
  const { id } = await send<{ id: string }>(ROUTE, {
    collection,
    record: record.id,
    version: record['version'],
    ...wish,
  });
  return id;
}

/** Sends to review that an inner record be made; `record` is the id of a deleted one that is to come back. The answer is the proposal's id. */
export async function proposeNew(collection: CollectionName, wish: Wish & { record?: string }): Promise<string> {
  return (await send<{ id: string }>(ROUTE, { deed: 'create', collection, ...wish })).id;
}

/** Sends to review that an inner record be removed. */
export const proposeRemoval = (collection: CollectionName, record: AnyRecord, comment: string) =>
  send<{ id: string }>(ROUTE, { deed: 'remove', collection, record: record.id, version: record['version'], comment });

/** The record becomes what is proposed; `version` is the one that the approver saw. */
export const approveProposal = (id: string, version: unknown, choices: Choices) =>
  decide(id, 'approve', { version, choices });

/** Back to who sent it, saying what is to be mended. */
export const refuseProposal = (id: string, note: string) => decide(id, 'refuse', { note });

export const withdrawProposal = (id: string) => decide(id, 'withdraw');

const WITHIN = "collection={:collection} && owners~{:owner} && state='waiting'";

/** What waits about records of one kind that belong to a record, the oldest first. */
export async function waitingWithin(collection: CollectionName, owner: string): Promise<ProposalRecord[]> {
  const found = await listRecords('proposals', {
    filter: where(WITHIN, { collection, owner }),
    sort: 'created',
    perPage: 50,
  });
  return found.items as ProposalRecord[];
}

/** What waits about a record, the oldest first. */
export async function waitingProposals(collection: CollectionName, record: string): Promise<ProposalRecord[]> {
  const filter = where("collection={:collection} && record={:record} && state='waiting'", { collection, record });
  const found = await listRecords('proposals', { filter, sort: 'created', perPage: 20 });
  return found.items as ProposalRecord[];
}
