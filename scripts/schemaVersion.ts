/** Which version of the program a data folder belongs to: the migrations it has been through, and the PocketBase that last served it. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DataFolder } from './dataFolder.ts';
import { writeDurably } from './durable.ts';
import { projectRoot } from './environment.ts';
import { compareVersions } from './pocketbase/pinned.ts';
import { pocketbaseProgram } from './pocketbase.ts';
import { PRIVATE_FILE } from './privateFiles.ts';
import { programVersion } from './programVersion.ts';

/** The project's own migrations. */
export const migrationsFolder = join(projectRoot, 'pocketbase', 'pb_migrations');

/** What a data folder or a backup was last worked on with. */
export interface SchemaVersion {
  /** File names of this project's migrations, oldest first; PocketBase's own end in `.go` and are not told. */
  migrations: string[];
  /** Empty where nobody wrote it down. */
  pocketbase: string;
  /** Of this program, where it was written down: from 0.2.0 on. */
  program?: string;
}

/** A data folder that this program must leave alone; the message says what to do. */
export class WrongVersion extends Error {}

/** The migrations that a database has been through; none for a file that is not there or was never filled. */
export function appliedMigrations(databaseFile: string): string[] {
  if (!existsSync(databaseFile)) return [];
  const database = new DatabaseSync(databaseFile, { timeout: 10_000 });
  try {
    const has = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_migrations'").get();
    if (has === undefined) return [];
    const rows = database.prepare("SELECT file FROM _migrations WHERE file LIKE '%.js' ORDER BY file").all();
    return rows.map(({ file }) => String(file));
  } finally {
    database.close();
  }
}

async function knownMigrations(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
}

/** Throws {@link WrongVersion} for what a newer program made; `what` begins the sentence. */
export async function refuseNewer(what: string, version: SchemaVersion, folder = migrationsFolder): Promise<void> {
  const known = new Set(await knownMigrations(folder));
  const unknown = version.migrations.filter((name) => !known.has(name));
  const program = await pocketbaseProgram();
  const reasons = [
    unknown.length > 0 ? `it holds the changes ${unknown.join(', ')}` : '',
    version.pocketbase !== '' && compareVersions(version.pocketbase, program.version) > 0
      ? `it was served by PocketBase ${version.pocketbase}`
      : '',
  ].filter((reason) => reason !== '');
  if (reasons.length > 0)
    throw new WrongVersion(
      `${what} was made by a newer version of this program: ${reasons.join(', and ')}, which this version does not know. ` +
        'Nothing was changed. Use the newer version (git pull), or restore a backup that this version made.',
    );
}

/** Which PocketBase, of which version of this program, last served a folder; '' where nobody wrote it down, or the file was cut short. */
async function lastProgram(data: DataFolder): Promise<{ pocketbase: string; program?: string }> {
  try {
    const { pocketbase, program } = JSON.parse(await readFile(data.program, 'utf8')) as Record<string, unknown>;
    return {
      pocketbase: typeof pocketbase === 'string' ? pocketbase : '',
      ...(typeof program === 'string' ? { program } : {}),
    };
  } catch {
    return { pocketbase: '' };
  }
}

/** The version of a data folder. */
export async function versionOf(data: DataFolder): Promise<SchemaVersion> {
  const { pocketbase, program } = await lastProgram(data);
  const migrations = appliedMigrations(join(data.database, 'data.db'));
  return { migrations, pocketbase, ...(program === undefined ? {} : { program }) };
}

/** Migrations that an existing data folder has not been through; none for a new one, which begins with all of them. */
export async function pendingMigrations(data: DataFolder, folder = migrationsFolder): Promise<string[]> {
  const applied = new Set(appliedMigrations(join(data.database, 'data.db')));
  return applied.size === 0 ? [] : (await knownMigrations(folder)).filter((name) => !applied.has(name));
}

/** Throws {@link WrongVersion} for a folder that this program must not open as it is. */
export async function refuseOtherVersions(data: DataFolder, folder = migrationsFolder): Promise<void> {
  await refuseNewer(`The data folder ${data.root}`, await versionOf(data), folder);
  const pending = await pendingMigrations(data, folder);
  if (pending.length > 0)
    throw new WrongVersion(
      `The data folder ${data.root} was made by an earlier version of this program. "npm run upgrade" backs it up and upgrades it.`,
    );
}

/** Notes which PocketBase, of which version of this program, serves the folder. */
export async function noteProgram(data: DataFolder): Promise<void> {
  const { version } = await pocketbaseProgram();
  const text = `${JSON.stringify({ pocketbase: version, program: programVersion() })}\n`;
  if ((await readFile(data.program, 'utf8').catch(() => '')) !== text)
    await writeDurably(data.program, text, PRIVATE_FILE);
}
