/** What a power cut, a full disk or a hand can have broken in a release's folder. */
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReleaseFolder } from '../dataFolder.ts';
import { fileToAddress } from './inspect.ts';
import { type Manifest, type PageIndex, readManifest, readPageIndex } from './manifest.ts';

/** A part of a release, by the name of its file or folder. */
export type ReleaseFault = 'release.json' | 'pages.json' | 'snapshot.sqlite' | 'pages';

const manifestShape = z.object({
  name: z.string(),
  recalled: z.array(z.string()),
  personal: z.record(
    z.string(),
    z.record(z.string(), z.object({ values: z.array(z.string()), files: z.array(z.string()) })),
  ),
  counts: z.record(z.string(), z.number()),
  sizeBytes: z.number(),
});
const indexShape = z.object({ addresses: z.array(z.string()), lots: z.record(z.string(), z.array(z.string())) });

/** What a file holds when it has the shape; undefined for one that is missing, cut short or something else. */
async function sound<T>(read: Promise<T>, shape: z.ZodType): Promise<T | undefined> {
  const found = await read.catch(() => undefined);
  return shape.safeParse(found).success ? found : undefined;
}

const SQLITE_HEADER = 100;

/** Whether a file begins as an SQLite database does, and is as long as its beginning says (https://sqlite.org/fileformat2.html). */
export async function isWholeDatabase(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SQLITE_HEADER), 0, SQLITE_HEADER, 0);
    if (bytesRead < SQLITE_HEADER || buffer.toString('latin1', 0, 16) !== 'SQLite format 3\0') return false;
    const pageSize = buffer.readUInt16BE(16);
    return (await handle.stat()).size === (pageSize === 1 ? 65_536 : pageSize) * buffer.readUInt32BE(28);
  } finally {
    await handle.close();
  }
}

/** What is broken of a release's files beside its pages; quick enough to be asked before every publish. */
export async function dataFaults(release: ReleaseFolder): Promise<ReleaseFault[]> {
  const isThere = (file: string) =>
    stat(file).then(
      () => true,
      () => false,
    );
  const faults: [ReleaseFault, boolean][] = [
    ['release.json', (await sound(readManifest(release), manifestShape)) === undefined],
    ['pages.json', (await sound(readPageIndex(release), indexShape)) === undefined],
    // One that was set aside is missed by nobody: the next publish writes another.
    ['snapshot.sqlite', (await isThere(release.snapshot)) && !(await isWholeDatabase(release.snapshot))],
  ];
  return faults.filter(([, isBroken]) => isBroken).map(([fault]) => fault);
}

async function sizesOf(folder: string): Promise<Map<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return new Map(files.map((file, index) => [file.slice(folder.length + 1), sizes[index] ?? 0]));
}

/** Whether the files are as many and as large as was written down when they were inspected, and no page is empty. */
function arePagesWhole(sizes: ReadonlyMap<string, number>, manifest?: Manifest, index?: PageIndex): boolean {
  const isEmptyPage = ([file, size]: [string, number]) => size === 0 && file.endsWith('.html');
  if (!sizes.has('index.html') || [...sizes].some(isEmptyPage)) return false;
  const there = new Set([...sizes.keys()].map(fileToAddress));
  if (index?.addresses.some((address) => !there.has(address))) return false;
  // Releases of earlier versions count fewer things.
  if (manifest?.counts['files'] === undefined) return true;
  const sizeBytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return manifest.counts['files'] === sizes.size && manifest.sizeBytes === sizeBytes;
}

/** What is broken of a whole release; looks at every page once, without reading it. */
export async function releaseFaults(release: ReleaseFolder): Promise<ReleaseFault[]> {
  const manifest = await sound(readManifest(release), manifestShape);
  const index = await sound(readPageIndex(release), indexShape);
  const faults = await dataFaults(release);
  return arePagesWhole(await sizesOf(release.pages), manifest, index) ? faults : [...faults, 'pages'];
}
