/** Records that many rows point to, read once: a producer stands in a row of each of its products, recognitions and papers. */
import type { SnapshotCollection, SnapshotRecords } from '#domain/snapshot.ts';
import { byId } from '#site/snapshot.ts';

/** Enough for all producers of a province; rows of one product follow each other. */
const MOST_KEPT = 5_000;

const kept = new Map<string, SnapshotRecords[SnapshotCollection] | undefined>();

/** A record by its id; undefined for the empty id or one that is not public. */
export function recordById<C extends SnapshotCollection>(collection: C, id: string): SnapshotRecords[C] | undefined {
  if (id === '') return undefined;
  const key = `${collection} ${id}`;
  if (!kept.has(key)) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, byId(collection, id));
  }
  return kept.get(key) as SnapshotRecords[C] | undefined;
}
