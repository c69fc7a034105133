import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with the program's Go source, and the go.mod, go.sum and releases.json that pin PocketBase. */
export const pinFolder = fileURLToPath(new URL('../../pocketbase/', import.meta.url));

/** Older versions have a known crash. */
export const oldestUsable = '0.39.11';

/** The PocketBase version that go.mod asks for, without the leading "v". */
export function pinnedVersion(): string {
  const goMod = readFileSync(join(pinFolder, 'go.mod'), 'utf8');
  const version = /^\s*(?:require )?github\.com\/pocketbase\/pocketbase v(\S+)/m.exec(goMod)?.[1];
  if (!version) throw new Error('pocketbase/go.mod names no version of github.com/pocketbase/pocketbase.');
  return version;
}

/** What the program that is built from pocketbase/*.go adds to its version, so that it is known from PocketBase's own releases. */
export const ownMark = '+ocop';

/** The platform as PocketBase's releases name it, for example `linux_amd64`. */
export function releasePlatform(platform: string = process.platform, arch: string = process.arch): string {
  const system = platform === 'win32' ? 'windows' : platform;
  const processor = arch === 'x64' ? 'amd64' : arch === 'arm' ? 'armv7' : arch;
  return `${system}_${processor}`;
}

/**
 * Where the program is kept between runs: outside the work tree, so that a fresh clone finds it again, and named
 * after the source and the pins, so that a change of either never meets an older program.
 */
export function cachedProgramPath(env: NodeJS.ProcessEnv = process.env): string {
  const hash = createHash('sha256');
  const sources = readdirSync(pinFolder).filter((name) => name.endsWith('.go'));
  for (const file of ['go.mod', 'go.sum', ...sources.sort()]) hash.update(readFileSync(join(pinFolder, file)));
  const name = `pocketbase-${pinnedVersion()}-${releasePlatform()}-${hash.digest('hex').slice(0, 12)}`;
  const cache = env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, 'ocop-catalogue', process.platform === 'win32' ? `${name}.exe` : name);
}

/** Compares versions by their numbers: negative when `a` is older than `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0));
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
