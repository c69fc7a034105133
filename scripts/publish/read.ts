/** Step 1, reading: every record that publishing needs, through the SDK, as the office keeps it. */
import type PocketBase from 'pocketbase';
import type { z } from 'zod';
import type { Stored } from '#domain/noun.ts';
import type { nouns } from '#domain/nouns.ts';
import { PUBLISHED } from '#domain/published.ts';

/** Collections that publishing reads; people and earlier publishes are none of its business. */
export const READ_COLLECTIONS = [...PUBLISHED, 'media', 'addresses'] as const satisfies readonly (keyof typeof nouns)[];
export type ReadCollection = (typeof READ_COLLECTIONS)[number];

/** A record as PocketBase answers it. */
export type OfficeRecord<C extends ReadCollection> = Stored<z.infer<(typeof nouns)[C]['schema']>>;

/** Everything the office has written, by collection. Holds personal data: it never leaves this process. */
export type Office = { [C in ReadCollection]: OfficeRecord<C>[] };

/** Largest page that PocketBase gives. */
const PAGE = 1_000;

/** All records of a collection, by id: unlike page numbers this stays right while others write. */
async function readAll<C extends ReadCollection>(pb: PocketBase, collection: C, signal?: AbortSignal) {
  const records: OfficeRecord<C>[] = [];
  for (let last = ''; ; ) {
    const page = await pb.collection(collection).getList<OfficeRecord<C>>(1, PAGE, {
      sort: 'id',
      filter: pb.filter('id > {:last}', { last }),
      skipTotal: true,
      requestKey: null,
      ...(signal ? { signal } : {}),
    });
    records.push(...page.items);
    if (page.items.length < PAGE) return records;
    last = page.items.at(-1)?.id ?? '';
  }
}

/**
 * Reads everything. `pb` is signed in as superuser; the sign-in is renewed first, since PocketBase answers one that has ended with empty
 * lists instead of a refusal.
 */
export async function readOffice(pb: PocketBase, signal?: AbortSignal): Promise<Office> {
  await pb.collection('_superusers').authRefresh({ requestKey: null });
  const entries: [string, unknown][] = [];
  for (const collection of READ_COLLECTIONS) entries.push([collection, await readAll(pb, collection, signal)]);
  return Object.fromEntries(entries) as Office;
}
