/**
 * A sheet in the form that `write-excel-file` takes, which leaves out what XML cannot hold. A text is always declared as one, so that none is ever read as a formula; a whole
 * day is a real date, one known less exactly is a text.
 */
import { dayNumber, dayToVietnamese, isWholeDay } from '#domain/rules/day.ts';
import { type Sheet, type SheetCell, sheetName } from './sheet.ts';

const MS_PER_DAY = 86_400_000;
/** Excel takes no more letters in one cell. */
const CELL_LENGTH = 32_767;
/** Excel knows no day before this one. */
const FIRST_DAY = '1900-03-01';

function textCell(text: string) {
  return { value: text.slice(0, CELL_LENGTH), type: String } as const;
}

function dayCell(day: string) {
  if (!isWholeDay(day) || day < FIRST_DAY) return textCell(dayToVietnamese(day));
  return { value: new Date(dayNumber(day) * MS_PER_DAY), type: Date, format: 'dd/mm/yyyy' } as const;
}

function excelCell(cell: SheetCell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? ({ value: cell, type: Number } as const) : null;
  if (typeof cell === 'string') return textCell(cell);
  return cell.day === '' ? null : dayCell(cell.day);
}

function headingRow(line: Sheet['headings'][number]) {
  return line.map((cell) => {
    if (cell === null) return null;
    const { text, across = 1, down = 1 } = cell;
    const spans = { ...(across > 1 ? { columnSpan: across } : {}), ...(down > 1 ? { rowSpan: down } : {}) };
    return { ...textCell(text), fontWeight: 'bold', wrap: true, alignVertical: 'center', ...spans } as const;
  });
}

/** One sheet with its name, widths and frozen headings. */
export function excelSheet({ name, headings, rows, widths = [] }: Sheet) {
  return {
    sheet: sheetName(name),
    data: [...headings.map(headingRow), ...rows.map((row) => row.map(excelCell))],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: headings.length,
  };
}
