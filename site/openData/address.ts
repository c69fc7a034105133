import { settings } from '#site/snapshot.ts';

let origin: string | undefined;

/** The whole address of a path, as other programs need it; the path itself while the province has no public address. */
export function wholeAddress(path: string): string {
  origin ??= settings().public_address;
  return `${origin}${path}`;
}
