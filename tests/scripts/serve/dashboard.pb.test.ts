/** PocketBase's dashboard behind Caddy: for named addresses only, at the proxy and in PocketBase. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caddy, startCaddy } from '#tests/support/caddy.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

let pocketbase: FreshPocketBase;
let caddy: Caddy;
beforeAll(async () => {
  pocketbase = await freshPocketBase();
  await pocketbase.superuser.settings.update({ trustedProxy: { headers: ['X-Forwarded-For'], useLeftmostIP: false } });
  caddy = await startCaddy(pocketbase.data.root, new URL(pocketbase.url).host);
});
afterAll(async () => {
  await caddy.stop();
  await pocketbase.stop();
});

/** Asks Caddy from one of this machine's own addresses: 127.0.0.2 stands for somebody else. */
function from(localAddress: string, path: string, body = '', headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const method = body === '' ? 'GET' : 'POST';
    const options = { localAddress, method, headers: { 'Content-Type': 'application/json', ...headers } };
    const asked = request(`${caddy.url}${path}`, options, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

test.each(['/_/', '/_', '/_/assets/x.js'])('%s opens from this machine alone', async (path) => {
  expect(await from('127.0.0.2', path)).toBe(403);
  expect(await from('127.0.0.1', path)).not.toBe(403);
});

test('a superuser from elsewhere is refused by PocketBase, whatever the request says of itself', async () => {
  const path = '/api/collections/_superusers/auth-with-password';
  const login = JSON.stringify({ identity: 'superuser@ocop.example', password: 'only-for-this-test' });
  expect(await from('127.0.0.1', path, login)).toBe(200);
  expect(await from('127.0.0.2', path, login)).toBe(403);
  expect(await from('127.0.0.2', path, login, { 'X-Forwarded-For': '127.0.0.1' })).toBe(403);
  expect(await from('127.0.0.2', '/api/settings', '', { Authorization: pocketbase.superuser.authStore.token })).toBe(
    403,
  );
});

test('visitors behind the proxy are told apart', async () => {
  const path = '/api/collections/users/auth-with-password';
  const wrong = JSON.stringify({ identity: 'a@ocop.example', password: 'sai' });
  const tries: number[] = [];
  for (let at = 0; at < 11; at += 1) tries.push(await from('127.0.0.3', path, wrong));
  expect(tries.slice(0, 10)).not.toContain(429);
  expect(tries.at(-1)).toBe(429);
  expect(await from('127.0.0.4', path, wrong)).toBe(400);
});

test('what Caddy tells of a request that it could not answer names neither token, page before nor visitor', async () => {
  const secret = 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6ImEifQ.bi-mat';
  const headers = { 'User-Agent': secret, Referer: `https://ocop.example/?token=${secret}`, Cookie: secret };
  // Nothing is published here, not even what says so.
  await fetch(`${caddy.url}/khong-co?%74oken=${secret}`, { headers });
  await expect.poll(() => caddy.log()).toContain('"uri": "/khong-co?"');
  for (const hidden of [secret, 'bi-mat', 'remote_ip', 'oken=']) expect(caddy.log()).not.toContain(hidden);
});
