/**
 * What is found broken beside the database is made again, or set aside and said, so that it stands in nobody's way later: a release of
 * which files are empty or cut short, a pointer that leads nowhere. Needs no database; `mendWithRecords` does what is left.
 */
import { existsSync } from 'node:fs';
import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type DataFolder, releaseFolder } from '../dataFolder.ts';
import { removeDurably } from '../durable.ts';
import { presentStanding } from '../restore/keepStanding.ts';
import { SET_ASIDE, setAside } from '../setAside.ts';
import { liveRelease, switchLive } from './activate.ts';
import { dataFaults, type ReleaseFault, releaseFaults } from './releaseFaults.ts';
import { applyStanding, releaseNames, writeShown } from './standing.ts';

/** Broken releases that stay on the disk, for whoever wants to look at them. */
const KEPT_BROKEN = 2;

/** Takes a release out of the way; returns what to say. */
async function setReleaseAside(data: DataFolder, name: string, faults: readonly string[]): Promise<string> {
  const aside = await setAside(releaseFolder(data, name).root);
  return `Bản đăng ${name} bị hỏng (${faults.join(', ')}): đã để riêng thành ${basename(aside)}.`;
}

/** Without its snapshot a release can be shown as before; only the next publish cannot say what it changes. */
async function mendSnapshot(data: DataFolder, name: string, faults: readonly ReleaseFault[]): Promise<string[]> {
  if (!faults.includes('snapshot.sqlite')) return [];
  const aside = await setAside(releaseFolder(data, name).snapshot);
  return [`Bản chụp dữ liệu của bản đăng ${name} bị hỏng: đã để riêng thành ${basename(aside)}.`];
}

/** To one whose own files are broken nobody can go back. */
async function mendEarlier(data: DataFolder, name: string): Promise<string[]> {
  const faults = await dataFaults(releaseFolder(data, name));
  if (faults.some((fault) => fault !== 'snapshot.sqlite')) return [await setReleaseAside(data, name, faults)];
  return mendSnapshot(data, name, faults);
}

async function newestWhole(data: DataFolder, besides: string): Promise<string | undefined> {
  for (const name of (await releaseNames(data)).reverse())
    if (name !== besides && (await releaseFaults(releaseFolder(data, name))).length === 0) return name;
  return undefined;
}

/** The newest whole release in the place of one whose pages are broken or gone; with none left, broken pages are better than none. */
async function mendLive(data: DataFolder, live: string): Promise<string[]> {
  const release = releaseFolder(data, live);
  const isThere = existsSync(release.root);
  const faults = await releaseFaults(release);
  // All but its pages can be made again, which needs the records.
  if (!faults.includes('pages')) return mendSnapshot(data, live, faults);
  const other = await newestWhole(data, live);
  if (other !== undefined) {
    await applyStanding(releaseFolder(data, other), await presentStanding(data));
    await switchLive(data, other);
    const said = isThere ? await setReleaseAside(data, live, faults) : `Bản đăng ${live} không còn trên máy.`;
    return [`${said} Bản ${other} hiển thị tạm.`];
  }
  if (isThere)
    return [`Bản đăng ${live} bị hỏng (${faults.join(', ')}) và không có bản nào khác: vẫn hiển thị bản này.`];
  await removeDurably(data.live);
  return [`Bản đăng ${live} không còn trên máy, và không có bản nào khác.`];
}

async function mendPointer(data: DataFolder): Promise<string[]> {
  const info = await lstat(data.live).catch(() => undefined);
  if (info === undefined || info.isSymbolicLink()) return [];
  return [`“live” không phải là liên kết: đã để riêng thành ${basename(await setAside(data.live))}.`];
}

/** Files beside the releases that are made again from what is whole; a missing one is nothing to worry about. */
async function mendNotes(data: DataFolder): Promise<string[]> {
  const lines: string[] = [];
  const isBroken = async (file: string) => {
    if (!existsSync(file)) return false;
    try {
      return typeof JSON.parse(await readFile(file, 'utf8')) !== 'object';
    } catch {
      return true;
    }
  };
  if (await isBroken(data.shown)) {
    await writeShown(data);
    lines.push(`${basename(data.shown)} bị hỏng: đã ghi lại.`);
  }
  if (await isBroken(data.standing)) {
    // Its one writer is a hook, which the worker asks for it as soon as the database serves.
    const aside = await setAside(data.standing);
    lines.push(`${basename(data.standing)} bị hỏng: đã để riêng thành ${basename(aside)}, được ghi lại từ dữ liệu.`);
  }
  return lines;
}

/** Releases that were set aside: their names and those of their folders, oldest first. */
export async function brokenReleases(data: DataFolder): Promise<{ name: string; folder: string }[]> {
  const folders = (await readdir(data.releases).catch(() => [])).filter((folder) => SET_ASIDE.test(folder)).sort();
  return folders.map((folder) => ({ name: folder.replace(SET_ASIDE, ''), folder }));
}

async function forgetBroken(data: DataFolder): Promise<void> {
  for (const { folder } of (await brokenReleases(data)).slice(0, -KEPT_BROKEN))
    await rm(join(data.releases, folder), { recursive: true, force: true });
}

/** Mends what can be mended without the database and returns what was done, in words. Call it only while nobody publishes. */
export async function mendReleases(data: DataFolder): Promise<string[]> {
  const lines = await mendPointer(data);
  const live = await liveRelease(data);
  for (const name of await releaseNames(data)) if (name !== live) lines.push(...(await mendEarlier(data, name)));
  if (live !== undefined) lines.push(...(await mendLive(data, live)));
  lines.push(...(await mendNotes(data)));
  await forgetBroken(data);
  return lines;
}
