/** Who counts as whom: superusers and the dashboard, limits of requests, with and without proxies that OCOP_TRUSTED_PROXY names. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caddy, startCaddy } from '#tests/support/caddy.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

/** This machine's own addresses stand for different people. */
const VISITOR = '127.0.0.2';
const OFFICE = '127.0.0.5';
const OFFICE_FAR = '203.0.113.7';
/** A proxy in front of Caddy. */
const PROXY = '127.0.0.9';

let named: FreshPocketBase;
let unnamed: FreshPocketBase;
let caddy: Caddy;
/** Caddy before a PocketBase that was told of no proxy at all. */
let caddyUnnamed: Caddy;
beforeAll(async () => {
  named = await freshPocketBase({ env: { OCOP_TRUSTED_PROXY: `127.0.0.1 ${PROXY}` } });
  unnamed = await freshPocketBase();
  for (const { superuser } of [named, unnamed])
    await superuser.settings.update({
      superuserIPs: ['127.0.0.1', '::1', OFFICE, OFFICE_FAR],
      // Until passwords are tried, who may is asked more often than anybody would.
      rateLimits: { enabled: false },
    });
  caddy = await startCaddy(named.data.root, new URL(named.url).host, { trustedProxy: PROXY, dashboardFrom: OFFICE });
  caddyUnnamed = await startCaddy(unnamed.data.root, new URL(unnamed.url).host);
});
afterAll(async () => {
  for (const each of [caddy, caddyUnnamed, named, unnamed]) await each.stop();
});

interface Asked {
  body?: unknown;
  headers?: Record<string, string>;
}

/** The status that a server answers somebody with, who comes from one of this machine's addresses. */
function from(localAddress: string, url: string, { body, headers = {} }: Asked = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const options = { localAddress, method, headers: { 'Content-Type': 'application/json', ...headers } };
    const asked = request(url, options, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end(body === undefined ? '' : JSON.stringify(body));
  });
}

const SIGN_IN = '/api/collections/_superusers/auth-with-password';
const LOGIN = { identity: 'superuser@ocop.example', password: 'only-for-this-test' };

/** What a superuser needs: the dashboard, signing in, and the settings with a token from elsewhere. */
async function asSuperuser(address: string, url: string, headers: Record<string, string> = {}): Promise<number[]> {
  const Authorization = named.superuser.authStore.token;
  const token = url === unnamed.url ? unnamed.superuser.authStore.token : Authorization;
  return [
    await from(address, `${url}/_/`, { headers }),
    await from(address, `${url}${SIGN_IN}`, { body: LOGIN, headers }),
    await from(address, `${url}/api/settings`, { headers: { ...headers, Authorization: token } }),
  ];
}
const MAY = [200, 200, 200];
const MAY_NOT = [403, 403, 403];

/** What proxies write, and what somebody writes who would like to be this machine. */
const FORWARDED: readonly Record<string, string>[] = [
  { 'X-Forwarded-For': '127.0.0.1' },
  { 'x-forwarded-for': '::1' },
  { 'X-Forwarded-For': '::ffff:127.0.0.1' },
  { 'X-Forwarded-For': `${VISITOR}, 127.0.0.1` },
  { 'X-Forwarded-For': '' },
  { 'X-Forwarded-For': 'unknown' },
  { 'X-Forwarded-For': '127.0.0.1:8090' },
  { 'X-Forwarded-For': '0.0.0.0' },
  { 'X-Real-IP': '127.0.0.1' },
  { Forwarded: 'for=127.0.0.1' },
  { 'X-Forwarded-Host': 'localhost' },
  { 'X-Forwarded-Proto': 'https' },
  { Via: '1.1 nginx' },
  { 'CF-Connecting-IP': '127.0.0.1' },
  { 'True-Client-IP': '127.0.0.1' },
];

describe('PocketBase without a proxy', () => {
  test('lets superusers work from this machine and the addresses named, and no others', async () => {
    for (const { url } of [named, unnamed]) {
      expect(await asSuperuser('127.0.0.1', url)).toEqual(MAY);
      expect(await asSuperuser(OFFICE, url)).toEqual(MAY);
      // As a guest does under `npm start -- --lan`.
      expect(await asSuperuser(VISITOR, url)).toEqual(MAY_NOT);
    }
  });

  test.each(['/_', '/_/', '/_/assets/x.js', '//_/', '/%5f/', '/_/#/login'])(
    'shows a stranger nothing at %s',
    async (path) => {
      expect([403, 404, 307]).toContain(await from(VISITOR, unnamed.url + path));
    },
  );
});

