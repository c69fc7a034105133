/** PocketBase with this project's migrations and hooks, on a data folder. */
import { join } from 'node:path';
import PocketBase from 'pocketbase';
import type { DataFolder } from './dataFolder.ts';
import { projectRoot } from './environment.ts';
import { freePort, type PocketbaseServer, runPocketbase, startPocketbase } from './pocketbase.ts';
import { writeRulesBundle } from './rules-bundle.ts';

function foldersOf(data: DataFolder) {
  return {
    dataDir: data.database,
    migrationsDir: join(projectRoot, 'pocketbase', 'pb_migrations'),
    hooksDir: join(projectRoot, 'pocketbase', 'pb_hooks'),
  };
}

/** With a key in the environment PocketBase keeps its own settings encrypted. */
function encryptionFlags(): string[] {
  return process.env['OCOP_ENCRYPTION_KEY'] ? ['--encryptionEnv=OCOP_ENCRYPTION_KEY'] : [];
}

/** Where a server listens and what its hooks may read. */
export interface ServeOptions {
  host?: string;
  /** A free one when left out. */
  port?: number;
  env?: Record<string, string>;
  onOutput?: (text: string) => void;
}

/** Starts PocketBase on a data folder, migrated to the present version. */
export async function startDatabase(data: DataFolder, options: ServeOptions = {}): Promise<PocketbaseServer> {
  await writeRulesBundle();
  const port = options.port ?? (await freePort());
  return startPocketbase({ ...foldersOf(data), flags: encryptionFlags(), ...options, port });
}

/** Makes or renews a superuser; works beside a running PocketBase too. */
export async function upsertSuperuser(data: DataFolder, email: string, password: string): Promise<void> {
  await writeRulesBundle();
  await runPocketbase(['superuser', 'upsert', email, password, ...encryptionFlags()], foldersOf(data));
}

/** A client of which two requests may run at once. */
export function databaseClient(url: string): PocketBase {
  return new PocketBase(url).autoCancellation(false);
}
