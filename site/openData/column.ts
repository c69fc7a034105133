/**
 * The one description of a data set's columns: what the data dictionary tells and what the files hold come from it, so that the two cannot
 * disagree. Records write '' and 0 for "not stated"; open data writes nothing there (an empty cell, null in JSON).
 */

/** What a cell holds; null where nobody stated it. */
export type Cell = string | number | boolean | readonly string[] | null;

/** Type → how the dictionary says it. */
export const COLUMN_TYPES = {
  text: 'văn bản',
  code: 'mã',
  integer: 'số nguyên',
  decimal: 'số thập phân, dấu chấm',
  flag: 'true hoặc false',
  day: 'ngày, chính xác đến đâu ghi đến đó: YYYY, YYYY-MM hoặc YYYY-MM-DD',
  link: 'địa chỉ web',
  list: 'danh sách; trong CSV cách nhau bằng " | "',
} as const;
export type ColumnType = keyof typeof COLUMN_TYPES;

/** What the dictionary tells of a column. */
export interface ColumnFacts {
  /** Name in every format; never changes once published. */
  name: string;
  type: ColumnType;
  meaning: string;
  unit?: string;
  /** Code → its meaning, for codes. */
  codes?: Readonly<Record<string, string>>;
  /** Follows the day of publishing or other records: not told where a record stands alone, which changes only with itself. */
  ofDay?: true;
}

/** A column with the way from a row to its cell. */
export interface Column<R> extends ColumnFacts {
  read(row: R): Cell;
}

type Codes = Readonly<Record<string, string>>;
type Point = { lon: number; lat: number };

const isPlace = ({ lon, lat }: Point) => lon !== 0 || lat !== 0;

/** The kinds of column over rows of one type. */
export function columnsOf<R>() {
  const written =
    (type: ColumnType) =>
    (name: string, meaning: string, read: (row: R) => string | undefined): Column<R> => ({
      name,
      type,
      meaning,
      read: (row) => read(row) || null,
    });
  const code = (name: string, meaning: string, codes: Codes, read: (row: R) => string): Column<R>[] => [
    { name, type: 'code', meaning, codes, read: (row) => read(row) || null },
    { name: `${name}_ten`, type: 'text', meaning: `${meaning}, bằng chữ`, read: (row) => codes[read(row)] ?? null },
  ];
  const place = (point: (row: R) => Point, approximate: (row: R) => boolean): Column<R>[] => {
    const at = (read: (row: R) => Cell) => (row: R) => (isPlace(point(row)) ? read(row) : null);
    const degrees = { type: 'decimal', unit: 'độ, WGS 84' } as const;
    return [
      { name: 'kinh_do', meaning: 'Kinh độ', ...degrees, read: at((row) => point(row).lon) },
      { name: 'vi_do', meaning: 'Vĩ độ', ...degrees, read: at((row) => point(row).lat) },
      { name: 'vi_tri_uoc_chung', type: 'flag', meaning: 'Vị trí chỉ là ước chừng', read: at(approximate) },
    ];
  };
  return {
    text: written('text'),
    day: written('day'),
    link: written('link'),
    id: written('code'),
    code,
    place,
    /** A number that nobody stated is 0 in records. */
    number: (name: string, meaning: string, unit: string, read: (row: R) => number): Column<R> => ({
      ...{ name, type: 'integer', meaning, unit },
      read: (row) => read(row) || null,
    }),
    decimal: (name: string, meaning: string, unit: string, read: (row: R) => number | null): Column<R> => ({
      ...{ name, type: 'decimal', meaning, unit },
      read: (row) => read(row) || null,
    }),
    /** A number counted here: 0 is 0. */
    counted: (name: string, meaning: string, unit: string, read: (row: R) => number): Column<R> => ({
      ...{ name, type: 'integer', meaning, unit },
      read,
    }),
    flag: (name: string, meaning: string, read: (row: R) => boolean): Column<R> => ({
      ...{ name, type: 'flag', meaning },
      read,
    }),
    /** Yes, no, or nobody has said. */
    yesNo: (name: string, meaning: string, read: (row: R) => '' | 'yes' | 'no'): Column<R> => ({
      ...{ name, type: 'flag', meaning },
      read: (row) => (read(row) === '' ? null : read(row) === 'yes'),
    }),
    list: (name: string, meaning: string, read: (row: R) => readonly string[]): Column<R> => ({
      ...{ name, type: 'list', meaning },
      read,
    }),
  };
}

/** Marks columns that follow the day of publishing or other records. */
export function ofDay<R>(columns: readonly Column<R>[]): Column<R>[] {
  return columns.map((column) => ({ ...column, ofDay: true }));
}
