import { setTimeout as sleep } from 'node:timers/promises';
import type PocketBase from 'pocketbase';
import type { Release } from '#domain/release.ts';

const STEP_MS = 300;
const ENDED: readonly Release['state'][] = ['live', 'kept', 'done', 'covered', 'failed', 'pruned'];

/** Tells line by line what the worker writes into a request's record, until it is done. A covered one is followed to the run that covers it. */
export async function followRelease(pb: PocketBase, id: string, say: (line: string) => void): Promise<Release> {
  let told = 0;
  for (;;) {
    const release = await pb.collection<Release>('releases').getOne(id, { requestKey: null });
    for (const line of release.log.slice(told).split('\n')) if (line !== '') say(line);
    told = release.log.length;
    if (release.state === 'covered' && release.target !== '') return followRelease(pb, release.target, say);
    if (ENDED.includes(release.state)) return release;
    await sleep(STEP_MS);
  }
}
