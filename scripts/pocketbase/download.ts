import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pinFolder, pinnedVersion, releasePlatform } from './pinned.ts';
import { runProgram } from './runProgram.ts';

/** Where releases are and which sums are trusted; a test puts its own here. */
export interface ReleaseSource {
  /** Folder address of one version's files. */
  base: string;
  /** SHA-256 by archive name. */
  pinned: Readonly<Record<string, string>>;
  /** Take the release's own checksums.txt as enough for an archive without a pinned sum. */
  acceptOwnSums: boolean;
}

/** The official release of the pinned version with the sums of pocketbase/releases.json. */
export function officialRelease(env: NodeJS.ProcessEnv = process.env): ReleaseSource {
  const pins: { sha256: Record<string, string> } = JSON.parse(readFileSync(join(pinFolder, 'releases.json'), 'utf8'));
  return {
    base: `https://github.com/pocketbase/pocketbase/releases/download/v${pinnedVersion()}`,
    pinned: pins.sha256,
    acceptOwnSums: env['OCOP_ACCEPT_CHECKSUMS_TXT'] === '1',
  };
}

async function fetchBytes(address: string): Promise<Buffer> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(300_000) }).catch((error: Error) => {
    throw new Error(`${address} cannot be reached (${(error.cause as Error | undefined)?.message ?? error.message})`);
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** The archive's bytes after every check; throws when a sum is missing or differs. */
async function fetchVerified(archive: string, source: ReleaseSource): Promise<Buffer> {
  const pinned = source.pinned[archive];
  if (!pinned && !source.acceptOwnSums)
    throw new Error(
      `no pinned sum for ${archive} in pocketbase/releases.json ` +
        `(OCOP_ACCEPT_CHECKSUMS_TXT=1 trusts the release's own checksums.txt instead)`,
    );
  const sums = (await fetchBytes(`${source.base}/checksums.txt`)).toString();
  const own = sums
    .split('\n')
    .find((line) => line.trim().endsWith(` ${archive}`))
    ?.split(/\s+/)[0];
  const bytes = await fetchBytes(`${source.base}/${archive}`);
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (sum !== own) throw new Error(`${archive} does not match its release's checksums.txt`);
  if (pinned && sum !== pinned) throw new Error(`${archive} does not match the sum pinned in pocketbase/releases.json`);
  return bytes;
}

async function unpack(archive: string, folder: string): Promise<void> {
  const [program, args] =
    process.platform === 'win32'
      ? (['powershell', ['-Command', 'Expand-Archive', '-LiteralPath', archive, '-DestinationPath', folder]] as const)
      : (['unzip', ['-q', archive, '-d', folder]] as const);
  const { code, output } = await runProgram(program, args).catch(() => {
    throw new Error(`${program} is needed to unpack the release and is not installed`);
  });
  if (code !== 0) throw new Error(`${program} could not unpack the release: ${output.trim()}`);
}

/** Puts the program of this platform's release at `target`; returns how its sum was checked. */
export async function downloadPocketbase(target: string, source: ReleaseSource): Promise<string> {
  const archive = `pocketbase_${pinnedVersion()}_${releasePlatform()}.zip`;
  const bytes = await fetchVerified(archive, source);
  const folder = await mkdtemp(join(dirname(target), 'unpack-'));
  try {
    await writeFile(join(folder, archive), bytes);
    await unpack(join(folder, archive), folder);
    await rename(join(folder, process.platform === 'win32' ? 'pocketbase.exe' : 'pocketbase'), target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return source.pinned[archive] ? 'sum as pinned in pocketbase/releases.json' : "only the release's own sum checked";
}
