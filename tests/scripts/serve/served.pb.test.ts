/** One table of addresses, asked of PocketBase and of Caddy: both must answer alike. */
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_POLICY, PUBLIC_POLICY, SECURITY_HEADERS } from '#domain/rules/served.ts';
import { type Caddy, startCaddy } from '#tests/support/caddy.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { TABLE } from './addresses.ts';
import { CODE, GTIN, makeLots, page, putRelease, TILES } from './release.ts';

let pocketbase: FreshPocketBase;
let caddy: Caddy;

function put(file: string, text: string): void {
  const target = join(pocketbase.data.root, file);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

beforeAll(async () => {
  pocketbase = await freshPocketBase();
  put('status/chua-dang.html', page('Chưa đăng'));
  put('status/tinh-trang.json', '{"recalled":{},"withdrawn":{}}');
  put('shared/_astro/style.abc.css', 'p{color:red}');
  put('shared/anh/0123456789abcdef0123-800.webp', 'RIFF');
  put('worker.json', 'for the owner only');
  put('admin/v1/index.html', page('Quản trị'));
  put('admin/v1/_app/app.abc.js', 'export {}');
  symlinkSync('v1', join(pocketbase.data.admin, 'live'));
  caddy = await startCaddy(pocketbase.data.root, pocketbase.url.slice('http://'.length), { tiles: TILES });
});
afterAll(async () => {
  await caddy.stop();
  await pocketbase.stop();
});

const SERVERS = ['PocketBase', 'Caddy'] as const;
const urlOf = (server: (typeof SERVERS)[number]) => (server === 'Caddy' ? caddy.url : pocketbase.url);

async function ask(server: (typeof SERVERS)[number], path: string, init: RequestInit = {}) {
  const answer = await fetch(urlOf(server) + path, { redirect: 'manual', ...init });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}
const titleOf = (body: string) => /<title>(.*?)<\/title>/.exec(body)?.[1] ?? body.slice(0, 40);

describe.each(SERVERS)('before the first release, %s', (server) => {
  test.each(['/', '/san-pham', `/t/${CODE}`, '/01/09521234543213', '/tra-cuu'])('says so at %s', async (path) => {
    const { status, headers, body } = await ask(server, path);
    expect([status, titleOf(body)]).toEqual([503, 'Chưa đăng']);
    expect(headers.get('retry-after')).toBe('30');
  });
  test('answers the admin', async () => expect((await ask(server, '/quan-tri')).status).toBe(200));
});

describe('with a release', () => {
  beforeAll(async () => {
    putRelease(put);
    symlinkSync('releases/r1', pocketbase.data.live);
    await makeLots(pocketbase.superuser);
  });

  describe.each(SERVERS)('%s', (server) => {
    test.each(TABLE)('GET %s: %d %s', async (path, status, wanted) => {
      const { status: found, headers, body } = await ask(server, path);
      const said = status >= 300 && status < 400 ? headers.get('location') : titleOf(body).trim();
      expect([found, said]).toEqual([status, wanted]);
    });

    test.each([
      ['/san-pham', 'text/html; charset=utf-8', 'no-cache'],
      ['/hoi-cho/lich.ics', 'text/calendar; charset=utf-8', 'no-cache'],
      ['/en/hoi-cho/lich.ics', 'text/calendar; charset=utf-8', 'no-cache'],
      ['/tim-kiem.json', 'application/json', 'no-cache'],
      // A service worker kept for a year could not be mended.
      ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
      ['/tinh-trang.json', 'application/json', 'no-store'],
      ['/_astro/style.abc.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
      ['/anh/0123456789abcdef0123-800.webp', 'image/webp', 'public, max-age=31536000, immutable'],
      ['/quan-tri/_app/app.abc.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
      ['/quan-tri', 'text/html; charset=utf-8', 'no-cache'],
      ['/nothing', 'text/html; charset=utf-8', 'no-cache'],
    ])('%s has its type and caching', async (path, type, caching) => {
      const { headers } = await ask(server, path);
      expect(headers.get('content-type')).toMatch(new RegExp(`^${type.replace('/', '\\/')}`));
      expect(headers.get('cache-control')).toBe(caching);
    });

    test.each([
      ['/', PUBLIC_POLICY],
      ['/sw.js', PUBLIC_POLICY],
      [`/t/${CODE}`, PUBLIC_POLICY],
      ['/nothing', PUBLIC_POLICY],
      ['/t/ABCDE', PUBLIC_POLICY],
      // Pages with a map name the host of its tiles; no other page does.
      ['/diem-ban/cua-hang', `${PUBLIC_POLICY} ${TILES}`],
      ['/en/diem-ban', `${PUBLIC_POLICY} ${TILES}`],
      ['/diem-ban-khac', PUBLIC_POLICY],
      ['/quan-tri', ADMIN_POLICY],
      ['/quan-tri/san-pham', ADMIN_POLICY],
    ])('%s has its security headers, once', async (path, policy) => {
      const { headers } = await ask(server, path);
      expect(headers.get('content-security-policy')).toBe(policy);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name)).toBe(value);
      expect(headers.get('permissions-policy')).toContain('geolocation=(self)');
      expect(headers.get('last-modified')).toBeNull();
    });

    test.each([
      [`/t/${CODE}`, 200, 'noindex'],
      [`/t/${CODE}.json`, 200, 'noindex'],
      ['/t/ABCDE', 404, 'noindex'],
      [`/01/${GTIN}`, 200, 'noindex'],
      [`/01/${GTIN}/10/L.1`, 200, 'noindex'],
      [`/en/t/${CODE}`, 200, 'noindex'],
      ['/', 200, null],
      ['/en/san-pham/mat-ong', 200, null],
      ['/san-pham/mat-ong', 200, null],
      ['/tim-kiem.json', 200, null],
      ['/nothing', 404, null],
      ['/quan-tri', 200, null],
    ])('%s (%d) tells search engines: %s', async (path, status, robots) => {
      const { status: found, headers } = await ask(server, path);
      expect([found, headers.get('x-robots-tag')]).toEqual([status, robots]);
    });

    test('pages are compressed and known again by their ETag', async () => {
      const first = await ask(server, '/san-pham');
      expect(first.headers.get('content-encoding')).toMatch(/gzip|zstd/);
      expect(first.headers.get('vary')).toContain('Accept-Encoding');
      const etag = first.headers.get('etag') ?? '';
      expect(etag).not.toBe('');
      const again = await ask(server, '/san-pham', { headers: { 'If-None-Match': etag } });
      expect([again.status, again.body]).toEqual([304, '']);
    });

    test('an older file under the same name is a different page, whatever its time', async () => {
      const etag = (await ask(server, '/san-pham')).headers.get('etag') ?? '';
      const file = join(pocketbase.data.releases, 'r1/pages/san-pham.html');
      utimesSync(file, new Date('2020-01-01'), new Date('2020-01-01'));
      const newer = new Date().toUTCString();
      const again = await ask(server, '/san-pham', { headers: { 'If-None-Match': etag, 'If-Modified-Since': newer } });
      expect(again.status).toBe(200);
      utimesSync(file, new Date(), new Date());
    });

    test.each(['/san-pham', `/t/${CODE}`, '/nothing', '/san-pham/'])(
      'HEAD %s answers as GET without a body',
      async (path) => {
        const [get, head] = [await ask(server, path), await ask(server, path, { method: 'HEAD' })];
        expect([head.status, head.body]).toEqual([get.status, '']);
        for (const name of ['etag', 'content-type', 'cache-control', 'location'])
          expect(head.headers.get(name)).toBe(get.headers.get(name));
      },
    );

    test.each([
      ['/tra-cuu', 200, 'camera=(self)'],
      ['/en/tra-cuu', 200, 'camera=(self)'],
      ['/t/ABCDE', 404, 'camera=(self)'],
      ['/en/t/ABCDE', 404, 'camera=(self)'],
      [`/t/${CODE}`, 200, 'camera=()'],
      ['/', 200, 'camera=()'],
      ['/nothing', 404, 'camera=()'],
      ['/quan-tri', 200, 'camera=()'],
    ])('%s (%d) says of the camera: %s', async (path, status, camera) => {
      const { status: found, headers } = await ask(server, path);
      expect([found, headers.get('permissions-policy')]).toEqual([
        status,
        expect.stringContaining(`(self), ${camera}, `),
      ]);
    });

    test('the API keeps its own headers', async () => {
      const { headers } = await ask(server, '/api/health');
      expect([headers.get('content-security-policy'), headers.get('permissions-policy')]).toEqual([null, null]);
    });

    test('monitors are told of disk, backup, publish and worker', async () => {
      const { status, body } = await ask(server, '/api/health');
      expect([status, Object.keys(JSON.parse(body).data).sort()]).toEqual([
        200,
        ['backup', 'clock', 'disk', 'publish', 'worker'],
      ]);
    });
  });

  test('the dashboard keeps its own headers', async () => {
    const dashboard = await ask('PocketBase', '/_/');
    expect([dashboard.status, dashboard.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining('unsafe-inline'),
    ]);
  });

  test.each(['/', '/nothing', '/san-pham/', '/quan-tri', '/tinh-trang.json', '/api/health', '/api/none', '/_/', '/..'])(
    'Caddy tells browsers to stay with HTTPS at %s',
    async (path) => {
      const { headers } = await ask('Caddy', path);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    },
  );

  test('no visitor is written down', async () => {
    await ask('PocketBase', '/san-pham');
    await ask('PocketBase', '/nothing');
    const logs = await pocketbase.superuser.logs.getList(1, 50, {
      filter: 'data.url ~ "/san-pham" || data.url = "/nothing"',
    });
    expect(logs.items).toEqual([]);
    const all = await pocketbase.superuser.logs.getList(1, 500);
    expect(all.items.filter((item) => JSON.stringify(item.data).includes('127.0.0.1:'))).toEqual([]);
  });

  test('Caddy answers trace pages while PocketBase is stopped', async () => {
    await pocketbase.server.stop();
    expect(titleOf((await ask('Caddy', `/t/${CODE}`)).body)).toBe('Lô');
    expect([(await ask('Caddy', '/san-pham')).status, (await ask('Caddy', '/tinh-trang.json')).status]).toEqual([
      200, 200,
    ]);
    const lower = await ask('Caddy', `/t/${CODE.toLowerCase()}`);
    expect([lower.status, titleOf(lower.body)]).toEqual([404, 'Tra cứu']);
    expect((await ask('Caddy', '/api/health')).status).toBe(503);
  });
});
