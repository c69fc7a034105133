/**
 * The service worker: visited pages open again without network, as saved copies that say so. Nothing depends on it. It never touches the
 * admin, the database or /tinh-trang.json: a recall is asked of the server or not at all.
 */
import { CacheFirst } from 'workbox-strategies';
import { keepFew } from './keepFew.ts';
import { keepOfflinePages, OFFLINE_CACHE } from './offlinePage.ts';
import type { SavedWords } from './savedCopy.ts';
import { PAGES_CACHE, pagesFirstFromNetwork } from './savedPages.ts';
import type { Visit } from './visit.ts';
import type { LastingEvent, WorkerScope } from './workerScope.ts';

declare const self: WorkerScope;
/** Put in when the worker is bundled, so that it need not carry every verdict's words. */
declare const SAVED_WORDS: SavedWords;

const FILES_CACHE = 'ocop-files-1';
const MOST_FILES = 240;

const pages = pagesFirstFromNetwork(SAVED_WORDS);
/** Files named by their content never change, so the saved one is the right one. */
const files = new CacheFirst({
  cacheName: FILES_CACHE,
  matchOptions: { ignoreVary: true },
  plugins: [keepFew({ maxEntries: MOST_FILES })],
});

function strategyFor({ url, method, mode }: Pick<Request, 'url' | 'method' | 'mode'>) {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return undefined;
  if (/^\/(_astro|anh)\//.test(pathname)) return files;
  return mode === 'navigate' && !/^\/(quan-tri|api|_)(\/|$)/.test(pathname) ? pages : undefined;
}

async function removeOldCaches(): Promise<void> {
  const inUse = [PAGES_CACHE, FILES_CACHE, OFFLINE_CACHE];
  const old = (await caches.keys()).filter((name) => name.startsWith('ocop-') && !inUse.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The page that brought the worker was loaded without it: what it used is fetched once more, mostly from the browser's own cache. */
async function keepVisit(event: LastingEvent, { page, loaded }: Visit): Promise<void> {
  const ofFiles = loaded.filter((url) => strategyFor({ url, method: 'GET', mode: 'no-cors' }) === files);
  const asked = [
    pages.handleAll({ event, request: page }),
    ...ofFiles.map((request) => files.handleAll({ event, request })),
  ];
  await Promise.all(asked.flat().map((each) => each.catch(() => undefined)));
}

self.addEventListener('install', (event) => event.waitUntil(keepOfflinePages().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(removeOldCaches().then(() => self.clients.claim())));
self.addEventListener('message', (event) => event.waitUntil(keepVisit(event, event.data as Visit)));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const strategy = strategyFor(request);
  if (strategy !== undefined) event.respondWith(strategy.handle({ event, request }));
});
