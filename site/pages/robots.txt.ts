import { wholeAddress } from '#site/openData/address.ts';
import { paths } from '#site/paths.ts';
import { isFindable } from '#site/sitemaps/sitemaps.ts';
import { settings } from '#site/snapshot.ts';

/**
 * A demonstration asks not to be found; else only the office's part stays out. Pages behind stamps may be asked for, so that their own
 * "noindex" is read: an address that is forbidden here can still be listed.
 */
export function GET(): Response {
  const closed = settings().kind === 'demonstration' ? '/' : paths.admin;
  const sitemap = isFindable() ? `Sitemap: ${wholeAddress(paths.sitemap)}\n` : '';
  return new Response(`User-agent: *\nDisallow: ${closed}\n${sitemap}`);
}
