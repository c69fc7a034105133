/** A report as a person reads it in a terminal. */
import type { Report } from '#domain/report/report.ts';
import { reportFacts } from '#domain/report/reportSheets.ts';
import type { Column, Line, Table } from '#domain/report/table.ts';
import { dayToVietnamese } from '#domain/rules/day.ts';

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

function cellWords(line: Line, { kind }: Column, at: number): string {
  const value = line.values[at] ?? null;
  if (value === null) return '–';
  if (typeof value === 'number') return numbers.format(value);
  return kind === 'day' ? dayToVietnamese(value) : value;
}

function describeTable({ title, of, columns, lines, problems }: Table): string {
  const rows = lines.map((line) => [line.label, ...columns.map((column, at) => cellWords(line, column, at))]);
  const told = [[of, ...columns.map(({ label }) => label)], ...rows].map((row) => `  ${row.join(' | ')}`);
  return [`## ${title}`, ...told, ...problems.map((problem) => `  LỖI: ${problem}`)].join('\n');
}

/** The whole report in words. */
export function describeReport(report: Report): string {
  return [report.title, ...reportFacts(report), ...report.tables.map(describeTable)].join('\n\n');
}
