/** Client-side routes under `/quan-tri` on the history API: the server answers every such address with the same page. */
import { useSyncExternalStore } from 'react';
import { BASE } from './paths.ts';

/** Something typed that leaving the page would lose. */
interface Guard {
  /** Asked before a page is left: false keeps the person there. */
  ask: () => boolean;
  /** The person left, and threw it away. */
  onLeft: () => void;
  /** Whether it is kept on this device: then the browser need not ask before the tab is closed. */
  isKept: () => boolean;
}
const guards = new Set<Guard>();
const listeners = new Set<() => void>();
let shown = window.location.href;

function tell() {
  shown = window.location.href;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function mayLeave(): boolean {
  const all = [...guards];
  const isFree = all.every((guard) => guard.ask());
  if (isFree) for (const guard of all) guard.onLeft();
  return isFree;
}

// The browser has moved already when it says so: a refused move is put back.
window.addEventListener('popstate', () => {
  if (mayLeave()) tell();
  else window.history.pushState(null, '', shown);
});
window.addEventListener('beforeunload', (event) => {
  if ([...guards].some((guard) => !guard.isKept())) event.preventDefault();
});

/** Whether something is typed on this page that is not saved. */
export function hasUnsaved(): boolean {
  return guards.size > 0;
}

/** Sets what is asked before leaving, until the returned function is called. */
export function guardLeaving(guard: Guard): () => void {
  guards.add(guard);
  return () => void guards.delete(guard);
}

/** Nothing is asked any more: what was typed has just been saved or thrown away. */
export function leaveFreely(): void {
  for (const guard of guards) guard.onLeft();
  guards.clear();
}

/** Goes to an address of the admin, or leaves it for any other. `replace` leaves no entry to go back to. */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  const target = new URL(to, window.location.href);
  const isElsewhere = target.origin !== window.location.origin || !isAdminPath(target.pathname);
  if (isElsewhere) {
    window.location.assign(target);
    return;
  }
  const samePage = target.pathname === window.location.pathname;
  if (!samePage && !mayLeave()) return;
  if (!samePage) leaveFreely();
  window.history[options.replace ? 'replaceState' : 'pushState'](null, '', target);
  tell();
  if (!samePage) window.scrollTo(0, 0);
}

function isAdminPath(pathname: string): boolean {
  return pathname === BASE || pathname.startsWith(`${BASE}/`);
}

/** Where the person is: the decoded segments after `/quan-tri`, and the query. */
export interface Location {
  segments: string[];
  query: URLSearchParams;
}

export function useLocation(): Location {
  const href = useSyncExternalStore(subscribe, () => shown);
  const { pathname, searchParams } = new URL(href);
  const segments = pathname.slice(BASE.length).split('/').filter(Boolean).map(decodeURIComponent);
  return { segments, query: searchParams };
}

/** The present address with some query values set; empty ones are left out. */
export function withQuery(query: URLSearchParams, changes: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return window.location.pathname + (text === '' ? '' : `?${text}`);
}
