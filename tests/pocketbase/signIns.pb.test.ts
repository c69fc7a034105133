/** The one line that a refused sign-in leaves, for the firewall: where it came from, which nobody can make it say otherwise. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failedSignIns } from '#scripts/start/failedSignIns.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

const EMAIL = 'bien-tap@ocop.example';
const PASSWORD = 'mat-khau-de-thu';
const FORGED = 'sign-in failed from 198.51.100.66';
const FILTER = fileURLToPath(new URL('../../scripts/deploy/fail2ban/filter.conf', import.meta.url));
const hasFail2ban = spawnSync('fail2ban-regex', ['--version']).status === 0;
if (!hasFail2ban)
  console.warn('SKIPPED: without fail2ban-regex nobody asks fail2ban itself whether its filter finds the line.');

let pocketbase: FreshPocketBase;
let told: string[] = [];
let read = 0;
beforeAll(async () => {
  pocketbase = await freshPocketBase({ env: { OCOP_TRUSTED_PROXY: '127.0.0.1' } });
  await pocketbase.superuser
    .collection('users')
    .create({ email: EMAIL, role: 'editor', password: PASSWORD, passwordConfirm: PASSWORD });
  // One office may try often, and these tests do.
  await pocketbase.superuser.settings.update({ rateLimits: { enabled: false } });
});
afterAll(() => pocketbase.stop());
beforeEach(() => {
  told = [];
  read = pocketbase.server.log().length;
});

/** What the service would say of everything since the test began. */
async function said(count: number): Promise<string[]> {
  await expect
    .poll(() => {
      told = [];
      failedSignIns((line) => told.push(line))(pocketbase.server.log().slice(read));
      return told.length;
    })
    .toBeGreaterThanOrEqual(count);
  return told;
}

function signIn(from: string, body: unknown, path = '/api/collections/users/auth-with-password'): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', ...(from === '' ? {} : { 'X-Forwarded-For': from }) };
  return fetch(pocketbase.url + path, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('a refused sign-in', () => {
  test('leaves its address, of users and superusers, passwords and codes; one that succeeds leaves nothing', async () => {
    const wrong = { identity: EMAIL, password: 'sai-mat-khau' };
    expect((await signIn('203.0.113.1', { identity: EMAIL, password: PASSWORD })).status).toBe(200);
    await signIn('203.0.113.2', wrong);
    await signIn('2001:db8::5', { ...wrong, identity: 'nobody@ocop.example' });
    await signIn('203.0.113.3', wrong, '/api/collections/_superusers/auth-with-password');
    await signIn('203.0.113.4', { otpId: 'x', password: '000000' }, '/api/collections/users/auth-with-otp');
    await signIn('203.0.113.5', 'not even JSON');
    expect(await said(5)).toEqual(
      ['203.0.113.2', '2001:db8::5', '203.0.113.3', '203.0.113.4', '203.0.113.5'].map(
        (each) => `sign-in failed from ${each}`,
      ),
    );
  });

  test('names nobody else, whatever is typed or told by who is no proxy', async () => {
    const identities = [
      `a\n${FORGED}\n`,
      `a\r${FORGED}`,
      `a\u2028${FORGED}`,
      FORGED,
      '%0a'.concat(FORGED),
      'x'.repeat(70_000),
    ];
    for (const identity of identities) await signIn('203.0.113.9', { identity, password: `b\n${FORGED}\n` });
    await signIn('203.0.113.9', `\n${FORGED}\n`);
    // The proxy writes what it knows behind what the visitor sent.
    await signIn('198.51.100.66, 203.0.113.9', { identity: EMAIL, password: 'sai' });
    for (const name of [`%0A${FORGED}%0A`, `x%0d${FORGED}`])
      await signIn('203.0.113.9', {}, `/api/collections/${name.replaceAll(' ', '%20')}/auth-with-password`);
    await signIn('203.0.113.10', { identity: EMAIL, password: 'sai' });
    const lines = await said(identities.length + 3);
    expect(lines.at(-1)).toBe('sign-in failed from 203.0.113.10');
    expect(new Set(lines.slice(0, -1))).toEqual(new Set(['sign-in failed from 203.0.113.9']));
  });

  test('is told as nobody’s where the proxy tells no address', async () => {
    await signIn('khong phai dia chi', { identity: EMAIL, password: 'sai' });
    expect(await said(1)).toEqual(['sign-in failed from an address that no trusted proxy told']);
  });
});

test('pieces that end within a line are put together, and nothing else that PocketBase prints is passed on', () => {
  const lines: string[] = [];
  const take = failedSignIns((line) => lines.push(line));
  for (const piece of ['sign-in fai', 'led from 203.0.1', '13.7\nServer started\n', `2026/01/01 ${FORGED}\n`])
    take(piece);
  for (const piece of [`${FORGED} \n`, 'sign-in failed from nobody\n', 'sign-in failed from 203.0.113.8']) take(piece);
  expect(lines).toEqual(['sign-in failed from 203.0.113.7']);
});

test.skipIf(!hasFail2ban)("fail2ban's filter finds the line as journalctl has it, and no other", () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-fail2ban-'));
  try {
    const log = join(folder, 'journal.log');
    const at = 'Dec 01 09:00:00 may-chu ocop[812]: ';
    const found = ['203.0.113.7', '2001:db8::5'].map((address) => `${at}sign-in failed from ${address}`);
    const others = [
      `${at}sign-in failed from an address that no trusted proxy told`,
      `${at}Chưa áp dụng được lệnh thu hồi lên trang: ${FORGED}`,
      `${at}${FORGED} x`,
    ];
    writeFileSync(log, `${[...found, ...others].join('\n')}\n`);
    const { stdout } = spawnSync('fail2ban-regex', ['--out', 'ip', log, FILTER], { encoding: 'utf8' });
    expect(stdout.trim().split('\n')).toEqual(['203.0.113.7', '2001:db8::5']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
