/** Ways in which a power cut, a full disk or a hand leaves a file, and small releases to try them on. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type DataFolder, type ReleaseFolder, releaseFolder } from '#scripts/dataFolder.ts';
import { writeManifest } from '#scripts/publish/manifest.ts';

/** What can be wrong with a file, each as something that is done to it. */
export const DAMAGES: Readonly<Record<string, (file: string) => void>> = {
  'has 0 bytes': (file) => writeFileSync(file, ''),
  'is cut short': (file) => writeFileSync(file, readFileSync(file).subarray(0, Math.floor(statSync(file).size / 2))),
  'holds something else': (file) => writeFileSync(file, 'Không phải tệp này.'),
  'holds zeros': (file) => writeFileSync(file, Buffer.alloc(statSync(file).size)),
  'is gone': (file) => rmSync(file),
};

/** Every combination. */
export const everyDamage = (files: readonly string[]): [file: string, damage: string][] =>
  files.flatMap((file) => Object.keys(DAMAGES).map((damage): [string, string] => [file, damage]));

/** Writes a small release whose own files say what is in it. */
export async function makeSmallRelease(data: DataFolder, name: string): Promise<ReleaseFolder> {
  const release = releaseFolder(data, name);
  mkdirSync(join(release.pages, 't'), { recursive: true });
  const pages = { 'index.html': `<title>${name}</title>`, 't/MATNG2345E.html': '<body data-lot="lot000000000001">' };
  for (const [file, text] of Object.entries(pages)) writeFileSync(join(release.pages, file), text);
  const snapshot = new DatabaseSync(release.snapshot);
  snapshot.exec('CREATE TABLE record (collection, id, key, position, json)');
  snapshot.close();
  const sizeBytes = Object.values(pages).join('').length;
  await writeManifest(
    release,
    { name, asOf: '2026-11-22', recalled: [], personal: {}, counts: { pages: 2, files: 2, lots: 1 }, sizeBytes },
    { addresses: ['/', '/t/MATNG2345E'], lots: { lot000000000001: ['t/MATNG2345E.html'] } },
  );
  return release;
}
