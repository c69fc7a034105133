import { nameToSlug } from '#domain/rules/slug.ts';
import { idOf, type NewRecord, type Plan } from './plan.ts';
import { cell, type Row, readTable } from './readTable.ts';
import { DEMONSTRATION_SETS, type DemonstrationSet } from './sets.ts';

const DATA = new URL('data/', import.meta.url);

/** A commune of the table, with what other records borrow of it. */
export interface CommuneRow {
  id: string;
  code: string;
  name: string;
  /** Null where GeoNames has no point for it. */
  point: { lon: number; lat: number } | null;
}

function communeOf(row: Row): CommuneRow {
  const stated = cell(row, 'lat') !== '';
  return {
    id: idOf('communes', cell(row, 'code')),
    code: cell(row, 'code'),
    name: cell(row, 'name'),
    point: stated ? { lon: Number(cell(row, 'lon')), lat: Number(cell(row, 'lat')) } : null,
  };
}

function rowsOf(set: DemonstrationSet): Row[] {
  const { code } = DEMONSTRATION_SETS[set];
  return readTable(new URL('communes.csv', DATA)).filter((row) => cell(row, 'province_code') === code);
}

/** The communes of a set's province by their code. */
export function communesOf(set: DemonstrationSet): Map<string, CommuneRow> {
  return new Map(rowsOf(set).map((row) => [cell(row, 'code'), communeOf(row)]));
}

function formerNamesByCode() {
  const names = new Map<string, { commune: string; district: string; province: string }[]>();
  for (const row of readTable(new URL('former-names.csv', DATA))) {
    const former = { commune: cell(row, 'former_name'), district: cell(row, 'former_district') };
    const known = names.get(cell(row, 'code')) ?? [];
    names.set(cell(row, 'code'), [...known, { ...former, province: cell(row, 'former_province') }]);
  }
  return names;
}

/** The district in which the first of a commune's former parts lay; empty where none is known. */
export function formerDistrictOf(code: string): string {
  return formerNamesByCode().get(code)?.[0]?.district ?? '';
}

/** The communes of a set's province, with former names and approximate points. */
export function communesPlan(set: DemonstrationSet): Plan {
  const formerNames = formerNamesByCode();
  const communes = rowsOf(set).map((row): NewRecord => {
    const { id, code, name, point } = communeOf(row);
    return {
      id,
      code,
      name,
      slug: nameToSlug(name),
      type: cell(row, 'type'),
      province_code: cell(row, 'province_code'),
      ...(point === null ? {} : { point, point_source: cell(row, 'point_source') }),
      former_names: formerNames.get(code) ?? [],
    };
  });
  return { communes };
}
