/** `server.json`: where the PocketBase of a data folder answers, for other commands, and which process it is. */
import { readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from '../bootstrap/processes.mjs';
import type { DataFolder } from '../dataFolder.ts';
import { writeDurably } from '../durable.ts';
import type { PocketbaseServer } from '../pocketbase.ts';
import { PRIVATE_FILE } from '../privateFiles.ts';

const STEP_MS = 50;
const GRACE_MS = 5_000;

interface ServerFile {
  url: string;
  pid: number;
  identity: string;
}

/** Writes it for a PocketBase that was just started. */
export async function writeServerFile(data: DataFolder, { url, pid }: PocketbaseServer): Promise<void> {
  const file: ServerFile = { url, pid, identity: processIdentity(pid) ?? '' };
  await writeDurably(data.server, JSON.stringify(file), PRIVATE_FILE);
}

/** Ends the PocketBase of a start that was killed: two must never serve one database. */
export async function endForgottenServer(data: DataFolder): Promise<void> {
  try {
    const { pid, identity } = JSON.parse(await readFile(data.server, 'utf8')) as ServerFile;
    const runs = () => identity !== '' && processIdentity(pid) === identity;
    if (runs()) process.kill(pid, 'SIGTERM');
    for (let waited = 0; runs(); waited += STEP_MS) {
      if (waited > GRACE_MS) process.kill(pid, 'SIGKILL');
      await sleep(STEP_MS);
    }
  } catch {
    // No such file, or one cut short: nothing is known to run.
  }
  await rm(data.server, { force: true });
}
