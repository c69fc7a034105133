/** How much room the disks have that publishing and backing up write to, and how much those need. The rule: domain/rules/room.ts. */
import { existsSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gigabytes, hasRoomFor, roomWanted } from '#domain/rules/room.ts';
import { DATABASES } from './backup/database.ts';
import { BACKUP_KINDS } from './backup/manifest.ts';
import { backupsOf } from './backup/shelf.ts';
import { type DataFolder, releaseFolder } from './dataFolder.ts';
import { liveRelease } from './publish/activate.ts';
import { readManifest } from './publish/manifest.ts';

/** A file takes whole blocks, half of the last one empty; pages are small. */
const BLOCK_LOSS = 2_048;

/** A folder that is not there yet is made on the disk of the next one above. */
function onDisk(folder: string): string {
  return existsSync(folder) ? folder : onDisk(dirname(folder));
}

/** Bytes that may be written into a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(onDisk(folder));
  return bavail * bsize;
}

const sizeOf = (file: string) =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/** What a publish writes, as the last one did; 0 before the first. */
export async function publishBytes(data: DataFolder): Promise<number> {
  const name = await liveRelease(data);
  if (name === undefined) return 0;
  const release = releaseFolder(data, name);
  const manifest = await readManifest(release).catch(() => undefined);
  if (manifest === undefined) return 0;
  const beside = await Promise.all([release.snapshot, release.manifest, release.pageIndex].map(sizeOf));
  return (
    manifest.sizeBytes + (manifest.counts['files'] ?? 0) * BLOCK_LOSS + beside.reduce((sum, size) => sum + size, 0)
  );
}

/** What a backup copies before it packs; the log beside a database holds what is not in the file itself yet. */
export async function databaseBytes(data: DataFolder): Promise<number> {
  const files = DATABASES.flatMap((name) => [name, `${name}-wal`]);
  const sizes = await Promise.all(files.map((name) => sizeOf(join(data.database, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The newest backup on a shelf. */
export interface NewestBackup {
  bytes: number;
  /** When it was written; 0 where there is none. */
  madeAt: number;
}

/** The newest backup of any kind. */
export async function newestBackup(shelf: string): Promise<NewestBackup> {
  let newest: NewestBackup = { bytes: 0, madeAt: 0 };
  for (const kind of BACKUP_KINDS) {
    const name = (await backupsOf(shelf, kind)).at(-1);
    const info = name === undefined ? undefined : await stat(join(shelf, name)).catch(() => undefined);
    if (info !== undefined && info.mtimeMs > newest.madeAt) newest = { bytes: info.size, madeAt: info.mtimeMs };
  }
  return newest;
}

/** Room on the disk that has the least to spare. */
export interface Room {
  free: number;
  wanted: number;
}

/** Looks at the data folder's disk, and at that of the backups where it is another. */
export async function roomOf(data: DataFolder, shelf: string): Promise<Room> {
  const [ofData, ofShelf] = await Promise.all([data.root, shelf].map((folder) => stat(onDisk(folder))));
  const release = await publishBytes(data);
  const backup = (await newestBackup(shelf)).bytes;
  const copy = await databaseBytes(data);
  const isOneDisk = ofData?.dev === ofShelf?.dev;
  const own = {
    free: await freeBytes(data.root),
    wanted: roomWanted({ release, backup: copy + (isOneDisk ? backup : 0) }),
  };
  if (isOneDisk) return own;
  const other = { free: await freeBytes(shelf), wanted: roomWanted({ release: 0, backup }) };
  return other.free - other.wanted < own.free - own.wanted ? other : own;
}

/** Throws, in the words of staff, where writing so much would leave no room for saves. */
export async function refuseWithoutRoom(folder: string, bytes: number, what: string): Promise<void> {
  const free = await freeBytes(folder);
  if (!hasRoomFor(bytes, free))
    throw new Error(
      `${what} vì ổ đĩa gần đầy: còn ${gigabytes(free)} GB, cần khoảng ${gigabytes(bytes + 50_000_000)} GB. Hãy dọn ổ đĩa rồi làm lại.`,
    );
}
