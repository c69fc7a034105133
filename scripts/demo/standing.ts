import type PocketBase from 'pocketbase';
import { idOf, type Plan } from './plan.ts';
import { DEMONSTRATION_SETS, type DemonstrationSet } from './sets.ts';

/** Collections in which a person's work would show. */
const WORK = ['producers', 'products', 'lots', 'sales_points', 'fairs', 'communes'] as const;

async function holdsRecords(pb: PocketBase): Promise<boolean> {
  const pages = WORK.map((name) => pb.collection(name).getList(1, 1, { fields: 'id', requestKey: null }));
  return (await Promise.all(pages)).some((page) => page.totalItems > 0);
}

/** What a data folder into which a demonstration may go holds already. */
export interface Standing {
  settings: boolean;
  records: boolean;
}

/** Throws where a demonstration must not go: among real records, or beside the demonstration of another province. */
export async function standingOf(pb: PocketBase, set: DemonstrationSet): Promise<Standing> {
  const [settings] = await pb.collection('site_settings').getFullList({ requestKey: null });
  const records = await holdsRecords(pb);
  if (settings?.['kind'] === 'real' || (settings === undefined && records)) {
    throw new Error(
      'This data folder holds records of an office. A demonstration is loaded only into a folder of its own.',
    );
  }
  const name = String(settings?.['set_name'] ?? '');
  if (name !== '' && name !== set) {
    throw new Error(`This data folder holds the demonstration "${name}". Each set needs a folder of its own.`);
  }
  return { settings: settings !== undefined, records };
}

/** Province, office and address of the demonstration; no address means trial, so its stamps say so. */
export function settingsOf(set: DemonstrationSet) {
  const { province, provinceEn, code } = DEMONSTRATION_SETS[set];
  return {
    id: idOf('site_settings', set),
    kind: 'demonstration',
    set_name: set,
    province_code: code,
    province,
    province_en: provinceEn,
    office: `Văn phòng OCOP tỉnh ${province} (minh họa)`,
    office_en: `OCOP office of ${provinceEn} (demonstration)`,
    office_phone: '0000 000 000',
    office_email: 'ocop@example.org',
    // On, so that the waiting state shows; only a fictional product has filed anew.
    grace: true,
    expires_soon_days: 30,
    // Asked only when a visitor presses the button that names it.
    map_tiles: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
    map_credit: '© OpenStreetMap contributors',
  };
}

/** The same as a record to be made. */
export function settingsPlan(set: DemonstrationSet): Plan {
  return { site_settings: [settingsOf(set)] };
}
