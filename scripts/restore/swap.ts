/** Puts another database folder in the place of the present one; the present one is kept beside. */
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { now } from '../clock.ts';
import type { DataFolder } from '../dataFolder.ts';
import { PRIVATE_FOLDER } from '../privateFiles.ts';
import { holdForLife } from '../publish/publishLock.ts';
import { endForgottenServer } from '../start/serverFile.ts';

/** Makes sure that nobody serves the folder, now or until this process ends. */
export async function holdData(data: DataFolder): Promise<void> {
  if (!(await holdForLife(data.startLock)))
    throw new Error(`A server runs on the data folder ${data.root}. End it first: "npm stop", or systemctl stop ocop.`);
  await endForgottenServer(data);
}

/** A folder beside the database that is not there yet, such as `replaced-20261122T061500Z`. */
export function besideName(data: DataFolder, why: string): string {
  const time = new Date(now()).toISOString().replace(/[-:]|\.\d+/g, '');
  for (let more = 1; ; more += 1) {
    const folder = join(data.root, `${why}-${time}${more === 1 ? '' : `-${more}`}`);
    if (!existsSync(folder)) return folder;
  }
}

/** A database folder that was put in place. */
export interface Swapped {
  /** Where the former one is; undefined when there was none. */
  replaced: string | undefined;
  /** Puts the former one back and the other one beside, and says where that is. */
  undo(): Promise<string>;
}

async function moveAside(data: DataFolder, why: string): Promise<string | undefined> {
  if (!existsSync(data.database)) return undefined;
  const folder = besideName(data, why);
  await mkdir(folder, { mode: PRIVATE_FOLDER });
  await rename(data.database, join(folder, 'pb_data'));
  return folder;
}

/** Both are renames: at every moment each of the two is whole under one name or another. */
export async function swapDatabase(data: DataFolder, from: string): Promise<Swapped> {
  const replaced = await moveAside(data, 'replaced');
  const putBack = async () => {
    if (replaced !== undefined) await rename(join(replaced, 'pb_data'), data.database);
  };
  try {
    await rename(from, data.database);
  } catch (error) {
    await putBack();
    throw error;
  }
  const undo = async () => {
    const failed = (await moveAside(data, 'failed')) ?? '';
    await putBack();
    return failed;
  };
  return { replaced, undo };
}
