/** The refused rows as a workbook that can be mended and imported again: their own cells, and why they were refused. */
import writeExcelFile from 'write-excel-file/node';
import type { MappedSheet } from '../heading/mapSheet.ts';
import type { ImportReport, RowReport } from '../plan/report.ts';
import { type Cell, cellText } from '../read/sheet.ts';

/** Heading of the last column. */
export const REASON_HEADING = 'Lý do từ chối';

function excelCell(cell: Cell) {
  if (cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number } as const;
  if (typeof cell === 'object' && 'day' in cell && /^\d{4}-\d{2}-\d{2}$/.test(cell.day))
    return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' } as const;
  return { value: cellText(cell), type: String } as const;
}

function reasons({ problems }: RowReport): string {
  const told = problems.map(({ label, why, offers }) => {
    const choices = offers.length === 0 ? '' : ` (${offers.join(' / ')})`;
    return `${label}: ${why}${choices}`;
  });
  return told.join('\n');
}

/** An XLSX file; null where no row was refused. */
export async function refusedWorkbook({ mapping, rows }: MappedSheet, report: ImportReport): Promise<Buffer | null> {
  const refused = new Map(
    report.rows.flatMap((row) => (row.outcome === 'refused' ? [[row.number, row] as const] : [])),
  );
  if (refused.size === 0) return null;
  const width = mapping.columns.length;
  const heading = [...mapping.columns.map((column) => column.heading), REASON_HEADING].map((value) => ({ value }));
  const body = rows.flatMap((row) => {
    const told = refused.get(row.number);
    if (told === undefined) return [];
    const cells = Array.from({ length: width }, (_, index) => excelCell(row.cells[index] ?? ''));
    return [[...cells, { value: reasons(told), type: String } as const]];
  });
  return writeExcelFile([heading, ...body]).toBuffer();
}
