/** Step 4, building: `astro build` of the snapshot, in a process of its own; then the pages move into the release. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { flushFiles, flushFolder } from '../durable.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, '.cache');
const BUILD_PREFIX = 'build-';
const LOG_LIMIT = 20_000;

/** Which half of the project is built. */
export interface AstroBuild {
  part: 'site' | 'admin';
  /** Where the files go; inside the project, since Astro cannot move its output to another disk. */
  outDir: string;
  snapshot?: string;
  onOutput?: (text: string) => void;
  signal?: AbortSignal;
}

/** Runs `astro build` with the Node that runs this; throws with the end of its output when it fails. */
export async function astroBuild({ part, outDir, snapshot, onOutput, signal }: AstroBuild): Promise<void> {
  const args = ['--import', './scripts/publish/endWithParent.ts', 'node_modules/astro/bin/astro.mjs', 'build'];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      // Whoever starts this (a test runner says "test"): what is built is what the public gets.
      NODE_ENV: 'production',
      OCOP_PART: part,
      OCOP_OUT: outDir,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      ...(snapshot === undefined ? {} : { OCOP_SNAPSHOT: snapshot }),
    },
    // Its standard input is the thread by which it hangs on this process.
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(signal ? { signal } : {}),
  });
  let log = '';
  const gather = (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-LOG_LIMIT);
    onOutput?.(chunk.toString());
  };
  child.stdout.on('data', gather);
  child.stderr.on('data', gather);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`astro build ended with ${code}:\n${log.trim()}`);
}

/** A folder for one build, inside the project and named after this process. */
export function buildFolder(): string {
  return join(cache, `${BUILD_PREFIX}${process.pid}`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what builds of processes that have ended left behind. */
export async function removeOldBuilds(): Promise<void> {
  if (!existsSync(cache)) return;
  for (const name of await readdir(cache)) {
    const pid = name.startsWith(BUILD_PREFIX) ? Number(name.slice(BUILD_PREFIX.length)) : Number.NaN;
    if (Number.isInteger(pid) && !isAlive(pid)) await rm(join(cache, name), { recursive: true, force: true });
  }
}

/** Moves a folder; across disks by copying. */
export async function moveFolder(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true, preserveTimestamps: true });
    await rm(from, { recursive: true });
  }
}

const sizeOf = (file: string) =>
  stat(file).then(
    ({ size }) => size,
    () => undefined,
  );

/**
 * Adds files to a folder that only grows; a name that is there already has the same content, since names are hashes, unless it was cut
 * short: then it is written again.
 */
export async function addMissingFiles(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  await mkdir(to, { recursive: true });
  const copies = new Map<string, string>();
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length));
    if ((await sizeOf(target)) === (await sizeOf(source))) continue;
    await mkdir(dirname(target), { recursive: true });
    await copyFile(source, `${target}.${process.pid}.part`);
    copies.set(`${target}.${process.pid}.part`, target);
  }
  await flushFiles([...copies.keys()]);
  for (const [copy, target] of copies) await rename(copy, target);
  for (const folder of new Set([...copies.values()].map(dirname))) await flushFolder(folder);
}

/** Builds the pages of a snapshot into `pages`, and adds their hashed files to `assets`. */
export async function buildPages(
  to: { snapshot: string; pages: string; assets: string },
  options: Pick<AstroBuild, 'onOutput' | 'signal'> = {},
): Promise<void> {
  const outDir = buildFolder();
  await rm(outDir, { recursive: true, force: true });
  try {
    await astroBuild({ part: 'site', outDir, snapshot: to.snapshot, ...options });
    await addMissingFiles(join(outDir, '_astro'), to.assets);
    await rm(join(outDir, '_astro'), { recursive: true, force: true });
    await moveFolder(outDir, to.pages);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
