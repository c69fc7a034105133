/** A real PocketBase with this project's migrations and hooks, in a temporary data folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PocketBase from 'pocketbase';
import type { Role } from '#domain/user.ts';
import { type DataFolder, dataFolder } from '#scripts/dataFolder.ts';
import { freePort, type PocketbaseServer, runPocketbase, startPocketbase } from '#scripts/pocketbase.ts';
import { writeRulesBundle } from '#scripts/rules-bundle.ts';

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
  const email = `${role}-${Math.random().toString(36).slice(2, 10)}@ocop.example`;
  const secrets = { password: PASSWORD, passwordConfirm: PASSWORD };
  await superuser.collection('users').create({ email, role, name: role, verified: true, ...secrets, ...more });
  const user = client(url);
  await user.collection('users').authWithPassword(email, PASSWORD);
  return user;
}

/**
 * Starts one. `env` is added to its environment; a `folder` that is given (to start again on the same data) is kept at the end,
 * a temporary one is removed.
 */
export async function freshPocketBase(
  options: { env?: Record<string, string>; folder?: string; port?: number } = {},
): Promise<FreshPocketBase> {
  await writeRulesBundle();
  const root = options.folder ?? mkdtempSync(join(tmpdir(), 'ocop-test-'));
  const data = dataFolder(root);
  const folders = {
    dataDir: data.database,
    migrationsDir: fileURLToPath(new URL('../../pocketbase/pb_migrations', import.meta.url)),
    hooksDir: fileURLToPath(new URL('../../pocketbase/pb_hooks', import.meta.url)),
  };
  await runPocketbase(['superuser', 'upsert', SUPERUSER.email, SUPERUSER.password], folders);
  const port = options.port ?? (await freePort());
  const server = await startPocketbase({ ...folders, port, ...(options.env ? { env: options.env } : {}) });
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
