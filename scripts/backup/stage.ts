/** A folder that holds exactly what goes into a backup, all of one instant. */
import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { processIdentity } from '../bootstrap/processes.mjs';
import type { DataFolder } from '../dataFolder.ts';
import { PRIVATE_FOLDER } from '../privateFiles.ts';
import { contentsOf, copyDatabase, DATABASES } from './database.ts';
import { MANIFEST, type Manifest, sha256Of } from './manifest.ts';

/** Where the database lies inside a backup. */
export const IN_BACKUP = 'pb_data';

const STAGE = /^backup-(\d+)\.(?:part|out|out\.part)$/;

/** The file in which a backup waits that is to leave through a pipe; below the data folder, where there is room for it. */
export const outputName = () => `backup-${process.pid}.out`;

/** Removes what killed backups left behind. */
async function removeForgotten(data: DataFolder): Promise<void> {
  for (const name of await readdir(data.root)) {
    const pid = Number(STAGE.exec(name)?.[1] ?? process.pid);
    if (STAGE.test(name) && (pid === process.pid || processIdentity(pid) === undefined))
      await rm(join(data.root, name), { recursive: true, force: true });
  }
}

/** The same file under a second name; a copy where the disk knows no links. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch(() => copyFile(from, to));
}

/** The copied records first, then the files that they name: a file never changes, and none that a record names is deleted. */
async function gather(data: DataFolder, folder: string) {
  await mkdir(folder, { recursive: true });
  for (const name of DATABASES) await copyDatabase(join(data.database, name), join(folder, name));
  const contents = contentsOf(folder);
  const missing: string[] = [];
  for (const path of contents.files) {
    const from = join(data.database, path);
    if (!existsSync(from)) {
      // A power cut can take a file whose save was never answered: all the rest is worth a backup.
      missing.push(path);
      continue;
    }
    await linkOrCopy(from, join(folder, path));
    // PocketBase keeps a file's type and sum beside it.
    if (existsSync(`${from}.attrs`)) await linkOrCopy(`${from}.attrs`, join(folder, `${path}.attrs`));
  }
  return { contents, missing };
}

async function describe(root: string): Promise<Manifest['files']> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const described: Manifest['files'] = [];
  for (const file of files.sort()) {
    const path = file.slice(root.length + 1).replaceAll('\\', '/');
    described.push({ path, size: (await stat(file)).size, sha256: await sha256Of(file) });
  }
  return described;
}

/** What a staged folder holds. */
export interface Staged {
  folder: string;
  contents: ReturnType<typeof contentsOf>;
  files: Manifest['files'];
  /** Files that records name and that are not there. */
  missing: string[];
}

/** Runs `work` on the staged folder, and removes it afterwards. */
export async function whileStaged<T>(data: DataFolder, work: (staged: Staged) => Promise<T>): Promise<T> {
  await removeForgotten(data);
  const folder = join(data.root, `backup-${process.pid}.part`);
  try {
    await mkdir(folder, { mode: PRIVATE_FOLDER });
    const gathered = await gather(data, join(folder, IN_BACKUP));
    return await work({ folder, ...gathered, files: await describe(folder) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts the manifest where it is packed from. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
}
