/** A real PocketBase with this project's migrations and hooks, in a temporary data folder. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PocketBase from 'pocketbase';
import type { Role } from '#domain/user.ts';
import { type DataFolder, dataFolder } from '#scripts/dataFolder.ts';
import { freePort, type PocketbaseServer, saveSuperuser, startPocketbase } from '#scripts/pocketbase.ts';
import { writeRulesBundle } from '#scripts/rules-bundle.ts';
import { fillPrepared } from './preparedFolder.ts';

const SUPERUSER = { email: 'superuser@ocop.example', password: 'only-for-this-test' };
const PASSWORD = 'mat-khau-de-thu';

/** A running PocketBase of one test file. Stop it in `afterAll`. */
export interface FreshPocketBase {
  /** Address without a trailing slash. */
  url: string;
  data: DataFolder;
  server: PocketbaseServer;
  /** Signed in as superuser: sees and may do everything. */
  superuser: PocketBase;
  /** Nobody signed in. */
  guest: PocketBase;
  /** Makes a user of the role and signs in as that user; `more` are further fields of the user, such as `producer`. */
  signedIn(role: Role, more?: Record<string, unknown>): Promise<PocketBase>;
  /** Ends PocketBase and removes its folder. */
  stop(): Promise<void>;
}

/** A client that lets two requests to the same address run at once, as tests do. */
export function client(url: string): PocketBase {
  return new PocketBase(url).autoCancellation(false);
}

async function userOf(superuser: PocketBase, url: string, role: Role, more: Record<string, unknown>) {
  const email = `${role}-${crypto.randomUUID()}@ocop.example`;
  const secrets = { password: PASSWORD, passwordConfirm: PASSWORD };
  await superuser.collection('users').create({ email, role, name: role, verified: true, ...secrets, ...more });
  const user = client(url);
  await user.collection('users').authWithPassword(email, PASSWORD);
  return user;
}

/** What a new folder begins with: made once in a running PocketBase, then copied. */
export interface Beginning {
  /** Of its prepared folder; with the day where the records go by it. */
  name: string;
  /** Paths of the project, beside the product's own sources, that the records are made from. */
  sources: readonly string[];
  load: (pocketbase: FreshPocketBase) => Promise<void>;
}

interface Options {
  env?: Record<string, string>;
  /** Kept at the end; one that holds a database already goes on with it. */
  folder?: string;
  port?: number;
  beginning?: Beginning;
}

const inProject = (path: string) => fileURLToPath(new URL(`../../pocketbase/${path}`, import.meta.url));

const foldersOf = (data: DataFolder) => ({
  dataDir: data.database,
  migrationsDir: inProject('pb_migrations'),
  hooksDir: inProject('pb_hooks'),
});

/** Migrates, and makes the superuser whom the tests know. */
async function migrate(data: DataFolder): Promise<void> {
  await saveSuperuser(foldersOf(data), SUPERUSER);
}

async function fill(root: string, beginning: Beginning | undefined): Promise<void> {
  if (beginning === undefined) return fillPrepared(root, 'migrated', [], (folder) => migrate(dataFolder(folder)));
  const { name, sources, load } = beginning;
  await fillPrepared(root, name, sources, async (folder) => {
    const pocketbase = await freshPocketBase({ folder });
    try {
      await load(pocketbase);
    } finally {
      await pocketbase.stop();
    }
  });
}

/**
 * Starts one. `env` is added to its environment; a `folder` that is given (to start again on the same data) is kept at the end,
 * a temporary one is removed.
 */
export async function freshPocketBase(options: Options = {}): Promise<FreshPocketBase> {
  await writeRulesBundle();
  const root = options.folder ?? mkdtempSync(join(tmpdir(), 'ocop-test-'));
  const data = dataFolder(root);
  if (existsSync(data.database)) await migrate(data);
  else await fill(root, options.beginning);
  const port = options.port ?? (await freePort());
  const server = await startPocketbase({ ...foldersOf(data), port, ...(options.env ? { env: options.env } : {}) });
  const superuser = client(server.url);
  await superuser.collection('_superusers').authWithPassword(SUPERUSER.email, SUPERUSER.password);
  return {
    url: server.url,
    data,
    server,
    superuser,
    guest: client(server.url),
    signedIn: (role, more = {}) => userOf(superuser, server.url, role, more),
    stop: async () => {
      await server.stop();
      if (options.folder === undefined) rmSync(root, { recursive: true, force: true });
    },
  };
}
