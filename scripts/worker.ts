/**
 * The one background process: takes what is asked for in the collection `releases`, one thing at a time, and in `imports`, prepares
 * pictures, and keeps recalls and withdrawn consent laid over the pages that are live. Started by `npm start`; may be killed at any moment.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type PocketBase from 'pocketbase';
import { hanoiDay } from '#domain/rules/day.ts';
import { now } from './clock.ts';
import { type DataFolder, dataFolder } from './dataFolder.ts';
import { readEnvironment } from './environment.ts';
import { noRoomIn } from './noRoom.ts';
import { refreshLive } from './publish/activate.ts';
import { mend } from './publish/mendWithRecords.ts';
import { holdForLife, whilePublishing } from './publish/publishLock.ts';
import { nextAsked, reconcile } from './publish/queue.ts';
import { runRequest } from './publish/run.ts';
import { signInAsWorker } from './worker/account.ts';
import { askNightly, untilMidnight } from './worker/daily.ts';
import { startHeartbeat } from './worker/heartbeat.ts';
import { importKeeper } from './worker/imports.ts';
import { backupKeeper, shelfOf } from './worker/nightlyBackup.ts';
import { pictureKeeper } from './worker/pictures.ts';
import { watch } from './worker/watch.ts';

/** The queue is read this often even when nobody wakes us. */
const POLL_MS = 30_000;
/** A full disk is not full for seconds only. */
const AGAIN_MS = 15_000;
/** A superuser's token is renewed well before it ends. */
const RENEW_MS = 6 * 3_600_000;

/** What is due on this day already, nobody was awake for. */
const FIRST_DAY = hanoiDay(now());

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Waits for a wake-up or the time, whichever is first. */
class Bell {
  #ring: () => void = () => undefined;
  #hasRung = false;

  ring = (): void => {
    this.#hasRung = true;
    this.#ring();
  };

  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.#hasRung) {
      const woken = new Promise<void>((resolve) => {
        this.#ring = resolve;
      });
      const timer = new AbortController();
      const stop = AbortSignal.any([signal, timer.signal]);
      await Promise.race([woken, sleep(ms, undefined, { signal: stop }).catch(() => undefined)]);
      timer.abort();
    }
    this.#hasRung = false;
  }
}

/** Does everything that is asked for, oldest first. */
async function emptyQueue(pb: PocketBase, data: DataFolder, signal: AbortSignal): Promise<void> {
  for (let asked = await nextAsked(pb); asked !== undefined && !signal.aborted; asked = await nextAsked(pb)) {
    const done = await runRequest({ pb, data, signal, onLog: say }, asked);
    say(`${done.action} ${done.name}: ${done.state}`);
  }
}

/** Keeps the live pages in line with recalls and consents; one refresh at a time, the last change always followed by one. */
function standingKeeper(pb: PocketBase, data: DataFolder, signal: AbortSignal): () => void {
  let wanted = false;
  let running = false;
  let said = '';
  const run = async () => {
    if (running) return;
    running = true;
    while (wanted && !signal.aborted) {
      wanted = false;
      try {
        await refreshLive(pb, data);
        said = '';
      } catch (error) {
        const why = noRoomIn(error, 'vi') || (error as Error).message;
        if (why !== said) say(`Chưa áp dụng được lệnh thu hồi lên trang: ${why}`);
        said = why;
        // Nothing else may wake us when there is room again.
        wanted = true;
        await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined);
      }
    }
    running = false;
  };
  return () => {
    wanted = true;
    void run();
  };
}

/** Brings the records of publishing in line with the disk. */
const settle = (pb: PocketBase, data: DataFolder, why: string) => whilePublishing(data, () => reconcile(pb, data, why));

/** Works until told to stop. */
export async function work(pb: PocketBase, data: DataFolder, signal: AbortSignal): Promise<void> {
  const bell = new Bell();
  const refresh = standingKeeper(pb, data, signal);
  let isPublishing = false;
  const prepare = pictureKeeper({ pb, data, say, signal, isBusy: () => isPublishing });
  const { backup } = readEnvironment();
  const backups = backupKeeper(data, backup, say);
  const [shelf, isNightly] = [shelfOf(data, backup), backup.nightly];
  const beatNow = startHeartbeat({ pb, data, shelf, isNightly, backupFailedAt: backups.failedAt, signal });
  refresh();
  prepare();
  const look = importKeeper({ pb, say, signal });
  look();
  await watch(pb, { onRequest: bell.ring, onStanding: refresh, onPicture: prepare, onImport: look });
  let renewed = Date.now();
  // What a worker that was ended, or a turn of this one that failed, may have left; and why.
  let unsettled: string | undefined = 'Bị ngắt giữa chừng.';
  let isMended = false;
  while (!signal.aborted) {
    try {
      if (!isMended) for (const line of await mend(pb, data)) say(line);
      isMended = true;
      if (unsettled !== undefined) await settle(pb, data, unsettled);
      unsettled = undefined;
      await askNightly(pb, now(), hanoiDay(now()) === FIRST_DAY ? 'missed' : 'daily');
      void backups.keep(beatNow);
      isPublishing = true;
      await emptyQueue(pb, data, signal).finally(() => {
        isPublishing = false;
      });
      prepare();
      look();
      if (Date.now() - renewed > RENEW_MS) {
        await pb.collection('_superusers').authRefresh({ requestKey: null });
        renewed = Date.now();
      }
      await bell.wait(Math.min(POLL_MS, untilMidnight(now()) + 50), signal);
    } catch (error) {
      if (signal.aborted) return;
      // PocketBase may be starting again; nothing is lost, since the queue is its collection.
      const full = noRoomIn(error, 'vi');
      unsettled = full || (error as Error).message;
      say(`Chưa làm được, thử lại: ${unsettled}`);
      await sleep(full === '' ? 2_000 : AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function main(): Promise<void> {
  const { dataFolder: root } = readEnvironment();
  const url = process.env['OCOP_POCKETBASE_URL'] ?? '';
  if (root === '' || url === '')
    throw new Error('The worker needs OCOP_DATA and OCOP_POCKETBASE_URL; "npm start" sets both.');
  const data = dataFolder(root);
  if (!(await holdForLife(data.workerLock))) throw new Error('Another worker runs on this data folder.');
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());
  const pb = await signInAsWorker(data, url);
  say('Worker ready.');
  await work(pb, data, stop.signal);
  process.exit(0);
}

async function waitForRoom(error: unknown): Promise<never> {
  const full = noRoomIn(error, 'vi');
  if (full === '') throw error;
  say(full);
  await sleep(AGAIN_MS);
  process.exit(1);
}

// Whoever started this starts it again.
if (import.meta.main) await main().catch(waitForRoom);
