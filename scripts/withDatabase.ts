/** For commands that need the database for a moment: the one that runs already, else one started for them alone. */
import { readFile } from 'node:fs/promises';
import type PocketBase from 'pocketbase';
import { startDatabase } from './database.ts';
import type { DataFolder } from './dataFolder.ts';
import { signInAsWorker, workerAccount } from './worker/account.ts';

/** Where the PocketBase of a folder answers now; undefined when it does not. */
async function runningDatabase(data: DataFolder): Promise<string | undefined> {
  try {
    const { url } = JSON.parse(await readFile(data.server, 'utf8')) as { url: string };
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Runs `work` signed in as the worker's account. */
export async function withDatabase<T>(data: DataFolder, work: (pb: PocketBase) => Promise<T>): Promise<T> {
  const url = await runningDatabase(data);
  if (url !== undefined) return work(await signInAsWorker(data, url));
  await workerAccount(data);
  const server = await startDatabase(data);
  try {
    return await work(await signInAsWorker(data, server.url));
  } finally {
    await server.stop();
  }
}
