/** Letters about a forgotten password: as files without a mail server, through one when it is set; in Vietnamese, and they work. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { client, type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { letterFiles } from '#tests/support/letterFiles.ts';
import { type MailServer, startMailServer } from '#tests/support/mailServer.ts';

const PASSWORD = 'cau-cu-de-thu-123';
const NEW = 'cau-moi-de-thu-456';
const ADDRESS = 'https://ocop.example.vn';

let pocketbase: FreshPocketBase;
let mail: MailServer;
beforeAll(async () => {
  pocketbase = await freshPocketBase();
  mail = await startMailServer();
  await pocketbase.superuser.settings.update({ meta: { appURL: ADDRESS } });
});
afterAll(async () => {
  await pocketbase.stop();
  await mail.stop();
});

let count = 0;
let email = '';
beforeEach(async () => {
  count += 1;
  email = `nguoi-${count}@ocop.example`;
  const secrets = { password: PASSWORD, passwordConfirm: PASSWORD };
  await pocketbase.superuser.collection('users').create({ email, name: 'Trần Thị Hạnh', role: 'editor', ...secrets });
});

const letters = () => letterFiles(pocketbase.data);
/** PocketBase answers first and sends afterwards. */
async function newest(): Promise<string> {
  const text = () => readFileSync(letters().at(-1) ?? '', 'utf8');
  await expect.poll(() => letters().length > 0 && text()).toContain(`To: ${email}`);
  return text();
}
const signsIn = (password: string) =>
  client(pocketbase.url)
    .collection('users')
    .authWithPassword(email, password)
    .then(
      () => true,
      () => false,
    );
const mailWorks = async () => (await fetch(`${pocketbase.url}/api/ocop/sign-in`)).json();

describe('without a mail server', () => {
  test('a letter is kept as a file of its owner; its link sets a new password, once', async () => {
    expect(await mailWorks()).toEqual({ mail: false });
    await pocketbase.guest.collection('users').requestPasswordReset(email);
    const letter = await newest();
    expect(letter).toMatch(
      /^From: "Danh mục OCOP" <.*>\r\nTo: nguoi-1@ocop\.example\r\nSubject: Đặt lại mật khẩu\r\nDate: /,
    );
    expect(letter).toContain('Để chọn mật khẩu mới, hãy mở:');
    expect(letter).not.toMatch(/[Pp]assword reset|Reset password|Thanks|\/_\//);
    expect((statSync(letters()[0] ?? '').mode & 0o777).toString(8)).toBe('600');
    const token = new RegExp(`href="${ADDRESS}/quan-tri/mat-khau-moi#([\\w.-]+)"`).exec(letter)?.[1] ?? '';
    await pocketbase.guest.collection('users').confirmPasswordReset(token, NEW, NEW);
    expect([await signsIn(PASSWORD), await signsIn(NEW)]).toEqual([false, true]);
    await expect(
      pocketbase.guest.collection('users').confirmPasswordReset(token, PASSWORD, PASSWORD),
    ).rejects.toMatchObject({ status: 400 });
  });

  test('nothing says whether an address is known', async () => {
    const before = letters().length;
    await expect(pocketbase.guest.collection('users').requestPasswordReset('nobody@ocop.example')).resolves.toBe(true);
    // The next letter is of somebody else, and the only one.
    await pocketbase.guest.collection('users').requestPasswordReset(email);
    await newest();
    expect(letters()).toHaveLength(before + 1);
  });

  test('letters do not fill the disk', async () => {
    for (let old = 0; old < 205; old += 1)
      writeFileSync(join(pocketbase.data.mail, `19990101-${String(old).padStart(4, '0')}.eml`), '');
    await pocketbase.guest.collection('users').requestPasswordReset(email);
    await newest();
    await expect.poll(() => letters().length).toBe(200);
  });
});

test('nobody has letters of other kinds sent', async () => {
  const before = letters().length;
  await expect(pocketbase.guest.collection('users').requestVerification(email)).rejects.toMatchObject({ status: 403 });
  const person = client(pocketbase.url);
  await person.collection('users').authWithPassword(email, PASSWORD);
  await expect(person.collection('users').requestEmailChange('khac@ocop.example')).rejects.toMatchObject({
    status: 403,
  });
  expect(letters()).toHaveLength(before);
});

test('with a mail server it goes there, and no file is left', async () => {
  const { superuser } = pocketbase;
  await superuser.settings.update({ smtp: { enabled: true, host: '127.0.0.1', port: mail.port, tls: false } });
  expect(await mailWorks()).toEqual({ mail: true });
  const before = letters();
  await pocketbase.guest.collection('users').requestPasswordReset(email);
  await expect.poll(() => mail.letters.length).toBe(1);
  expect(mail.letters[0]).toMatchObject({ to: [email] });
  expect(mail.letters[0]?.data).toMatch(/^Subject: =\?utf-8\?/im);
  expect(letters()).toEqual(before);
});
