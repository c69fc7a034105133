/** Step 6, activating: recalls and removals are applied, then one symbolic link changes. Going back to an earlier release is the same. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readlink, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type PocketBase from 'pocketbase';
import { type DataFolder, releaseFolder } from '../dataFolder.ts';
import { flushFolder, flushTree, linkDurably, renameDurably } from '../durable.ts';
import { readManifest } from './manifest.ts';
import { pauseForTest } from './progress.ts';
import { releaseFaults } from './releaseFaults.ts';
import { applyStanding, currentStanding, releaseNames, removePictures } from './standing.ts';

/** Earlier releases that stay, besides the live one. */
export const KEPT_RELEASES = 20;

/** Ending of a folder whose release is not finished. */
export const UNFINISHED = '.part';

/** Name of the release that the public sees; undefined before the first. */
export async function liveRelease(data: DataFolder): Promise<string | undefined> {
  const target = await readlink(data.live).catch(() => undefined);
  return target === undefined ? undefined : basename(target);
}

/** One rename: whoever asks sees the old release or the new one, never neither. */
export async function switchLive(data: DataFolder, name: string): Promise<void> {
  // Relative, so that the data folder can be moved.
  await linkDurably(join('releases', name), data.live);
}

/** Makes an unfinished release live under its name. */
export async function activateNew(pb: PocketBase, data: DataFolder, name: string): Promise<void> {
  const unfinished = releaseFolder(data, name + UNFINISHED);
  const manifest = await readManifest(unfinished);
  const standing = await currentStanding(pb, data, [manifest]);
  await applyStanding(unfinished, standing);
  await removePictures(data, manifest, standing);
  await pauseForTest('activate before the name');
  // Everything that was written for this release, before its name says that it is whole.
  await flushTree(unfinished.root);
  if (existsSync(data.pictures)) await flushFolder(data.pictures);
  await renameDurably(unfinished.root, releaseFolder(data, name).root);
  await pauseForTest('activate before the switch');
  try {
    await switchLive(data, name);
  } catch (error) {
    // Not live, so not a release: whoever publishes removes what is unfinished.
    await rename(releaseFolder(data, name).root, unfinished.root);
    throw error;
  }
}

/** Makes an earlier release live again; what was recalled or taken back since then stays so. */
export async function activateEarlier(pb: PocketBase, data: DataFolder, name: string): Promise<void> {
  const release = releaseFolder(data, name);
  if (!existsSync(release.root)) throw new Error(`Bản đăng ${name} không còn trên máy.`);
  const faults = (await releaseFaults(release)).filter((fault) => fault !== 'snapshot.sqlite');
  if (faults.length > 0)
    throw new Error(
      `Bản đăng ${name} bị hỏng (${faults.join(', ')}), không đưa lên được. Chọn bản khác, hoặc đăng lại.`,
    );
  const standing = await currentStanding(pb, data);
  await applyStanding(release, standing);
  await switchLive(data, name);
}

/** Applies what stands to the release that is live; called whenever a recall or a consent changes. */
export async function refreshLive(pb: PocketBase, data: DataFolder): Promise<void> {
  const name = await liveRelease(data);
  if (name === undefined) return;
  const release = releaseFolder(data, name);
  const standing = await currentStanding(pb, data);
  await applyStanding(release, standing);
  await removePictures(data, await readManifest(release), standing);
}

/** Removes releases beyond the last ones, never the live one; returns their names. */
export async function pruneReleases(data: DataFolder): Promise<string[]> {
  const live = await liveRelease(data);
  const others = (await releaseNames(data)).filter((name) => name !== live);
  const old = others.slice(0, Math.max(0, others.length - KEPT_RELEASES));
  for (const name of old) await rm(releaseFolder(data, name).root, { recursive: true, force: true });
  return old;
}

/** Removes what publishes that did not end left behind. */
export async function removeUnfinished(data: DataFolder): Promise<void> {
  await mkdir(data.releases, { recursive: true });
  for (const name of await readdir(data.releases))
    if (name.endsWith(UNFINISHED)) await rm(join(data.releases, name), { recursive: true, force: true });
  for (const name of await readdir(data.root))
    if (/^live\.\d+\.part$/.test(name)) await rm(join(data.root, name), { force: true });
}
