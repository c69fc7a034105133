/**
 * The tiles of the map come from a host that the office chooses. Only the pages with a map may ask it, and only it: the content policy of
 * those pages names it. Pages ask nothing of it until a visitor presses the button that names it as well.
 */

/** An address of tiles: host, then the three numbers in any order. Neither space nor sign that could end a policy's source. */
export const TILE_ADDRESS_PATTERN =
  '^https?://[A-Za-z0-9.-]+(:[0-9]+)?/[^ ;,<>"]*[{][zxy][}][^ ;,<>"]*[{][zxy][}][^ ;,<>"]*[{][zxy][}][^ ;,<>"]*$';

/** `https://tile.example` of an address of tiles, as a content policy names it; empty where there is none. */
export function tileOrigin(address: string): string {
  if (!new RegExp(TILE_ADDRESS_PATTERN).test(address)) return '';
  return (/^https?:\/\/[^/]+/.exec(address)?.[0] ?? '').toLowerCase();
}

/** Whether the page at a path has a map, in either language. The Caddyfile names the same paths. */
export function hasMap(path: string): boolean {
  return /^\/(en\/)?diem-ban(\/|$)/.test(path);
}
