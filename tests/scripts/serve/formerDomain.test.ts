/** A domain that the office has left: every address of it leads to the same one of the present domain, and to no other host. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '#scripts/pocketbase.ts';
import { type Caddy, FORMER_DOMAIN, startCaddy } from '#tests/support/caddy.ts';
import { askRaw } from './rawRequest.ts';

const ADDRESS = 'https://ocop.moi.example';

let root = '';
let caddy: Caddy;
let former = 0;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ocop-former-'));
  mkdirSync(join(root, 'status'));
  writeFileSync(join(root, 'status', 'tinh-trang.json'), '{"recalled":["A"]}');
  writeFileSync(join(root, 'status', 'secret.json'), '{}');
  former = await freePort();
  caddy = await startCaddy(root, '127.0.0.1:1', {
    files: [FORMER_DOMAIN],
    env: { OCOP_FORMER_SITE: `http://127.0.0.1:${former} http://localhost:${former}`, OCOP_ADDRESS: ADDRESS },
  });
});
afterAll(async () => {
  await caddy.stop();
  rmSync(root, { recursive: true, force: true });
});
const get = (path: string) => fetch(`http://127.0.0.1:${former}${path}`, { redirect: 'manual' });

describe('what a stamp carries', () => {
  test.each([
    '/',
    '/t/ABCD2345',
    '/en/t/abcd2345',
    '/01/08938501234567/10/L%2F1?17=270101',
    '/san-pham/ch%C3%A8-xanh',
    '/index.html',
    '/api/health',
  ])('%s leads to the same address of the present domain, for good', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([308, ADDRESS + path]);
  });

  test.each([
    '//evil.example/',
    '/\\evil.example',
    '/%5cevil.example',
    '/.evil.example',
    '/@evil.example',
    '/..%2f..%2fpb_data/data.db',
  ])('%s leads to no other host', async (path) => {
    const { status, location } = await askRaw(`http://127.0.0.1:${former}`, path);
    expect(status).toBe(308);
    expect(new URL(location ?? '').origin).toBe(ADDRESS);
  });
});

test('recalls are still told to pages that are open, and nothing beside them', async () => {
  const answer = await get('/tinh-trang.json');
  expect(await answer.json()).toEqual({ recalled: ['A'] });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect((await get('/secret.json')).status).toBe(308);
});

test('the service worker of before takes its saved copies away and ends', async () => {
  const answer = await get('/sw.js');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const text = await answer.text();
  const listeners = new Map<string, (event: { waitUntil(work: Promise<unknown>): void }) => void>();
  const done: string[] = [];
  const registration = { unregister: async () => void done.push('unregistered') };
  const scope = {
    addEventListener: (name: string, answer: never) => listeners.set(name, answer),
    skipWaiting: () => undefined,
    registration,
  };
  const caches = {
    keys: async () => ['ocop-pages-1', 'ocop-files-1'],
    delete: async (name: string) => void done.push(name),
  };
  new Function('self', 'caches', text)(scope, caches);
  let work: Promise<unknown> = Promise.resolve();
  listeners.get('activate')?.({
    waitUntil: (given) => {
      work = given;
    },
  });
  await work;
  expect(done).toEqual(['ocop-pages-1', 'ocop-files-1', 'unregistered']);
});

test('the present domain is as it was, in the same Caddy', async () => {
  const answer = await fetch(`${caddy.url}/tinh-trang.json`);
  expect(await answer.json()).toEqual({ recalled: ['A'] });
  expect((await fetch(`${caddy.url}/?x`, { redirect: 'manual' })).headers.get('location')).toBeNull();
});
