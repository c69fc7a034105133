/**
 * The session as screens see it. When it ends while something is typed, the screen stays with the person it was drawn for, and requests
 * wait until the same person is back; then they are sent again.
 */
import { ClientResponseError } from 'pocketbase';
import type { Role, User } from '#domain/user.ts';
import { pocketbase } from './client.ts';

/** What the admin needs of the person at it. */
export type Person = Pick<User, 'id' | 'name' | 'email' | 'producer' | 'communes' | 'collections'> & { role: Role };

export interface Session {
  person: Person | null;
  /** The person has to sign in again before anything more is asked of PocketBase. */
  isOver: boolean;
}

/** The person signed in, as last heard; null when nobody is. */
export function presentPerson(): Person | null {
  const record = pocketbase.authStore.record;
  if (!pocketbase.authStore.isValid || record === null || record.collectionName !== 'users') return null;
  const { id, name, email, producer, role, communes, collections } = record as unknown as Person;
  return { id, name, email, producer, role, communes, collections };
}

/** Who signed out on purpose: other tabs read here why the session is gone. */
const SIGNED_OUT = 'ocop-signed-out';

let session: Session = { person: presentPerson(), isOver: false };
let hasUnsaved = () => false;
const listeners = new Set<() => void>();
/** Requests that wait for a person to be back. */
interface Waiting {
  person: string | undefined;
  goOn: () => void;
  giveUp: (why: unknown) => void;
}
let waiting: Waiting[] = [];

/** Says how to find out whether something is typed that the screen must stay for. */
export function holdSessionWhile(asked: () => boolean): void {
  hasUnsaved = asked;
}

/** The same object until something changes. */
export const presentSession = (): Session => session;

/** Calls back when somebody signs in or out, also in another tab, and when a session ends or comes back. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function change(next: Session): void {
  if (JSON.stringify(next) !== JSON.stringify(session)) {
    session = next;
    for (const listener of listeners) listener();
  }
  if (session.isOver) return;
  const answered = waiting;
  waiting = [];
  for (const { person, goOn, giveUp } of answered) {
    if (session.person !== null && session.person.id === person) goOn();
    else giveUp(ended());
  }
}

const ended = () => new ClientResponseError({ status: 401, response: {} });

function isSignedOut(id: string): boolean {
  return window.localStorage.getItem(SIGNED_OUT) === id;
}

pocketbase.authStore.onChange(() => {
  const person = presentPerson();
  const { person: before, isOver } = session;
  if (person !== null && isSignedOut(person.id)) window.localStorage.removeItem(SIGNED_OUT);
  const stays = person === null && before !== null && !isSignedOut(before.id) && (isOver || hasUnsaved());
  change(stays ? { person: before, isOver: true } : { person, isOver: false });
});

/** The session is gone, by no wish of the person's. */
export function endSession(): void {
  if (!session.isOver) pocketbase.authStore.clear();
}

/** The person does not sign in again here: what waits is given up. What was typed stays on this device. */
export function leaveSession(): void {
  change({ person: null, isOver: false });
}

/** The person signs out: nothing is held. */
export function signOutOnPurpose(): void {
  if (session.person !== null) window.localStorage.setItem(SIGNED_OUT, session.person.id);
  pocketbase.authStore.clear();
}

function comeBack(): Promise<void> {
  return new Promise((goOn, giveUp) => {
    waiting.push({ person: session.person?.id, goOn, giveUp });
  });
}

/** Whether PocketBase still knows the token; one question for all that wonder at the same time. */
let asking: Promise<boolean> | null = null;
async function isTokenGone(): Promise<boolean> {
  try {
    await pocketbase.collection('users').authRefresh();
    return false;
  } catch (error) {
    return error instanceof ClientResponseError && [401, 403, 404].includes(error.status);
  }
}

/** Whether a refusal may come of a session that is gone: whom PocketBase does not know it takes for a guest, who finds and may nothing. */
function mayBeGone(error: unknown): boolean {
  if (!(error instanceof ClientResponseError) || session.person === null) return false;
  if (error.status === 400) return Object.keys((error.response['data'] ?? {}) as object).length === 0;
  return [401, 403, 404].includes(error.status);
}

async function isGone(error: unknown): Promise<boolean> {
  if (!mayBeGone(error)) return false;
  if (pocketbase.authStore.token === '') return true;
  asking ??= isTokenGone().finally(() => {
    asking = null;
  });
  return asking;
}

/** Requests by which somebody signs in, or finds out how. */
const AT_THE_DOOR = /^\/api\/(collections\/users\/(auth|request|confirm)-|ocop\/sign-in)/;

const sendNow = pocketbase.send.bind(pocketbase);
pocketbase.send = async <T>(...[path, options]: Parameters<typeof sendNow>): Promise<T> => {
  if (AT_THE_DOOR.test(path)) return sendNow<T>(path, options);
  if (pocketbase.authStore.token !== '' && !pocketbase.authStore.isValid) endSession();
  if (session.isOver) await comeBack();
  const { token } = pocketbase.authStore;
  try {
    return await sendNow<T>(path, options);
  } catch (error) {
    if (!(await isGone(error))) throw error;
    // Another tab may have signed in meanwhile.
    if (pocketbase.authStore.token === token || pocketbase.authStore.token === '') endSession();
    if (presentSession().isOver) await comeBack();
    else if (presentPerson() === null) throw ended();
    return sendNow<T>(path, options);
  }
};
