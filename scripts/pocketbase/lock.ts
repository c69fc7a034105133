import { open, readFile, rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const stepMs = 250;
const giveUpMs = 15 * 60_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A lock whose owner died, or which is older than any build, is taken away. */
async function removeIfStale(lock: string): Promise<void> {
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
  const age = await stat(lock).then(
    (file) => Date.now() - file.mtimeMs,
    () => 0,
  );
  // An empty file is a lock whose owner is just writing its number.
  if (age > giveUpMs || (owner > 0 && !isAlive(owner)) || (owner === 0 && age > 10_000))
    await rm(lock, { force: true });
}

/**
 * Runs `work` while no other process of this machine runs it under the same lock file. Two may still meet in the
 * instant in which a dead owner's lock is taken away: `work` must be safe then, only wasteful.
 */
export async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + giveUpMs;
  for (;;) {
    const file = await open(lock, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    if (file) {
      await file.writeFile(String(process.pid));
      await file.close();
      break;
    }
    await removeIfStale(lock);
    if (Date.now() > until) throw new Error(`Another process holds ${lock}; delete the file if none is running.`);
    await sleep(stepMs);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
