/**
 * CSV as Excel in Vietnamese opens it with a double click: UTF-8 with its mark, semicolons (a comma is the decimal sign there), numbers
 * with a decimal comma, days as dd/mm/yyyy. Every text stands in quotes, so that no separator of another setting cuts it, and one that
 * a spreadsheet could take for a formula begins with an apostrophe.
 */
import { dayToVietnamese } from '#domain/rules/day.ts';
import { looksLikeFormula } from '#domain/rules/formula.ts';
import type { Sheet, SheetCell } from './sheet.ts';

const BYTE_ORDER_MARK = '\uFEFF';
const SEPARATOR = ';';

function quoted(text: string): string {
  const harmless = looksLikeFormula(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

function csvCell(cell: SheetCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : '';
  return typeof cell === 'string' ? quoted(cell) : dayToVietnamese(cell.day);
}

/** A sheet as the text of a CSV file. */
export function toCsv({ headings, rows }: Sheet): string {
  const lines = [...headings.map((line) => line.map((cell) => cell?.text ?? null)), ...rows];
  return `${BYTE_ORDER_MARK}${lines.map((line) => line.map(csvCell).join(SEPARATOR)).join('\r\n')}\r\n`;
}
