import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { officialRelease, type ReleaseSource } from '#scripts/pocketbase/download.ts';
import { cachedProgramPath, compareVersions, pinnedVersion, releasePlatform } from '#scripts/pocketbase/pinned.ts';
import { type ProgramOptions, pocketbaseProgram } from '#scripts/pocketbase/program.ts';
import { storedZip } from './storedZip.ts';

let folder = '';
let options: ProgramOptions = {};
const said: string[] = [];
const archive = `pocketbase_${pinnedVersion()}_${releasePlatform()}.zip`;
const programText = `#!/bin/sh\necho "pocketbase version ${pinnedVersion()}"\n`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-program-'));
  // No Go and no network, unless a test gives them.
  const release: ReleaseSource = { base: 'http://127.0.0.1:9', pinned: { [archive]: 'sum' }, acceptOwnSums: false };
  options = { env: { XDG_CACHE_HOME: folder }, goPrograms: [], release, say: (line) => said.push(line) };
  said.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}
const given = (path: string) => pocketbaseProgram({ ...options, env: { ...options.env, POCKETBASE_BIN: path } });

describe('POCKETBASE_BIN', () => {
  test('is taken as it is', async () => {
    const path = program('mine', '#!/bin/sh\necho "mine version 0.40.4"\n');
    const found = await given(path);
    expect(found).toMatchObject({ path, version: '0.40.4', way: 'env', own: false });
    expect(found.message).toMatch(`PocketBase 0.40.4 from POCKETBASE_BIN (${path})`);
  });

  test('of PocketBase itself is told what a power cut may cost, the own program is not', async () => {
    const released = program('released', '#!/bin/sh\necho "released version 0.40.4"\n');
    expect((await given(released)).message).toMatch(
      /When the power fails, edits .* can be lost[\s\S]*Unset POCKETBASE_BIN/,
    );
    const own = program('own', '#!/bin/sh\necho "own version 0.40.4+ocop"\n');
    expect(await given(own)).toMatchObject({ own: true, version: '0.40.4' });
    expect((await given(own)).message).not.toContain('power');
  });

  test('a wrong path is named, and nothing else is tried', async () => {
    await expect(given('/no/such/pocketbase')).rejects.toThrow(
      'POCKETBASE_BIN: /no/such/pocketbase cannot be run: there is no such file. Correct it, or unset it',
    );
    expect(said).toEqual([]);
  });

  test('an old PocketBase is refused', async () => {
    const path = program('old', '#!/bin/sh\necho "old version 0.39.10"\n');
    await expect(given(path)).rejects.toThrow('is PocketBase 0.39.10; at least 0.39.11 is needed');
  });

  test('another program is refused', async () => {
    const path = program('other', '#!/bin/sh\necho "go version go1.26.8 linux/amd64"\n');
    await expect(given(path)).rejects.toThrow('does not answer --version as PocketBase does');
  });
});

test('the cache is taken without asking for Go or the network', async () => {
  const path = cachedProgramPath(options.env);
  program(path.slice(folder.length), programText);
  expect(await pocketbaseProgram(options)).toMatchObject({ path, way: 'cache' });
  expect(path).toContain(`pocketbase-${pinnedVersion()}-${releasePlatform()}-`);
});

test.each([
  ['that a power cut left empty', ''],
  ['that was cut off', '\u007fELF'],
])('a program %s is got again', async (_, content) => {
  program(cachedProgramPath(options.env).slice(folder.length), content);
  await expect(pocketbaseProgram(options)).rejects.toThrow('Go is not installed');
});

test('when no way works, the reasons and the remedies are told, and nothing is left behind', async () => {
  const told = await pocketbaseProgram(options).catch((error: Error) => error.message);
  expect(told).toContain('not built: Go is not installed');
  expect(told).toMatch(/not downloaded: http:\/\/127\.0\.0\.1:9\/checksums\.txt cannot be reached/);
  expect(told).toContain('Install Go 1.21 or newer');
  expect(told).toContain('POCKETBASE_BIN');
  expect(readdirSync(join(folder, 'ocop-catalogue'))).toEqual([]);
});

test('a Go that is too old says so', async () => {
  const go = program('go', '#!/bin/sh\necho "go: go.mod requires go >= 1.27.0 (running go 1.20.1)" >&2\nexit 1\n');
  await expect(pocketbaseProgram({ ...options, goPrograms: [go] })).rejects.toThrow(
    'Go cannot be used: go: go.mod requires go >= 1.27.0',
  );
});

describe('the official release', () => {
  const zip = storedZip({ pocketbase: programText });
  const sum = createHash('sha256').update(zip).digest('hex');
  let server: Server;
  let ownSums = '';
  let base = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.end(request.url?.endsWith('/checksums.txt') ? ownSums : zip);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    ownSums = `${'0'.repeat(64)}  another.zip\n${sum}  ${archive}\n`;
  });
  afterAll(() => server.close());

  const from = (release: Partial<ReleaseSource>) =>
    pocketbaseProgram({ ...options, release: { base, pinned: { [archive]: sum }, acceptOwnSums: false, ...release } });

  test('is taken where Go is missing, when its sum is the pinned one', async () => {
    const found = await from({});
    expect(found).toMatchObject({ way: 'downloaded', version: pinnedVersion(), path: cachedProgramPath(options.env) });
    expect(found.message).toContain('sum as pinned in pocketbase/releases.json');
    expect(found.message).toContain('When the power fails');
    expect(said).toEqual([`Downloading PocketBase ${pinnedVersion()}: once …`]);
    expect((await pocketbaseProgram(options)).way).toBe('cache');
  });

  test('is refused when it differs from the pinned sum', async () => {
    await expect(from({ pinned: { [archive]: 'f'.repeat(64) } })).rejects.toThrow('does not match the sum pinned');
    expect(existsSync(cachedProgramPath(options.env))).toBe(false);
  });

  test('is refused when it differs from its own checksums.txt', async () => {
    ownSums = `${'f'.repeat(64)}  ${archive}\n`;
    await expect(from({})).rejects.toThrow("does not match its release's checksums.txt");
  });

  test('without a pinned sum is refused, unless its own sum is accepted in so many words', async () => {
    await expect(from({ pinned: {} })).rejects.toThrow(/no pinned sum for .* \(OCOP_ACCEPT_CHECKSUMS_TXT=1 trusts/);
    const found = await from({ pinned: {}, acceptOwnSums: true });
    expect(found.message).toContain("only the release's own sum checked");
  });
});

test('releases.json pins this version for Linux, macOS and Windows, and accepts nothing else by itself', () => {
  const release = officialRelease({});
  for (const platform of ['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64', 'windows_amd64'])
    expect(release.pinned[`pocketbase_${pinnedVersion()}_${platform}.zip`]).toMatch(/^[0-9a-f]{64}$/);
  expect(release.acceptOwnSums).toBe(false);
  expect(officialRelease({ OCOP_ACCEPT_CHECKSUMS_TXT: '1' }).acceptOwnSums).toBe(true);
});

test.each([
  ['0.39.11', '0.39.11', 0],
  ['0.39.9', '0.39.11', -1],
  ['0.40.0', '0.39.11', 1],
  ['1.0.0', '0.99.99', 1],
])('version %s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});

test.each([
  ['linux', 'x64', 'linux_amd64'],
  ['linux', 'arm', 'linux_armv7'],
  ['darwin', 'arm64', 'darwin_arm64'],
  ['win32', 'x64', 'windows_amd64'],
])('%s %s is %s in releases', (platform, arch, name) => {
  expect(releasePlatform(platform, arch)).toBe(name);
});
