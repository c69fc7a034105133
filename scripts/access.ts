/**
 * `node scripts/access.ts rules [COLLECTION …]` prints the rules that a new migration carries, derived from the table of access;
 * `node scripts/access.ts page` writes `.docs/access.md` from it.
 */
import { writeFile } from 'node:fs/promises';
import { rulesOf } from '#domain/accessRules.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { accessPage } from './access/page.ts';

const [what, ...names] = process.argv.slice(2);
if (what === 'page') {
  await writeFile(new URL('../.docs/access.md', import.meta.url), accessPage());
} else if (what === 'rules') {
  const asked = (names.length > 0 ? names : Object.keys(nouns)) as CollectionName[];
  process.stdout.write(`${JSON.stringify(Object.fromEntries(asked.map((name) => [name, rulesOf(name)])), null, 2)}\n`);
} else {
  throw new Error('node scripts/access.ts rules [COLLECTION …] | page');
}
