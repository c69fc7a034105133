/** `npm run fixture`: makes the snapshot for working on pages with nothing else running, from tests/fixtures/records.json. */
import { readFileSync } from 'node:fs';
import { type SnapshotContent, writeSnapshot } from './publish/write-snapshot.ts';

const FILE = '.cache/fixture.sqlite';

writeSnapshot(FILE, JSON.parse(readFileSync('tests/fixtures/records.json', 'utf8')) as SnapshotContent);
console.log(`Wrote ${FILE}.`);
