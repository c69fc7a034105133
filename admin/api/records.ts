/** Records of any collection. Every failure leaves here as a `Failure` in words. */
import type { CollectionName } from '#domain/nouns.ts';
import { pocketbase } from './client.ts';
import { type Failure, orFailure } from './messages.ts';

/** A record as PocketBase answers with it; `expand` holds the records its relations point to. */
export interface AnyRecord {
  id: string;
  created: string;
  updated: string;
  expand?: Record<string, AnyRecord | AnyRecord[]>;
  [field: string]: unknown;
}

/** What is asked of a list. `filter` and `sort` in PocketBase's own language. */
export interface ListQuery {
  page?: number;
  perPage?: number;
  filter?: string;
  sort?: string;
  expand?: string;
  fields?: string;
}

export interface RecordPage {
  items: AnyRecord[];
  total: number;
  pages: number;
}

function given(query: ListQuery): Record<string, string> {
  const { filter = '', sort = '', expand = '', fields = '' } = query;
  return Object.fromEntries(Object.entries({ filter, sort, expand, fields }).filter(([, value]) => value !== ''));
}

/** A filter with its values put in safely: `where('name = {:name}', { name })`. */
export function where(template: string, values: Readonly<Record<string, unknown>> = {}): string {
  return pocketbase.filter(template, values);
}

/** One page of a list, with how many there are in all. */
export async function listRecords(collection: CollectionName, query: ListQuery = {}): Promise<RecordPage> {
  const page = await orFailure(
    pocketbase.collection(collection).getList<AnyRecord>(query.page ?? 1, query.perPage ?? 50, given(query)),
  );
  return { items: page.items, total: page.totalItems, pages: page.totalPages };
}

/** All records that match, in batches of 500. For what is known to be few, or narrow by `fields`. */
export function allRecords(collection: CollectionName, query: ListQuery = {}): Promise<AnyRecord[]> {
  return orFailure(pocketbase.collection(collection).getFullList<AnyRecord>({ batch: 500, ...given(query) }));
}

/** Whether PocketBase would take a change of this record from the person signed in. */
export async function isWritable(collection: CollectionName, id: string): Promise<boolean> {
  const path = `/api/ocop/writable/${collection}/${id}`;
  return (await orFailure(pocketbase.send<{ writable: boolean }>(path, { method: 'GET' }))).writable;
}

/** How many records match. */
export async function countRecords(collection: CollectionName, filter: string): Promise<number> {
  const page = await listRecords(collection, { perPage: 1, filter, fields: 'id' });
  return page.total;
}

/** How many ids fit one filter: PocketBase takes 3,500 characters of it. */
const IDS_AT_ONCE = 100;

/** The records of these ids that may be seen, in the order of the ids. */
export async function recordsById(
  collection: CollectionName,
  ids: readonly string[],
  expand = '',
): Promise<AnyRecord[]> {
  const found = new Map<string, AnyRecord>();
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const some = ids.slice(start, start + IDS_AT_ONCE);
    const filter = some.map((id) => where('id={:id}', { id })).join('||');
    const page = await listRecords(collection, { perPage: IDS_AT_ONCE, filter, expand });
    for (const record of page.items) found.set(record.id, record);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

export function getRecord(collection: CollectionName, id: string, expand = ''): Promise<AnyRecord> {
  return orFailure(pocketbase.collection(collection).getOne<AnyRecord>(id, given({ expand })));
}

export function createRecord(collection: CollectionName, values: Record<string, unknown>): Promise<AnyRecord> {
  return orFailure(pocketbase.collection(collection).create<AnyRecord>(values));
}

/** Saves some fields. `version` is the one that was read: PocketBase refuses a stale one with status 409. */
export function updateRecord(
  collection: CollectionName,
  id: string,
  version: unknown,
  values: Record<string, unknown>,
): Promise<AnyRecord> {
  const body = version === undefined ? values : { ...values, version };
  const send = () => orFailure(pocketbase.collection(collection).update<AnyRecord>(id, body));
  return send().catch((error: Failure) => {
    if (!error.mayBeSentAgain) throw error;
    return send();
  });
}

export function removeRecord(collection: CollectionName, id: string): Promise<boolean> {
  return orFailure(pocketbase.collection(collection).delete(id));
}

/** Calls back whenever a record of the collection changes, until the returned function is called. */
export function followRecords(collection: CollectionName, onChange: (record: AnyRecord) => void): () => void {
  const following = pocketbase.collection(collection).subscribe<AnyRecord>('*', (event) => onChange(event.record));
  // Following is a comfort: whoever calls also asks again by itself, so a refused connection is not an error.
  following.catch(() => undefined);
  return () => void following.then((stop) => stop()).catch(() => undefined);
}
