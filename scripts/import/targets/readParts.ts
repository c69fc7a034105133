/** Readers for what several targets share: plain texts, links, places, points. */
import { CRITERIA_SETS } from '#domain/criteriaSets.ts';
import { fold, toneKey } from '#domain/rules/fold.ts';
import { ask, mapReading, type Reading, refuse, right, shownText } from '../cells/reading.ts';
import { readAmount } from '../cells/readQuantities.ts';
import { readLine } from '../cells/text.ts';
import { parsePlace, placeOfCells } from '../places/parsePlace.ts';
import { readPlace } from '../places/readPlace.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import type { Cell } from '../read/sheet.ts';
import type { ImportContext } from './context.ts';

/** A reader of one line of at most so many characters. */
export const lineOf = (max: number) => (cell: Cell) => readLine(cell, max);

/** A web address; one without its scheme gets https. */
export function readLink(cell: Cell): Reading<string> {
  return mapReading(readLine(cell), (text) => (/^www\./i.test(text) ? `https://${text}` : text));
}

/** A source is an address, or it is no field's business. */
export function readSource(cell: Cell): Reading<string> {
  const text = shownText(cell).trim();
  return /^https?:\/\/\S+$/.test(text) ? right(text) : right('', 'Nguồn không phải địa chỉ web: không ghi.');
}

/** A tax code: 10, 12 or 13 digits, a branch's with its dash. */
export function readTaxCode(cell: Cell): Reading<string> {
  return mapReading(readLine(cell), (text) => text.replace(/[\s.]/g, ''), '');
}

const TAX_CODE = /^\d{10}(?:-?\d{3})?$|^\d{12}$/;

/** A tax code in its form; anything else is refused. */
export function readSoundTaxCode(cell: Cell): Reading<string> {
  const reading = readTaxCode(cell);
  if (reading.status === 'right' && !TAX_CODE.test(reading.value))
    return refuse('Mã số thuế cần 10, 12 hoặc 13 chữ số.');
  return reading;
}

/** The criteria set by number or name; a group's or sector's name says less and sets nothing. */
export function readCriteriaSet(cell: Cell): Reading<number> {
  const line = readLine(cell);
  if (line.status !== 'right') return refuse(line.why);
  const number = /^(?:bo(?: san pham)?\s*(?:so)?\s*)?(\d{1,2})$/.exec(fold(line.value))?.[1];
  if (number !== undefined)
    return Object.hasOwn(CRITERIA_SETS, number) ? right(Number(number)) : refuse('Bộ sản phẩm có số từ 1 đến 26.');
  const key = toneKey(line.value);
  const named = Object.entries(CRITERIA_SETS).find(([, set]) => toneKey(set.name) === key);
  return named === undefined ? right(0, 'Chỉ nêu nhóm hoặc ngành: chưa xếp bộ sản phẩm.') : right(Number(named[0]));
}

/** Longer ones are no places, and taking them apart would take seconds a cell. */
const LONGEST_PLACE = 500;
const PLACE_FIELDS = ['commune', 'district', 'province', 'address'] as const;

/** The commune of a row; undefined where a problem stops it, empty where the row does not say. */
export function readCommune(desk: RowDesk, context: ImportContext, addressInName: string): string | undefined {
  const long = PLACE_FIELDS.find((field) => desk.text(field).length > LONGEST_PLACE);
  if (long !== undefined) {
    desk.refuse(long, `Dài quá ${LONGEST_PLACE} ký tự.`);
    return undefined;
  }
  const [commune, district, province, address] = PLACE_FIELDS.map((field) => desk.text(field));
  const section = parsePlace(desk.section.slice(0, LONGEST_PLACE).replace(/^[IVX\dA-H]+[.)\s]+/, ''));
  const cells = {
    commune: commune ?? '',
    district: district ?? '',
    province: province ?? '',
    address: address || addressInName,
  };
  const stated = placeOfCells(cells);
  const parts = {
    ...stated,
    district: stated.district || (stated.commune === '' || stated.province === '' ? section.district : ''),
    commune: stated.commune || (stated.bare.length === 0 ? section.commune : ''),
  };
  const field = PLACE_FIELDS.find((each) => desk.text(each) !== '') ?? 'commune';
  return desk.settle('place', field, readPlace(parts, context.places));
}

interface Point {
  lon: number;
  lat: number;
}

/** Viet Nam with its seas, in degrees. */
const inVietNam = ({ lon, lat }: Point) => lon >= 102 && lon <= 118 && lat >= 6 && lat <= 24;

/** A point from its two columns, which people swap. */
export function readPoint(desk: RowDesk): Point | undefined {
  const degrees = (cell: Cell) =>
    typeof cell === 'string' && /^\d{1,3}[.,]\d+$/.test(cell.trim())
      ? right(Number(cell.trim().replace(',', '.')))
      : readAmount(cell, { max: 180 });
  const lon = desk.read('lon', degrees);
  const lat = desk.read('lat', degrees);
  if (lon === undefined || lat === undefined) return undefined;
  if (inVietNam({ lon, lat })) return { lon, lat };
  const swapped = { lon: lat, lat: lon };
  const label = `Kinh độ ${lat}, vĩ độ ${lon}`;
  const reading: Reading<Point> = inVietNam(swapped)
    ? ask('Kinh độ và vĩ độ bị đổi chỗ.', [{ value: swapped, label }])
    : refuse('Vị trí nằm ngoài Việt Nam.');
  return desk.settle('point', 'lon', reading);
}
