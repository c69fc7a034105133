/** PocketBase's log of requests holds no secret: neither a token nor any other value of a query, however it was written. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { seedSample } from './sample.ts';

interface Row {
  level: number;
  message: string;
  data: string;
}

let base: FreshPocketBase;
let viewer: PocketBase;
let path = '';
let token = '';

beforeAll(async () => {
  base = await freshPocketBase();
  const { ids } = await seedSample(base.superuser);
  const picture = await base.superuser.collection('media').getOne(ids.media);
  viewer = await base.signedIn('viewer');
  path = new URL(base.superuser.files.getURL(picture, String(picture['file']))).pathname;
  token = await viewer.files.getToken();
});
afterAll(() => base?.stop());

function rows(): Row[] {
  const database = new DatabaseSync(join(base.data.database, 'auxiliary.db'), { readOnly: true });
  try {
    return database.prepare('SELECT level, message, data FROM _logs').all() as unknown as Row[];
  } finally {
    database.close();
  }
}

/** Rows are written some seconds later, many at once; the mark says by whom they were asked for. */
async function rowsOf(mark: string, count: number): Promise<Row[]> {
  const found = () => rows().filter(({ data }) => (JSON.parse(data) as { userAgent?: string }).userAgent === mark);
  await expect.poll(() => found().length, { timeout: 30_000, interval: 300 }).toBe(count);
  return found();
}

/** A token, its three parts, and the ends of each: what would still be a piece of it. */
const piecesOf = (secret: string) =>
  [secret, ...secret.split('.')].flatMap((part) => [part, part.slice(0, 16), part.slice(-16)]);

function expectNothingOf(secrets: readonly string[]): void {
  const everything = JSON.stringify(rows());
  for (const secret of secrets)
    for (const piece of piecesOf(secret)) expect(everything.includes(piece), piece).toBe(false);
}

const ask = (address: string, mark: string, headers: Record<string, string> = {}) =>
  fetch(`${base.url}${address}`, { redirect: 'manual', headers: { 'User-Agent': mark, ...headers } });

describe('a file asked for with a token', () => {
  test('leaves its path, whether the token opens it or not', async () => {
    const wrong = `${token.slice(0, -3)}xyz`;
    const session = viewer.authStore.token;
    const answers = await Promise.all(
      [token, wrong, session].map(async (each) => (await ask(`${path}?token=${each}&thumb=100x100`, 'opened')).status),
    );
    expect(answers).toEqual([200, 404, 404]);
    const kept = await rowsOf('opened', 3);
    for (const { data, message } of kept) {
      expect(JSON.parse(data)).toMatchObject({ type: 'request', url: `${path}…`, method: 'GET' });
      expect(message).toBe(`GET ${path}…`);
    }
    expect(kept.map(({ level }) => level).sort()).toEqual([0, 8, 8]);
    expectNothingOf([token, wrong, session]);
  });

  test('leaves nothing more, however the token is written', async () => {
    const spelled = token.replace(/[a-z]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
    const twice = encodeURIComponent(encodeURIComponent(`?token=${token}`));
    const answered = [
      `${path}?%74oken=${token}`,
      `${path}?TOKEN=${token}`,
      `${path}?token=${token}&token=${token}`,
      `${path}?${token}`,
      `${path}?x=%23&token=${token}`,
      `${path}?token=${spelled}`,
      `${path}%3Ftoken=${token}`,
      `${path}%3ftoken=${spelled}`,
      `${path}${twice}`,
      `${path};token=${token}`,
      `${path}&token=${token}`,
      `${path}?${'a'.repeat(2_900)}&token=${token}`,
      `/api/collections/khong-co/records?next=${encodeURIComponent(`https://x.example/?token=${token}`)}`,
    ];
    // Pages of the site, found or not, leave no row at all; nor does the door that other services would lead back to.
    const unwritten = [
      `${path}/${token}`,
      `/quan-tri/mat-khau-moi%23${token}`,
      `/khong-co?token=${token}`,
      '/api/oauth2-redirect?code=bi-mat-cua-toi&state=bi-mat-khac',
    ];
    for (const address of [...answered, ...unwritten]) await ask(address, 'spelled');
    await rowsOf('spelled', answered.length);
    expectNothingOf([token, spelled, 'bi-mat-cua-toi', 'bi-mat-khac']);
  });

  test('is not told by the page that led to it either', async () => {
    const referers = [
      `https://ocop.example/quan-tri/san-pham?token=${token}`,
      `https://ocop.example/quan-tri/mat-khau-moi%23${token}`,
      `https://ten:mat-khau-rieng-tu@ocop.example/quan-tri`,
    ];
    for (const Referer of referers) await ask('/api/collections/khong-co/records', 'led', { Referer });
    const kept = await rowsOf('led', referers.length);
    expect(kept.map(({ data }) => (JSON.parse(data) as { referer: string }).referer).sort()).toEqual([
      'https://ocop.example/quan-tri',
      'https://ocop.example/quan-tri/mat-khau-moi…',
      'https://ocop.example/quan-tri/san-pham…',
    ]);
    await ask('/api/collections/khong-co/records', `mang ${token}`);
    await rowsOf('mang …', 1);
    expectNothingOf([token, 'mat-khau-rieng-tu']);
  });
});

test('what somebody searched for, and what was wrong with it, is not kept', async () => {
  const filter = encodeURIComponent(`phone = '0912345678' && name ~ "bi mat" && ???token=${token}`);
  const address = `/api/collections/products/records?filter=${filter}`;
  const { status } = await ask(address, 'searched', { Authorization: viewer.authStore.token });
  expect(status).toBe(400);
  const [row] = await rowsOf('searched', 1);
  expect(JSON.parse(row?.data ?? '{}')).toMatchObject({ status: 400, url: '/api/collections/products/records…' });
  expectNothingOf([token, '0912345678', viewer.authStore.token]);
});

test('what is typed to sign in is in no row, nor in what PocketBase prints', async () => {
  const secret = 'mot-mat-khau-rieng-tu';
  for (const [action, body] of [
    ['auth-with-password', { identity: 'a@ocop.example', password: secret }],
    ['confirm-password-reset', { token, password: secret, passwordConfirm: `${secret}!` }],
  ] as const)
    await fetch(`${base.url}/api/collections/users/${action}?password=${secret}`, {
      method: 'POST',
      headers: { 'User-Agent': 'typed', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  await rowsOf('typed', 2);
  expectNothingOf([secret, token]);
  expect(base.server.log()).not.toContain(secret);
});

test('what is written as PocketBase ends holds nothing either', async () => {
  await ask(`${path}?token=${token}`, 'last');
  await base.server.stop();
  expect(rows().filter(({ data }) => data.includes('"last"'))).toHaveLength(1);
  expectNothingOf([token]);
});
