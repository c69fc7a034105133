/** What publishing would build the pages from, byte for byte. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readPublicRecords } from '#scripts/publish/readPublic.ts';
import { writeSnapshot } from '#scripts/publish/write-snapshot.ts';
import type { FreshPocketBase } from './freshPocketBase.ts';

/** The snapshot of what is public now: its hash, and its bytes as text. */
export async function publicSnapshot({ superuser, data }: FreshPocketBase): Promise<{ hash: string; text: string }> {
  const file = join(data.root, 'public.sqlite');
  writeSnapshot(file, (await readPublicRecords({ pb: superuser, data, today: '2026-11-22' })).content);
  const bytes = readFileSync(file);
  rmSync(file);
  return { hash: createHash('sha256').update(bytes).digest('hex'), text: bytes.toString('utf8') };
}
