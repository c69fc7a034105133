/** The programme's records for counting, as PocketBase holds them today: what the public catalogue shows, and the office's own courses. */

import { isVisible } from '#domain/noun.ts';
import type { CollectionName } from '#domain/nouns.ts';
import type { Product } from '#domain/product.ts';
import type { ProgrammeRecords } from '#domain/programme/records.ts';
import type { Day } from '#domain/rules/day.ts';
import type { Target } from '#domain/target.ts';
import { allRecords } from '../api/records.ts';

export interface Programme extends ProgrammeRecords {
  products: (ProgrammeRecords['products'][number] & Pick<Product, 'name'>)[];
  communes: (ProgrammeRecords['communes'][number] & { name: string })[];
  targets: Target[];
}

const SHOWN = 'state,visible_from,visible_until';
const FIELDS = {
  products: `id,name,producer,programme_state,${SHOWN}`,
  producers: `id,kind,commune,has_website,has_e_banking,has_e_diary,trained,${SHOWN}`,
  communes: 'id,name,former_names',
  recognitions: 'id,product,stars,case,pending_central,issued_on,expires_on,refiled_on,superseded_by,revoked_on',
  platforms: 'id,opened_on,closed_on',
  listings: 'product,platform,listed_on,closed_on',
  pack_variants: 'id,product',
  lots: 'variant,state,produced_on,packed_on',
  sales_points: `commune,opened_on,closed_on,${SHOWN}`,
  growing_areas: `kind,commune,area_ha,issued_on,ended_on,${SHOWN}`,
  trainings: 'commune,starts_on,participants',
} as const satisfies Partial<Record<CollectionName, string>>;

type Read = keyof typeof FIELDS;

async function read<C extends Read>(collection: C, today: Day): Promise<Programme[C]> {
  const records = await allRecords(collection, { fields: FIELDS[collection], sort: 'id' });
  const shown = records as unknown as Parameters<typeof isVisible>[0][];
  const counted = FIELDS[collection].includes(SHOWN) ? shown.filter((record) => isVisible(record, today)) : records;
  return counted as unknown as Programme[C];
}

/** Reads everything that counts. Of lots there are many: they are read only where a target asks how many products are traced. */
export async function readProgramme(today: Day): Promise<Programme> {
  const targets = (await allRecords('targets', { sort: 'due_on,name' })) as unknown as Target[];
  const isTraced = targets.some(({ measure }) => measure === 'traced_share');
  const names = (Object.keys(FIELDS) as Read[]).filter((name) => name !== 'lots' || isTraced);
  const entries = await Promise.all(names.map(async (name) => [name, await read(name, today)] as const));
  return { lots: [], ...Object.fromEntries(entries), targets } as unknown as Programme;
}
