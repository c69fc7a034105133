/** Publishing takes the copies that are ready by linking them into the folder that is served. */
import { copyFile, link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../dataFolder.ts';
import type { PictureStore } from './store.ts';

/** Links copies into the served folder; false where one is gone from the cache and was not linked before. */
export type Linker = (names: readonly string[]) => Promise<boolean>;

/** A power cut can leave the name of a copy and nothing in it. */
const isEmpty = (file: string) =>
  stat(file).then(
    ({ size }) => size === 0,
    () => false,
  );

async function linkOne(from: string, to: string): Promise<boolean> {
  if (await isEmpty(from)) return false;
  try {
    await link(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    // Another disk, or a file system without links.
    if (code !== 'EEXIST') await copyFile(from, to);
  }
  return true;
}

/** A linker that knows what is linked already. */
export async function linkerTo(data: DataFolder, store: PictureStore): Promise<Linker> {
  await mkdir(data.pictures, { recursive: true });
  const there = new Set<string>();
  for (const name of await readdir(data.pictures)) {
    if (await isEmpty(join(data.pictures, name))) await rm(join(data.pictures, name));
    else there.add(name);
  }
  return async (names) => {
    for (const name of names) {
      if (there.has(name)) continue;
      if (!(await linkOne(store.fileOf(name), join(data.pictures, name)))) return false;
      there.add(name);
    }
    return true;
  };
}
