/** One-time codes by mail: asked of approvers and admins alone, only where the setting is on and letters go somewhere. */
import { readFileSync } from 'node:fs';
import type PocketBase from 'pocketbase';
import { ClientResponseError } from 'pocketbase';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#domain/user.ts';
import { client, type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { letterFiles } from '#tests/support/letterFiles.ts';
import { type MailServer, startMailServer } from '#tests/support/mailServer.ts';

const PASSWORD = 'mat-khau-de-thu-9';

let base: FreshPocketBase;
let settings = '';
const people: Partial<Record<Role, string>> = {};

async function openOffice(env: Record<string, string>): Promise<void> {
  base = await freshPocketBase({ env });
  const site = { kind: 'demonstration', province_code: '24', province: 'Bắc Ninh', office: 'Văn phòng' };
  settings = (await base.superuser.collection('site_settings').create(site)).id;
  for (const role of ['viewer', 'editor', 'approver', 'admin', 'producer'] as const) {
    people[role] = `${role}@ocop.example`;
    const secrets = { password: PASSWORD, passwordConfirm: PASSWORD };
    await base.superuser.collection('users').create({ email: people[role], role, name: role, ...secrets });
  }
}

const set = (on: boolean) => base.superuser.collection('site_settings').update(settings, { one_time_codes: on });
const isAsked = async () => {
  const { mfa, otp } = await base.superuser.collections.getOne('users');
  return [mfa?.enabled, otp?.enabled];
};

/** The id of the first step where a second is asked for; empty when the password alone let in. */
async function withPassword(by: PocketBase, role: Role): Promise<string> {
  try {
    await by.collection('users').authWithPassword(people[role] ?? '', PASSWORD);
    return '';
  } catch (error) {
    if (error instanceof ClientResponseError && error.status === 401) return String(error.response['mfaId']);
    throw error;
  }
}

const letters = () => letterFiles(base.data);
/** PocketBase answers first and sends afterwards. */
async function codeAfter(before: number): Promise<string> {
  await expect.poll(() => letters().length).toBe(before + 1);
  const text = readFileSync(letters().at(-1) ?? '', 'utf8');
  return /Mã đăng nhập một lần của bạn là <strong>(\d{6})<\/strong>/.exec(text)?.[1] ?? '';
}

describe('where letters go nowhere', () => {
  beforeAll(() => openOffice({}));
  afterAll(() => base.stop());

  test('the setting is refused in words, and the password alone lets everybody in', async () => {
    await expect(set(true)).rejects.toMatchObject({
      status: 400,
      response: { message: expect.stringContaining('chưa có máy chủ thư'), data: { one_time_codes: {} } },
    });
    expect(await isAsked()).toEqual([false, false]);
    expect(await withPassword(client(base.url), 'admin')).toBe('');
    await expect(base.guest.collection('users').requestOTP(people.admin ?? '')).rejects.toMatchObject({ status: 403 });
  });

  test('a mail server that is named and answers nobody is found out at once', async () => {
    await base.superuser.settings.update({ smtp: { enabled: true, host: '127.0.0.1', port: 9, tls: false } });
    await expect(set(true)).rejects.toMatchObject({
      response: { message: expect.stringContaining('không nhận thư thử') },
    });
    expect(await isAsked()).toEqual([false, false]);
  });

  test('through a server they work, and when it is taken away the password lets in again', async () => {
    const mail: MailServer = await startMailServer();
    const smtp = { enabled: true, host: '127.0.0.1', port: mail.port, tls: false };
    await base.superuser.settings.update({ smtp });
    await set(true);
    expect(mail.letters.length).toBe(1);
    expect(await withPassword(client(base.url), 'admin')).not.toBe('');
    await base.superuser.settings.update({ smtp: { ...smtp, enabled: false } });
    expect(await isAsked()).toEqual([false, false]);
    expect(await withPassword(client(base.url), 'admin')).toBe('');
    await mail.stop();
  });
});

describe('where they do', () => {
  beforeAll(async () => {
    await openOffice({ OCOP_MAIL: 'file' });
    // Limits of tries are another test's matter.
    await base.superuser.settings.update({ rateLimits: { enabled: false } });
  });
  beforeEach(() => set(true));
  afterAll(() => base.stop());

  test('nobody is asked while the setting is off', async () => {
    await set(false);
    expect(await isAsked()).toEqual([false, false]);
    for (const role of ['editor', 'approver', 'admin'] as const)
      expect(await withPassword(client(base.url), role), role).toBe('');
  });

  test('only approvers and admins are asked for a code', async () => {
    for (const role of ['viewer', 'editor', 'producer'] as const)
      expect(await withPassword(client(base.url), role), role).toBe('');
    for (const role of ['approver', 'admin'] as const)
      expect(await withPassword(client(base.url), role), role).not.toBe('');
  });

  test('the code of the letter lets in, once; a wrong one, one of another person, and one without the password do not', async () => {
    const by = client(base.url);
    const mfaId = await withPassword(by, 'approver');
    expect(by.authStore.isValid).toBe(false);
    const before = letters().length;
    const { otpId } = await by.collection('users').requestOTP(people.approver ?? '');
    const code = await codeAfter(before);
    const users = by.collection('users');
    const wrong = code === '000000' ? '000001' : '000000';
    await expect(users.authWithOTP(otpId, wrong, { mfaId })).rejects.toMatchObject({ status: 400 });
    const foreign = await withPassword(client(base.url), 'admin');
    await expect(
      client(base.url).collection('users').authWithOTP(otpId, code, { mfaId: foreign }),
    ).rejects.toMatchObject({
      status: 400,
    });
    // Tried with another's first step, the code is spent: the person asks for the next.
    const next = await users.requestOTP(people.approver ?? '');
    const second = await codeAfter(before + 1);
    await users.authWithOTP(next.otpId, second, { mfaId });
    expect(by.authStore.record?.['role']).toBe('approver');
    await expect(users.authWithOTP(next.otpId, second, { mfaId })).rejects.toMatchObject({ status: 400 });
    expect((await users.authRefresh()).record['role']).toBe('approver');
  });

  test('no letter goes to who has not typed the password, known or unknown alike', async () => {
    await base.superuser
      .collection('_mfas')
      .getFullList()
      .then((all) => Promise.all(all.map(({ id }) => base.superuser.collection('_mfas').delete(id))));
    const before = letters().length;
    for (const email of [people.admin, people.editor, 'khong-ai@ocop.example'])
      expect((await base.guest.collection('users').requestOTP(email ?? '')).otpId).toMatch(/^\w{15}$/);
    await withPassword(client(base.url), 'admin');
    await base.guest.collection('users').requestOTP(people.admin ?? '');
    await codeAfter(before);
  });
});
