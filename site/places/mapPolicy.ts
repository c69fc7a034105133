import { tileOrigin } from '#domain/rules/mapTiles.ts';
import { settings } from '#site/snapshot.ts';

/**
 * The content policy of a page with a map: pictures may come from the host of its tiles as well. The map library blanks a tile that it no
 * longer needs with a picture of its own, a `data:` address.
 */
export function policyWithMap(policy: string): string {
  const origin = tileOrigin(settings().map_tiles ?? '');
  return policy.replace("img-src 'self'", `img-src 'self' data: ${origin}`.trim());
}
