/** The state of the public site, kept fresh by PocketBase's messages and by asking again. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { PUBLISHED } from '#domain/published.ts';
import type { Problem, Release } from '#domain/release.ts';
import type { Failure } from '../api/messages.ts';
import { countRecords, followRecords, where } from '../api/records.ts';
import { liveRelease, newestRelease, problemsOf } from '../api/releases.ts';

const SOURCES: readonly CollectionName[] = PUBLISHED;

/** Whether records of a collection reach the public at all; of the office's own ones nothing waits for publishing. */
export function isPublished(collection: CollectionName): boolean {
  return collection === 'media' || SOURCES.includes(collection);
}

const SLOW_MS = 60_000;
const QUICK_MS = 2_000;

/** Whether a request for publishing still waits or runs. */
export function isUnderWay(release: Release | null | undefined): boolean {
  return release?.state === 'queued' || release?.state === 'running';
}

export function useLiveRelease() {
  return useQuery<Release | null, Failure>({
    queryKey: ['releases', 'live'],
    queryFn: liveRelease,
    refetchInterval: SLOW_MS,
  });
}

export function useNewestRelease() {
  return useQuery<Release | null, Failure>({
    queryKey: ['releases', 'newest'],
    queryFn: newestRelease,
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? QUICK_MS : SLOW_MS),
  });
}

/** How many records a release left as they were, because of errors. */
export function heldCount(release: Release | null | undefined): number {
  return release?.counts?.['held'] ?? 0;
}

/** What the live release held back: the public sees these records as they were before. */
export function useHeldBack(): readonly Problem[] {
  const live = useLiveRelease().data;
  const id = live?.id ?? '';
  const held = useQuery<Problem[], Failure>({
    queryKey: ['releases', 'held', id],
    queryFn: async () => (await problemsOf(id)).filter(({ severity }) => severity === 'held'),
    enabled: heldCount(live) > 0,
  });
  return held.data ?? [];
}

async function countSince(since: string): Promise<number> {
  const filter = where('updated>{:since}', { since });
  const counts = await Promise.all(SOURCES.map((collection) => countRecords(collection, filter)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many records were changed since the live release read them; undefined while unknown or before the first release. */
export function useWaitingChanges(): number | undefined {
  const live = useLiveRelease().data;
  const since = live?.started_at ?? '';
  const waiting = useQuery<number, Failure>({
    queryKey: ['waiting', since],
    queryFn: () => countSince(since),
    enabled: since !== '',
    refetchInterval: SLOW_MS,
  });
  return waiting.data;
}

/** Asks again for everything about releases the moment one changes. Once, in the frame around all screens. */
export function useReleaseMessages(): void {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = () => {
      client.invalidateQueries({ queryKey: ['releases'] });
      client.invalidateQueries({ queryKey: ['waiting'] });
    };
    return followRecords('releases', refresh);
  }, [client]);
}
