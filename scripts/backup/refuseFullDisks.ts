/** A backup that would fill a disk is refused before it begins: people must be able to save while it is made, and after. */
import { hasRoomFor } from '#domain/rules/room.ts';
import type { DataFolder } from '../dataFolder.ts';
import { databaseBytes, freeBytes, newestBackup } from '../room.ts';
import { BackupProblem } from './archive.ts';

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;

async function refuseFull(folder: string, bytes: number): Promise<void> {
  const free = await freeBytes(folder);
  if (!hasRoomFor(bytes, free))
    throw new BackupProblem(
      `The disk of ${folder} is nearly full: ${megabytes(free)} are free, and a backup takes about ${megabytes(bytes)} there. ` +
        'Nothing was made; make room, then try again.',
    );
}

/** The database is copied beside itself, then packed into `folder`; about as large as the newest on the shelf, or the copy where there is none. */
export async function refuseFullDisks(data: DataFolder, folder: string, shelf: string): Promise<void> {
  const copy = await databaseBytes(data);
  const packed = (await newestBackup(shelf)).bytes || copy;
  await refuseFull(data.root, copy);
  await refuseFull(folder, packed);
}
