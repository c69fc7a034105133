/** The worker's own account: a superuser whose random password nobody but the owner of the data folder can read. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import type PocketBase from 'pocketbase';
import { databaseClient, upsertSuperuser } from '../database.ts';
import type { DataFolder } from '../dataFolder.ts';
import { writeDurably } from '../durable.ts';
import { PRIVATE_FILE } from '../privateFiles.ts';

/** `worker.json`. */
export interface WorkerAccount {
  email: string;
  password: string;
}

const EMAIL = 'worker@ocop.local';

async function readAccount(data: DataFolder): Promise<WorkerAccount | undefined> {
  try {
    return JSON.parse(await readFile(data.worker, 'utf8')) as WorkerAccount;
  } catch {
    // First run, or a file cut short: made anew.
    return undefined;
  }
}

async function makeAccount(data: DataFolder): Promise<WorkerAccount> {
  const account = { email: EMAIL, password: randomBytes(24).toString('hex') };
  await mkdir(data.root, { recursive: true });
  await upsertSuperuser(data, account);
  await writeDurably(data.worker, `${JSON.stringify(account)}\n`, PRIVATE_FILE);
  return account;
}

/** The account of a data folder, made when it has none. */
export async function workerAccount(data: DataFolder): Promise<WorkerAccount> {
  return (await readAccount(data)) ?? makeAccount(data);
}

/** Signs in at a running PocketBase; an account that the database does not know (a restored backup) is made anew. */
export async function signInAsWorker(data: DataFolder, url: string): Promise<PocketBase> {
  const pb = databaseClient(url);
  const signIn = ({ email, password }: WorkerAccount) => pb.collection('_superusers').authWithPassword(email, password);
  await signIn(await workerAccount(data)).catch(async (error: { status?: number }) => {
    if (error.status !== 400) throw error;
    await signIn(await makeAccount(data));
  });
  return pb;
}
