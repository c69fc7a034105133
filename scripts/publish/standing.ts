/** Applies what stands beside releases to the pages of one: recalls, lots out of circulation and withdrawn personal data, as changed copies served before them. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type PocketBase from 'pocketbase';
import type { PersonalItem } from '#domain/rules/consent.ts';
import type { Standing } from '#domain/standing.ts';
import { type DataFolder, type ReleaseFolder, releaseFolder } from '../dataFolder.ts';
import { writeDurably } from '../durable.ts';
import { PRIVATE_FILE } from '../privateFiles.ts';
import { SET_ASIDE } from '../setAside.ts';
import { type Manifest, type PageIndex, readManifest, readPageIndex } from './manifest.ts';
import { withoutPersonal, withRecall, withRecallInFile, withWithdrawal, withWithdrawalInFile } from './overlay.ts';

/** Lots whose standing the release was built without. */
function newlyTold<N>(notices: Readonly<Record<string, N>> = {}, built: readonly string[] = []): [string, N][] {
  return Object.entries(notices).filter(([lot]) => !built.includes(lot));
}

/** Changes of one file, in order. */
type Changes = Map<string, ((text: string) => string)[]>;

function changesOf(manifest: Manifest, lots: PageIndex['lots'], standing: Standing): Changes {
  const changes: Changes = new Map();
  const add = (file: string, change: (text: string) => string) =>
    changes.set(file, [...(changes.get(file) ?? []), change]);
  for (const [producer, items] of Object.entries(standing.withdrawn)) {
    for (const item of items as PersonalItem[]) {
      const shown = manifest.personal[producer]?.[item];
      for (const file of shown?.files ?? [])
        if (shown) add(file, (text) => withoutPersonal(text, producer, item, shown));
    }
  }
  for (const [lot, notice] of newlyTold(standing.lotsWithdrawn, manifest.lotsWithdrawn))
    for (const file of lots[lot] ?? [])
      add(file, (text) => (file.endsWith('.json') ? withWithdrawalInFile : withWithdrawal)(text, notice));
  for (const [lot, notice] of newlyTold(standing.recalled, manifest.recalled))
    for (const file of lots[lot] ?? [])
      add(file, (text) => (file.endsWith('.json') ? withRecallInFile : withRecall)(text, notice));
  return changes;
}

async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

async function readOrEmpty(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

/**
 * Brings a release's `standing` folder to what must stand now. Each file appears whole and none is missing in between, so that it can be
 * done to the live release. Returns how many pages stand changed.
 */
export async function applyStanding(release: ReleaseFolder, standing: Standing): Promise<number> {
  const manifest = await readManifest(release);
  const told = [
    ...newlyTold(standing.recalled, manifest.recalled),
    ...newlyTold(standing.lotsWithdrawn, manifest.lotsWithdrawn),
  ];
  const { lots } = told.length > 0 ? await readPageIndex(release) : { lots: {} };
  const changes = changesOf(manifest, lots, standing);
  for (const [file, steps] of changes) {
    const text = steps.reduce((done, step) => step(done), await readFile(join(release.pages, file), 'utf8'));
    const target = join(release.standing, file);
    if ((await readOrEmpty(target)) === text) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeDurably(target, text);
  }
  for (const file of await filesBelow(release.standing))
    if (!changes.has(file)) await rm(join(release.standing, file), { force: true });
  return changes.size;
}

/** Pictures that nobody may see any more answer no longer; they are made again should consent return. */
export async function removePictures(data: DataFolder, manifest: Manifest, standing: Standing): Promise<void> {
  for (const [producer, items] of Object.entries(standing.withdrawn)) {
    if (!items.includes('picture')) continue;
    for (const address of manifest.personal[producer]?.picture?.values ?? [])
      await rm(join(data.pictures, address.slice('/anh/'.length)), { force: true });
  }
}

/** Names of finished releases that are whole as far as anybody knows, oldest first. */
export async function releaseNames(data: DataFolder): Promise<string[]> {
  if (!existsSync(data.releases)) return [];
  return (await readdir(data.releases)).filter((name) => !name.endsWith('.part') && !SET_ASIDE.test(name)).sort();
}

/** Writes which personal items the releases show, `also` the one that is about to be live. One that cannot be read can be shown by nobody. */
export async function writeShown(data: DataFolder, also: readonly Manifest[] = []): Promise<void> {
  const shown: Record<string, string[]> = {};
  const read = (name: string) => readManifest(releaseFolder(data, name)).catch(() => undefined);
  const kept = await Promise.all((await releaseNames(data)).map(read));
  for (const manifest of [...kept, ...also]) {
    for (const [producer, items] of Object.entries(manifest?.personal ?? {}))
      shown[producer] = [...new Set([...(shown[producer] ?? []), ...Object.keys(items)])];
  }
  await writeDurably(data.shown, JSON.stringify(shown), PRIVATE_FILE);
}

/** Writes what the releases show, and has PocketBase tell what stands. */
export async function currentStanding(
  pb: PocketBase,
  data: DataFolder,
  also: readonly Manifest[] = [],
): Promise<Standing> {
  await writeShown(data, also);
  await mkdir(data.status, { recursive: true });
  return pb.send<Standing>('/api/ocop/standing', { method: 'POST', requestKey: null });
}
