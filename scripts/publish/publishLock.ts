/** Never two publishes at once, never two workers: a lock file in the data folder that names its holder. */
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from '../bootstrap/processes.mjs';
import type { DataFolder } from '../dataFolder.ts';
import { PRIVATE_FILE } from '../privateFiles.ts';

const STEP_MS = 200;

interface Holder {
  pid: number;
  /** Tells this process from a later one with the same number. */
  identity: string;
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

const isRunning = (holder: Holder) => processIdentity(holder.pid) === holder.identity;

/** A name beside the lock that nobody else uses, another turn of this process neither. */
const beside = (file: string, ending: string) => `${file}.${process.pid}.${randomUUID()}.${ending}`;

/** The lock appears with its holder's name in it, or not at all. */
async function tryToHold(file: string): Promise<boolean> {
  const temporary = beside(file, 'part');
  const holder: Holder = { pid: process.pid, identity: processIdentity(process.pid) ?? '' };
  try {
    await writeFile(temporary, JSON.stringify(holder), { mode: PRIVATE_FILE });
    await link(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Takes the lock of a holder that was killed out of the way; should it have changed hands meanwhile, it is put back. */
async function releaseDead(file: string): Promise<void> {
  const holder = await readHolder(file);
  if (holder !== undefined && isRunning(holder)) return;
  const aside = beside(file, 'dead');
  await rename(file, aside).catch(() => undefined);
  const moved = await readHolder(aside);
  if (moved !== undefined && isRunning(moved)) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Whether a process that still runs holds the lock file. */
export async function isHeld(file: string): Promise<boolean> {
  const holder = await readHolder(file);
  return holder !== undefined && isRunning(holder);
}

/** Takes a lock file for as long as this process runs; false when another one holds it. */
export async function holdForLife(file: string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true });
  await releaseDead(file);
  const held = await tryToHold(file);
  if (held) process.on('exit', () => rmSync(file, { force: true }));
  return held;
}

/** Runs `work` while nobody else publishes into this data folder; waits for whoever does. `onWait` is told once. */
export async function whilePublishing<T>(data: DataFolder, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  await mkdir(data.root, { recursive: true });
  let hasWaited = false;
  while (!(await tryToHold(data.publishLock))) {
    await releaseDead(data.publishLock);
    if (!existsSync(data.publishLock)) continue;
    if (!hasWaited) onWait?.();
    hasWaited = true;
    await sleep(STEP_MS);
  }
  try {
    return await work();
  } finally {
    await rm(data.publishLock, { force: true });
  }
}
