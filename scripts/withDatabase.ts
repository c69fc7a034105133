/** For commands that need the database for a moment: the one that runs already, else one started for them alone. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type PocketBase from 'pocketbase';
import { readRunning } from './bootstrap/running.mjs';
import { startDatabase } from './database.ts';
import { type DataFolder, dataFolder } from './dataFolder.ts';
import { projectRoot, readEnvironment } from './environment.ts';
import { answers } from './pocketbase.ts';
import { signInAsWorker, workerAccount } from './worker/account.ts';

/** Folder of a set below `.data`; `office` holds a real installation. */
export function setFolder(name: string): DataFolder {
  return dataFolder(join(projectRoot, '.data', name));
}

/** The folder that a command works on: that of the environment, of the server that runs, of the office, of the default demonstration. */
export function chosenFolder(): DataFolder {
  const { dataFolder: named } = readEnvironment();
  const running = readRunning()?.data;
  if (named !== '') return dataFolder(named);
  if (running !== undefined) return dataFolder(running);
  const office = setFolder('office');
  return hasDatabase(office) ? office : setFolder('bac-ninh');
}

/** Whether a data folder was ever started. */
export function hasDatabase(data: DataFolder): boolean {
  return existsSync(join(data.database, 'data.db'));
}

/** Where the PocketBase of a folder answers now; undefined when it does not. */
async function runningDatabase(data: DataFolder): Promise<string | undefined> {
  try {
    const { url } = JSON.parse(await readFile(data.server, 'utf8')) as { url: string };
    return (await answers(url)) ? url : undefined;
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
