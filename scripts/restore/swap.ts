/** Puts another database folder in the place of the present one; the present one is kept beside. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { now } from '../clock.ts';
import type { DataFolder } from '../dataFolder.ts';
import { flushTree, removeDurably, renameDurably, writeDurably } from '../durable.ts';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../privateFiles.ts';
import { holdForLife } from '../publish/publishLock.ts';
import { endForgottenServer } from '../start/serverFile.ts';

/** Makes sure that nobody serves the folder, now or until this process ends; returns what is to be said. */
export async function holdData(data: DataFolder): Promise<string[]> {
  if (!(await holdForLife(data.startLock)))
    throw new Error(`A server runs on the data folder ${data.root}. End it first: "npm stop", or systemctl stop ocop.`);
  await endForgottenServer(data);
  return undoCutShort(data);
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
  /** Says that the new one stays. Until then a power cut leads back to the former one. */
  keep(): Promise<void>;
  /** Puts the former one back and the other one beside, and says where that is. */
  undo(): Promise<string>;
}

/** Written while one folder takes the place of another: which one was there before, by its name beside. */
interface UnderWay {
  /** Null where there was none. */
  replaced: string | null;
}

const underWayFile = (data: DataFolder) => join(data.root, 'restore.json');
const STAGE = /^restore-\d+\.part$/;

async function moveAside(data: DataFolder, folder: string): Promise<string | undefined> {
  if (!existsSync(data.database)) return undefined;
  await mkdir(folder, { mode: PRIVATE_FOLDER });
  await renameDurably(data.database, join(folder, 'pb_data'));
  return folder;
}

async function putBack(data: DataFolder, replaced: string | undefined): Promise<void> {
  if (replaced !== undefined) await renameDurably(join(replaced, 'pb_data'), data.database);
}

/** Both are renames: at every moment each of the two is whole under one name or another, and a note says which one counts. */
export async function swapDatabase(data: DataFolder, from: string): Promise<Swapped> {
  await flushTree(from);
  const folder = besideName(data, 'replaced');
  const underWay: UnderWay = { replaced: existsSync(data.database) ? basename(folder) : null };
  await writeDurably(underWayFile(data), JSON.stringify(underWay), PRIVATE_FILE);
  const keep = () => removeDurably(underWayFile(data));
  const replaced = await moveAside(data, folder);
  try {
    await renameDurably(from, data.database);
  } catch (error) {
    await putBack(data, replaced);
    await keep();
    throw error;
  }
  const undo = async () => {
    const failed = (await moveAside(data, besideName(data, 'failed'))) ?? '';
    await putBack(data, replaced);
    await keep();
    return failed;
  };
  return { replaced, keep, undo };
}

async function readUnderWay(data: DataFolder): Promise<UnderWay | undefined> {
  try {
    return JSON.parse(await readFile(underWayFile(data), 'utf8')) as UnderWay;
  } catch {
    return undefined;
  }
}

/** Finishes nothing and loses nothing of a restore that was cut short: what was there before is back, and is said to be. */
export async function undoCutShort(data: DataFolder): Promise<string[]> {
  for (const name of await readdir(data.root).catch(() => []))
    if (STAGE.test(name)) await rm(join(data.root, name), { recursive: true, force: true });
  const underWay = await readUnderWay(data);
  if (underWay === undefined) return [];
  const replaced = underWay.replaced === null ? undefined : join(data.root, underWay.replaced);
  const hasMoved = replaced === undefined || existsSync(join(replaced, 'pb_data'));
  const failed = hasMoved ? await moveAside(data, besideName(data, 'failed')) : undefined;
  if (hasMoved) await putBack(data, replaced);
  await removeDurably(underWayFile(data));
  const where = failed === undefined ? '' : ` What it had put there lies in ${failed}.`;
  return [`A restore was cut short: the records are those from before it.${where} Restore again if you still want to.`];
}
