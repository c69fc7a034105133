/** A backup in words, for whoever keeps the server. */
import type { Backup } from '../backup.ts';
import type { Manifest } from './manifest.ts';

/** How many records and files of people's work are in it; PocketBase's own collections begin with `_`. */
export function describeContents({ counts, files, made, installation }: Manifest): string {
  const records = Object.entries(counts).reduce((sum, [name, count]) => sum + (name.startsWith('_') ? 0 : count), 0);
  const stored = files.filter(({ path }) => path.includes('/storage/') && !path.endsWith('.attrs')).length;
  const whose = installation.province === '' ? '' : ` of ${installation.province}`;
  return `${records} records and ${stored} files${whose}, as of ${made}`;
}

/** What was made, and what went to make room. */
export function describeBackup({ file, manifest, sizeBytes, missing, removed }: Backup): string[] {
  const size = (sizeBytes / 1e6).toFixed(1);
  return [
    `Backed up ${describeContents(manifest)}: ${file} (${size} MB, read back and compared).`,
    ...(missing.length === 0
      ? []
      : [`Not there, though records name them; give each record its file again: ${missing.join(', ')}.`]),
    ...(removed.length === 0 ? [] : [`Removed older ones: ${removed.join(', ')}.`]),
  ];
}
