/**
 * The tiles of the map come from a host that the office chooses. Only the pages with a map may ask it, and only it: the content policy of
 * those pages names it. Pages ask nothing of it until a visitor presses the button that names it as well.
 */
import { ANY_CASE_ORIGIN } from './origin.ts';

const SIGNS = '[A-Za-z0-9._~!$&*+=:@/?%(){}-]*';
const NUMBER = '[{][zxy][}]';

/** An address of tiles: host, then the three numbers in any order. No sign that could end a policy's source or an attribute. */
export const TILE_ADDRESS_PATTERN = `^${ANY_CASE_ORIGIN}/${SIGNS}${NUMBER}${SIGNS}${NUMBER}${SIGNS}${NUMBER}${SIGNS}$`;

/** `https://tile.example` of an address of tiles, as a content policy names it; empty where there is none. */
export function tileOrigin(address: string): string {
  if (!new RegExp(TILE_ADDRESS_PATTERN).test(address)) return '';
  return (/^https?:\/\/[^/]+/.exec(address)?.[0] ?? '').toLowerCase();
}

/** Whether the page at a path has a map, in either language. The Caddyfile names the same paths. */
export function hasMap(path: string): boolean {
  return /^\/(en\/)?diem-ban(\/|$)/.test(path);
}
