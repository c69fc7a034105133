/**
 * Records as they were known at the close of a day. What was known then is found from what is known now by taking back every later
 * change: `revisions` keep of each what it found. A later correction, withdrawal or deletion therefore changes no report of that day.
 */
import { addDays, type Day, hanoiMidnight } from '#domain/rules/day.ts';
import { type RecordValues, stateBefore } from '#domain/rules/revision.ts';

/** A change of one record, as `revisions` keep it. */
export interface Change {
  record: string;
  action: string;
  before: RecordValues | null;
}

/** A record with its id. */
export type Known = RecordValues & { id: string };

/** The instant at which a day closes in Hanoi, as PocketBase writes instants: changes from then on were not known. */
export function closeOf(day: Day): string {
  return new Date(hanoiMidnight(addDays(day, 1))).toISOString().replace('T', ' ');
}

/**
 * The records before the given changes, by id. `later` holds the changes in the order in which they were made. Taking back one that the
 * present does not show yet does no harm, so the present may be read first and the changes after it, while others write.
 */
export function asKnown(present: readonly Known[], later: readonly Change[]): Known[] {
  const records = new Map(present.map((record) => [record.id, record]));
  for (const { record, action, before } of [...later].reverse()) {
    if (action === 'create') records.delete(record);
    else if (action === 'delete') records.set(record, { ...before, id: record });
    else if (action === 'update') undo(records, record, before ?? {});
  }
  return [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function undo(records: Map<string, Known>, id: string, before: RecordValues): void {
  const known = records.get(id);
  if (known !== undefined) records.set(id, { ...stateBefore(known, [before]), id });
}
