/** A backup as one file: a gzipped tar whose last entry, the manifest, tells the SHA-256 of all others. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { create, extract, list, type ReadEntry } from 'tar';
import { renameDurably } from '../durable.ts';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../privateFiles.ts';
import { MANIFEST, type Manifest, parseManifest } from './manifest.ts';

/** Pictures do not shrink, databases shrink at once: the quickest level. */
const GZIP = { level: 1 };

/** What a person can mend; the message says how. */
export class BackupProblem extends Error {}

/** Throws when there is something already: a backup is never overwritten. */
export function refuseExisting(file: string): void {
  if (existsSync(file))
    throw new BackupProblem(`${file} exists already. Nothing was overwritten; choose another name.`);
}

/** On the disk itself, and for its owner only: it holds personal data. */
async function settle(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.chmod(0o600);
  await handle.sync();
  await handle.close();
}

/** Packs the manifest's files, which lie below `folder` as it says, and the manifest last. The file appears whole or not at all. */
export async function packArchive(folder: string, manifest: Manifest, file: string): Promise<void> {
  const part = `${file}.part`;
  await mkdir(dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
  refuseExisting(file);
  try {
    const paths = [...manifest.files.map((each) => each.path), MANIFEST];
    await create({ cwd: folder, file: part, gzip: GZIP, portable: true, strict: true, mode: PRIVATE_FILE }, paths);
    await settle(part);
    refuseExisting(file);
    await renameDurably(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

interface Found {
  size: number;
  sha256: string;
}

/** Reads every byte of an archive and keeps nothing but sums and the manifest's text. */
async function readThrough(file: string): Promise<{ found: Map<string, Found>; manifest: string | undefined }> {
  const found = new Map<string, Found>();
  const seen = new Set<string>();
  let manifest: string | undefined;
  let fault = '';
  const onReadEntry = (entry: ReadEntry) => {
    // Thrown here, nobody would catch it: the reader calls back between two reads.
    if (entry.type !== 'File') fault ||= `${entry.path} is no plain file`;
    if (seen.has(entry.path)) fault ||= `${entry.path} is there twice`;
    seen.add(entry.path);
    if (fault !== '') return void entry.resume();
    const hash = createHash('sha256');
    const chunks: Buffer[] = [];
    entry.on('data', (chunk) => {
      hash.update(chunk);
      if (entry.path === MANIFEST) chunks.push(chunk);
    });
    entry.on('end', () => {
      if (entry.path === MANIFEST) manifest = Buffer.concat(chunks).toString('utf8');
      else found.set(entry.path, { size: entry.size, sha256: hash.digest('hex') });
    });
  };
  await list({ file, strict: true, onReadEntry });
  if (fault !== '') throw new Error(fault);
  return { found, manifest };
}

function differences(manifest: Manifest, found: ReadonlyMap<string, Found>): string[] {
  const told = new Map(manifest.files.map((each) => [each.path, each]));
  const wrong = manifest.files.flatMap(({ path, size, sha256 }) => {
    const there = found.get(path);
    if (there === undefined) return [`${path} is missing`];
    return there.size === size && there.sha256 === sha256 ? [] : [`${path} has changed`];
  });
  return [
    ...wrong,
    ...[...found.keys()].filter((path) => !told.has(path)).map((path) => `${path} does not belong to it`),
  ];
}

/** Reads a backup to its end and compares every entry with its sum. Throws {@link BackupProblem} for one that is damaged or none. */
export async function verifyArchive(file: string): Promise<Manifest> {
  if (!existsSync(file)) throw new BackupProblem(`There is no file ${file}.`);
  try {
    const { found, manifest: text } = await readThrough(file);
    if (text === undefined) throw new Error(`it holds no ${MANIFEST}`);
    const manifest = parseManifest(text);
    const wrong = differences(manifest, found);
    if (wrong.length > 0) throw new Error(wrong.slice(0, 5).join('; '));
    return manifest;
  } catch (error) {
    const why = (error as Error).message.split('\n')[0];
    throw new BackupProblem(
      `${file} is damaged or no backup of this program: ${why}. Nothing was changed; take an earlier backup.`,
    );
  }
}

/** Unpacks a verified backup into an empty folder. */
export async function unpackArchive(file: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
  await extract({ file, cwd: folder, strict: true });
}
