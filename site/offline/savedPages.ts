/** Visited pages: the network is asked first, always; a saved copy answers only when the network fails, and says what it is. */
import { NetworkFirst } from 'workbox-strategies';
import { keepFew, type Plugin } from './keepFew.ts';
import { offlinePage } from './offlinePage.ts';
import { type SavedPage, type SavedWords, titleOf, withBanner } from './savedCopy.ts';

export const PAGES_CACHE = 'ocop-pages-1';
/** When the copy was made, by the server's clock, in milliseconds. */
const SAVED_AT = 'x-saved-at';
/** A network that says nothing for so long has failed. */
const PATIENCE_S = 10;
const MOST_PAGES = 60;
const MOST_LISTED = 20;
const MONTH_S = 30 * 86_400;

/** A page has one copy, whatever was searched for on it. */
const keyOf = (address: string) => new URL(address).pathname;

async function forget(address: string): Promise<void> {
  const cache = await caches.open(PAGES_CACHE);
  await cache.delete(keyOf(address));
}

function stamped(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set(SAVED_AT, String(Date.parse(headers.get('date') ?? '') || Date.now()));
  // The body is unpacked by now.
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(response.body, { headers });
}

const isPage = (response: Response) =>
  response.status === 200 && (response.headers.get('content-type') ?? '').startsWith('text/html');

/** A server that fails is no better than none, and a page that is gone is not kept. */
const judgeAnswer: NonNullable<Plugin['fetchDidSucceed']> = async ({ request, response, state }) => {
  if (response.status === 404 || response.status === 410) await forget(request.url);
  if (response.status < 500) return response;
  if (state !== undefined) state['failed'] = response;
  throw new Error(`status ${response.status}`);
};

/** Saved pages, the last one first. */
async function savedPages(): Promise<SavedPage[]> {
  const cache = await caches.open(PAGES_CACHE);
  const requests = [...(await cache.keys())].reverse().slice(0, MOST_LISTED);
  return Promise.all(
    requests.map(async (request) => {
      const path = keyOf(request.url);
      return { path, title: titleOf((await (await cache.match(request))?.text()) ?? '', path) };
    }),
  );
}

/** What a page goes through on its way in and out. */
function ownRules(words: SavedWords): Plugin {
  return {
    fetchDidSucceed: judgeAnswer,
    cacheKeyWillBeUsed: async ({ request }) => keyOf(request.url),
    cacheWillUpdate: async ({ response }) => (isPage(response) ? stamped(response) : null),
    cachedResponseWillBeUsed: async ({ request, cachedResponse }) => {
      if (cachedResponse === undefined) return null;
      const savedAt = Number(cachedResponse.headers.get(SAVED_AT));
      const html = withBanner(await cachedResponse.text(), keyOf(request.url), savedAt, words);
      return new Response(html, { headers: cachedResponse.headers });
    },
    handlerDidError: async ({ request, state }) =>
      (state?.['failed'] as Response | undefined) ?? offlinePage(keyOf(request.url), await savedPages(), words),
  };
}

/** The strategy for pages; `words` are what copies and the offline page say. */
export function pagesFirstFromNetwork(words: SavedWords): NetworkFirst {
  return new NetworkFirst({
    cacheName: PAGES_CACHE,
    networkTimeoutSeconds: PATIENCE_S,
    matchOptions: { ignoreVary: true },
    plugins: [keepFew({ maxEntries: MOST_PAGES, maxAgeSeconds: MONTH_S }), ownRules(words)],
  });
}
