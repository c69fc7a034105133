/**
 * Rights of files: the web server's account reads the pages, and nothing else of a data folder, whatever the umask of who starts the
 * commands. What is made gets its rights when it is made; what somebody changed, or an earlier version made, gets them at each start.
 */
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, readdir, rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DataFolder } from './dataFolder.ts';

/** For its owner alone. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;

/** Of the data folder itself, the entries below which something is served. */
const servedEntries = (data: DataFolder) =>
  new Set([data.releases, data.live, data.admin, data.status, join(data.assets, '..')].map((path) => basename(path)));

/** Files of these folders that are served; others in them are not. */
const SERVED_STATUS = new Set(['tinh-trang.json', 'chua-dang.html']);

/** Takes a file or folder from everybody else; a link's target is somebody else's. */
async function takeBack(path: string): Promise<void> {
  const info = await lstat(path).catch(() => undefined);
  if (info === undefined || info.isSymbolicLink()) return;
  const mode = info.isDirectory() ? PRIVATE_FOLDER : PRIVATE_FILE;
  if ((info.mode & 0o777) !== mode) await chmod(path, mode);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name));
}

/** What earlier versions kept in a folder that is served. */
async function moveOut(data: DataFolder): Promise<void> {
  const former = join(data.status, basename(data.shown));
  if (!existsSync(former)) return;
  if (existsSync(data.shown)) await takeBack(former);
  else await rename(former, data.shown);
}

/** Makes the folder of the database, before PocketBase does, and takes everything private back from everybody else. */
export async function keepPrivate(data: DataFolder): Promise<void> {
  await mkdir(data.root, { recursive: true });
  await mkdir(data.database, { recursive: true, mode: PRIVATE_FOLDER });
  await moveOut(data);
  const served = servedEntries(data);
  for (const name of await readdir(data.root)) if (!served.has(name)) await takeBack(join(data.root, name));
  for (const file of await filesIn(data.database)) await takeBack(file);
  for (const file of await filesIn(data.status)) if (!SERVED_STATUS.has(basename(file))) await takeBack(file);
  for (const release of await readdir(data.releases).catch(() => []))
    for (const file of await filesIn(join(data.releases, release))) await takeBack(file);
}

/** Takes a file of settings back from others; returns what to tell whoever starts the command, '' when it was private. */
export async function keepSettingsPrivate(file: string): Promise<string> {
  const info = await stat(file).catch(() => undefined);
  if (process.platform === 'win32' || info === undefined || (info.mode & 0o077) === 0) return '';
  return chmod(file, PRIVATE_FILE).then(
    () => `${file} could be read by others; it is yours alone now.`,
    () => `${file} can be read by others, and this account may not change that: chmod 600 ${file} as its owner.`,
  );
}
