import type PocketBase from 'pocketbase';
import type { Day } from '#domain/rules/day.ts';
import type { Plan } from './plan.ts';
import type { DemonstrationSet } from './sets.ts';
import { syntheticLots, syntheticProducts } from './synthetic.ts';

/** How many synthetic records to have. */
export interface Scale {
  products: number;
  lots: number;
}

/** Makes the records of a plan; returns how many. */
type PutPlan = (plan: Plan) => Promise<number>;

/** Records of one kind written in one transaction; a multiple of the products of one producer. */
const CHUNK = 500;

/** Reads `products=2000,lots=20000`. Throws on anything else. */
export function parseScale(text: string): Scale {
  const match = /^products=(\d{1,6}),lots=(\d{1,6})$/.exec(text);
  const scale = { products: Number(match?.[1]), lots: Number(match?.[2]) };
  if (match === null || (scale.lots > 0 && scale.products === 0)) {
    throw new Error(`--scale takes products=NUMBER,lots=NUMBER with at least one product, not "${text}"`);
  }
  return scale;
}

async function countOf(pb: PocketBase, collection: string, filter: string): Promise<number> {
  const page = await pb.collection(collection).getList(1, 1, { filter, fields: 'id', requestKey: null });
  return page.totalItems;
}

/** Writes what is missing between `from` and `to` chunk by chunk: an interrupted loading goes on where it stopped. */
async function writeChunks(put: PutPlan, from: number, to: number, planOf: (from: number, to: number) => Plan) {
  let made = 0;
  for (let first = from; first <= to; first += CHUNK) {
    made += await put(planOf(first, Math.min(first + CHUNK - 1, to)));
  }
  return made;
}

/** Adds synthetic records up to the scale. Those already there are counted, none is removed. Returns how many were made. */
export async function addSynthetic(
  pb: PocketBase,
  { set, today, scale, put }: { set: DemonstrationSet; today: Day; scale: Scale; put: PutPlan },
): Promise<number> {
  const products = await countOf(pb, 'products', "demonstration = true && name ~ 'Sản phẩm thử tải %'");
  const lots = await countOf(pb, 'lots', "demonstration = true && lot_number ~ 'TT%'");
  const madeProducts = await writeChunks(put, products + 1, scale.products, (from, to) =>
    syntheticProducts(set, today, from, to),
  );
  const spread = Math.max(products, scale.products);
  const madeLots = await writeChunks(put, lots + 1, scale.lots, (from, to) => syntheticLots(today, spread, from, to));
  return madeProducts + madeLots;
}
