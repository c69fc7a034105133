/** A report as a workbook: a first sheet that says what it is, then one sheet a table. */
import { dayToVietnamese, isPartialDay } from '#domain/rules/day.ts';
import { plainHeadings, type Sheet, type SheetCell } from '#domain/sheet/sheet.ts';
import type { Report } from './report.ts';
import type { Column, Table, Value } from './table.ts';

/** What a report is counted for and from, a sentence each. */
export function reportFacts({ countedFor, knownOn, isOpen, span, spanBefore, demonstration }: Report): string[] {
  const days = ({ from, to }: typeof span) => `${dayToVietnamese(from)}–${dayToVietnamese(to)}`;
  return [
    `Số liệu tính đến hết ngày ${dayToVietnamese(countedFor)}; biến động trong ${days(span)}.`,
    `Cùng kỳ năm trước: ${days(spanBefore)}, tính từ cùng những hồ sơ đó.`,
    knownOn === null
      ? 'Theo hồ sơ như biết hôm nay: sửa đổi về sau có thể làm số liệu thay đổi.'
      : `Theo hồ sơ như đã biết hết ngày ${dayToVietnamese(knownOn)}: sửa đổi về sau không làm thay đổi báo cáo này.`,
    ...(isOpen && knownOn !== null
      ? ['Ngày lập báo cáo chưa hết: điều nhập thêm trong hôm nay vẫn được tính vào.']
      : []),
    ...(demonstration === 0 ? [] : [`Có ${demonstration} sản phẩm là dữ liệu minh họa, không có thật.`]),
  ];
}

function sheetCell(value: Value, { kind }: Column): SheetCell {
  return kind === 'day' && typeof value === 'string' && isPartialDay(value) ? { day: value } : value;
}

function tableSheet({ title, of, columns, lines, notes, problems }: Table, number: number): Sheet {
  const width = columns.length + 1;
  const remark = (text: string): SheetCell[] => [text];
  return {
    name: `${number}. ${title}`,
    headings: [
      [{ text: title, across: width }, ...columns.map(() => null)],
      ...plainHeadings([of, ...columns.map(({ label }) => label)]),
    ],
    rows: [
      ...lines.map(({ label, values }) => [
        label,
        ...columns.map((column, at) => sheetCell(values[at] ?? null, column)),
      ]),
      ...[...problems.map((problem) => `LỖI: ${problem}`), ...notes].map(remark),
    ],
    widths: [44, ...columns.map(({ kind }) => (kind === 'text' ? 24 : 16))],
  };
}

/** The sheets of a report. */
export function reportSheets(report: Report): Sheet[] {
  const { title, tables, problems } = report;
  const facts = [...problems.map((problem) => `LỖI: ${problem}`), ...reportFacts(report)];
  const contents = tables.map((table, at) => [`${at + 1}. ${table.title}`]);
  const first = {
    name: 'Báo cáo',
    headings: [[{ text: title }]],
    rows: [...facts.map((fact) => [fact]), ...contents],
    widths: [100],
  };
  return [first, ...tables.map((table, at) => tableSheet(table, at + 1))];
}
