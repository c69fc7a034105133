/** `manifest.json`, the last entry of a backup: what is in it, how much, of which version. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { projectRoot } from '../environment.ts';

/** Name of the entry. */
export const MANIFEST = 'manifest.json';
const FORMAT = 1;

/** Why a backup was made; each kind is kept and tidied apart. */
export const BACKUP_KINDS = ['manual', 'nightly', 'upgrade'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** Instant as ISO 8601. */
  made: z.iso.datetime(),
  kind: z.enum(BACKUP_KINDS),
  /** Version in package.json. */
  program: z.string(),
  pocketbase: z.string(),
  migrations: z.array(z.string()).min(1),
  /** Whose records these are. */
  installation: z.object({ kind: z.string(), set: z.string(), province: z.string() }),
  /** Records by collection, PocketBase's own included. */
  counts: z.record(z.string(), z.number().int()),
  /** Every other entry, in order. */
  files: z.array(z.object({ path: z.string(), size: z.number().int(), sha256: z.string().length(64) })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What differs from one backup to the next. */
export type ManifestFacts = Omit<Manifest, 'format' | 'program'>;

/** Adds what is the same for all. */
export async function completeManifest(facts: ManifestFacts): Promise<Manifest> {
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  return { format: FORMAT, program: version, ...facts };
}

/** Reads one; throws for anything that is none. */
export function parseManifest(text: string): Manifest {
  return manifestSchema.parse(JSON.parse(text));
}

/** SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
