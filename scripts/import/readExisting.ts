/** The records that an import is compared with, from a running PocketBase. */
import type PocketBase from 'pocketbase';
import { IMPORTED } from '#domain/rules/imported.ts';
import type { CommuneRecord } from './places/placeTable.ts';
import type { Existing, Imported, Rec } from './plan/workingSet.ts';
import type { TargetName } from './targets/fields.ts';

const PAGE = 1_000;

/** Everything of the office that a dry run needs. */
export interface OfficeRecords {
  existing: Existing;
  communes: CommuneRecord[];
  provinceCode: string;
}

const OF_PRODUCTS = ['producers', 'products'] as const;

/** What each target is compared with; reading more would cost a large office time and memory for nothing. */
const READ: Readonly<Record<TargetName, readonly Imported[]>> = {
  products: ['producers', 'producer_contacts', 'products', 'decisions', 'recognitions'],
  producers: ['producers', 'producer_contacts'],
  sales_points: ['sales_points'],
  fairs: ['fairs'],
  lots: [...OF_PRODUCTS, 'pack_variants', 'growing_areas', 'lots', 'addresses'],
  listings: [...OF_PRODUCTS, 'platforms', 'listings', 'addresses'],
  certificates: [...OF_PRODUCTS, 'producer_contacts', 'certificates'],
  growing_areas: ['producers', 'growing_areas'],
  evaluations: [...OF_PRODUCTS, 'criteria', 'rounds', 'evaluations'],
};

/** Reads the records that an import into the target, or into any, is compared with. The client must see everything: a superuser's. */
export async function readExisting(pb: PocketBase, target?: TargetName): Promise<OfficeRecords> {
  const all = <T>(collection: string) => pb.collection<T>(collection).getFullList({ batch: PAGE, requestKey: null });
  const existing: Partial<Record<Imported, Rec[]>> = {};
  const collections = target === undefined ? IMPORTED : READ[target];
  for (const collection of collections) existing[collection] = await all<Rec>(collection);
  const [settings] = await all<{ province_code: string }>('site_settings');
  return { existing, communes: await all<CommuneRecord>('communes'), provinceCode: settings?.province_code ?? '' };
}
