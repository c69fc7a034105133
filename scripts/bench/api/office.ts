/** A PocketBase with the demonstration, twenty editors and as many viewers: with this project's hooks, or with none. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type PocketBase from 'pocketbase';
import { hanoiDay } from '#domain/rules/day.ts';
import type { Role } from '#domain/user.ts';
import { databaseClient } from '../../database.ts';
import type { Plan } from '../../demo/plan.ts';
import { loadDemonstration, type Scale } from '../../demo.ts';
import { projectRoot } from '../../environment.ts';
import { freePort, makeFolderWithoutHooks, saveSuperuser, startPocketbase } from '../../pocketbase.ts';
import { writeRulesBundle } from '../../rules-bundle.ts';
import { migrationsFolder } from '../../schemaVersion.ts';
import { openBatches, writeByBatch } from './batch.ts';

const SUPERUSER = { email: 'superuser@ocop.example', password: 'only-for-this-bench' };
const PASSWORD = 'only-for-this-bench';

/** What is measured. Both have the same records, schema and access rules. */
export interface BenchOffice {
  url: string;
  superuser: PocketBase;
  /** Tokens of people who signed in. */
  editors: string[];
  viewers: string[];
  /** Of PocketBase. */
  pid: number;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** What to start. */
export interface BenchOfficeOptions {
  withHooks: boolean;
  people: number;
  scale?: Scale;
}

async function signIn(superuser: PocketBase, role: Role, at: number): Promise<string> {
  const email = `${role}-${at}@ocop.example`;
  const secrets = { password: PASSWORD, passwordConfirm: PASSWORD };
  await superuser.collection('users').create({ email, role, name: email, verified: true, ...secrets });
  const { token } = await databaseClient(superuser.baseURL).collection('users').authWithPassword(email, PASSWORD);
  return token;
}

async function signInMany(superuser: PocketBase, role: Role, people: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let at = 0; at < people; at += 1) tokens.push(await signIn(superuser, role, at));
  return tokens;
}

/** Starts one in a temporary folder. */
export async function startOffice({ withHooks, people, scale }: BenchOfficeOptions): Promise<BenchOffice> {
  const root = await mkdtemp(join(tmpdir(), 'ocop-bench-'));
  const own = join(projectRoot, 'pocketbase', 'pb_hooks');
  const hooksDir = withHooks ? own : await makeFolderWithoutHooks(join(root, 'no-hooks'));
  await writeRulesBundle();
  const folders = { dataDir: join(root, 'pb_data'), migrationsDir: migrationsFolder, hooksDir };
  await saveSuperuser(folders, SUPERUSER);
  // Each client comes from an address of its own, as behind the proxy: the limits of requests are on.
  const env = { OCOP_TRUSTED_PROXY: '127.0.0.1' };
  const server = await startPocketbase({ ...folders, port: await freePort(), env });
  const stop = async () => {
    await server.stop();
    await rm(root, { recursive: true, force: true });
  };
  try {
    const superuser = databaseClient(server.url);
    await superuser.collection('_superusers').authWithPassword(SUPERUSER.email, SUPERUSER.password);
    const today = hanoiDay(Date.now());
    if (!withHooks) await openBatches(superuser);
    const write = withHooks ? {} : { write: (plan: Plan) => writeByBatch(superuser, plan) };
    await loadDemonstration(superuser, 'nghe-an', { today, ...write, ...(scale ? { scale } : {}) });
    // What they save is approved: an editor's save would be a proposal, not a save.
    const editors = await signInMany(superuser, 'approver', people);
    const viewers = await signInMany(superuser, 'viewer', people);
    return { url: server.url, superuser, editors, viewers, pid: server.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
