import writeExcelFile from 'write-excel-file/node';

type Value = string | number | Date | null;

/** The two heading lines of the office's registry (domain facts 1.13): eleven columns, two rounds of five, a note. */
const ALONE = [
  'TT',
  'Tên sản phẩm',
  'Nhóm sản phẩm',
  'Loại hình',
  'Chủ thể',
  'Xã/phường',
  'Địa chỉ',
  'Người đại diện',
  'Điện thoại',
  'Sao hiện tại',
  'Ngày hết hạn',
];
const ROUND = ['Số sao', 'Ngày công nhận', 'Năm', 'Số QĐ', 'Cơ quan công nhận'];

/** A row of the registry; what is left out is empty. */
export interface RegistryRow {
  product: string;
  group?: Value;
  kind?: string;
  producer: string;
  commune?: string;
  address?: string;
  representative?: string;
  phone?: Value;
  current?: Value;
  expires?: Value;
  round1?: Value[];
  round2?: Value[];
  note?: string;
}

function cell(value: Value | undefined) {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' } as const;
  return typeof value === 'number' ? ({ value, type: Number } as const) : { value };
}

function cellsOf(row: RegistryRow, index: number) {
  const round = (values: Value[] = []) => ROUND.map((_, at) => values[at]);
  const { product, group, kind, producer, commune, address, representative, phone, current, expires, note } = row;
  const alone = [index + 1, product, group, kind, producer, commune, address, representative, phone, current, expires];
  return [...alone, ...round(row.round1), ...round(row.round2), note].map(cell);
}

/** The registry as Excel keeps it: a title over all columns, merged headings on two lines, a line of numbers, then the rows. */
export function registryWorkbook(rows: readonly RegistryRow[]): Promise<Buffer> {
  const blanks = (count: number) => Array<null>(count).fill(null);
  const group = (value: string) => [{ value, columnSpan: 5 }, ...blanks(4)];
  return writeExcelFile([
    [{ value: 'SỔ THEO DÕI SẢN PHẨM OCOP', columnSpan: 22 }, ...blanks(21)],
    blanks(22),
    [
      ...ALONE.map((value) => ({ value, rowSpan: 2 })),
      ...group('Công nhận đợt 1'),
      ...group('Công nhận đợt 2, nâng hạng'),
      { value: 'Ghi chú', rowSpan: 2 },
    ],
    [...blanks(11), ...ROUND.map((value) => ({ value })), ...ROUND.map((value) => ({ value })), null],
    Array.from({ length: 22 }, (_, index) => ({ value: index + 1, type: Number })),
    ...rows.map(cellsOf),
  ]).toBuffer();
}
