/** A data set in each of its formats. The same records always give the same bytes. */
import Papa from 'papaparse';
import { FORMULA } from '#domain/rules/formula.ts';
import { paths } from '#site/paths.ts';
import { settings } from '#site/snapshot.ts';
import { wholeAddress } from './address.ts';
import type { Cell } from './column.ts';
import type { DataRecord, DataSet } from './dataSet.ts';
import { LICENCE } from './licence.ts';

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** The library's own pattern of formulas lets cells of several lines through. */
const WRITING = { newline: '\r\n', escapeFormulae: FORMULA };

const toCsvCell = (cell: Cell) => (Array.isArray(cell) ? cell.join(' | ') : cell);

function toCsv({ columns, records }: DataSet): string {
  const fields = columns.map(({ name }) => name);
  const data = records().map((record) => fields.map((name) => toCsvCell(record[name] ?? null)));
  return `${BYTE_ORDER_MARK}${Papa.unparse({ fields, data }, WRITING)}\r\n`;
}

/** What files that can say more than their rows say first. */
function about({ title, about }: DataSet) {
  const { as_of, kind, office } = settings();
  return {
    ten: title,
    mo_ta: about,
    co_quan: office,
    tinh_den: as_of,
    minh_hoa: kind === 'demonstration',
    giay_phep: LICENCE.url,
    mo_ta_truong: wholeAddress(paths.openDataCatalogue),
  };
}

/** One row per line: small, and a comparison of two releases shows the rows that changed. */
function withRows(head: object, name: string, rows: readonly object[]): string {
  const start = JSON.stringify(head, null, 1).slice(0, -2);
  return `${start},\n "${name}": [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]}\n`;
}

function toJson(set: DataSet): string {
  return withRows(about(set), 'du_lieu', set.records());
}

function toFeature({ kinh_do, vi_do, ...properties }: DataRecord) {
  return {
    type: 'Feature',
    id: properties['ma'],
    geometry: { type: 'Point', coordinates: [kinh_do, vi_do] },
    properties,
  };
}

/** RFC 7946: only records whose place is known. */
function toGeoJson(set: DataSet): string {
  const placed = set.records().filter(({ kinh_do }) => kinh_do !== null);
  return withRows({ type: 'FeatureCollection', ...about(set) }, 'features', placed.map(toFeature));
}

/** Ending → how the format is named, served and written. */
export const FORMATS = {
  csv: { label: 'CSV', mediaType: 'text/csv', write: toCsv },
  json: { label: 'JSON', mediaType: 'application/json', write: toJson },
  geojson: { label: 'GeoJSON', mediaType: 'application/geo+json', write: toGeoJson },
} as const;
export type Format = keyof typeof FORMATS;

/** The formats that a data set comes in. */
export function formatsOf(set: DataSet): Format[] {
  return set.hasPlaces ? ['csv', 'json', 'geojson'] : ['csv', 'json'];
}
