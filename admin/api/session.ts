/** Who is signed in. The session is kept by PocketBase's client in the browser's storage. */

import { ClientResponseError } from 'pocketbase';
import { passwordProblem } from '#domain/rules/password.ts';
import { pocketbase } from './client.ts';
import { endSession, signOutOnPurpose } from './heldSession.ts';
import { Failure, failureOf, orFailure } from './messages.ts';

const people = () => pocketbase.collection('users');

/** The first of two steps is done: what the second needs. */
export interface HalfSignedIn {
  email: string;
  /** The step that was done. */
  mfaId: string;
  /** The code that was sent. */
  otpId: string;
}

/** The id of the first step where a second is asked for. */
function firstStep(error: unknown): string | null {
  if (!(error instanceof ClientResponseError) || error.status !== 401) return null;
  const { mfaId } = error.response;
  return typeof mfaId === 'string' ? mfaId : null;
}

/** Signs in; or, of whom a code is asked as well, has one sent. */
export async function signIn(email: string, password: string): Promise<HalfSignedIn | null> {
  try {
    await people().authWithPassword(email.trim(), password);
    return null;
  } catch (error) {
    const mfaId = firstStep(error);
    if (mfaId === null) throw failureOf(error);
    return sendCode({ email: email.trim(), mfaId });
  }
}

/** Has a code sent; an earlier one holds as long as it would have. */
export async function sendCode(half: Pick<HalfSignedIn, 'email' | 'mfaId'>): Promise<HalfSignedIn> {
  const { otpId } = await orFailure(people().requestOTP(half.email));
  return { email: half.email, mfaId: half.mfaId, otpId };
}

/** The second step. */
export async function signInWithCode({ otpId, mfaId }: HalfSignedIn, code: string): Promise<void> {
  await orFailure(people().authWithOTP(otpId, code.replace(/\s/g, ''), { mfaId }));
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
  const problem = passwordProblem(password);
  if (problem !== '') throw new Failure(400, problem, { password: problem });
  try {
    await people().confirmPasswordReset(token, password, again);
  } catch (error) {
    const failure = failureOf(error);
    // The token has no field of its own: what is wrong with it is said of the whole.
    throw failure.fields['token'] === undefined ? failure : new Failure(failure.status, failure.fields['token']);
  }
  renewal.abort();
  endSession();
}

/** Ends the renewal that is under way: its answer would sign in again who has just signed out. */
let renewal = new AbortController();

/** On purpose: other tabs do not ask this person for the password again. */
export function signOut(): void {
  renewal.abort();
  signOutOnPurpose();
}

/** Asks PocketBase whether the kept session still holds, and ends it here when not. Without network it is kept. */
export async function renewSession(): Promise<void> {
  if (pocketbase.authStore.token === '') return;
  // An old session would see empty lists, not refusals.
  if (!pocketbase.authStore.isValid) return endSession();
  renewal = new AbortController();
  try {
    await people().authRefresh({ signal: renewal.signal });
  } catch (error) {
    const { status } = failureOf(error);
    if (status === 401 || status === 403 || status === 404) endSession();
  }
}
