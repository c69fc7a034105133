/** Tells PocketBase that the worker works, how much room the disks have and how old the newest backup is: what /api/health is judged from. */
import type PocketBase from 'pocketbase';
import type { Beat } from '#domain/rules/health.ts';
import type { DataFolder } from '../dataFolder.ts';
import { keepReserve } from '../reserve.ts';
import { newestBackup, roomOf } from '../room.ts';

const EVERY_MS = 30_000;
/** A publish may keep this process busy for minutes. */
const WITHIN_MS = 5 * 60_000;

/** What the worker tells of itself. */
export interface HeartbeatOptions {
  pb: PocketBase;
  data: DataFolder;
  /** The folder of backups. */
  shelf: string;
  isNightly: boolean;
  /** When the last backup failed; 0 when it did not. */
  backupFailedAt: () => number;
  signal: AbortSignal;
}

async function beat({ pb, data, shelf, isNightly, backupFailedAt }: HeartbeatOptions): Promise<void> {
  const { madeAt } = await newestBackup(shelf);
  const told: Omit<Beat, 'at'> = {
    within: WITHIN_MS,
    ...(await roomOf(data, shelf)),
    backup: { isNightly, madeAt, failedAt: backupFailedAt() },
  };
  await pb.send('/api/ocop/health', { method: 'POST', body: told, requestKey: null });
}

/** Beats until told to stop. Returns what beats at once, for whoever has news. */
export function startHeartbeat(options: HeartbeatOptions): () => void {
  const { data, signal } = options;
  const beatOnce = async () => {
    // PocketBase may be starting again, a disk may be away: that is seen by who waits for the next beat.
    await keepReserve(data).catch(() => undefined);
    if (!signal.aborted) await beat(options).catch(() => undefined);
  };
  let last: Promise<void> = Promise.resolve();
  const beatNow = () => {
    last = last.then(beatOnce);
  };
  const timer = setInterval(beatNow, EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  beatNow();
  return beatNow;
}
