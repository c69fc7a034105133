import type PocketBase from 'pocketbase';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import type { NewRecord, Plan } from './plan.ts';

/** Requests in one transaction, and how long it may take: far above what a demonstration needs. */
const LARGEST_BATCH = 20_000;
const LONGEST_BATCH_S = 300;

/** Nouns are named in the order in which they point to each other. */
const ORDER = Object.keys(nouns) as CollectionName[];

/** Lets batches through while the work runs, then puts PocketBase's settings back as they were. */
export async function withBatches<T>(pb: PocketBase, work: () => Promise<T>): Promise<T> {
  const { batch } = await pb.settings.getAll();
  const opened = { ...batch, enabled: true, maxRequests: LARGEST_BATCH, timeout: LONGEST_BATCH_S };
  await pb.settings.update({ batch: opened });
  try {
    return await work();
  } finally {
    await pb.settings.update({ batch });
  }
}

/** The records of a plan in an order in which each finds those it points to. */
function inOrder(plan: Plan): [CollectionName, NewRecord][] {
  return ORDER.flatMap((collection) =>
    (plan[collection] ?? []).map((record): [CollectionName, NewRecord] => [collection, record]),
  );
}

/** Which record of a refused batch was at fault, and why. */
function batchProblem(records: [CollectionName, NewRecord][], failure: unknown): Error {
  const { response } = failure as { response?: { data?: { requests?: Record<string, unknown> } } };
  const [found] = Object.entries(response?.data?.requests ?? {});
  if (found === undefined) return failure instanceof Error ? failure : new Error(String(failure));
  const [collection, record] = records[Number(found[0])] ?? [];
  const title = JSON.stringify(record?.['name'] ?? record?.['lot_number'] ?? record?.id);
  return new Error(`${collection} ${title}: ${JSON.stringify(found[1])}`, { cause: failure });
}

/** Makes all records of a plan in one transaction: all of them or none. Throws naming the record that was refused. */
export async function writePlan(pb: PocketBase, plan: Plan): Promise<number> {
  const records = inOrder(plan);
  const batch = pb.createBatch();
  for (const [collection, record] of records) batch.collection(collection).create(record);
  try {
    await batch.send({ requestKey: null });
  } catch (failure) {
    throw batchProblem(records, failure);
  }
  return records.length;
}