describe('a request that was passed on is never this machine', () => {
  test.each(FORWARDED)('%o', async (headers) => {
    expect(await asSuperuser('127.0.0.1', unnamed.url, headers)).toEqual(MAY_NOT);
    expect(await asSuperuser('127.0.0.1', named.url, headers)).toEqual(MAY_NOT);
  });

  test('the address that a proxy tells counts where the proxy is named', async () => {
    const headers = { 'X-Forwarded-For': `1.2.3.4, ${OFFICE_FAR}, ${PROXY}` };
    expect(await asSuperuser('127.0.0.1', named.url, headers)).toEqual(MAY);
    expect(await asSuperuser('127.0.0.1', unnamed.url, headers)).toEqual(MAY_NOT);
    expect(await asSuperuser('127.0.0.1', named.url, { 'X-Forwarded-For': `${OFFICE_FAR}, 1.2.3.4` })).toEqual(MAY_NOT);
    expect(await asSuperuser(VISITOR, named.url, { 'X-Forwarded-For': OFFICE_FAR })).toEqual(MAY_NOT);
  });
});

describe('behind Caddy', () => {
  test('superusers work from the addresses named; not even this machine does otherwise', async () => {
    expect(await asSuperuser(OFFICE, caddy.url)).toEqual(MAY);
    for (const address of [VISITOR, '127.0.0.1']) {
      expect(await asSuperuser(address, caddy.url)).toEqual(MAY_NOT);
      expect(await asSuperuser(address, caddy.url, { 'X-Forwarded-For': '127.0.0.1' })).toEqual(MAY_NOT);
      expect(await asSuperuser(address, caddyUnnamed.url)).toEqual(MAY_NOT);
    }
  });

  test('another proxy in front of it is believed only where it is named', async () => {
    expect(await asSuperuser(PROXY, caddy.url, { 'X-Forwarded-For': OFFICE_FAR })).toEqual(MAY);
    expect(await asSuperuser(PROXY, caddy.url, { 'X-Forwarded-For': `${OFFICE_FAR}, 1.2.3.4` })).toEqual(MAY_NOT);
    // One that tells no address of its visitors.
    expect(await asSuperuser(PROXY, caddy.url)).toEqual(MAY_NOT);
    expect(await asSuperuser('127.0.0.1', caddyUnnamed.url, { 'X-Forwarded-For': OFFICE_FAR })).toEqual(MAY_NOT);
  });
});

describe('wrong passwords', () => {
  const wrong = { identity: 'a@ocop.example', password: 'sai' };
  const tryFrom = (address: string, url: string, forwarded = '') =>
    from(address, `${url}/api/collections/users/auth-with-password`, {
      body: wrong,
      headers: forwarded === '' ? {} : { 'X-Forwarded-For': forwarded },
    });
  /** Eleven tries, one more than a minute allows. */
  async function eleven(ask: (at: number) => Promise<number>): Promise<number[]> {
    const found: number[] = [];
    for (let at = 0; at < 11; at += 1) found.push(await ask(at));
    return found;
  }
  beforeAll(async () => {
    for (const { superuser } of [named, unnamed]) await superuser.settings.update({ rateLimits: { enabled: true } });
  });
  const SLOWED = [...Array.from({ length: 10 }, () => 400), 429];

  test('are slowed visitor by visitor behind Caddy', async () => {
    expect(await eleven(() => tryFrom('127.0.0.3', caddy.url))).toEqual(SLOWED);
    expect(await tryFrom('127.0.0.4', caddy.url)).toBe(400);
  });

  test('are slowed visitor by visitor behind a proxy in front of Caddy', async () => {
    expect(await eleven((at) => tryFrom(PROXY, caddy.url, `10.0.0.${at}, 198.51.100.1`))).toEqual(SLOWED);
    expect(await tryFrom(PROXY, caddy.url, '198.51.100.2')).toBe(400);
  });

  test('are slowed all together behind a proxy that is not named, whatever addresses it tells', async () => {
    expect(await eleven((at) => tryFrom('127.0.0.1', unnamed.url, `198.51.100.${at}`))).toEqual(SLOWED);
    expect(await tryFrom('127.0.0.1', caddyUnnamed.url, '198.51.100.99')).toBe(429);
  });
});

test('what Caddy tells of a request that it could not answer names neither token, page before nor visitor', async () => {
  const secret = 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6ImEifQ.bi-mat';
  const headers = { 'User-Agent': secret, Referer: `https://ocop.example/?token=${secret}`, Cookie: secret };
  // Nothing is published here, not even what says so.
  await fetch(`${caddy.url}/khong-co?%74oken=${secret}`, { headers });
  await expect.poll(() => caddy.log()).toContain('"uri": "/khong-co?"');
  for (const hidden of [secret, 'bi-mat', 'remote_ip', 'oken=']) expect(caddy.log()).not.toContain(hidden);
});
