import { readDay } from '../cells/readDay.ts';
import { ask, type Reading } from '../cells/reading.ts';
import type { MappedColumn } from '../heading/mapColumns.ts';
import type { DataRow } from '../heading/sortRows.ts';
import type { Cell } from '../read/sheet.ts';
import { fieldsOfTarget, type TargetName } from '../targets/fields.ts';

/** So many rows in a row are no chance. */
const LEAST_RUN = 4;

interface Entry {
  row: DataRow;
  cell: Cell;
  day: string;
}

/** One year later on the same day of the next row: what Excel fills in when a day is dragged down as text. */
function follows(day: string, before: string): boolean {
  return day.slice(4) === before.slice(4) && Number(day.slice(0, 4)) === Number(before.slice(0, 4)) + 1;
}

function runs(entries: readonly Entry[]): Entry[][] {
  const found: Entry[][] = [];
  for (const entry of entries) {
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && follows(entry.day, last.day)) run.push(entry);
    else found.push([entry]);
  }
  return found.filter((run) => run.length >= LEAST_RUN);
}

/** Days whose year rises by one from row to row, as questions by `<row>:<field>`. */
export function dragFilledDays(
  rows: readonly DataRow[],
  columns: readonly MappedColumn[],
  target: TargetName,
): Map<string, Reading<Cell>> {
  const doubts = new Map<string, Reading<Cell>>();
  const days = columns.filter((column) => fieldsOfTarget(target)[column.field]?.looks === 'day');
  for (const column of days) {
    const entries = rows.flatMap((row): Entry[] => {
      const cell = row.cells[column.index] ?? '';
      const reading = readDay(cell);
      return reading.status === 'right' && reading.value.length === 10 ? [{ row, cell, day: reading.value }] : [];
    });
    for (const run of runs(entries)) {
      const [first] = run;
      for (const { row, cell, day } of run.slice(1)) {
        const offers = [
          {
            value: first?.cell ?? cell,
            label: `Như dòng ${first?.row.number}: ${first?.day.split('-').reverse().join('/')}`,
          },
          { value: cell, label: `Giữ ${day.split('-').reverse().join('/')}` },
        ];
        doubts.set(`${row.number}:${column.field}`, ask('Năm tăng đều từng dòng: có thể do kéo chuột điền ô.', offers));
      }
    }
  }
  return doubts;
}
