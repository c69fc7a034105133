/** The prints of the criteria sets as JPEG, for shared links to products without a photo. Made once per drawing. */
import { readFile } from 'node:fs/promises';
import { CRITERIA_SETS } from '#domain/criteriaSets.ts';
import type { Linker } from './link.ts';
import { contentName, encodePrintShare } from './recipe.ts';
import type { PictureStore } from './store.ts';

const PRINTS = new URL('../../site/prints/', import.meta.url);

/** Number of a criteria set, 0 for the province as a whole → name of its drawing. */
const DRAWINGS: readonly [number: string, name: string][] = [
  ['0', 'province-narrow'],
  ...Object.keys(CRITERIA_SETS).map((set) => [set, `set-${set.padStart(2, '0')}`] as [string, string]),
];

/** Makes what is missing, links it, and returns the addresses by number. */
export async function sharePrints(store: PictureStore, link: Linker): Promise<Record<string, string>> {
  const addresses: Record<string, string> = {};
  for (const [number, drawing] of DRAWINGS) {
    const svg = await readFile(new URL(`${drawing}.svg`, PRINTS));
    const name = `${contentName(svg)}-chia-se.jpg`;
    if (!store.has(name)) await store.write(name, await encodePrintShare(svg));
    await link([name]);
    addresses[number] = `/anh/${name}`;
  }
  return addresses;
}
