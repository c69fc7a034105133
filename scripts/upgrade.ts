/**
 * Upgrading a data folder to the present version of the program: back up, migrate, check; when the migration or the check fails, the backup is
 * put back. `npm run upgrade` runs it, and `npm start` when it finds a folder of an earlier version.
 */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsOf } from './backup/database.ts';
import { describeContents } from './backup/describe.ts';
import { backUp } from './backup.ts';
import { migrate } from './database.ts';
import type { DataFolder } from './dataFolder.ts';
import { programVersion } from './programVersion.ts';
import { checkDatabase, type DatabaseCheck } from './restore/checkDatabase.ts';
import { examineBackup, putInPlace } from './restore.ts';
import { migrationsFolder, pendingMigrations, refuseNewer, versionOf } from './schemaVersion.ts';

/** What an upgrade is asked for. The folder must be held (`holdData`). */
export interface UpgradeOptions {
  data: DataFolder;
  say: (line: string) => void;
  /** The folder of backups; that of the data folder when left out. */
  shelf?: string;
  /** How many backups made before upgrades stay. */
  keep: number;
  /** Where the migrations are; the project's own when left out. */
  migrationsDir?: string;
}

async function migrateAndCheck(check: DatabaseCheck): Promise<void> {
  await migrate(check.data, check.migrationsDir);
  const faults = faultsOf(check.data.database);
  if (faults.length > 0) throw new Error(`The database is not sound: ${faults.slice(0, 3).join('; ')}`);
  await checkDatabase(check, async () => undefined);
}

/**
 * Upgrades when there is anything to upgrade; returns how many migrations were run. Throws in words; then the folder is as it was. A folder of
 * a newer version is refused.
 */
export async function upgrade(options: UpgradeOptions): Promise<number> {
  const { data, say, shelf, keep, migrationsDir = migrationsFolder } = options;
  const before = await versionOf(data);
  await refuseNewer(`The data folder ${data.root}`, before, migrationsDir);
  const pending = await pendingMigrations(data, migrationsDir);
  if (pending.length === 0) return 0;
  const from = before.program ?? 'an earlier version';
  say(
    `Upgrading the data folder from ${from} to ${programVersion()}: ${pending.length} changes to make. Backing up first …`,
  );
  const { file, manifest } = await backUp({ data, kind: 'upgrade', keep, ...(shelf === undefined ? {} : { shelf }) });
  say(`Backed up ${describeContents(manifest)}: ${file}`);
  const snapshot = join(tmpdir(), `ocop-upgrade-${randomUUID()}.sqlite`);
  try {
    await migrateAndCheck({ data, counts: manifest.counts, migrationsDir, snapshot });
  } catch (error) {
    const former = await putInPlace(data, file, await examineBackup(file, migrationsDir));
    await former.keep();
    throw new Error(
      `The upgrade failed: ${(error as Error).message}\nThe data folder is as it was before (what the attempt left lies in ` +
        `${former.replaced}). Go on with the former version of the program, and report this.`,
    );
  } finally {
    await rm(snapshot, { force: true });
  }
  say(`Upgraded: ${pending.length} changes made, all records read and a snapshot for publishing written.`);
  return pending.length;
}
