/** Records that reports are counted from: what a test does not name is empty. */
import {
  COUNTED_COLLECTIONS,
  type Counted,
  type CountedCollection,
  countedRecord,
  type ReportRecords,
} from '#domain/report/records.ts';

type Given = { [C in CountedCollection]?: readonly Partial<Counted<C>>[] };

/** A province of the given records; each has its place in the list as its id where it names none. */
export function provinceOf(given: Given): ReportRecords {
  const entries = COUNTED_COLLECTIONS.map((collection) => [
    collection,
    (given[collection] ?? []).map((record, at) => countedRecord(collection, { id: `${collection}${at}`, ...record })),
  ]);
  return Object.fromEntries(entries) as unknown as ReportRecords;
}
