/** Saving what two people changed: different fields both stay, of the same field the second person is asked. */
import type { CollectionName } from '#domain/nouns.ts';
import { changedFields, mergeChanges } from '#domain/rules/revision.ts';
import { failureOf } from '../api/messages.ts';
import { type AnyRecord, getRecord, updateRecord } from '../api/records.ts';
import { type FormValues, formValues, valuesToSend } from './schema.ts';

/** What somebody else saved meanwhile, where both changed the same. */
export interface Conflict {
  theirs: AnyRecord;
  mine: FormValues;
  /** Theirs with what only I changed. */
  merged: FormValues;
  /** Fields to which both gave values that differ. */
  fields: string[];
}

/** `proposal`: the id of what waits, where the record stays as it is. */
interface Kept {
  saved: AnyRecord;
  proposal?: string;
}

type Outcome = (Kept & { isMerged: boolean }) | { conflict: Conflict };

/** How changes reach PocketBase: a save, or a proposal. Both refuse a stale version with status 409. */
export type Send = (collection: CollectionName, base: AnyRecord, changes: FormValues) => Promise<Kept>;

/** Saves at once. */
export const saveNow: Send = async (collection, base, changes) => ({
  saved: await updateRecord(collection, base.id, base['version'], changes),
});

/** Saves or proposes what was typed upon `base`; where somebody saved since, upon what is there now. Throws what is no conflict. */
export async function saveMerged(
  collection: CollectionName,
  base: AnyRecord,
  mine: FormValues,
  send: Send = saveNow,
  isMerged = false,
): Promise<Outcome> {
  const before = formValues(collection, base);
  if (isMerged && changedFields(before, mine).length === 0) return { saved: base, isMerged };
  try {
    const body = valuesToSend(collection, before, mine);
    return { ...(await send(collection, base, body)), isMerged };
  } catch (error) {
    const problem = failureOf(error);
    if (!problem.isStale) throw problem;
  }
  const theirs = await getRecord(collection, base.id);
  const there = formValues(collection, theirs);
  const merge = mergeChanges(before, mine, there);
  const merged = { ...there, ...merge.mine };
  if (merge.conflicts.length > 0) return { conflict: { theirs, mine, merged, fields: merge.conflicts } };
  return saveMerged(collection, theirs, merged, send, true);
}
