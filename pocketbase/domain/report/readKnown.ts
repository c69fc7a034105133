/** Reads the records of a report through any client of PocketBase: the admin's, which sees what its person may see, or a command's. */
import type { Day } from '#domain/rules/day.ts';
import type { RecordValues } from '#domain/rules/revision.ts';
import { asKnown, type Change, closeOf, type Known } from './known.ts';
import {
  COUNTED_COLLECTIONS,
  COUNTED_FIELDS,
  type CountedCollection,
  countedRecord,
  type ReportRecords,
} from './records.ts';

/** A question to PocketBase, in its own language. */
export interface PageQuery {
  page: number;
  perPage: number;
  sort: string;
  filter: string;
  fields: string;
}
export type AskPage = (collection: string, query: PageQuery) => Promise<RecordValues[]>;

const PAGE = 1_000;

/** All records by id: unlike page numbers this stays right while others write. */
async function readPresent(ask: AskPage, collection: CountedCollection): Promise<Known[]> {
  const records: Known[] = [];
  const fields = ['id', ...COUNTED_FIELDS[collection]].join(',');
  for (let last = ''; ; ) {
    const query = { page: 1, perPage: PAGE, sort: 'id', filter: `id > "${last}"`, fields };
    const page = (await ask(collection, query)) as Known[];
    records.push(...page);
    if (page.length < PAGE) return records;
    last = page.at(-1)?.id ?? '';
  }
}

/** Every change since an instant, in order; rows are only ever added at the end. */
async function readChanges(ask: AskPage, since: string): Promise<Map<string, Change[]>> {
  const changes = new Map<string, Change[]>();
  const filter = `created >= "${since}" && (${COUNTED_COLLECTIONS.map((name) => `collection = "${name}"`).join(' || ')})`;
  const fields = 'collection,record,action,before';
  for (let page = 1; ; page += 1) {
    const rows = await ask('revisions', { page, perPage: PAGE, sort: '@rowid', filter, fields });
    for (const row of rows) {
      const collection = String(row['collection']);
      const of = changes.get(collection) ?? [];
      changes.set(collection, of);
      of.push(row as unknown as Change);
    }
    if (rows.length < PAGE) return changes;
  }
}

/** What is known now, or what was known at the close of a day. */
export async function readKnown(ask: AskPage, day: Day | null): Promise<ReportRecords> {
  const present = new Map<CountedCollection, Known[]>();
  for (const collection of COUNTED_COLLECTIONS) present.set(collection, await readPresent(ask, collection));
  const changes = day === null ? new Map<string, Change[]>() : await readChanges(ask, closeOf(day));
  const entries = COUNTED_COLLECTIONS.map((collection) => {
    const known = asKnown(present.get(collection) ?? [], changes.get(collection) ?? []);
    return [collection, known.map((record) => countedRecord(collection, record))] as const;
  });
  return Object.fromEntries(entries) as unknown as ReportRecords;
}
