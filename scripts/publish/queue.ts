/** The collection `releases` as the queue of publishing: what is asked for, what runs, what the public sees. */
import type PocketBase from 'pocketbase';
import type { Release } from '#domain/release.ts';
import type { DataFolder } from '../dataFolder.ts';
import { liveRelease } from './activate.ts';
import { instant } from './releaseRecord.ts';

const INTERRUPTED = 'Bị ngắt giữa chừng.';
/** A publish that ends its own worker each time is not asked for for ever. */
const MOST_ATTEMPTS = 3;
const AGAIN = /^Làm lại lần ([0-9]+)$/;

const releases = (pb: PocketBase) => pb.collection<Release>('releases');

/** Asks for a publish or for an earlier release. */
export function ask(pb: PocketBase, fields: Partial<Release>): Promise<Release> {
  return releases(pb).create({ action: 'publish', state: 'queued', ...fields }, { requestKey: null });
}

/** All records in a state, oldest first: in the order in which they were written, which two of one millisecond have too. */
export function inState(pb: PocketBase, state: Release['state']): Promise<Release[]> {
  return releases(pb).getFullList({ filter: `state = "${state}"`, sort: '@rowid', requestKey: null });
}

/** The oldest request. */
export async function nextAsked(pb: PocketBase): Promise<Release | undefined> {
  return (await inState(pb, 'queued'))[0];
}

/** Requests that one run answers: this publish and all behind it, up to a request for an earlier release. */
export async function coverOthers(pb: PocketBase, running: Release): Promise<void> {
  for (const other of await inState(pb, 'queued')) {
    if (other.action !== 'publish') return;
    if (other.id === running.id) continue;
    await releases(pb).update(
      other.id,
      { state: 'covered', target: running.id, ended_at: instant() },
      { requestKey: null },
    );
  }
}

/** Notes in the records which release is live: one is, those before it are kept. */
export async function noteLive(pb: PocketBase, name: string): Promise<void> {
  for (const record of await inState(pb, 'live'))
    if (record.name !== name) await releases(pb).update(record.id, { state: 'kept' }, { requestKey: null });
  const filter = pb.filter('name = {:name} && action = "publish" && state != "live"', { name });
  for (const record of await releases(pb).getFullList({ filter, requestKey: null }))
    await releases(pb).update(record.id, { state: 'live' }, { requestKey: null });
}

/** Notes which releases are no longer on disk. */
export async function notePruned(pb: PocketBase, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const filter = pb.filter('name = {:name} && state = "kept"', { name });
    for (const record of await releases(pb).getFullList({ filter, requestKey: null }))
      await releases(pb).update(record.id, { state: 'pruned' }, { requestKey: null });
  }
}

async function askAgain(pb: PocketBase, record: Release): Promise<void> {
  const attempt = Number(AGAIN.exec(record.note)?.[1] ?? 1) + 1;
  const { action, reason, requested_by, target } = record;
  if (attempt <= MOST_ATTEMPTS) await ask(pb, { action, reason, requested_by, target, note: `Làm lại lần ${attempt}` });
}

/**
 * Brings the records in line with the disk, after a publisher was killed: what it had made live is live, what it left running is failed and
 * asked again; `why` stands in its log. Call it only while nobody publishes.
 */
export async function reconcile(pb: PocketBase, data: DataFolder, why = INTERRUPTED): Promise<void> {
  const live = await liveRelease(data);
  for (const record of await inState(pb, 'running')) {
    const isDone = record.action === 'publish' && live !== undefined && record.name === live;
    const fields = isDone
      ? { state: 'live', ended_at: instant() }
      : { state: 'failed', ended_at: instant(), log: `${record.log}${why}\n` };
    // Asked first: whoever follows the failed one finds what comes after it.
    if (!isDone) await askAgain(pb, record);
    await releases(pb).update(record.id, fields, { requestKey: null });
  }
  if (live !== undefined) await noteLive(pb, live);
}
