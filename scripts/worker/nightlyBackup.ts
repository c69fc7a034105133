/** The backup of each night, when `.env` asks for it. */

import { isNightlyDue } from '../backup/shelf.ts';
import { backUp } from '../backup.ts';
import { now } from '../clock.ts';
import type { DataFolder } from '../dataFolder.ts';
import type { Environment } from '../environment.ts';
import { noRoomIn } from '../noRoom.ts';

/** One that failed (a full disk, a missing one) is tried again this often. */
const AGAIN_MS = 3_600_000;

/** Looks after the backup of each night. */
export interface BackupKeeper {
  /** Looks whether one is due and makes it beside everything else, never two at once. Calls back when one was made or could not be. */
  keep: (onTried: () => void) => Promise<void>;
  /** When the last try failed; 0 when it did not. */
  failedAt: () => number;
}

/** The folder of backups. */
export function shelfOf(data: DataFolder, { folder }: Environment['backup']): string {
  return folder === '' ? data.backups : folder;
}

/** Returns what keeps a night's backup made. */
export function backupKeeper(
  data: DataFolder,
  backup: Environment['backup'],
  say: (line: string) => void,
): BackupKeeper {
  const shelf = shelfOf(data, backup);
  let isRunning = false;
  let failedAt = 0;
  const make = async (onTried: () => void) => {
    if (!(await isNightlyDue(shelf, now()))) return;
    const { file, missing } = await backUp({ data, kind: 'nightly', shelf, keep: backup.keep });
    failedAt = 0;
    onTried();
    say(`Đã sao lưu: ${file}`);
    if (missing.length > 0) say(`Bản ghi nêu tệp không còn trên máy, hãy tải lên lại: ${missing.join(', ')}`);
  };
  const keep = async (onTried: () => void) => {
    if (!backup.nightly || isRunning || now() - failedAt < AGAIN_MS) return;
    isRunning = true;
    try {
      await make(onTried);
    } catch (error) {
      failedAt = now();
      onTried();
      say(`Chưa sao lưu được: ${noRoomIn(error, 'vi') || (error as Error).message}`);
    } finally {
      isRunning = false;
    }
  };
  return { keep, failedAt: () => failedAt };
}
