import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type PocketBase from 'pocketbase';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Standing } from '#domain/standing.ts';
import { type DataFolder, dataFolder, releaseFolder } from '#scripts/dataFolder.ts';
import {
  activateEarlier,
  activateNew,
  KEPT_RELEASES,
  liveRelease,
  pruneReleases,
  removeUnfinished,
} from '#scripts/publish/activate.ts';
import { writeManifest } from '#scripts/publish/manifest.ts';

let data: DataFolder;
beforeEach(() => {
  data = dataFolder(mkdtempSync(join(tmpdir(), 'ocop-activate-')));
});
afterEach(() => rmSync(data.root, { recursive: true, force: true }));

/** Answers what the hook of PocketBase would: nothing is recalled, nothing taken back. */
const nothingStands = {
  send: async (): Promise<Standing> => ({ recalled: {}, withdrawn: {} }),
} as unknown as PocketBase;

async function makeRelease(name: string): Promise<void> {
  const release = releaseFolder(data, name);
  mkdirSync(release.pages, { recursive: true });
  writeFileSync(join(release.pages, 'index.html'), name);
  const manifest = { name, asOf: '', recalled: [], personal: {}, counts: {}, sizeBytes: 0 };
  await writeManifest(release, manifest, { addresses: ['/'], lots: {} });
}
const numbered = (number: number) => `2026-11-22T0000${String(number).padStart(2, '0')}-0000`;

test('a new release takes its name and becomes live; an earlier one becomes live again; one that is gone is refused', async () => {
  expect(await liveRelease(data)).toBeUndefined();
  for (const name of [numbered(1), numbered(2)]) {
    await makeRelease(`${name}.part`);
    await activateNew(nothingStands, data, name);
    expect(await liveRelease(data)).toBe(name);
  }
  expect(readFileSync(join(data.live, 'pages/index.html'), 'utf8')).toBe(`${numbered(2)}.part`);
  await activateEarlier(nothingStands, data, numbered(1));
  expect(await liveRelease(data)).toBe(numbered(1));
  await expect(activateEarlier(nothingStands, data, numbered(9))).rejects.toThrow('không còn trên máy');
  expect(await liveRelease(data)).toBe(numbered(1));
});

test('whoever reads while releases change sees one of them, whole, every time', async () => {
  for (const number of [1, 2]) await makeRelease(numbered(number));
  await activateEarlier(nothingStands, data, numbered(1));
  let reading = true;
  const seen = new Set<string>();
  const reader = (async () => {
    while (reading) seen.add(await readFile(join(data.live, 'pages/index.html'), 'utf8'));
  })();
  for (let turn = 0; turn < 100; turn += 1) await activateEarlier(nothingStands, data, numbered((turn % 2) + 1));
  reading = false;
  await reader;
  expect([...seen].sort()).toEqual([numbered(1), numbered(2)]);
});

test('the last releases stay, the live one always', async () => {
  for (let number = 0; number < KEPT_RELEASES + 5; number += 1) await makeRelease(numbered(number));
  await activateEarlier(nothingStands, data, numbered(1));
  expect(await pruneReleases(data)).toEqual([numbered(0), numbered(2), numbered(3), numbered(4)]);
  expect(readdirSync(data.releases)).toHaveLength(KEPT_RELEASES + 1);
  expect(readdirSync(data.releases)).toContain(numbered(1));
});

test('what killed publishes left behind goes, finished releases stay', async () => {
  await makeRelease(numbered(1));
  await makeRelease(`${numbered(2)}.part`);
  writeFileSync(join(data.root, 'live.123.part'), '');
  await removeUnfinished(data);
  expect(readdirSync(data.releases)).toEqual([numbered(1)]);
  expect(readdirSync(data.root)).toEqual(['releases']);
});
