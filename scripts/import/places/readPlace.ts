import { fold } from '#domain/rules/fold.ts';
import { ask, type Candidate, type Reading, refuse, right } from '../cells/reading.ts';
import type { PlaceParts } from './parsePlace.ts';
import { entryName, type PlaceEntry, type PlaceTable, placeKey, withoutKind } from './placeTable.ts';
import { provinceName, provinceOf } from './provinces.ts';

/** Id of the commune; empty where the row names only a district or the province. */
export type CommuneId = string;

const MOST_CANDIDATES = 12;

function labelOf(entry: PlaceEntry): string {
  const { name } = entry.commune;
  return entry.former === '' ? name : `${name} (trước là ${entry.former}, ${entry.district})`;
}

function candidatesOf(entries: readonly PlaceEntry[]): Candidate<CommuneId>[] {
  const byId = new Map<string, PlaceEntry>();
  for (const entry of entries) if (!byId.has(entry.commune.id)) byId.set(entry.commune.id, entry);
  return [...byId.values()]
    .slice(0, MOST_CANDIDATES)
    .map((entry) => ({ value: entry.commune.id, label: labelOf(entry) }));
}

/** Entries of a district: those that stood in it; a present name counts when some part of the commune came from there. */
function inDistrict(entries: readonly PlaceEntry[], district: string, table: PlaceTable): PlaceEntry[] {
  const key = placeKey(withoutKind(district).bare);
  const stood = entries.filter((entry) => placeKey(entry.district) === key);
  if (stood.length > 0) return stood;
  const cameFrom = (entry: PlaceEntry) =>
    table.all.some((each) => each.commune.id === entry.commune.id && placeKey(each.district) === key);
  return entries.filter((entry) => entry.former === '' && cameFrom(entry));
}

/** The names of one commune or several: one commune is an answer, several a question. */
function decide(entries: readonly PlaceEntry[], kind: string, hasDistrict: boolean): Reading<CommuneId> | null {
  const ofKind = entries.filter((entry) => kind === '' || entry.kind === kind);
  const candidates = candidatesOf(ofKind.length > 0 ? ofKind : entries);
  const [only] = candidates;
  if (only === undefined) return null;
  if (candidates.length > 1) return ask('Nhiều nơi cùng tên trong tỉnh: cần chọn.', candidates);
  const [entry] = ofKind.length > 0 ? ofKind : entries;
  const note = entry === undefined || entry.former === '' ? undefined : `Nay là ${entry.commune.name}.`;
  if (ofKind.length > 0) return right(only.value, note);
  if (hasDistrict) return right(only.value, `Bảng địa danh ghi “${entry?.former || entry?.commune.name}”.`);
  return ask(`Không có ${kind} tên này; có nơi cùng tên khác loại.`, candidates);
}

/** Names that differ only in their marks: worth a question, never an answer. */
function similar(name: string, table: PlaceTable): Candidate<CommuneId>[] {
  const key = fold(name);
  return candidatesOf(table.all.filter((entry) => fold(entryName(entry)) === key));
}

function outsideProvince(province: string, table: PlaceTable): Reading<CommuneId> | null {
  if (province === '') return null;
  const stated = provinceOf(province);
  const home = provinceName(table.provinceCode);
  if (stated === undefined) return ask(`Không rõ tỉnh “${province}”.`);
  return stated.code === table.provinceCode ? null : refuse(`Thuộc tỉnh ${stated.name}, không phải tỉnh ${home}.`);
}

/** Names without a kind, from large to small: a district's name first, then a commune's. */
function withBare(parts: PlaceParts, table: PlaceTable): PlaceParts {
  const bare = [...parts.bare];
  const filled = { ...parts };
  const isDistrict = (name: string) => table.districts.has(placeKey(name));
  const isCommune = (name: string) => table.byCommune.has(placeKey(name));
  if (filled.district === '' && bare.length > (filled.commune === '' ? 1 : 0) && isDistrict(bare.at(-1) ?? ''))
    filled.district = bare.pop() ?? '';
  const next = bare.at(-1) ?? '';
  // An address of a province that is no more cannot mean one of today's communes by a district's name.
  const old = provinceOf(parts.province)?.name !== provinceName(table.provinceCode) && parts.province !== '';
  if (filled.commune !== '') return { ...filled, bare };
  if (filled.district === '' && isDistrict(next) && (old || !isCommune(next))) filled.district = bare.pop() ?? '';
  else if (isCommune(next)) filled.commune = bare.pop() ?? '';
  return { ...filled, bare };
}

/** A name without a kind that was a district and is a commune now: "Lục Ngạn". */
function eitherLevel(stated: PlaceParts, parts: PlaceParts, table: PlaceTable): Reading<CommuneId> | null {
  const name = stated.commune === '' && stated.district === '' && parts.district === '' ? parts.commune : '';
  if (name === '' || !table.districts.has(placeKey(name))) return null;
  return ask(`“${name}” là tên huyện cũ và cũng là tên xã: cần chọn.`, [
    ...candidatesOf(table.byCommune.get(placeKey(name)) ?? []),
    { value: '', label: `Huyện ${name} cũ, không rõ xã` },
  ]);
}

function withoutCommune(parts: PlaceParts, table: PlaceTable): Reading<CommuneId> {
  if (parts.fromColumns && parts.district === '' && parts.bare.length > 0)
    return ask(`Không hiểu địa bàn “${parts.bare.join(', ')}”.`);
  const asCommune = table.byCommune.get(placeKey(parts.district));
  if (parts.district !== '' && !table.districts.has(placeKey(withoutKind(parts.district).bare)))
    return ask(
      `Tỉnh ${provinceName(table.provinceCode)} không có huyện “${parts.district}”.`,
      candidatesOf(asCommune ?? []),
    );
  return right('', parts.district === '' ? undefined : 'Chỉ nêu huyện cũ, không nêu xã.');
}

/**
 * The commune of a row by province, then former district, then commune, present or former. A row of another province is refused before any
 * name is looked up; a name that leads to several communes is asked about.
 */
export function readPlace(stated: PlaceParts, table: PlaceTable): Reading<CommuneId> {
  const outside = outsideProvince(stated.province, table);
  if (outside !== null) return outside;
  const parts = withBare(stated, table);
  if (table.all.length === 0 && parts.commune + parts.district !== '')
    return ask(`Chưa có bảng địa danh của tỉnh ${provinceName(table.provinceCode)}.`);
  if (parts.commune === '') return withoutCommune(parts, table);
  const either = eitherLevel(stated, parts, table);
  if (either !== null) return either;
  const { kind, bare } = withoutKind(`${parts.communeKind} ${parts.commune}`);
  const named = table.byCommune.get(placeKey(bare)) ?? [];
  const ofProvince = named.filter((entry) => parts.province === '' || isOf(entry, parts.province, table));
  const entries = parts.district === '' ? ofProvince : inDistrict(ofProvince, parts.district, table);
  const found = decide(entries, kind, parts.district !== '');
  if (found !== null) return found;
  if (named.length > 0)
    return ask(`Không có “${parts.commune}” thuộc ${parts.district || parts.province}.`, candidatesOf(named));
  return ask(
    `Không có “${parts.commune}” trong bảng địa danh của tỉnh ${provinceName(table.provinceCode)}.`,
    similar(bare, table),
  );
}

/** A present name belongs to the present province; a former one to the province of its time, or the present one. */
function isOf(entry: PlaceEntry, province: string, table: PlaceTable): boolean {
  const name = provinceOf(province)?.name;
  if (name === provinceName(table.provinceCode)) return true;
  return entry.former === '' || provinceOf(entry.province)?.name === name;
}
