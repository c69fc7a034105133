/** Who is signed in. The session is kept by PocketBase's client in the browser's storage. */
import type { Role, User } from '#domain/user.ts';
import { pocketbase } from './client.ts';
import { Failure, failureOf, orFailure } from './messages.ts';

/** What the admin needs of the person at it. */
export type Person = Pick<User, 'id' | 'name' | 'email' | 'producer'> & { role: Role };

const people = () => pocketbase.collection('users');

/** The person signed in, as last heard; null when nobody is. */
export function presentPerson(): Person | null {
  const record = pocketbase.authStore.record;
  if (!pocketbase.authStore.isValid || record === null || record.collectionName !== 'users') return null;
  const { id, name, email, producer, role } = record as unknown as Person;
  return { id, name, email, producer, role };
}

/** Calls back when somebody signs in or out, also in another window. */
export function onPersonChange(listener: () => void): () => void {
  return pocketbase.authStore.onChange(listener);
}

export async function signIn(email: string, password: string): Promise<void> {
  await orFailure(people().authWithPassword(email.trim(), password));
}

/** Whether a forgotten password can be mended by letter. */
export async function sendsLetters(): Promise<boolean> {
  const { mail } = await orFailure(pocketbase.send<{ mail: boolean }>('/api/ocop/sign-in', { method: 'GET' }));
  return mail;
}

/** Has a letter sent with a link to a new password, if somebody has this address. */
export async function askForPassword(email: string): Promise<void> {
  await orFailure(people().requestPasswordReset(email.trim()));
}

/** Sets a new password with the token of such a letter; whoever was signed in here is not any more. */
export async function setNewPassword(token: string, password: string, again: string): Promise<void> {
  try {
    await people().confirmPasswordReset(token, password, again);
  } catch (error) {
    const failure = failureOf(error);
    // The token has no field of its own: what is wrong with it is said of the whole.
    throw failure.fields['token'] === undefined ? failure : new Failure(failure.status, failure.fields['token']);
  }
  signOut();
}

export function signOut(): void {
  pocketbase.authStore.clear();
}

/** Asks PocketBase whether the kept session still holds, and ends it here when not. Without network it is kept. */
export async function renewSession(): Promise<void> {
  if (pocketbase.authStore.token === '') return;
  // An old session would see empty lists, not refusals.
  if (!pocketbase.authStore.isValid) return signOut();
  try {
    await people().authRefresh();
  } catch (error) {
    const { status } = failureOf(error);
    if (status === 401 || status === 403 || status === 404) signOut();
  }
}
