/**
 * Restoring: the records and files of a backup in the place of the present ones, which are kept beside. Everything is checked before
 * anything is touched, and again after; should the second check fail, the present ones are back.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupProblem, unpackArchive, verifyArchive } from './backup/archive.ts';
import { contentsOf, faultsOf } from './backup/database.ts';
import type { Manifest } from './backup/manifest.ts';
import { IN_BACKUP } from './backup/stage.ts';
import { migrate } from './database.ts';
import type { DataFolder } from './dataFolder.ts';
import { checkDatabase } from './restore/checkDatabase.ts';
import { erasedSince } from './restore/erasedSince.ts';
import { keepStanding, presentStanding } from './restore/keepStanding.ts';
import { holdData, type Swapped, swapDatabase } from './restore/swap.ts';
import { refuseNewer } from './schemaVersion.ts';

/** What a restore did. */
export interface Restored {
  manifest: Manifest;
  /** Folder with what was there before; undefined when there was nothing. */
  replaced: string | undefined;
  /** What the operator should know of recalls and consents. */
  notes: string[];
}

/** Reads a backup through; throws in words for a damaged one and for one of a newer version. */
export async function examineBackup(file: string, migrationsDir?: string): Promise<Manifest> {
  const manifest = await verifyArchive(file);
  await refuseNewer(`The backup ${file}`, manifest, migrationsDir);
  return manifest;
}

/** The unpacked databases are sound and hold what the manifest says. */
function compareContents(file: string, folder: string, manifest: Manifest): void {
  const faults = faultsOf(folder);
  if (faults.length > 0)
    throw new BackupProblem(`The database in ${file} is not sound: ${faults.slice(0, 3).join('; ')}.`);
  const { counts } = contentsOf(folder);
  if (JSON.stringify(counts) !== JSON.stringify(manifest.counts))
    throw new BackupProblem(`The database in ${file} does not hold as many records as its manifest says.`);
}

/** Unpacks a backup that was examined and puts its database in place. Nobody else may have the folder open. */
export async function putInPlace(data: DataFolder, file: string, manifest: Manifest): Promise<Swapped> {
  const stage = join(data.root, `restore-${process.pid}.part`);
  await rm(stage, { recursive: true, force: true });
  try {
    await unpackArchive(file, stage);
    compareContents(file, join(stage, IN_BACKUP), manifest);
    return await swapDatabase(data, join(stage, IN_BACKUP));
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** Restores a backup into a data folder. Throws in words; then what was there before is there still. */
export async function restore(data: DataFolder, file: string): Promise<Restored> {
  const manifest = await examineBackup(file);
  const notes = await holdData(data);
  const standing = await presentStanding(data);
  const swapped = await putInPlace(data, file, manifest);
  try {
    if (swapped.replaced !== undefined) notes.push(...erasedSince(swapped.replaced, manifest.made));
    // One of an earlier version is upgraded on the way in; the backup itself stays as it is.
    await migrate(data);
    await checkDatabase({ data, counts: manifest.counts }, async (pb) => {
      notes.push(...(await keepStanding(pb, standing)));
    });
    await swapped.keep();
    return { manifest, replaced: swapped.replaced, notes };
  } catch (error) {
    const failed = await swapped.undo();
    throw new Error(
      `The restored records cannot be opened: ${(error as Error).message}\nEverything is as before; they lie in ${failed}.`,
    );
  }
}
