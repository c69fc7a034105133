/** Prepares pictures as they arrive: WebP of all first, then AVIF one by one while nothing else is to be done. */
import { setTimeout as sleep } from 'node:timers/promises';
import type PocketBase from 'pocketbase';
import type { DataFolder } from '../dataFolder.ts';
import { noRoomIn } from '../noRoom.ts';
import { noteState } from '../pictures/noteState.ts';
import { type FetchFile, fileFetcher, isPicture, prepareAvif, prepareWebp } from '../pictures/prepare.ts';
import { PictureStore } from '../pictures/store.ts';
import type { OfficeRecord } from '../publish/read.ts';

type Media = OfficeRecord<'media'>;

/** Pause before asking again whether the machine is free. */
const BUSY_MS = 500;

/** What the keeper is told from outside. */
export interface KeeperOptions {
  pb: PocketBase;
  data: DataFolder;
  /** While true, AVIF waits: a publish needs the machine. */
  isBusy: () => boolean;
  say: (line: string) => void;
  signal: AbortSignal;
}

async function notPrepared(pb: PocketBase): Promise<Media[]> {
  const filter = `preparation = ''`;
  const waiting = await pb.collection('media').getFullList<Media>({ filter, sort: 'created', requestKey: null });
  return waiting.filter(isPicture);
}

async function prepareWaiting({ pb, say, signal }: KeeperOptions, store: PictureStore, fetchFile: FetchFile) {
  for (const media of await notPrepared(pb)) {
    signal.throwIfAborted();
    try {
      const state = await prepareWebp(store, media, fetchFile);
      await noteState(pb, media, state);
      if ('broken' in state) say(`Ảnh ${media.alt || media.file}: ${state.broken}.`);
    } catch (error) {
      // The others must not wait for one file that the server does not give; it is tried again when the keeper is next woken.
      say(`Chưa chuẩn bị được ảnh ${media.alt || media.file}: ${(error as Error).message}`);
    }
  }
}

/** The file of a record; undefined where somebody has deleted it meanwhile. */
async function originalOf(pb: PocketBase, id: string, fetchFile: FetchFile): Promise<Buffer | undefined> {
  try {
    return await fetchFile(await pb.collection('media').getOne<Media>(id, { requestKey: null }));
  } catch (error) {
    if ((error as { status?: number }).status === 404) return undefined;
    throw error;
  }
}

/** One picture's AVIF; false when none is left to do. */
async function prepareOneAvif({ pb, say }: KeeperOptions, store: PictureStore, fetchFile: FetchFile) {
  const next = store.nextWithoutAvif();
  if (next === undefined) return false;
  const original = await originalOf(pb, next.media, fetchFile);
  try {
    if (original === undefined) store.noteAvif(next.picture.content, []);
    else await prepareAvif(store, next.picture, original);
  } catch (error) {
    // It is the disk's fault, not the picture's: tried again when the keeper is next woken.
    if (noRoomIn(error, 'vi') !== '') throw error;
    // Pages go on showing WebP; trying for ever would keep the machine busy.
    store.noteAvif(next.picture.content, []);
    say(`Không làm được bản AVIF của ảnh ${next.media}: ${(error as Error).message}`);
  }
  return true;
}

/** Returns what wakes the keeper: called at the start, and whenever a picture may have arrived. */
export function pictureKeeper(options: KeeperOptions): () => void {
  const { pb, data, isBusy, say, signal } = options;
  const fetchFile = fileFetcher(pb, signal);
  let hasNew = false;
  let isRunning = false;
  const run = async (store: PictureStore) => {
    for (let hasMore = true; hasMore && !signal.aborted; ) {
      if (hasNew) {
        hasNew = false;
        await prepareWaiting(options, store, fetchFile);
      }
      if (isBusy()) await sleep(BUSY_MS, undefined, { signal });
      else hasMore = (await prepareOneAvif(options, store, fetchFile)) || hasNew;
    }
  };
  const start = async () => {
    isRunning = true;
    const store = new PictureStore(data);
    try {
      await run(store);
    } catch (error) {
      if (!signal.aborted) say(`Chưa chuẩn bị được ảnh: ${noRoomIn(error, 'vi') || (error as Error).message}`);
    } finally {
      store.close();
      isRunning = false;
    }
  };
  return () => {
    hasNew = true;
    if (!isRunning) void start();
  };
}
