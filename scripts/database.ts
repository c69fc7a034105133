/** PocketBase with this project's migrations and hooks, on a data folder. */
import { join } from 'node:path';
import PocketBase from 'pocketbase';
import type { DataFolder } from './dataFolder.ts';
import { projectRoot } from './environment.ts';
import {
  freePort,
  type PocketbaseServer,
  runPocketbase,
  type SuperuserAccount,
  saveSuperuser,
  startPocketbase,
} from './pocketbase.ts';
import { keepPrivate } from './privateFiles.ts';
import { writeRulesBundle } from './rules-bundle.ts';
import { migrationsFolder, noteProgram, refuseOtherVersions } from './schemaVersion.ts';

function foldersOf(data: DataFolder, migrationsDir = migrationsFolder) {
  return {
    dataDir: data.database,
    migrationsDir,
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
  /** Another folder of migrations than the project's own. */
  migrationsDir?: string;
  onOutput?: (text: string) => void;
}

/** Starts PocketBase on a data folder of the present version, or a new one. Throws in words for one of another version. */
export async function startDatabase(data: DataFolder, options: ServeOptions = {}): Promise<PocketbaseServer> {
  const folders = foldersOf(data, options.migrationsDir);
  await keepPrivate(data);
  await refuseOtherVersions(data, folders.migrationsDir);
  await writeRulesBundle();
  const port = options.port ?? (await freePort());
  const server = await startPocketbase({ ...folders, flags: encryptionFlags(), ...options, port });
  await noteProgram(data);
  return server;
}

/** Brings a data folder to the present version, or fails and leaves it as it was. Nobody else may have it open. */
export async function migrate(data: DataFolder, migrationsDir?: string): Promise<void> {
  await writeRulesBundle();
  await keepPrivate(data);
  await runPocketbase(['migrate', 'up', ...encryptionFlags()], foldersOf(data, migrationsDir));
}

/** Makes or renews a superuser; works beside a running PocketBase too. */
export async function upsertSuperuser(data: DataFolder, account: SuperuserAccount): Promise<void> {
  await refuseOtherVersions(data);
  await keepPrivate(data);
  await writeRulesBundle();
  await saveSuperuser(foldersOf(data), account, encryptionFlags());
}

/** A client of which two requests may run at once. */
export function databaseClient(url: string): PocketBase {
  return new PocketBase(url).autoCancellation(false);
}
