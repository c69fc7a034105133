/** The first person of an installation: a user with the role admin and a password made on this machine. */
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type PocketBase from 'pocketbase';
import { databaseClient } from '../database.ts';
import type { DataFolder } from '../dataFolder.ts';
import { writeDurably } from '../durable.ts';
import { PRIVATE_FILE } from '../privateFiles.ts';
import { newPassword } from './password.ts';

const EMAIL = 'quantri@ocop.local';

/** Who signs in first. */
export interface Login {
  email: string;
  /** Undefined when it was printed at an earlier start; it stands in the data folder until it is changed. */
  password?: string;
}

async function readLogin(data: DataFolder): Promise<Required<Login> | undefined> {
  const [email, password] = (await readFile(data.firstLogin, 'utf8').catch(() => '')).trim().split(/\s+/);
  return email && password ? { email, password } : undefined;
}

/** Whether the password still opens; asked with a client of its own. */
async function stillHolds(url: string, { email, password }: Required<Login>): Promise<boolean> {
  return databaseClient(url)
    .collection('users')
    .authWithPassword(email, password)
    .then(
      () => true,
      () => false,
    );
}

/** Makes a user who can do everything, when there is none; tells of the first login as long as its password was not changed. */
export async function firstLogin(
  pb: PocketBase,
  data: DataFolder,
  say: (line: string) => void,
): Promise<Login | undefined> {
  const admins = await pb.collection('users').getList(1, 1, { filter: 'role = "admin"', requestKey: null });
  if (admins.totalItems > 0) {
    const login = await readLogin(data);
    if (login !== undefined && (await stillHolds(pb.baseURL, login))) return { email: login.email };
    if (login === undefined && existsSync(data.firstLogin))
      say(
        `${data.firstLogin} cannot be read. "npm run user -- reset ${EMAIL}" gives a new password where the first is not known.`,
      );
    await rm(data.firstLogin, { force: true });
    return undefined;
  }
  const login = { email: EMAIL, password: newPassword() };
  const secrets = { password: login.password, passwordConfirm: login.password };
  const user = { email: login.email, name: 'Quản trị', role: 'admin', verified: true, emailVisibility: true };
  // Written first: nobody knows the password of somebody who was made just before the power failed.
  await writeDurably(data.firstLogin, `${login.email} ${login.password}\n`, PRIVATE_FILE);
  await pb.collection('users').create({ ...user, ...secrets }, { requestKey: null });
  return login;
}

/** What is said of the first login. Only a terminal is told the password: what a service says, a journal keeps for others to read. */
export function loginText({ email, password }: Login, data: DataFolder, isTerminal: boolean): string {
  return isTerminal && password !== undefined
    ? `${email}   ${password}   (change it after signing in)`
    : `${email}   (password in ${data.firstLogin} until it is changed)`;
}
