/** Records of any list as a sheet: headings and choices in the words of the schema, relations by their titles. */
import type { FieldShape } from '#domain/field.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { plainHeadings, type Sheet, type SheetCell } from '#domain/sheet/sheet.ts';
import type { AnyRecord } from '../api/records.ts';
import { instantWords } from '../clock.ts';
import { presentations } from '../nouns.ts';
import { shapeOfField, shapesOf } from '../record/schema.ts';

/** Never on any list: whoever has a trace code can copy a stamp. */
const SECRET_CODES: readonly string[] = ['trace_code'];
/** The ledger of addresses names every trace code. */
const KEPT_IN: readonly CollectionName[] = ['addresses'];
const NOT_IN_CELLS: readonly FieldShape['kind'][] = ['file', 'json'];
const TITLE = '@title';
/** Numbers that lists show in words, but that people add up and filter by. */
const COUNTED: readonly string[] = ['stars'];

/** Whether a list may leave as a file. */
export function isExportable(collection: CollectionName): boolean {
  return !KEPT_IN.includes(collection);
}

/** What stands for a record is a text of its own, else it is made of others. */
function hasOwnTitle(collection: CollectionName): boolean {
  return shapesOf(collection).get(nouns[collection].title)?.kind === 'text';
}

/** The columns of a list's file: its title, then every field in the order of the schema. */
export function exportedColumns(collection: CollectionName): string[] {
  const own = nouns[collection].title;
  const first = hasOwnTitle(collection) ? own : TITLE;
  const fields = [...shapesOf(collection)]
    .filter(([name, { kind, to }]) => {
      if (name === 'version' || name === first || SECRET_CODES.includes(name)) return false;
      return !NOT_IN_CELLS.includes(kind) && to !== 'media';
    })
    .map(([name]) => name);
  return [first, ...fields];
}

/** The relations whose records a list's file names. */
export function exportedRelations(collection: CollectionName): string[] {
  const own = (presentations[collection].expand ?? '').split(',');
  const relations = exportedColumns(collection).flatMap((column) => {
    if (column === TITLE) return [];
    const { kind, to } = shapeOfField(collection, column);
    if (kind !== 'relation' || to === undefined) return [];
    const further = (presentations[to as CollectionName].expand ?? '').split(',').filter(Boolean);
    return [column, ...further.map((path) => `${column}.${path}`)];
  });
  return [...new Set([...own, ...relations])].filter(Boolean);
}

function relationWords(record: AnyRecord, field: string, to: CollectionName): string {
  const targets = [record.expand?.[field] ?? []].flat();
  return targets.map((target) => presentations[to].title(target)).join('; ');
}

function choiceWords(value: unknown, choices: FieldShape['choices'] = {}): string {
  return [value]
    .flat()
    .map((code) => choices[String(code)] ?? String(code ?? ''))
    .join('; ');
}

function pointWords(value: unknown): string {
  const { lon = 0, lat = 0 } = (value ?? {}) as { lon?: number; lat?: number };
  return lon === 0 && lat === 0 ? '' : `${lat}, ${lon}`;
}

function cellOf(collection: CollectionName, record: AnyRecord, column: string): SheetCell {
  if (column === TITLE) return presentations[collection].title(record);
  const shape = shapeOfField(collection, column);
  const value = record[column];
  const named = presentations[collection].numbers?.[column];
  if (named !== undefined && !COUNTED.includes(column)) return named[String(value)] ?? null;
  if (shape.kind === 'number') return typeof value === 'number' && value !== 0 ? value : null;
  if (shape.kind === 'day') return { day: String(value ?? '') };
  if (shape.kind === 'flag') return value === true ? 'Có' : null;
  if (shape.kind === 'choice') return choiceWords(value, shape.choices);
  if (shape.kind === 'instant') return instantWords(String(value ?? ''));
  if (shape.kind === 'point') return pointWords(value);
  if (shape.kind === 'relation') return relationWords(record, column, shape.to as CollectionName);
  return String(value ?? '');
}

function headingOf(collection: CollectionName, column: string): string {
  if (column === TITLE) return nouns[collection].label.one;
  const { label, unit } = shapeOfField(collection, column);
  return unit === undefined ? label : `${label} (${unit})`;
}

/** All records as a sheet. A column that the server tells this person nothing of is left out. */
export function listSheet(collection: CollectionName, records: readonly AnyRecord[]): Sheet {
  const columns = exportedColumns(collection).filter(
    (column) => column === TITLE || records.length === 0 || records.some((record) => record[column] !== undefined),
  );
  return {
    name: nouns[collection].label.many,
    headings: plainHeadings(columns.map((column) => headingOf(collection, column))),
    rows: records.map((record) => columns.map((column) => cellOf(collection, record, column))),
    widths: columns.map((column, index) => (index === 0 || column === 'name' ? 36 : 18)),
  };
}
