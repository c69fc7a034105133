/** The first release: without one every address says "not yet published". */
import type PocketBase from 'pocketbase';
import type { DataFolder } from '../dataFolder.ts';
import { liveRelease } from '../publish/activate.ts';
import { followRelease } from '../publish/follow.ts';
import { ask, inState } from '../publish/queue.ts';
import { report } from '../publish/report.ts';

async function underWay(pb: PocketBase): Promise<string | undefined> {
  return [...(await inState(pb, 'running')), ...(await inState(pb, 'queued'))][0]?.id;
}

/** Has the worker publish when nothing is live, and tells how it ended. One that an earlier start left unfinished is asked for again. */
export async function publishFirst(pb: PocketBase, data: DataFolder, say: (line: string) => void): Promise<void> {
  if ((await liveRelease(data)) !== undefined) return;
  const first = (await underWay(pb)) ?? (await ask(pb, { reason: 'first' })).id;
  let release = await followRelease(pb, first, () => undefined);
  for (let next = await underWay(pb); release.state === 'failed' && next !== undefined; next = await underWay(pb))
    release = await followRelease(pb, next, () => undefined);
  report(release, say);
}
