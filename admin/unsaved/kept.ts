/**
 * What is typed and not saved, as it lies in this browser's localStorage: written at once, it outlives a crash, and other tabs hear of it.
 * One entry a form and writer, below the account that typed it. Passwords and codes never come here.
 */

type Values = Readonly<Record<string, unknown>>;

/** What was typed into one form. */
export interface Kept {
  /** Milliseconds since 1970. */
  at: number;
  /** Of the record on which it was typed; undefined of a new one. */
  version?: unknown;
  /** What the fields held before. */
  before: Values;
  values: Values;
}

/** Something kept, with whose it is. */
export interface Found extends Kept {
  key: string;
  /** The form of the page that typed it: `{page}.{number}`. */
  writer: string;
}

const AREA = 'ocop-unsaved';
const KEPT_MS = 7 * 24 * 60 * 60_000;

function areaOf(account: string, form: string): string {
  return `${AREA}/${account}/${encodeURIComponent(form)}/`;
}

/** Where one writer's text of a form lies. */
export function keyOf(account: string, form: string, writer: string): string {
  return areaOf(account, form) + writer;
}

/** Keys below an area; none where the browser forbids storage. */
function keysBelow(area: string): string[] {
  try {
    return Object.keys(window.localStorage).filter((key) => key.startsWith(area));
  } catch {
    return [];
  }
}

function read(key: string): Found | null {
  try {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? 'null') as Kept | null;
    if (kept === null || typeof kept.at !== 'number' || typeof kept.values !== 'object') return null;
    return { ...kept, before: kept.before ?? {}, key, writer: key.slice(key.lastIndexOf('/') + 1) };
  } catch {
    return null;
  }
}

const isOld = ({ at }: Kept) => Date.now() - at > KEPT_MS;

/** Keeps it; false where the browser has no room or forbids it. */
export function keep(key: string, kept: Omit<Kept, 'at'>): boolean {
  try {
    window.localStorage.setItem(key, JSON.stringify({ at: Date.now(), ...kept }));
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

/** All that is kept of a form, the newest first. */
export function keptOf(account: string, form: string): Found[] {
  return keysBelow(areaOf(account, form))
    .flatMap((key) => read(key) ?? [])
    .filter((kept) => !isOld(kept))
    .sort((a, b) => b.at - a.at);
}

/** Whether anything of the account is kept here. */
export function hasKept(account: string): boolean {
  return keysBelow(`${AREA}/${account}/`).length > 0;
}

/** The account is signed out on purpose: nothing of it stays on this device. */
export function forgetAccount(account: string): void {
  for (const key of keysBelow(`${AREA}/${account}/`)) forget(key);
}

/** Takes away what is older than seven days, whoever typed it, and what cannot be read. */
export function forgetOld(): void {
  for (const key of keysBelow(`${AREA}/`)) {
    const kept = read(key);
    if (kept === null || isOld(kept)) forget(key);
  }
}

/** Calls back when another tab keeps or forgets something, until the returned function is called. */
export function onKeptElsewhere(listener: () => void): () => void {
  const hear = ({ key }: StorageEvent) => (key === null || key.startsWith(`${AREA}/`)) && listener();
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}
