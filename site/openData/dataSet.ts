/** A data set: rows read from the snapshot, written by its columns. */
import { settings } from '#site/snapshot.ts';
import type { Cell, Column, ColumnFacts } from './column.ts';
import { withoutPersons } from './withoutPersons.ts';

/** One row as every format holds it: column name → cell. */
export type DataRecord = Record<string, Cell>;

export interface DataSet {
  /** Name in addresses: `/du-lieu/<name>.csv`. Never changes. */
  name: string;
  title: string;
  about: string;
  columns: readonly ColumnFacts[];
  /** Whether rows may have a place, so that there is a GeoJSON file. */
  hasPlaces: boolean;
  /** A calendar of the same records. */
  calendar?: string;
  records(): readonly DataRecord[];
}

/** A data set whose rows are known to the type system: other files tell single rows in the same form. */
export interface Described<R> extends DataSet {
  /** One row by itself, without what follows the day of publishing or other records. */
  recordOf(row: R): DataRecord;
}

interface Description<R> extends Pick<DataSet, 'name' | 'title' | 'about' | 'calendar'> {
  rows(): readonly R[];
  columns: readonly Column<R>[];
}

const AS_OF: Column<unknown> = {
  name: 'tinh_den',
  type: 'day',
  meaning: 'Ngày tính các mục đổi theo ngày trong dòng này',
  ofDay: true,
  read: () => settings().as_of,
};

/** Codes, days and addresses of ours hold no names. */
function tidy(type: Column<never>['type'], cell: Cell): Cell {
  if (type !== 'text' && type !== 'list') return cell;
  if (typeof cell === 'string') return withoutPersons(cell);
  return Array.isArray(cell) ? cell.map(withoutPersons) : cell;
}

function toRecord<R>(columns: readonly Column<R>[], row: R): DataRecord {
  return Object.fromEntries(columns.map(({ name, type, read }) => [name, tidy(type, read(row))]));
}

/** Makes a data set of its description. Rows are read once for all formats of a build. */
export function describe<R>({ rows, columns: own, ...facts }: Description<R>): Described<R> {
  const columns = own.some((column) => column.ofDay === true) ? [...own, AS_OF] : own;
  const lasting = columns.filter((column) => column.ofDay !== true);
  let records: readonly DataRecord[] | undefined;
  return {
    ...facts,
    columns,
    hasPlaces: columns.some(({ name }) => name === 'kinh_do'),
    recordOf: (row) => toRecord(lasting, row),
    records() {
      records ??= rows().map((row) => toRecord(columns, row));
      return records;
    },
  };
}
