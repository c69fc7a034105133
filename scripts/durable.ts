/**
 * Files that survive a power cut. A name that makes a file count (a rename, a link) may reach the disk before what the file holds, and is
 * then the name of nothing: so what is named is flushed first, then the folder that holds the name.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** From so many files on, one flush of the whole file system is quicker: 1 s against 1 ms a file. */
const MANY = 1_000;

/** So many files are flushed at a time: the disk writes their journal once for all of them. */
const AT_ONCE = 16;

/** Waits until a file, or the names in a folder, are on the disk. */
async function flush(path: string): Promise<void> {
  // Windows flushes what is open for writing, and knows no flush of folders.
  const isWindows = process.platform === 'win32';
  const handle = await open(path, isWindows ? constants.O_RDWR : constants.O_RDONLY).catch((error: Error) => {
    if (isWindows) return undefined;
    throw error;
  });
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
}

/** Waits until files are on the disk, in no order. */
export async function flushFiles(files: readonly string[]): Promise<void> {
  for (let start = 0; start < files.length; start += AT_ONCE)
    await Promise.all(files.slice(start, start + AT_ONCE).map(flush));
}

/** Waits until the names in a folder are on the disk. */
export function flushFolder(folder: string): Promise<void> {
  return flush(folder);
}

/** Flushes the file system that holds `path`; false where no program does that. Node has no `syncfs`. */
function flushFileSystem(path: string): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn('sync', ['-f', path], { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** Waits until a folder and everything below it are on the disk. */
export async function flushTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  if (entries.length >= MANY && (await flushFileSystem(folder))) return;
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  await flushFiles([...paths, folder]);
}

/** Gives what was flushed its name, for good. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await flush(dirname(to));
  if (dirname(from) !== dirname(to)) await flush(dirname(from));
}

const besideOf = (path: string) => `${path}.${process.pid}.${randomUUID().slice(0, 8)}.part`;

/** Writes a file whole or not at all, for good. Its folder must be there. */
export async function writeDurably(file: string, content: string | Uint8Array, mode = 0o666): Promise<void> {
  const temporary = besideOf(file);
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameDurably(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Points a symbolic link elsewhere: whoever looks sees the former target or the new one, also after a power cut. */
export async function linkDurably(target: string, link: string): Promise<void> {
  const temporary = `${link}.${process.pid}.part`;
  await rm(temporary, { force: true });
  await symlink(target, temporary);
  await renameDurably(temporary, link);
}

/** Removes a file for good. */
export async function removeDurably(file: string): Promise<void> {
  await rm(file, { force: true });
  await flush(dirname(file));
}
