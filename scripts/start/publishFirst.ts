/** The first release: without one every address says "not yet published". */
import type PocketBase from 'pocketbase';
import type { DataFolder } from '../dataFolder.ts';
import { liveRelease } from '../publish/activate.ts';
import { followRelease } from '../publish/follow.ts';
import { ask, inState } from '../publish/queue.ts';
import { report } from '../publish/report.ts';

/** Has the worker publish when nothing is live, and tells how it goes. */
export async function publishFirst(pb: PocketBase, data: DataFolder, say: (line: string) => void): Promise<void> {
  if ((await liveRelease(data)) !== undefined) return;
  const [asked] = [...(await inState(pb, 'running')), ...(await inState(pb, 'queued'))];
  const { id } = asked ?? (await ask(pb, { reason: 'first' }));
  report(await followRelease(pb, id, () => undefined), say);
}
