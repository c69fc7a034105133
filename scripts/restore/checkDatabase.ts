/** Whether a database that was put in place or migrated can be worked with: opened by the real PocketBase, every record read. */
import type PocketBase from 'pocketbase';
import { nouns } from '#domain/nouns.ts';
import { startDatabase } from '../database.ts';
import type { DataFolder } from '../dataFolder.ts';
import { readPublicRecords } from '../publish/readPublic.ts';
import { writeSnapshot } from '../publish/write-snapshot.ts';
import { signInAsWorker, workerAccount } from '../worker/account.ts';

const PAGE = 1_000;

/** Reads all records of a collection and says how many there are. */
async function readThrough(pb: PocketBase, collection: string): Promise<number> {
  for (let count = 0, last = ''; ; ) {
    const filter = pb.filter('id > {:last}', { last });
    const page = await pb
      .collection(collection)
      .getList(1, PAGE, { sort: 'id', filter, skipTotal: true, requestKey: null });
    count += page.items.length;
    if (page.items.length < PAGE) return count;
    last = page.items.at(-1)?.id ?? '';
  }
}

/** Throws when a collection holds fewer records than `before` says, or is gone. PocketBase's own, which begin with `_`, come and go. */
async function compareCounts(pb: PocketBase, before: Readonly<Record<string, number>>): Promise<void> {
  const lost: string[] = [];
  for (const name of new Set([...Object.keys(nouns), ...Object.keys(before)])) {
    if (name.startsWith('_')) continue;
    const count = await readThrough(pb, name).catch((error: Error) => `none can be read (${error.message})`);
    if (typeof count === 'string' || count < (before[name] ?? 0))
      lost.push(`${name}: ${count} of ${before[name] ?? 0}`);
  }
  if (lost.length > 0) throw new Error(`Records are missing. ${lost.join('; ')}.`);
}

/** What is to be checked, and with which migrations the program comes. */
export interface DatabaseCheck {
  data: DataFolder;
  /** Records by collection that must be there. */
  counts: Readonly<Record<string, number>>;
  migrationsDir?: string;
  /** Whether a snapshot for publishing is written too, to a file that goes at once. */
  snapshot?: string;
}

/** Opens the database, reads everything, then does `work` with it; throws with what is wrong. Nobody else may have it open. */
export async function checkDatabase(check: DatabaseCheck, work: (pb: PocketBase) => Promise<void>): Promise<void> {
  const { data, counts, migrationsDir, snapshot } = check;
  await workerAccount(data);
  const server = await startDatabase(data, migrationsDir === undefined ? {} : { migrationsDir });
  try {
    const pb = await signInAsWorker(data, server.url);
    await compareCounts(pb, counts);
    if (snapshot !== undefined) writeSnapshot(snapshot, (await readPublicRecords({ pb, data })).content);
    await work(pb);
  } finally {
    await server.stop();
  }
}
