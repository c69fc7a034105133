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

/** Whether a release can be shown to nobody any more. */
function cannotServe(faults: readonly ReleaseFault[], isLive: boolean): boolean {
  // Of the live one everything but its pages can be made again.
  return faults.some((fault) => fault === 'pages' || (!isLive && fault !== 'snapshot.sqlite'));
}

/** Takes a release out of the way; returns what to say. */
export async function setReleaseAside(data: DataFolder, name: string, faults: readonly string[]): Promise<string> {
  const aside = await setAside(releaseFolder(data, name).root);
  return `Bản đăng ${name} bị hỏng (${faults.join(', ')}): đã để riêng thành ${basename(aside)}.`;
}

async function mendRelease(data: DataFolder, name: string, isLive: boolean): Promise<string[]> {
  const release = releaseFolder(data, name);
  const faults = isLive ? await releaseFaults(release) : await dataFaults(release);
  if (cannotServe(faults, isLive)) return [await setReleaseAside(data, name, faults)];
  if (!faults.includes('snapshot.sqlite')) return [];
  const aside = await setAside(release.snapshot);
  return [`Bản chụp dữ liệu của bản đăng ${name} bị hỏng: đã để riêng thành ${basename(aside)}.`];
}

/** The newest whole release in the place of one that is gone; with none left the public is told that nothing is published yet. */
async function pointToWhole(data: DataFolder, gone: string): Promise<string> {
  for (const name of (await releaseNames(data)).reverse()) {
    const release = releaseFolder(data, name);
    if ((await releaseFaults(release)).length > 0) continue;
    await applyStanding(release, await presentStanding(data));
    await switchLive(data, name);
    return `Bản đăng ${gone} không hiển thị được nữa: bản ${name} hiển thị tạm.`;
  }
  await removeDurably(data.live);
  return `Bản đăng ${gone} không hiển thị được nữa, và không còn bản nào khác.`;
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
  for (const name of await releaseNames(data)) lines.push(...(await mendRelease(data, name, name === live)));
  if (live !== undefined && !existsSync(data.live)) lines.push(await pointToWhole(data, live));
  lines.push(...(await mendNotes(data)));
  await forgetBroken(data);
  return lines;
}
