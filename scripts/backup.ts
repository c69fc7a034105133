/**
 * Backing up: records, settings and files of a data folder as one file, while the server serves and people write. Pages are left out: they
 * are made again by publishing. `npm run backup` runs it from the command line, the worker each night, `npm run upgrade` before it begins.
 */
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { BackupProblem, packArchive, refuseExisting, verifyArchive } from './backup/archive.ts';
import { type BackupKind, completeManifest, type Manifest } from './backup/manifest.ts';
import { refuseFullDisks } from './backup/refuseFullDisks.ts';
import { backupName, tidyShelf } from './backup/shelf.ts';
import { whileStaged, writeManifest } from './backup/stage.ts';
import { now } from './clock.ts';
import type { DataFolder } from './dataFolder.ts';
import { pocketbaseProgram } from './pocketbase.ts';
import { appliedMigrations } from './schemaVersion.ts';

/** What a backup is asked for. */
export interface BackupOptions {
  data: DataFolder;
  kind: BackupKind;
  /** The folder of backups; that of the data folder when left out. */
  shelf?: string;
  /** This file instead of a new one on the shelf. */
  to?: string;
  /** How many of this kind stay on the shelf. */
  keep: number;
}

/** What was made. */
export interface Backup {
  file: string;
  manifest: Manifest;
  sizeBytes: number;
  /** Files that records name and that are not there: their records want mending. */
  missing: string[];
  /** Names of older ones that were removed. */
  removed: string[];
}

/** Makes a backup and reads it back. Throws {@link BackupProblem} in words when there is nothing to back up or the file exists. */
export async function backUp(options: BackupOptions): Promise<Backup> {
  const { data, kind, keep } = options;
  if (!existsSync(join(data.database, 'data.db'))) throw new BackupProblem(`There are no records in ${data.root}.`);
  const shelf = options.shelf ?? data.backups;
  const made = now();
  const file = resolve(options.to ?? join(shelf, backupName(kind, made)));
  refuseExisting(file);
  await refuseFullDisks(data, dirname(file), shelf);
  const missing = await whileStaged(data, async (staged) => {
    const { folder, contents, files } = staged;
    const manifest = await completeManifest({
      made: new Date(made).toISOString(),
      kind,
      pocketbase: (await pocketbaseProgram()).version,
      migrations: appliedMigrations(join(folder, 'pb_data', 'data.db')),
      installation: contents.installation,
      counts: contents.counts,
      files,
    });
    await writeManifest(folder, manifest);
    await packArchive(folder, manifest, file);
    return staged.missing;
  });
  // A backup that nobody has read is a hope.
  const manifest = await verifyArchive(file);
  const removed = options.to === undefined ? await tidyShelf(shelf, kind, keep, basename(file)) : [];
  return { file, manifest, sizeBytes: (await stat(file)).size, missing, removed };
}
