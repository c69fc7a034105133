/** Thousands of spellings of addresses that lead to private files or to another host, asked of PocketBase and of Caddy. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOddAddress } from '#domain/rules/oddAddress.ts';
import { type Caddy, startCaddy } from '#tests/support/caddy.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { askRaw, faultsOf, type RawAnswer } from './rawRequest.ts';
import { page, putRelease } from './release.ts';
import { isOwnPath, WAYS_ELSEWHERE, waysOut } from './spellings.ts';

const SECRET = 'for the owner only';
/** The databases are PocketBase's own; the others are made here. */
const DATABASES = ['pb_data/data.db', 'pb_data/data.db-wal', 'pb_data/auxiliary.db'];
const MADE = [
  'pb_data/storage/abc/photo.jpg',
  'releases/r1/release.json',
  'releases/r1/pages.json',
  'releases/r1/snapshot.sqlite',
  'worker.json',
  'server.json',
  'shown.json',
  'first-login.txt',
  'backups/ocop-2026-12-01T020000-nightly.tar.gz',
  'mail/20261201.eml',
  'pictures/pictures.sqlite',
];
/** Beside the data folder, such as settings that somebody put there. */
const OUTSIDE = ['.env', 'etc/passwd'];

let pocketbase: FreshPocketBase;
let caddy: Caddy;
beforeAll(async () => {
  pocketbase = await freshPocketBase();
  // So many requests are more than anybody may make.
  await pocketbase.superuser.settings.update({ rateLimits: { enabled: false } });
  const put = (file: string, text: string) => {
    const target = join(pocketbase.data.root, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  put('status/chua-dang.html', page('Chưa đăng'));
  put('status/tinh-trang.json', '{"recalled":{},"withdrawn":{}}');
  put('shared/anh/a.webp', 'RIFF');
  put('admin/v1/index.html', page('Quản trị'));
  putRelease(put);
  for (const file of MADE) put(file, SECRET);
  symlinkSync('v1', join(pocketbase.data.admin, 'live'));
  symlinkSync('releases/r1', pocketbase.data.live);
  caddy = await startCaddy(pocketbase.data.root, new URL(pocketbase.url).host);
});
afterAll(async () => {
  await caddy.stop();
  await pocketbase.stop();
});

const isPrivate = (body: string) => body.includes(SECRET) || body.includes('SQLite format') || /^root:/m.test(body);

function faultOf(path: string, { status, location, body }: RawAnswer): string {
  if (isPrivate(body)) return `tells what is private (${status})`;
  if (status >= 500) return `fails (${status})`;
  if (location !== undefined && !isOwnPath(location)) return `leads to ${location}`;
  if (isOddAddress(path) && (location !== undefined || status < 400)) return `is looked up (${status})`;
  return '';
}

describe.each(['PocketBase', 'Caddy'] as const)('%s', (server) => {
  const url = () => (server === 'Caddy' ? caddy.url : pocketbase.url);

  test.each([...DATABASES, ...MADE, ...OUTSIDE])('no spelling leads to %s', async (file) => {
    const paths = waysOut(file, 600);
    expect(paths.length).toBeGreaterThan(550);
    expect(await faultsOf(url(), paths, faultOf)).toEqual([]);
  });

  test('whether a private file is there cannot be told either', async () => {
    const paths = waysOut('worker.json', 2000);
    const look = async (path: string, { status }: RawAnswer) => {
      const other = await askRaw(url(), path.replace('worker.json', 'wonder.json'));
      return other.status === status ? '' : `${status}, and ${other.status} where there is none`;
    };
    expect(await faultsOf(url(), paths, look)).toEqual([]);
  });

  test('no spelling leads to another host', async () => {
    expect(WAYS_ELSEWHERE.length).toBeGreaterThan(400);
    // The second half as a request to a proxy is written.
    const paths = [...WAYS_ELSEWHERE, ...WAYS_ELSEWHERE.map((path) => url() + path)];
    expect(await faultsOf(url(), paths, (path, answer) => faultOf(path.replace(url(), ''), answer))).toEqual([]);
  });

  test.each([
    '/t/*',
    '/t/%2A',
    '/t/%3f%3F%3f%3f%3f%3f%3f%3f%3f%3f',
    '/t/[0-9A-Z]*',
    '/t/%5b2-9%5d%2a',
    '/san-pham/{mat-ong,x}',
    '/anh/*',
  ])('%s finds no file by a pattern', async (path) => expect((await askRaw(url(), path)).status).toBe(404));
});
