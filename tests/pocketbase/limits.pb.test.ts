/** Limits by address, superusers' addresses, sessions that end. The proxy's header stands for visitors. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client, type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

const EMAIL = 'bien-tap@ocop.example';
const PASSWORD = 'mat-khau-de-thu';
/** PocketBase compares passwords of unknown people too; both answers are 400. */
const REFUSED = 400;
const TOO_MANY = 429;

let pocketbase: FreshPocketBase;
beforeAll(async () => {
  pocketbase = await freshPocketBase({ env: { OCOP_TRUSTED_PROXY: '127.0.0.1' } });
  const { superuser } = pocketbase;
  await superuser
    .collection('users')
    .create({ email: EMAIL, role: 'editor', password: PASSWORD, passwordConfirm: PASSWORD });
});
afterAll(() => pocketbase.stop());

/** One request as the proxy passes it on from a visitor. */
function from(address: string, path: string, options: { body?: unknown; token?: string } = {}): Promise<Response> {
  const { body, token = '' } = options;
  const headers = { 'X-Forwarded-For': address, 'Content-Type': 'application/json', Authorization: token };
  return fetch(pocketbase.url + path, {
    headers,
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
}
const signIn = (address: string, password = PASSWORD, collection = 'users', identity = EMAIL) =>
  from(address, `/api/collections/${collection}/auth-with-password`, { body: { identity, password } });

async function statuses(count: number, ask: () => Promise<Response>): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < count; at += 1) found.push((await ask()).status);
  return found;
}

describe('signing in', () => {
  test('is refused after ten tries from one address, even with the right password; others go on', async () => {
    const tries = await statuses(10, () => signIn('203.0.113.1', 'sai-mat-khau'));
    expect(tries).toEqual(Array.from({ length: 10 }, () => REFUSED));
    expect((await signIn('203.0.113.1')).status).toBe(TOO_MANY);
    expect((await signIn('203.0.113.2')).status).toBe(200);
  });

  test('an address cannot be made up in front of the one that the proxy tells', async () => {
    let madeUp = 0;
    const forged = await statuses(11, () => {
      madeUp += 1;
      return signIn(`198.51.100.${madeUp}, 203.0.113.3`, 'sai');
    });
    expect(forged.at(-1)).toBe(TOO_MANY);
  });

  test('the same holds for superusers and for letters about a password', async () => {
    const tries = await statuses(11, () => signIn('203.0.113.4', 'sai', '_superusers', 'superuser@ocop.example'));
    expect(tries.at(-1)).toBe(TOO_MANY);
    const ask = () =>
      from('203.0.113.4', '/api/collections/users/request-password-reset', { body: { email: 'nobody@ocop.example' } });
    expect(await statuses(6, ask)).toEqual([204, 204, 204, 204, 204, TOO_MANY]);
  });

  test('this machine itself is not limited: it is the worker and the commands', async () => {
    const own = await statuses(15, () =>
      fetch(`${pocketbase.url}/api/collections/users/auth-with-password`, {
        method: 'POST',
        body: JSON.stringify({ identity: EMAIL, password: 'sai' }),
        headers: { 'Content-Type': 'application/json' },
      }),
    );
    expect(own).not.toContain(TOO_MANY);
  });
});

describe('reading', () => {
  test('who has not signed in is stopped early, a person at work is not', async () => {
    const { token } = (await (await signIn('203.0.113.5')).json()) as { token: string };
    const guest = await statuses(121, () => from('203.0.113.6', '/api/collections/products/records'));
    expect(guest.slice(0, 100)).not.toContain(TOO_MANY);
    expect(guest.at(-1)).toBe(TOO_MANY);
    const person = await statuses(200, () => from('203.0.113.6', '/api/collections/products/records', { token }));
    expect(person).not.toContain(TOO_MANY);
  });
});

describe('superusers', () => {
  const superusers = (token: string, address: string) => from(address, '/api/settings', { token });

  test('work from this machine and the named addresses only', async () => {
    const outside = await signIn('203.0.113.9', 'only-for-this-test', '_superusers', 'superuser@ocop.example');
    expect(outside.status).toBe(403);
    const { token } = pocketbase.superuser.authStore;
    expect((await superusers(token, '203.0.113.9')).status).toBe(403);
    // This machine itself asks without a proxy.
    expect((await superusers(token, '127.0.0.1')).status).toBe(403);
    expect((await pocketbase.superuser.collection('_superusers').getList(1, 1)).totalItems).toBe(1);
    await pocketbase.superuser.settings.update({ superuserIPs: ['127.0.0.1', '203.0.113.0/24'] });
    expect((await superusers(token, '203.0.113.9')).status).toBe(200);
    expect((await superusers(token, '198.51.100.1')).status).toBe(403);
    await pocketbase.superuser.settings.update({ superuserIPs: ['127.0.0.1', '::1'] });
  });
});

describe('a session', () => {
  const ends = (token: string) =>
    Number(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).exp) - Date.now() / 1000;

  test('ends by itself after twelve hours', async () => {
    const person = client(pocketbase.url);
    await person.collection('users').authWithPassword(EMAIL, PASSWORD);
    expect(ends(person.authStore.token)).toBeGreaterThan(11.9 * 3_600);
    expect(ends(person.authStore.token)).toBeLessThanOrEqual(12 * 3_600);
  });

  test.each<[string, Record<string, unknown>]>([
    ['the person is locked', { disabled: true }],
    ['the password changes', { password: 'cau-khac-de-thu-1', passwordConfirm: 'cau-khac-de-thu-1' }],
  ])('ends at once when %s', async (_, change) => {
    const person = await pocketbase.signedIn('editor');
    const id = person.authStore.record?.id ?? '';
    await pocketbase.superuser.collection('communes').getList(1, 1);
    expect((await person.collection('users').getOne(id)).id).toBe(id);
    await pocketbase.superuser.collection('users').update(id, { name: 'Tên khác' });
    expect((await person.collection('users').getOne(id)).id).toBe(id);
    await pocketbase.superuser.collection('users').update(id, change);
    await expect(person.collection('users').getOne(id)).rejects.toMatchObject({ status: 404 });
    await expect(person.collection('users').authRefresh()).rejects.toMatchObject({ status: 401 });
  });
});
