import { nouns } from '#domain/nouns.ts';
import type { Problem } from '#domain/release.ts';
import type { HiddenFinder } from '../hidden.ts';
import type { Office, ReadCollection } from '../read.ts';
import type { Selection } from '../select.ts';
import type { SnapshotContent } from '../write-snapshot.ts';

/** What a check looks at. */
export interface CheckContext {
  office: Office;
  selection: Selection;
  content: SnapshotContent;
  finder: HiddenFinder;
  today: string;
}

/** A collection of which records are selected for the public. */
export type SelectedCollection = keyof Selection;

type AnyRecord = { id: string } & Record<string, unknown>;

/** The records of a collection as plain values, for checks that are driven by a table. */
export function plainRecords(source: Partial<Office>, collection: ReadCollection): AnyRecord[] {
  return (source[collection] ?? []) as unknown as AnyRecord[];
}

/** Where a record's name is that of another one. */
const NAMED_BY: Partial<Record<ReadCollection, [field: string, collection: ReadCollection]>> = {
  recognitions: ['product', 'products'],
  producer_contacts: ['producer', 'producers'],
  pack_variants: ['product', 'products'],
};

/** The name by which staff know a record. */
function titleOf(office: Office, collection: ReadCollection, record: AnyRecord): string {
  const named = NAMED_BY[collection];
  if (named !== undefined) {
    const other = plainRecords(office, named[1]).find((each) => each.id === record[named[0]]);
    if (other !== undefined) return titleOf(office, named[1], other);
  }
  return String(record[nouns[collection].title] ?? '') || record.id;
}

/** A problem at a field of a record. */
export function problemAt(
  office: Office,
  severity: Problem['severity'],
  collection: ReadCollection,
  record: { id: string },
  field: string,
  message: string,
): Problem {
  const title = titleOf(office, collection, record as AnyRecord);
  return { severity, collection, record: record.id, title, field, message };
}
