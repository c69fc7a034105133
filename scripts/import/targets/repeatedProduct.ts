/**
 * A row of the registry that this program wrote itself and nobody has touched: it repeats what the records say, cell for cell, and raises
 * no question, also not about a name or number that would be asked about in a foreign file.
 */

import type { RegistryRecords } from '#domain/report/readRegistry.ts';
import { emptyRecord } from '#domain/report/records.ts';
import { registrySheet } from '#domain/report/registry.ts';
import { dayToVietnamese, isWholeDay } from '#domain/rules/day.ts';
import type { SheetCell } from '#domain/sheet/sheet.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import type { Imported } from '../plan/workingSet.ts';
import { cellText } from '../read/sheet.ts';
import type { ImportContext } from './context.ts';

const ROUND = ['stars', 'day', 'year', 'decision', 'authority'];
/** The registry's columns after its first, as the importer names them. */
const FIELDS = [
  'product_name',
  'group',
  'producer_kind',
  'producer',
  'commune',
  'address',
  'representative',
  'phone',
  'stars',
  'expires_on',
  ...ROUND.map((field) => `round1_${field}`),
  ...ROUND.map((field) => `round2_${field}`),
  'note',
];

function written(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell).trim();
  return isWholeDay(cell.day) ? cell.day : dayToVietnamese(cell.day);
}

const keyOf = (cells: readonly string[]) => JSON.stringify(cells.map((cell) => cell.normalize('NFC')));

function recordsOf({ working, places }: ImportContext): RegistryRecords {
  const all = (collection: Imported) =>
    [...working.all(collection)].map((record) => ({ ...emptyRecord(collection), ...record }));
  return {
    products: all('products'),
    producers: all('producers'),
    producer_contacts: all('producer_contacts'),
    decisions: all('decisions'),
    recognitions: all('recognitions'),
    communes: places.all.map(({ commune }) => commune),
    site_settings: [],
  } as unknown as RegistryRecords;
}

const known = new WeakMap<ImportContext, ReadonlySet<string>>();

/** Rows as the registry would write them of the records before this import. */
function registryRows(context: ImportContext): ReadonlySet<string> {
  const before = known.get(context);
  if (before !== undefined) return before;
  const { rows } = registrySheet(recordsOf(context), context.today);
  const keys = new Set(rows.map((row) => keyOf(row.slice(1).map(written))));
  known.set(context, keys);
  return keys;
}

/** The title of the product that a row of the registry repeats; null for any other row. */
export function repeatedProduct(desk: RowDesk, context: ImportContext): string | null {
  if (FIELDS.some((field) => desk.heading(field) === '')) return null;
  const cells = FIELDS.map((field) => cellText(desk.cell(field)).trim());
  if (!registryRows(context).has(keyOf(cells))) return null;
  return [desk.text('product_name'), desk.text('producer')].filter((text) => text !== '').join(' – ');
}
