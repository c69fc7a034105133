import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Contender } from '../measure.ts';
import type { BenchRecord } from '../records.ts';
import { shippedRows } from '../shipped.ts';

/** What the bench uses of the site's search; the site is built and measured here, not imported. */
interface SearchOfSite {
  unpackRows(shipped: object): { kind: string; product?: { index: number } }[];
  createSearch(
    rows: object[],
    synonyms: object,
  ): {
    search(
      query: string,
      options: { limit: number; kinds?: string[] },
    ): {
      hits: { row: { kind: string; product?: { index: number } } }[];
      corrected?: string;
    };
  };
}

const FOLDER = '.cache/bench';
const ENTRY = `export { createSearch } from '#site/search/index.ts'; export { unpackRows } from '#site/search/rows.ts';`;

/** Bundles the search as the browser gets it. Gives the module and its brotli size. */
export async function loadSearch(): Promise<{ search: SearchOfSite; bytes: number }> {
  mkdirSync(FOLDER, { recursive: true });
  const entry = join(FOLDER, 'entry.ts');
  writeFileSync(entry, ENTRY);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('the search was not bundled');
  const bundle = join(FOLDER, `search-${process.pid}.mjs`);
  writeFileSync(bundle, file.contents);
  return { search: await import(pathToFileURL(bundle).href), bytes: brotliCompressSync(file.contents).length };
}

/** The site's own search, from the shipped rows on. */
export function ours(site: SearchOfSite, records: readonly BenchRecord[]): Contender {
  const shipped = JSON.stringify(shippedRows(records));
  const start = performance.now();
  const rows = JSON.parse(shipped);
  const search = site.createSearch(site.unpackRows(rows), rows.synonyms);
  const buildMs = performance.now() - start;
  return {
    name: 'this search',
    buildMs,
    bytes: brotliCompressSync(shipped).length,
    find: (query, limit) =>
      search.search(query, { limit, kinds: ['product'] }).hits.map(({ row }) => row.product?.index ?? -1),
  };
}
