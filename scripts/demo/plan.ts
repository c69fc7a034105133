import { createHash } from 'node:crypto';
import type { CollectionName } from '#domain/nouns.ts';

/** A record to be made, with the id it will have; fields left out stay empty. */
export type NewRecord = { id: string } & Record<string, unknown>;
/** What to make, by collection. */
export type Plan = Partial<Record<CollectionName, NewRecord[]>>;

const ID_LENGTH = 15;

/** The id of a demonstration record: the same on every machine, so that records can point to each other before any exists. */
export function idOf(collection: CollectionName, key: string): string {
  const hash = createHash('sha256').update(`${collection} ${key}`).digest('hex');
  return BigInt(`0x${hash}`).toString(36).slice(0, ID_LENGTH);
}

/** All plans as one, records in the order given. */
export function joinPlans(...plans: Plan[]): Plan {
  const joined: Plan = {};
  for (const plan of plans) {
    for (const [collection, records] of Object.entries(plan) as [CollectionName, NewRecord[]][]) {
      const kept = joined[collection];
      if (kept === undefined) joined[collection] = [...records];
      else kept.push(...records);
    }
  }
  return joined;
}
