/** The admin, built once per version of its code and served from a folder of its own. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../dataFolder.ts';
import { flushFolder, flushTree, linkDurably } from '../durable.ts';
import { projectRoot } from '../environment.ts';
import { astroBuild, moveFolder } from '../publish/build.ts';

/** What decides how the built admin looks. */
const SOURCES = ['admin', 'pocketbase/domain', 'site/styles', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const KEPT_VERSIONS = 2;

async function filesOf(source: string): Promise<string[]> {
  const path = join(projectRoot, source);
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [source];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length))
    .sort();
}

/** A name for the version of the code that the admin is built from. */
export async function adminVersion(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of await filesOf(source)) hash.update(`${file}\n`).update(await readFile(join(projectRoot, file)));
  return hash.digest('hex').slice(0, 12);
}

/** Whether a folder is there with the page that starts the admin, and none of its files is empty, as a power cut can leave them. */
async function isWhole(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) if ((await stat(join(parentPath, name))).size === 0) return false;
  return files.length > 0;
}

/** Builds into the project's cache, which all data folders share. */
async function builtAdmin(version: string): Promise<string> {
  const built = join(projectRoot, '.cache', `admin-${version}`);
  if (await isWhole(built)) return built;
  const temporary = `${built}.${process.pid}.part`;
  await rm(temporary, { recursive: true, force: true });
  await astroBuild({ part: 'admin', outDir: temporary });
  await flushTree(temporary);
  if (!(await isWhole(built))) await rm(built, { recursive: true, force: true });
  // Somebody else may have finished the same version meanwhile.
  await rename(temporary, built).catch(() => rm(temporary, { recursive: true, force: true }));
  return built;
}

/** Whoever has the admin open still loads parts of the version it began with: a few earlier ones stay. */
async function removeOldVersions(data: DataFolder, version: string): Promise<void> {
  const versions: { folder: string; since: number }[] = [];
  for (const name of await readdir(data.admin)) {
    const folder = join(data.admin, name);
    if (name !== 'live' && name !== version) versions.push({ folder, since: (await stat(folder)).ctimeMs });
  }
  versions.sort((a, b) => b.since - a.since);
  for (const { folder } of versions.slice(KEPT_VERSIONS)) await rm(folder, { recursive: true, force: true });
}

/** Puts the admin of the present code into a data folder and makes it the one that is served; returns whether it had to be built. */
export async function buildAdmin(data: DataFolder): Promise<boolean> {
  const version = await adminVersion();
  const live = join(data.admin, 'live');
  const target = join(data.admin, version);
  const isThere = await isWhole(target);
  if (isThere && (await readlink(live).catch(() => '')) === version) return false;
  await mkdir(data.admin, { recursive: true });
  if (!isThere) {
    const copy = `${target}.${process.pid}.part`;
    await cp(await builtAdmin(version), copy, { recursive: true });
    await flushTree(copy);
    await rm(target, { recursive: true, force: true });
    await moveFolder(copy, target);
    await flushFolder(data.admin);
  }
  await linkDurably(version, live);
  await removeOldVersions(data, version);
  return true;
}
