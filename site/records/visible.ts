/** What lists, counts and the search index hold: everything but what was withdrawn from the catalogue, which keeps only its page. */
import { dayBounds } from '#domain/rules/day.ts';
import type { SnapshotRecords } from '#domain/snapshot.ts';
import { all, settings } from '#site/snapshot.ts';

type Listed = 'products' | 'producers' | 'sales_points' | 'fairs';

/** Whether a record is still in the catalogue. */
export function isListed(record: { state: string }): boolean {
  return record.state !== 'withdrawn';
}

/** All records of a collection that lists show. */
export function listed<C extends Listed>(collection: C): SnapshotRecords[C][] {
  return all(collection).filter(isListed);
}

/** Whether something with a closing day is still open on the day of publishing. */
export function isOpen(record: { closed_on: string }): boolean {
  const closed = dayBounds(record.closed_on);
  return closed === null || closed.first > settings().as_of;
}
