import { toneKey } from '#domain/rules/fold.ts';
import { remember } from '../cells/remember.ts';
import { tidyLine } from '../cells/text.ts';

/** What the importer needs of a commune's record. */
export interface CommuneRecord {
  id: string;
  code: string;
  /** With its kind: `Xã Sơn Động`. */
  name: string;
  type: string;
  province_code: string;
  former_names: readonly { commune: string; district: string; province: string }[] | null;
}

/** A name, present or former, and the commune that it leads to. */
export interface PlaceEntry {
  commune: CommuneRecord;
  /** Present names have no district. */
  district: string;
  former: string;
  kind: string;
  province: string;
}

const KIND = /^(xã|phường|thị trấn|đặc khu|huyện đảo|huyện|thị xã|thành phố|quận|tỉnh)\s+/i;

/** `Xã Sơn Động` → its kind and bare name. */
export function withoutKind(name: string): { kind: string; bare: string } {
  const tidy = tidyLine(name);
  const kind = KIND.exec(tidy)?.[1] ?? '';
  return { kind: kind.toLowerCase(), bare: tidy.slice(kind.length).trim() };
}

/** Names compared: marks count, their place and case do not, `Phường 04` is `Phường 4`. */
export const placeKey = remember((name) => toneKey(name.replace(/[-–—.’'`]/g, ' ')).replace(/\b0+(?=\d)/g, ''));

/** All names of the home province's communes. */
export interface PlaceTable {
  provinceCode: string;
  /** By key of the bare commune name. */
  byCommune: ReadonlyMap<string, readonly PlaceEntry[]>;
  /** Keys of former districts. */
  districts: ReadonlySet<string>;
  all: readonly PlaceEntry[];
}

function entriesOf(commune: CommuneRecord): PlaceEntry[] {
  const present = { commune, district: '', former: '', kind: withoutKind(commune.name).kind, province: '' };
  const formers = (commune.former_names ?? []).map((former) => ({
    commune,
    district: withoutKind(former.district).bare,
    former: former.commune,
    kind: withoutKind(former.commune).kind,
    province: withoutKind(former.province).bare,
  }));
  return [present, ...formers];
}

/** The bare name of an entry: the former name, or the present one. */
export function entryName(entry: PlaceEntry): string {
  return withoutKind(entry.former === '' ? entry.commune.name : entry.former).bare;
}

/** Tables by the communes they were made of: questions answered one after the other ask for the same one. */
const made = new WeakMap<readonly CommuneRecord[], PlaceTable>();

/** The table of one province; communes of other provinces are left out, so that no row can reach them. */
export function placeTable(communes: readonly CommuneRecord[], provinceCode: string): PlaceTable {
  const known = made.get(communes);
  if (known?.provinceCode === provinceCode) return known;
  const table = makeTable(communes, provinceCode);
  made.set(communes, table);
  return table;
}

function makeTable(communes: readonly CommuneRecord[], provinceCode: string): PlaceTable {
  const all = communes.filter((each) => each.province_code === provinceCode).flatMap(entriesOf);
  const byCommune = new Map<string, PlaceEntry[]>();
  for (const entry of all) {
    const key = placeKey(entryName(entry));
    byCommune.set(key, [...(byCommune.get(key) ?? []), entry]);
  }
  const districts = new Set(all.filter((entry) => entry.district !== '').map((entry) => placeKey(entry.district)));
  return { provinceCode, byCommune, districts, all };
}
