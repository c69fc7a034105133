import type PocketBase from 'pocketbase';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import type { NewRecord, Plan } from './plan.ts';

/** Nouns are named in the order in which they point to each other. */
const ORDER = Object.keys(nouns) as CollectionName[];

/** The records of a plan in an order in which each finds those it points to. */
export function inOrder(plan: Plan): { collection: CollectionName; fields: NewRecord }[] {
  return ORDER.flatMap((collection) => (plan[collection] ?? []).map((fields) => ({ collection, fields })));
}

/** Makes all records of a plan in one transaction: all of them or none. Throws naming the record that was refused. */
export async function writePlan(pb: PocketBase, plan: Plan): Promise<number> {
  const body = { records: inOrder(plan) };
  const { made } = await pb.send('/api/ocop/records', { method: 'POST', body, requestKey: null });
  return made;
}
