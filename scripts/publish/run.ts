/** Runs one request of the queue and writes into its record how it goes. */
import type PocketBase from 'pocketbase';
import { PUBLISH_STEPS, type Release, type StepProgress } from '#domain/release.ts';
import type { DataFolder } from '../dataFolder.ts';
import { noRoomIn } from '../noRoom.ts';
import { newReleaseName, publish } from '../publish.ts';
import { activateEarlier } from './activate.ts';
import { type ProgressListener, PublishFailed } from './progress.ts';
import { whilePublishing } from './publishLock.ts';
import { coverOthers, noteLive, notePruned, reconcile } from './queue.ts';
import { instant, ReleaseRecord } from './releaseRecord.ts';

/** Where a request runs. */
export interface RunOptions extends ProgressListener {
  pb: PocketBase;
  data: DataFolder;
  signal?: AbortSignal;
}

function messageOf(error: unknown): string {
  return noRoomIn(error, 'vi') || (error instanceof Error ? error.message : String(error));
}

async function runPublish(options: RunOptions, asked: Release, record: ReleaseRecord): Promise<void> {
  const { pb } = options;
  const name = newReleaseName();
  record.change({ state: 'running', started_at: instant(), name });
  await record.written();
  await coverOthers(pb, asked);
  const log = (line: string) => {
    record.log(line);
    options.onLog?.(line);
  };
  const onSteps = (steps: readonly StepProgress[]) => {
    record.change({ steps: [...steps] });
    const running = steps.find((step) => step.state === 'running');
    if (running !== undefined) log(`${PUBLISH_STEPS[running.step]}…`);
    options.onSteps?.(steps);
  };
  const done = await publish({ ...options, name, onSteps, onLog: log });
  const { problems, counts, changed, sizeBytes } = done;
  log('Đã đưa lên.');
  record.change({ problems, counts, changed, size_bytes: sizeBytes, ended_at: instant() });
  await record.written();
  await noteLive(pb, name);
  await notePruned(pb, done.pruned);
}

async function runActivate(options: RunOptions, asked: Release, record: ReleaseRecord): Promise<void> {
  const { pb, data } = options;
  record.change({ state: 'running', started_at: instant() });
  const target = await pb.collection<Release>('releases').getOne(asked.target, { requestKey: null });
  await activateEarlier(pb, data, target.name);
  await noteLive(pb, target.name);
  record.log(`Bản đăng ${target.name} hiển thị lại.`);
  record.change({ state: 'done', name: target.name, ended_at: instant() });
  await record.written();
}

/** Runs a request to its end, unless somebody else has taken it meanwhile; returns its record. Throws only when told to stop. */
export async function runRequest(options: RunOptions, asked: Release): Promise<Release> {
  const { pb, data, signal } = options;
  const record = new ReleaseRecord(pb, asked);
  const wait = () => options.onLog?.('Đang chờ lần đăng khác xong…');
  await whilePublishing(
    data,
    async () => {
      await reconcile(pb, data);
      const { state } = await pb.collection<Release>('releases').getOne(asked.id, { requestKey: null });
      if (state !== 'queued') return;
      try {
        await (asked.action === 'publish' ? runPublish : runActivate)(options, asked, record);
      } catch (error) {
        // Told to stop: the record stays "running", and the next worker asks again.
        signal?.throwIfAborted();
        record.log(`Không đăng được: ${messageOf(error)}`);
        const problems = error instanceof PublishFailed ? [...error.problems] : null;
        record.change({ state: 'failed', ended_at: instant(), problems });
        await record.written();
      }
    },
    wait,
  );
  return pb.collection<Release>('releases').getOne(asked.id, { requestKey: null });
}
