/** What was: revisions of records, restoring them, and forgetting a person's. */
import type { CollectionName } from '#domain/nouns.ts';
import type { Revision } from '#domain/revision.ts';
import { pocketbase } from './client.ts';
import { orFailure } from './messages.ts';
import { type AnyRecord, allRecords, listRecords, where } from './records.ts';

export type RevisionRecord = Revision & AnyRecord;

const ofRecord = (collection: CollectionName, record: string) =>
  where('collection={:collection} && record={:record}', { collection, record });

/** One page of a record's changes, the newest first. */
export async function revisionsOf(collection: CollectionName, record: string, page: number, perPage: number) {
  const found = await listRecords('revisions', {
    page,
    perPage,
    filter: ofRecord(collection, record),
    sort: '-@rowid',
  });
  return { items: found.items as RevisionRecord[], total: found.total };
}

/** All changes of a record, the newest first. */
export async function wholeHistory(collection: CollectionName, record: string): Promise<RevisionRecord[]> {
  return (await allRecords('revisions', { filter: ofRecord(collection, record), sort: '-@rowid' })) as RevisionRecord[];
}

/** Makes a record again what it was after a change; `fields` narrows what comes back, `reason` is owed by lots that are out in the world. */
export function restoreRevision(
  revision: string,
  version: unknown,
  choice: { fields?: readonly string[]; reason?: string } = {},
): Promise<unknown> {
  const { fields, reason = '' } = choice;
  const body = { version, fields, ...(reason === '' ? {} : { correction_reason: reason }) };
  return orFailure(
    pocketbase.send(`/api/ocop/revisions/${encodeURIComponent(revision)}/restore`, { method: 'POST', body }),
  );
}

/** Takes the values of a person's record out of its history, for good. */
export function eraseHistory(collection: CollectionName, record: string, note: string): Promise<unknown> {
  return orFailure(pocketbase.send('/api/ocop/erasures', { method: 'POST', body: { collection, record, note } }));
}
