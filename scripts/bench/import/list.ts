/** A synthetic list for the bench: products with their makers, phones, stars and decisions, as an office keeps them. */
import writeExcelFile from 'write-excel-file/node';

const HEADING = ['Tên sản phẩm', 'Chủ thể', 'Điện thoại', 'Ghi chú', 'Sao', 'Số QĐ'];
/** Products of one maker. */
const PER_PRODUCER = 4;
const PER_DECISION = 100;

function row(index: number): string[] {
  const maker = Math.floor(index / PER_PRODUCER);
  const decision = Math.floor(index / PER_DECISION) + 1;
  return [
    `Sản phẩm thử số ${index}`,
    `HTX Thử tải ${maker}`,
    `09${String(10_000_000 + maker).slice(-8)}`,
    `Ghi chú của dòng ${index}`,
    `${3 + (index % 2)} sao`,
    `${decision}/QĐ-UBND ngày 01/02/2024`,
  ];
}

const cellsOf = (rows: number) => [HEADING, ...Array.from({ length: rows }, (_, index) => row(index))];

/** The list as CSV. */
export function benchList(rows: number): string {
  return cellsOf(rows)
    .map((cells) => cells.join(';'))
    .join('\n');
}

/** The list as an Excel workbook. */
export function benchWorkbook(rows: number): Promise<Buffer> {
  return writeExcelFile(cellsOf(rows).map((cells) => cells.map((value) => ({ value })))).toBuffer();
}
