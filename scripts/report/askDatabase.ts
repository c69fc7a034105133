import type PocketBase from 'pocketbase';
import type { AskPage } from '#domain/report/readKnown.ts';

/** Asks a running PocketBase for pages of records, signed in as `pb` is. */
export function askDatabase(pb: PocketBase): AskPage {
  return async (collection, { page, perPage, ...query }) => {
    const { items } = await pb
      .collection(collection)
      .getList(page, perPage, { ...query, skipTotal: true, requestKey: null });
    return items;
  };
}
