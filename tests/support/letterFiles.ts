import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '#scripts/dataFolder.ts';

/** The letters that PocketBase kept as files, the oldest first; one that is still being written is none yet. */
export function letterFiles({ mail }: Pick<DataFolder, 'mail'>): string[] {
  if (!existsSync(mail)) return [];
  const names = readdirSync(mail).filter((name) => name.endsWith('.eml'));
  return names.sort().map((name) => join(mail, name));
}
