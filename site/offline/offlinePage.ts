/** The page for an address that was never visited, kept when the worker arrives: it says so, and names what is there. */
import { pathsOf } from '#site/paths.ts';
import { languageOf, type SavedPage, type SavedWords, withSavedPages } from './savedCopy.ts';

export const OFFLINE_CACHE = 'ocop-offline-1';

const PAGES = [pathsOf('vi').offline, pathsOf('en').offline];

/** Keeps the page in both languages, with the files that it names. */
export async function keepOfflinePages(): Promise<void> {
  const cache = await caches.open(OFFLINE_CACHE);
  await cache.addAll(PAGES.map((path) => new Request(path, { cache: 'no-cache' })));
  const kept = await Promise.all(PAGES.map((path) => cache.match(path)));
  const texts = await Promise.all(kept.map((page) => page?.text() ?? ''));
  const files = texts.flatMap((html) => [...html.matchAll(/"(\/_astro\/[^"]+)"/g)].map(([, file]) => file ?? ''));
  await cache.addAll([...new Set(files)]);
}

/** The answer for `path`; undefined when the page could not be kept. */
export async function offlinePage(path: string, saved: readonly SavedPage[], words: SavedWords) {
  const language = languageOf(path);
  const page = await caches.match(pathsOf(language).offline, { cacheName: OFFLINE_CACHE });
  if (page === undefined) return undefined;
  const html = withSavedPages(await page.text(), language, saved, words);
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
