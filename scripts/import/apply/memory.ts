/** What earlier imports teach about columns: files of the same headings begin as the last one ended. */
import { createHash } from 'node:crypto';
import type PocketBase from 'pocketbase';
import type { ImportRun } from '#domain/importRun.ts';
import { headingKey } from '../heading/headingKey.ts';
import type { Mapping } from '../heading/mapSheet.ts';

/** The headings of a file and what it is imported into, as one word: capitals, marks and brackets do not count. */
export function signatureOf({ target, columns }: Pick<Mapping, 'target' | 'columns'>): string {
  const keys = columns.map(({ heading }) => headingKey(heading));
  return createHash('sha256')
    .update(JSON.stringify([target, keys]))
    .digest('hex');
}

/** Heading key → field, of the columns about which a person had a word. A heading that stands twice teaches nothing. */
export function taughtBy(columns: ImportRun['columns']): Record<string, string> {
  const all = (columns ?? []).map(({ heading, field, how }) => ({ key: headingKey(heading), field, how }));
  const isOnce = (key: string) => all.filter((other) => other.key === key).length === 1;
  const taught = all.filter(({ key, how }) => key !== '' && (how === 'told' || how === 'memory') && isOnce(key));
  return Object.fromEntries(taught.map(({ key, field }) => [key, field]));
}

/** What the last written import of these headings taught; nothing where there was none. */
export async function recallColumns(pb: PocketBase, mapping: Mapping): Promise<Record<string, string>> {
  const filter = pb.filter('signature = {:signature} && applied_at != ""', { signature: signatureOf(mapping) });
  const { items } = await pb.collection<ImportRun>('imports').getList(1, 1, { filter, sort: '-applied_at' });
  return taughtBy(items[0]?.columns ?? null);
}
