/** What screens ask of PocketBase, kept and shared by TanStack Query. After any change everything in sight is asked again. */
import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { CollectionName } from '#domain/nouns.ts';
import type { SiteSettings } from '#domain/siteSettings.ts';
import type { Failure } from '../api/messages.ts';
import {
  type AnyRecord,
  getRecord,
  type ListQuery,
  listRecords,
  type RecordPage,
  recordsById,
} from '../api/records.ts';
import { presentations } from '../nouns.ts';
import { isBeingPrepared } from './PictureState.tsx';

const PREPARING_MS = 2_000;

/** A picture just uploaded is looked at within seconds: asked again until it has been. */
function whilePreparing(collection: CollectionName, records: readonly AnyRecord[] | undefined): number | false {
  return collection === 'media' && records?.some(isBeingPrepared) ? PREPARING_MS : false;
}

export function useRecord(collection: CollectionName, id: string | null, expand = '') {
  return useQuery<AnyRecord, Failure>({
    queryKey: [collection, 'one', id, expand],
    queryFn: () => getRecord(collection, id ?? '', expand),
    enabled: id !== null,
    refetchInterval: ({ state }) => whilePreparing(collection, state.data && [state.data]),
  });
}

export function usePage(collection: CollectionName, query: ListQuery) {
  return useQuery<RecordPage, Failure>({
    queryKey: [collection, 'page', query],
    queryFn: () => listRecords(collection, query),
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) => whilePreparing(collection, state.data?.items),
  });
}

/** The records of these ids, with what their titles need. */
export function useRecords(collection: CollectionName, ids: readonly string[]) {
  return useQuery<AnyRecord[], Failure>({
    queryKey: [collection, 'some', ids],
    queryFn: () => recordsById(collection, ids, presentations[collection].expand ?? ''),
    enabled: ids.length > 0,
    refetchInterval: ({ state }) => whilePreparing(collection, state.data),
  });
}

/** The one record of settings; undefined until it has come, or where there is none. */
export function useSettings(): (SiteSettings & AnyRecord) | undefined {
  const page = usePage('site_settings', { perPage: 1 });
  return page.data?.items[0] as (SiteSettings & AnyRecord) | undefined;
}

/** To be called after every change. */
export async function refreshAll(client: QueryClient): Promise<void> {
  // A first answer still under way was asked for before the change; unless cancelled it would pass for the present state.
  await client.cancelQueries();
  await client.invalidateQueries();
}
