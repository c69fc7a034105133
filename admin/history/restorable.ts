/** What restoring would change. */
import { useQuery } from '@tanstack/react-query';
import type { CollectionName } from '#domain/nouns.ts';
import { changedFields, stateBefore } from '#domain/rules/revision.ts';
import { type RevisionRecord, wholeHistory } from '../api/history.ts';
import type { Failure } from '../api/messages.ts';
import { type AnyRecord, getRecord } from '../api/records.ts';
import { shapesOf } from '../record/schema.ts';

export interface Restorable {
  /** Null when the record is deleted. */
  present: AnyRecord | null;
  /** What the record said after the change, of the fields that are otherwise now. */
  wanted: Record<string, unknown>;
  fields: string[];
  /** Of a deleted record, all that it said; empty where it is there. */
  whole: Record<string, unknown>;
}

/** Never given back: programs count or write them, nobody knows them. */
const NOT_GIVEN_BACK = ['version', 'password', 'file', 'corrections'];

async function presentOf(collection: CollectionName, id: string): Promise<AnyRecord | null> {
  try {
    return await getRecord(collection, id);
  } catch (error) {
    if ((error as Failure).status === 404) return null;
    throw error;
  }
}

async function restorableOf(collection: CollectionName, revision: RevisionRecord): Promise<Restorable> {
  const [present, history] = await Promise.all([
    presentOf(collection, revision.record),
    wholeHistory(collection, revision.record),
  ]);
  const later = history.slice(
    0,
    history.findIndex(({ id }) => id === revision.id),
  );
  const undone = later.filter(({ action }) => action === 'update').map(({ before }) => before ?? {});
  const wanted = stateBefore({}, undone);
  const shapes = shapesOf(collection);
  const fields = changedFields(present ?? {}, wanted).filter(
    (name) => shapes.has(name) && !NOT_GIVEN_BACK.includes(name),
  );
  const deletion = history.find(({ action }) => action === 'delete');
  const said = present === null ? { ...deletion?.before, ...wanted } : {};
  const whole = Object.fromEntries(
    Object.entries(said).filter(([name]) => shapes.has(name) && !NOT_GIVEN_BACK.includes(name)),
  );
  return { present, wanted, fields, whole };
}

/** Asked anew each time: what is restored upon must be what is there. */
export function useRestorable(collection: CollectionName, revision: RevisionRecord, isOpen: boolean) {
  return useQuery<Restorable, Failure>({
    queryKey: [collection, 'restorable', revision.id],
    queryFn: () => restorableOf(collection, revision),
    enabled: isOpen,
    staleTime: 0,
  });
}
