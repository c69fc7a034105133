import type { Cell } from '../read/sheet.ts';
import { ask, mapReading, type Reading, refuse, shownText } from './reading.ts';
import { readAmount } from './readQuantities.ts';

/** Square metres of what land is measured in. A sào or mẫu is another size in each of the three regions: only named with its region it is one. */
const UNITS: readonly { pattern: RegExp; squareMetres: number; label: string }[] = [
  { pattern: /(?<!\p{L})(?:ha|hecta|héc ta|hec ta|hectare)(?!\p{L})/u, squareMetres: 10_000, label: 'ha' },
  { pattern: /(?<!\p{L})(?:m2|m²|mét vuông|met vuong)(?![\p{L}\d])/u, squareMetres: 1, label: 'm²' },
  { pattern: /km2|km²/u, squareMetres: 1_000_000, label: 'km²' },
  { pattern: /sào\s*\(?(?:bắc bộ|bb)(?!\p{L})/u, squareMetres: 360, label: 'sào Bắc Bộ (360 m²)' },
  { pattern: /sào\s*\(?(?:trung bộ|tb)(?!\p{L})/u, squareMetres: 500, label: 'sào Trung Bộ (500 m²)' },
  { pattern: /mẫu\s*\(?(?:bắc bộ|bb)(?!\p{L})/u, squareMetres: 3_600, label: 'mẫu Bắc Bộ (3.600 m²)' },
];
const REGIONAL = /(?<!\p{L})(?:sào|mẫu|công)(?!\p{L})/u;

const unitsIn = (text: string) => UNITS.filter(({ pattern }) => pattern.test(text.normalize('NFC').toLowerCase()));
const inHectares = (squareMetres: number) => (value: number) => Number(((value * squareMetres) / 10_000).toFixed(6));
const shown = (value: number) => `${String(value).replace('.', ',')} ha`;

/** A number of hectares for each unit that may be meant. */
function meantIn(amount: Reading<number>, units: typeof UNITS, why: string): Reading<number> {
  if (amount.status === 'refuse') return amount;
  const values = amount.status === 'right' ? [amount.value] : amount.candidates.map(({ value }) => value);
  return ask(
    why,
    values.flatMap((value) =>
      units.map(({ squareMetres, label }) => {
        const area = inHectares(squareMetres)(value);
        return { value: area, label: `${String(value).replace('.', ',')} ${label} = ${shown(area)}` };
      }),
    ),
  );
}

/** An area in hectares. The unit stands in the cell or in the column's heading; where neither says it, it is asked. */
export function readArea(cell: Cell, heading: string): Reading<number> {
  const text = shownText(cell);
  const own = unitsIn(text);
  const units = own.length > 0 ? own : unitsIn(heading);
  if (units.length > 1 || (own.length > 0 && REGIONAL.test(text.toLowerCase()) && !/bộ|bb|tb/i.test(text)))
    return refuse('Diện tích ghi nhiều đơn vị: hãy ghi một số, một đơn vị.');
  const amount = readAmount(own.length > 0 ? text.replace(/(?:k?m[2²]|mét vuông)/giu, ' ') : cell);
  const [unit] = units;
  // Hectares are told with three decimals as often as by the thousand.
  const either =
    unit?.label === 'ha' && typeof cell === 'string' ? /(?<![\d.,])(\d{1,3})\.(\d{3})(?![\d.,])/.exec(text) : null;
  if (either !== null && amount.status === 'right')
    return ask(
      'Dấu chấm có thể là phần thập phân hoặc ngăn hàng nghìn: cần chọn.',
      [Number(either[0]), amount.value].map((value) => ({ value, label: shown(value) })),
    );
  if (unit !== undefined)
    return mapReading(amount, inHectares(unit.squareMetres), unit.label === 'ha' ? undefined : `Đổi từ ${unit.label}.`);
  if (REGIONAL.test(`${text} ${heading}`.normalize('NFC').toLowerCase()))
    return meantIn(amount, UNITS.slice(3), 'Sào, mẫu mỗi miền một cỡ: cần chọn.');
  return meantIn(amount, UNITS.slice(0, 2), 'Chưa ghi đơn vị diện tích: hãy ghi “ha” ở tiêu đề cột hoặc chọn.');
}
