/** What the server tells of itself: to monitors, to staff, by letter. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Beat } from '#domain/rules/health.ts';
import { answers } from '#scripts/pocketbase.ts';
import { addSmallOffice } from '#tests/scripts/worker/smallOffice.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { letterFiles } from '#tests/support/letterFiles.ts';
import { type MailServer, startMailServer } from '#tests/support/mailServer.ts';

let pocketbase: FreshPocketBase;
let mail: MailServer;
beforeAll(async () => {
  pocketbase = await freshPocketBase();
  mail = await startMailServer();
  await addSmallOffice(pocketbase.superuser);
});
afterAll(async () => {
  await pocketbase.stop();
  await mail.stop();
});

const WELL: Omit<Beat, 'at'> = {
  within: 600_000,
  free: 60e9,
  wanted: 1e9,
  backup: { isNightly: true, madeAt: Date.now() - 3_600_000, failedAt: 0 },
};
const beat = (told: Partial<Beat> = {}) =>
  pocketbase.superuser.send('/api/ocop/health', { method: 'POST', body: { ...WELL, ...told } });
const release = (state: string) =>
  pocketbase.superuser.collection('releases').create({ action: 'publish', state, ended_at: new Date().toISOString() });
const ask = async (init: RequestInit = {}) => {
  const answer = await fetch(`${pocketbase.url}/api/health`, init);
  return { status: answer.status, body: (await answer.json()) as { code: number; message: string; data: object } };
};

describe('/api/health', () => {
  test('is well right after a start, when nobody has told anything yet', async () => {
    expect(await ask()).toMatchObject({ status: 200, body: { code: 200, data: { worker: { state: 'starting' } } } });
  });

  test('tells states and times, 503 and its part when something must be seen to, and no more', async () => {
    await beat();
    expect((await ask()).status).toBe(200);
    await beat({ free: 400e6 });
    const { status, body } = await ask();
    expect([status, body.code, body.message]).toEqual([503, 503, 'To be seen to: disk.']);
    expect(body.data).toEqual({
      disk: { state: 'low', at: expect.stringMatching(/Z$/) },
      backup: { state: 'fine', at: new Date(WELL.backup.madeAt).toISOString() },
      publish: { state: 'none' },
      worker: { state: 'fine', at: expect.stringMatching(/Z$/) },
      clock: { state: 'fine' },
    });
  });

  test('a server that is not well still answers for commands that look for it, and for the dashboard', async () => {
    await beat({ free: 0 });
    expect(await answers(pocketbase.url)).toBe(true);
    expect(await answers('http://127.0.0.1:9')).toBe(false);
    const { authStore } = pocketbase.superuser;
    expect(await ask({ headers: { Authorization: authStore.token } })).toMatchObject({
      status: 200,
      body: { data: { disk: { state: 'full' }, canBackup: true, realIP: '127.0.0.1' } },
    });
  });

  test('a worker that does not come back, a failed publish, a failed backup', async () => {
    await beat({ within: 1, backup: { isNightly: true, madeAt: 0, failedAt: Date.now() } });
    await release('failed');
    expect((await ask()).body.message).toBe('To be seen to: backup, publish, worker.');
    await beat();
    await release('live');
    expect((await ask()).status).toBe(200);
  });

  test('only the worker may tell', async () => {
    const admin = await pocketbase.signedIn('admin');
    await expect(admin.send('/api/ocop/health', { method: 'POST', body: WELL })).rejects.toMatchObject({ status: 403 });
  });
});

test('staff read it in words; producers do not', async () => {
  await beat({ free: 3.2e9, wanted: 4e9 });
  for (const role of ['viewer', 'editor', 'approver', 'admin'] as const)
    expect(await (await pocketbase.signedIn(role)).send('/api/ocop/server', {})).toEqual({
      problems: [{ part: 'disk', words: 'Ổ đĩa gần đầy: còn 3,2 GB.' }],
    });
  await expect((await pocketbase.signedIn('producer')).send('/api/ocop/server', {})).rejects.toMatchObject({
    status: 403,
  });
});

describe('letters', () => {
  // What PocketBase does each minute. It answers first and looks afterwards, one look at a time.
  const look = () => pocketbase.superuser.crons.run('ocopHealth');
  const lettersAfterLooking = async () => {
    await look();
    return mail.letters.length;
  };
  const decoded = (data: string) => {
    const text = data.replace(/=\n/g, '');
    const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  };
  let admin: string;
  beforeAll(async () => {
    const { superuser } = pocketbase;
    for (const { id } of await superuser.collection('users').getFullList())
      await superuser.collection('users').delete(id);
    admin = String((await pocketbase.signedIn('admin')).authStore.record?.['email']);
    const locked = await pocketbase.signedIn('admin');
    await superuser.collection('users').update(String(locked.authStore.record?.id), { disabled: true });
    await pocketbase.signedIn('editor');
  });
  beforeEach(() => beat());

  test('without a mail server it is said once, and no letter lies in the folder', async () => {
    await beat({ free: 0 });
    const said = async () => {
      await look();
      return pocketbase.server.log();
    };
    await expect.poll(said).toContain('No mail server is set');
    await look();
    await look();
    expect(pocketbase.server.log().match(/No mail server is set/g)).toHaveLength(1);
    expect(letterFiles(pocketbase.data)).toEqual([]);
  });

  test('one a failure and day to the admins who are not locked, one when it is well again', async () => {
    const { superuser, data } = pocketbase;
    await superuser.settings.update({ smtp: { enabled: true, host: '127.0.0.1', port: mail.port, tls: false } });
    await beat({ free: 0.4e9 });
    await expect.poll(lettersAfterLooking).toBe(1);
    expect(mail.letters[0]?.to).toEqual([admin]);
    expect(decoded(mail.letters[0]?.data ?? '')).toContain('<li>Ổ đĩa gần đầy: còn 0,4 GB.</li>');
    await expect.poll(() => existsSync(join(data.root, 'notices.json'))).toBe(true);
    expect((statSync(join(data.root, 'notices.json')).mode & 0o777).toString(8)).toBe('600');
    await look();
    // Another failure on the same day has a letter of its own, and tells nothing twice.
    await beat({ free: 0.4e9, backup: { isNightly: true, madeAt: 0, failedAt: Date.now() } });
    await expect.poll(lettersAfterLooking).toBe(2);
    expect(decoded(mail.letters[1]?.data ?? '')).toContain('<ul><li>Chưa sao lưu được.');
    await beat();
    await expect.poll(lettersAfterLooking).toBe(3);
    expect(decoded(mail.letters[2]?.data ?? '')).toContain(
      '<ul><li>Ổ đĩa đã đủ chỗ.</li><li>Sao lưu đã chạy lại.</li></ul>',
    );
    const told = () => JSON.parse(readFileSync(join(data.root, 'notices.json'), 'utf8'));
    await expect.poll(told).toMatchObject({ disk: { isOpen: false }, backup: { isOpen: false } });
  });
});

test('letters go to the addresses that the server was told of, instead of to admins', async () => {
  const other = await freshPocketBase({ env: { OCOP_NOTICE_TO: 'it@ocop.example truc@ocop.example' } });
  try {
    const { superuser } = other;
    const before = mail.letters.length;
    await superuser.settings.update({ smtp: { enabled: true, host: '127.0.0.1', port: mail.port, tls: false } });
    await superuser.send('/api/ocop/health', { method: 'POST', body: { ...WELL, free: 0 } });
    await superuser.crons.run('ocopHealth');
    await expect
      .poll(() => mail.letters.slice(before).map(({ to }) => to))
      .toEqual([['it@ocop.example', 'truc@ocop.example']]);
  } finally {
    await other.stop();
  }
});
