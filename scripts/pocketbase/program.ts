import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buildPocketbase, findGo } from './build.ts';
import { checkVersion, type ProgramVersion } from './checkVersion.ts';
import { downloadPocketbase, officialRelease, type ReleaseSource } from './download.ts';
import { withLock } from './lock.ts';
import { cachedProgramPath, pinnedVersion } from './pinned.ts';

/** The PocketBase program, and the one line that tells people where it came from. */
export interface PocketbaseProgram {
  path: string;
  version: string;
  way: 'env' | 'cache' | 'built' | 'downloaded';
  /** Built from pocketbase/*.go, and not PocketBase's own release. */
  own: boolean;
  message: string;
}

/** What a caller, or a test, may set instead of this machine's own. */
export interface ProgramOptions {
  env?: NodeJS.ProcessEnv;
  /** Places to look for Go. */
  goPrograms?: readonly string[];
  release?: ReleaseSource;
  /** Told when something slow begins. */
  say?: (line: string) => void;
}

/** What somebody who starts PocketBase's own release has to know before a power cut tells it. */
const releaseWarning = (remedy: string) => `
  Mind: this is PocketBase's own release, not the program of pocketbase/main.go. When the power fails, edits of the last moments can be lost
  although they were answered as saved (SQLite with synchronous=NORMAL). ${remedy}`;

/** The line about a program; `remedy`: how to get the own one. */
const told = ({ version, own }: ProgramVersion, where: string, remedy: string) =>
  `PocketBase ${version} ${where}${own ? '' : releaseWarning(remedy)}`;

const installGo = (path: string) => `Install Go 1.21 or newer, delete ${path}, and start again.`;

async function fromEnvironment(path: string): Promise<PocketbaseProgram> {
  const found = await checkVersion(path).catch((error: Error) => {
    throw new Error(`POCKETBASE_BIN: ${error.message} Correct it, or unset it to use the pinned PocketBase.`);
  });
  return {
    path,
    ...found,
    way: 'env',
    message: told(found, `from POCKETBASE_BIN (${path})`, 'Unset POCKETBASE_BIN to use that one.'),
  };
}

/** The kept program, unless it does not answer: a file that a power cut or a full disk left empty is got again. */
async function fromCache(path: string): Promise<PocketbaseProgram | undefined> {
  if (!existsSync(path)) return undefined;
  const found = await checkVersion(path).catch(() => undefined);
  return found && { path, ...found, way: 'cache', message: told(found, `from the cache (${path})`, installGo(path)) };
}

async function buildTo(target: string, options: ProgramOptions): Promise<string> {
  const go = await findGo(options.goPrograms);
  options.say?.(`Building PocketBase ${pinnedVersion()} with Go ${go.version}: once, takes one to five minutes …`);
  await buildPocketbase(go, target);
  return `built with Go ${go.version} from pocketbase/go.mod, sums verified`;
}

async function downloadTo(target: string, options: ProgramOptions): Promise<string> {
  options.say?.(`Downloading PocketBase ${pinnedVersion()}: once …`);
  const checked = await downloadPocketbase(target, options.release ?? officialRelease(options.env));
  return `downloaded from the official release, without pocketbase/guard.go, ${checked}`;
}

/** Tries both ways in order; the program appears under its name only when it is whole and answers. */
async function make(path: string, options: ProgramOptions): Promise<PocketbaseProgram> {
  const temporary = `${path}.${process.pid}.new`;
  const reasons: string[] = [];
  for (const [way, make] of [
    ['built', buildTo],
    ['downloaded', downloadTo],
  ] as const) {
    try {
      const how = await make(temporary, options);
      await chmod(temporary, 0o755);
      const found = await checkVersion(temporary);
      await rename(temporary, path);
      return { path, ...found, way, message: told(found, `${how}; kept as ${path}`, installGo(path)) };
    } catch (error) {
      reasons.push(`- not ${way}: ${(error as Error).message}`);
      await rm(temporary, { force: true });
    }
  }
  throw new Error(
    `PocketBase ${pinnedVersion()} is not there and could not be got:\n${reasons.join('\n')}\n` +
      'Install Go 1.21 or newer (and start again with network), or set POCKETBASE_BIN to a PocketBase program.',
  );
}

/** Gets the PocketBase program: POCKETBASE_BIN, else the cache, else built with Go, else the official release. */
export async function pocketbaseProgram(options: ProgramOptions = {}): Promise<PocketbaseProgram> {
  const env = options.env ?? process.env;
  const given = env['POCKETBASE_BIN'];
  if (given) return fromEnvironment(given);
  const path = cachedProgramPath(env);
  const say = options.say ?? ((line: string) => process.stderr.write(`${line}\n`));
  const cached = await fromCache(path);
  if (cached) return cached;
  await mkdir(dirname(path), { recursive: true });
  return withLock(`${path}.lock`, async () => (await fromCache(path)) ?? (await make(path, { ...options, env, say })));
}
