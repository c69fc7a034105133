/** The built admin on a real PocketBase with the fixture's records: what the browser tests look at. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hanoiDay } from '#domain/rules/day.ts';
import type { Role } from '#domain/user.ts';
import { type Beginning, type FreshPocketBase, freshPocketBase } from '../support/freshPocketBase.ts';
import { loadFixture } from './fixtureRecords.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
const built = join(root, '.cache', 'admin-under-test');

/** Password of everybody below. */
export const PASSWORD = 'mat-khau-de-thu';
export const EMAILS = {
  admin: 'quan-tri@ocop.example',
  approver: 'nguoi-duyet@ocop.example',
  editor: 'bien-tap@ocop.example',
  viewer: 'nguoi-xem@ocop.example',
  producer: 'chu-the@ocop.example',
} as const satisfies Partial<Record<Role, string>>;

const NAMES = {
  admin: 'Nguyễn Quản Trị',
  approver: 'Phạm Người Duyệt',
  editor: 'Trần Biên Tập',
  viewer: 'Lê Người Xem',
  producer: 'HTX Minh Họa 1',
};

/** What the built admin is made of. */
const SOURCES = ['admin', 'pocketbase/domain', 'site/styles', 'astro.config.mjs', 'package.json'];

async function newestChange(path: string): Promise<number> {
  const info = await stat(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const inside = await readdir(path);
  return Math.max(info.mtimeMs, ...(await Promise.all(inside.map((name) => newestChange(join(path, name))))));
}

async function isFresh(): Promise<boolean> {
  const page = await stat(join(built, 'index.html')).catch(() => null);
  const changes = await Promise.all(SOURCES.map((source) => newestChange(join(root, source))));
  return page !== null && page.mtimeMs > Math.max(...changes);
}

/** Builds the admin of this working tree, unless that was done since its last change. */
export async function buildAdmin(): Promise<string> {
  if (await isFresh()) return built;
  await rm(built, { recursive: true, force: true });
  // vitest says NODE_ENV=test, by which React Aria and React would be other programs than those that staff get.
  const own = { NODE_ENV: 'production', OCOP_PART: 'admin', OCOP_OUT: built, ASTRO_TELEMETRY_DISABLED: '1' };
  const env = { ...process.env, ...own };
  await promisify(execFile)(process.execPath, [astro, 'build'], { cwd: root, env, maxBuffer: 20_000_000 });
  return built;
}

/** The fixture's records and one user a role. */
const office = (): Beginning => ({
  name: `office-${hanoiDay(Date.now())}`,
  sources: ['tests/fixtures', 'tests/admin/fixtureRecords.ts', 'tests/admin/runningAdmin.ts'],
  async load({ superuser }) {
    await loadFixture(superuser);
    const secrets = { password: PASSWORD, passwordConfirm: PASSWORD };
    for (const [role, email] of Object.entries(EMAILS)) {
      const producer = role === 'producer' ? 'htxminhhoa10000' : '';
      const person = { ...secrets, email, role, producer, name: NAMES[role as keyof typeof NAMES], verified: true };
      await superuser.collection('users').create(person);
    }
  },
});

/** Starts PocketBase with the fixture's records, one user a role, and the admin at `/quan-tri`. */
export async function runningAdmin(
  options: Omit<Parameters<typeof freshPocketBase>[0], 'beginning'> = {},
): Promise<FreshPocketBase> {
  const [from, pocketbase] = await Promise.all([buildAdmin(), freshPocketBase({ ...options, beginning: office() })]);
  await mkdir(pocketbase.data.admin, { recursive: true });
  await cp(from, join(pocketbase.data.admin, 'live'), { recursive: true });
  return pocketbase;
}
