/** `node scripts/access.ts rules [COLLECTION …]` prints the rules that a new migration carries, derived from the table of access. */
import { rulesOf } from '#domain/accessRules.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';

const [what, ...names] = process.argv.slice(2);
if (what !== 'rules') throw new Error('node scripts/access.ts rules [COLLECTION …]');
const asked = (names.length > 0 ? names : Object.keys(nouns)) as CollectionName[];
process.stdout.write(`${JSON.stringify(Object.fromEntries(asked.map((name) => [name, rulesOf(name)])), null, 2)}\n`);
