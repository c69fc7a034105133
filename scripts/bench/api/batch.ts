import type PocketBase from 'pocketbase';
import type { Plan } from '../../demo/plan.ts';
import { inOrder } from '../../demo/write.ts';

/** Requests in one transaction, and how long it may take: far above what a demonstration needs. */
const LARGEST_BATCH = 20_000;
const LONGEST_BATCH_S = 300;

/** Lets PocketBase's own batches through, by which records come where no hook of this project answers. */
export async function openBatches(pb: PocketBase): Promise<void> {
  await pb.settings.update({ batch: { enabled: true, maxRequests: LARGEST_BATCH, timeout: LONGEST_BATCH_S } });
}

/** Makes all records of a plan by one batch; returns how many. */
export async function writeByBatch(pb: PocketBase, plan: Plan): Promise<number> {
  const batch = pb.createBatch();
  const records = inOrder(plan);
  for (const { collection, fields } of records) batch.collection(collection).create(fields);
  await batch.send({ requestKey: null });
  return records.length;
}
