/** Folders that many tests begin with, made once a machine: migrations and first records take seconds, a copy does not. */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kept = join(root, '.cache', 'prepared');

/** Copies of what has changed since are of no use to anybody; younger ones may be in use by tests that began before. */
const OLD_MS = 60 * 60_000;

/** What every data folder is made of. */
const ALWAYS = ['pocketbase', 'scripts/pocketbase', 'scripts/pocketbase.ts', 'tests/support/freshPocketBase.ts'];

async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const inside = (await readdir(path)).sort();
  return (await Promise.all(inside.map((name) => filesIn(join(path, name))))).flat();
}

async function digestOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of await filesIn(join(root, source))) hash.update(file).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

async function forgetOld(present: string): Promise<void> {
  for (const name of await readdir(kept)) {
    const path = join(kept, name);
    const info = await stat(path).catch(() => null);
    if (name !== present && info !== null && info.mtimeMs < Date.now() - OLD_MS)
      await rm(path, { recursive: true, force: true });
  }
}

async function prepared(name: string, prepare: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(kept, name);
  if ((await stat(folder).catch(() => null)) !== null) return folder;
  await mkdir(kept, { recursive: true });
  await forgetOld(name);
  const draft = await mkdtemp(join(kept, 'draft-'));
  await prepare(draft);
  // Another test may have been first; both made the same.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}

const digests = new Map<string, Promise<string>>();

/**
 * Fills the empty folder `target` with what `prepare` puts into one, by a copy where that was done since the last change of the data
 * folder's sources and of `sources` (paths of the project).
 */
export async function fillPrepared(
  target: string,
  name: string,
  sources: readonly string[],
  prepare: (folder: string) => Promise<void>,
): Promise<void> {
  const all = [...ALWAYS, ...sources];
  const digest = digests.get(all.join()) ?? digestOf(all);
  digests.set(all.join(), digest);
  await cp(await prepared(`${name}-${await digest}`, prepare), target, { recursive: true, preserveTimestamps: true });
}
