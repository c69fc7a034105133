/** An empty file on the shelf, as a power cut can leave one, is no backup. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupName, isNightlyDue, tidyShelf } from '#scripts/backup/shelf.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 22, 5);

let shelf = '';
beforeEach(() => {
  shelf = mkdtempSync(join(tmpdir(), 'ocop-shelf-'));
});
afterEach(() => rmSync(shelf, { recursive: true, force: true }));

test('it makes no other one go, and the night makes another', async () => {
  const names = [1, 2, 3].map((hours) => backupName('nightly', NOW - (40 - hours) * HOUR));
  for (const name of names) writeFileSync(join(shelf, name), 'đầy đủ');
  const empty = [1, 2].map((hours) => backupName('nightly', NOW - hours * HOUR));
  for (const name of empty) writeFileSync(join(shelf, name), '');
  expect(await isNightlyDue(shelf, NOW)).toBe(true);
  expect(await tidyShelf(shelf, 'nightly', 3, names[2] ?? '')).toEqual([]);
  expect(readdirSync(shelf).sort()).toEqual([...names, ...empty].sort());
});
