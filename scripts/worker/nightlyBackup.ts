/** The backup of each night, when `.env` asks for it. */

import { isNightlyDue } from '../backup/shelf.ts';
import { backUp } from '../backup.ts';
import { now } from '../clock.ts';
import type { DataFolder } from '../dataFolder.ts';
import type { Environment } from '../environment.ts';

/** One that failed (a full disk, a missing one) is tried again this often. */
const AGAIN_MS = 3_600_000;

/** Returns what looks whether a backup is due and makes it beside everything else, never two at once. */
export function backupKeeper(
  data: DataFolder,
  { nightly, folder, keep }: Environment['backup'],
  say: (line: string) => void,
): () => Promise<void> {
  let isRunning = false;
  let failedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const shelf = folder === '' ? data.backups : folder;
    if (!nightly || isRunning || now() - failedAt < AGAIN_MS) return;
    isRunning = true;
    try {
      if (!(await isNightlyDue(shelf, now()))) return;
      const { file, missing } = await backUp({ data, kind: 'nightly', shelf, keep });
      say(`Đã sao lưu: ${file}`);
      if (missing.length > 0) say(`Bản ghi nêu tệp không còn trên máy, hãy tải lên lại: ${missing.join(', ')}`);
    } catch (error) {
      failedAt = now();
      say(`Chưa sao lưu được: ${(error as Error).message}`);
    } finally {
      isRunning = false;
    }
  };
}
