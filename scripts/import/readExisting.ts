/** The records that an import is compared with, from a running PocketBase. */
import type PocketBase from 'pocketbase';
import type { CommuneRecord } from './places/placeTable.ts';
import { type Existing, IMPORTED, type Imported, type Rec } from './plan/workingSet.ts';

const PAGE = 1_000;

/** Everything of the office that a dry run needs. */
export interface OfficeRecords {
  existing: Existing;
  communes: CommuneRecord[];
  provinceCode: string;
}

/** Reads all records of the imported collections. The client must see everything: a superuser's. */
export async function readExisting(pb: PocketBase): Promise<OfficeRecords> {
  const all = <T>(collection: string) => pb.collection<T>(collection).getFullList({ batch: PAGE, requestKey: null });
  const existing: Partial<Record<Imported, Rec[]>> = {};
  for (const collection of IMPORTED) existing[collection] = await all<Rec>(collection);
  const [settings] = await all<{ province_code: string }>('site_settings');
  return { existing, communes: await all<CommuneRecord>('communes'), provinceCode: settings?.province_code ?? '' };
}
