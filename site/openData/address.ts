import { settings } from '#site/snapshot.ts';

/** The whole address of a path, as other programs need it; the path itself while the province has no public address. */
export function wholeAddress(path: string): string {
  return `${settings().public_address}${path}`;
}
