/** Listens to PocketBase's realtime messages. They only wake: what is to be done is read from the records. */
import { EventSource } from 'eventsource';
import type PocketBase from 'pocketbase';

/** What wakes the worker. */
export interface Wakers {
  /** Something was asked for. */
  onRequest: () => void;
  /** A recall or a consent changed. */
  onStanding: () => void;
  /** A picture arrived. */
  onPicture: () => void;
  /** A spreadsheet waits for its dry run. */
  onImport: () => void;
}

const STANDING = ['lots', 'producer_contacts', 'producers'] as const;

/** Subscribes; the SDK connects again by itself when a connection ends, and all are told then too, since something may have been missed. */
export async function watch(pb: PocketBase, { onRequest, onStanding, onPicture, onImport }: Wakers): Promise<void> {
  // Node 24 has none of its own.
  globalThis.EventSource ??= EventSource as unknown as typeof globalThis.EventSource;
  await pb.collection('releases').subscribe('*', ({ action }) => {
    if (action === 'create') onRequest();
  });
  for (const name of STANDING) await pb.collection(name).subscribe('*', onStanding);
  await pb.collection('media').subscribe('*', ({ action }) => {
    if (action === 'create') onPicture();
  });
  await pb.collection('imports').subscribe('*', ({ record }) => {
    if (record['state'] === 'queued') onImport();
  });
  await pb.realtime.subscribe('PB_CONNECT', () => {
    onRequest();
    onStanding();
    onPicture();
    onImport();
  });
}
