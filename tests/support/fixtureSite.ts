/** The public site built from tests/fixtures/records.json, as `astro build` builds it. Built once per state of its sources. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { PublicSettings } from '#domain/snapshot.ts';
import { type SnapshotContent, writeSnapshot } from '#scripts/publish/write-snapshot.ts';

const RECORDS = 'tests/fixtures/records.json';
const FOLDER = '.cache/fixture-site';
const KEEP_MS = 3_600_000;
const STALE_MS = 120_000;
/** What a built page depends on. */
const SOURCES = [
  'site',
  'pocketbase/domain',
  RECORDS,
  'astro.config.mjs',
  'package.json',
  'scripts/publish/write-snapshot.ts',
];

/** The records that the site is built from; `changed` settings take the place of the fixture's own. */
export function fixtureRecords(changed: Partial<PublicSettings> = {}): SnapshotContent {
  const records = JSON.parse(readFileSync(RECORDS, 'utf8')) as SnapshotContent;
  return { ...records, settings: records.settings.map((settings) => ({ ...settings, ...changed })) };
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function fingerprint(changed: Partial<PublicSettings>): string {
  const hash = createHash('sha256').update(JSON.stringify(changed));
  for (const file of SOURCES.flatMap(filesOf)) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function astroBuild(snapshot: string, out: string): Promise<void> {
  return new Promise((done, failed) => {
    const env = { ...process.env, OCOP_SNAPSHOT: resolve(snapshot), OCOP_OUT: out, ASTRO_TELEMETRY_DISABLED: '1' };
    const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], { env });
    let log = '';
    child.stdout.on('data', (text) => {
      log += text;
    });
    child.stderr.on('data', (text) => {
      log += text;
    });
    child.on('error', failed);
    child.on('close', (code) => (code === 0 ? done() : failed(new Error(`astro build ended with ${code}\n${log}`))));
  });
}

/** Builds of other sources are kept for as long as somebody may still be testing them. */
function removeOld(): void {
  for (const name of readdirSync(FOLDER)) {
    const path = join(FOLDER, name);
    if (Date.now() - statSync(path).mtimeMs > KEEP_MS) rmSync(path, { recursive: true, force: true });
  }
}

async function build(built: string, changed: Partial<PublicSettings>): Promise<void> {
  removeOld();
  const part = `${built}-part`;
  rmSync(part, { recursive: true, force: true });
  writeSnapshot(`${part}.sqlite`, fixtureRecords(changed));
  await astroBuild(`${part}.sqlite`, part);
  renameSync(part, built);
}

/** Whether this process may build: one does, the others wait for it. A lock left by a dead process is too old to count. */
function takesLock(lock: string): boolean {
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > STALE_MS) rmSync(lock, { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

/** What a province's own site has and a demonstration has not: an address of its own, and pages that may be found. */
export const OWN_ADDRESS = { kind: 'real', public_address: 'https://ocop.example' } as const;

/** Folder of the built pages. */
export async function fixtureSite(changed: Partial<PublicSettings> = {}): Promise<string> {
  const built = join(FOLDER, fingerprint(changed));
  const lock = `${built}.lock`;
  mkdirSync(FOLDER, { recursive: true });
  while (!existsSync(built)) {
    if (!takesLock(lock)) {
      await setTimeout(100);
      continue;
    }
    try {
      if (!existsSync(built)) await build(built, changed);
    } finally {
      rmSync(lock, { recursive: true });
    }
  }
  return built;
}
