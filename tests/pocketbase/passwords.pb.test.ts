/** Passwords that are easily guessed are refused at their field, in words, wherever one is set; those set before go on opening. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RecordModel } from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD_WORDS } from '#domain/rules/password.ts';
import { upsertSuperuser } from '#scripts/database.ts';
import { client, type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { letterFiles } from '#tests/support/letterFiles.ts';

const GOOD = 'gạo nếp Tú Lệ';
const WEAK: [why: keyof typeof PASSWORD_WORDS, password: string][] = [
  ['common', 'TinkerBell'],
  ['common', 'dragon2026!'],
  ['plain', '1234567890'],
  ['known', 'matkhau123'],
  ['long', `${'gạo nếp Tú Lệ, '.repeat(4)}thơm`],
];
const EMAIL = 'hoangvanthai@ocop.example';

let base: FreshPocketBase;
beforeAll(async () => {
  base = await freshPocketBase();
});
afterAll(() => base?.stop());

const both = (password: string) => ({ password, passwordConfirm: password });

/** What is said at the field; empty where the password was taken. */
const saidBy = (request: Promise<unknown>) =>
  request.then(
    () => '',
    (error: { response?: { data?: { password?: { message?: string } } } }) =>
      error.response?.data?.password?.message ?? String(error),
  );

const opens = (password: string, email = EMAIL, collection = 'users') =>
  client(base.url)
    .collection(collection)
    .authWithPassword(email, password)
    .then(
      () => true,
      () => false,
    );

async function person(email = EMAIL): Promise<RecordModel> {
  const all = base.superuser.collection('users');
  return all.getFirstListItem(`email = '${email}'`).catch(() => all.create({ email, role: 'editor', ...both(GOOD) }));
}

describe.each(WEAK)('one that is %s (%s) is refused', (why, password) => {
  const words = PASSWORD_WORDS[why];

  test('for a new person and superuser', async () => {
    const users = base.superuser.collection('users').create({ email: EMAIL, role: 'editor', ...both(password) });
    expect(await saidBy(users)).toBe(words);
    const superusers = base.superuser.collection('_superusers').create({ email: EMAIL, ...both(password) });
    expect(await saidBy(superusers)).toBe(words);
  });

  test('by an admin for a person, by a superuser for a superuser', async () => {
    const { id } = await person();
    const admin = await base.signedIn('admin');
    expect(await saidBy(admin.collection('users').update(id, { ...both(password), version: 1 }))).toBe(words);
    const superuser = base.superuser.authStore.record?.id ?? '';
    expect(await saidBy(base.superuser.collection('_superusers').update(superuser, both(password)))).toBe(words);
    expect(await opens(GOOD)).toBe(true);
  });

  test('by the command that makes superusers', async () => {
    const made = upsertSuperuser(base.data, { email: EMAIL, password });
    await expect(made).rejects.toThrow(words);
  });
});

test('one made of the person’s own name or address is refused', async () => {
  for (const password of ['hoangvanthai@1', 'Nông Thị Bưởi 88']) {
    const made = base.superuser
      .collection('users')
      .create({ email: 'hoangvanthai@khac.example', name: 'Nông Thị Bưởi', role: 'editor', ...both(password) });
    expect(await saidBy(made)).toBe(PASSWORD_WORDS.known);
  }
});

test('one that is short is refused everywhere', async () => {
  const { id } = await person();
  for (const password of ['12345678', 'password', 'x9!kT2#vq']) {
    const request = base.superuser.collection('users').update(id, both(password));
    expect(await saidBy(request)).toBe(PASSWORD_WORDS.short);
    const superuser = base.superuser.collection('_superusers').create({ email: EMAIL, ...both(password) });
    expect(await saidBy(superuser)).toBe(PASSWORD_WORDS.short);
  }
  for (const name of ['users', '_superusers']) {
    const { fields } = await base.superuser.collections.getOne(name);
    expect(fields.find((field: { name: string }) => field.name === 'password')).toMatchObject({ min: 10 });
  }
});

test('the link of a letter sets no weak one, and stays good for another', async () => {
  await person();
  await base.guest.collection('users').requestPasswordReset(EMAIL);
  await expect.poll(() => letterFiles(base.data).length).toBeGreaterThan(0);
  const letter = readFileSync(letterFiles(base.data).at(-1) ?? '', 'utf8');
  const token = /mat-khau-moi#([\w.-]+)"/.exec(letter)?.[1] ?? '';
  const reset = (password: string) =>
    saidBy(base.guest.collection('users').confirmPasswordReset(token, password, password));
  for (const [why, password] of WEAK) expect(await reset(password), password).toBe(PASSWORD_WORDS[why]);
  expect(await opens(GOOD)).toBe(true);
  expect(await reset('con trâu là đầu cơ nghiệp')).toBe('');
  expect(await opens('con trâu là đầu cơ nghiệp')).toBe(true);
});

test('marks typed apart open what was typed as one, and the other way round', async () => {
  const email = 'go-dau@ocop.example';
  await base.superuser.collection('users').create({ email, role: 'editor', ...both(GOOD.normalize('NFD')) });
  expect([await opens(GOOD, email), await opens(GOOD.normalize('NFD'), email)]).toEqual([true, true]);
  expect(await opens('gạo nếp Tú Lê', email)).toBe(false);
});

test('who has a weak one from before signs in with it, and changes other things', async () => {
  const { id, version } = await base.superuser
    .collection('users')
    .create({ email: 'cu@ocop.example', role: 'editor', ...both(GOOD) });
  // "12345678", as bcrypt keeps it at its least cost.
  const database = new DatabaseSync(join(base.data.database, 'data.db'));
  database.exec('PRAGMA busy_timeout = 5000');
  database
    .prepare('UPDATE users SET password = ? WHERE id = ?')
    .run('$2b$04$abcdefghijklmnopqrstuufUlS0EEB.H3ewsjUNPrWW5qETJaYIty', id);
  database.close();
  expect(await opens('12345678', 'cu@ocop.example')).toBe(true);
  const renamed = await base.superuser.collection('users').update(id, { name: 'Tên mới', version });
  expect(renamed['name']).toBe('Tên mới');
  expect(await opens('12345678', 'cu@ocop.example')).toBe(true);
});
