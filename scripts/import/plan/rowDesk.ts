import type { Reading } from '../cells/reading.ts';
import { saysNothing, shownText } from '../cells/reading.ts';
import type { MappedColumn } from '../heading/mapColumns.ts';
import type { DataRow } from '../heading/sortRows.ts';
import type { Cell } from '../read/sheet.ts';
import type { Answers, CellNote, CellProblem } from './report.ts';

/** One row on the desk: its cells are read, its questions settled, its problems gathered. */
export interface RowDesk {
  number: number;
  section: string;
  /** The cell under a field; empty where the column is missing or says nothing. */
  cell(field: string): Cell;
  /** The cell as a person sees it. */
  text(field: string): string;
  /** What a reader makes of a field's cell; undefined where it is empty or stopped by a problem. */
  read<T>(field: string, reader: (cell: Cell) => Reading<T>): T | undefined;
  /** A question of the row as a whole, shown at a field's cell. */
  settle<T>(question: string, field: string, reading: Reading<T>): T | undefined;
  refuse(field: string, why: string): void;
  note(field: string, note: string): void;
  problems: CellProblem[];
  notes: CellNote[];
}

/** What is the same for all rows of a sheet. */
export interface DeskSettings {
  columns: ReadonlyMap<string, MappedColumn>;
  answers: Answers;
  /** Doubts that only the column as a whole shows, by `<row>:<field>`. */
  doubts: ReadonlyMap<string, Reading<Cell>>;
}

function described(settings: DeskSettings, row: DataRow, field: string) {
  const column = settings.columns.get(field);
  const cell = column === undefined ? '' : (row.cells[column.index] ?? '');
  return { label: column?.label ?? field, column: column?.letter ?? '', text: shownText(cell) };
}

/** Lays a row on the desk. */
export function openRow(row: DataRow, settings: DeskSettings): RowDesk {
  const problems: CellProblem[] = [];
  const notes: CellNote[] = [];
  const { answers, doubts } = settings;
  const hasAnswers = Object.keys(answers).length > 0;
  const answerTo = (question: string) => (hasAnswers ? answers[`${row.number}:${question}`] : undefined);

  function cell(field: string): Cell {
    const answer = answerTo(field);
    if (answer !== undefined && 'empty' in answer) return '';
    if (answer !== undefined && 'text' in answer) return answer.text;
    const column = settings.columns.get(field);
    const found = column === undefined ? '' : (row.cells[column.index] ?? '');
    return saysNothing(found) ? '' : found;
  }

  function note(field: string, text: string | undefined): void {
    if (text !== undefined && text !== '') notes.push({ ...described(settings, row, field), note: text });
  }

  function settle<T>(question: string, field: string, reading: Reading<T>): T | undefined {
    if (reading.status === 'right') {
      note(field, reading.note);
      return reading.value;
    }
    const answer = answerTo(question);
    if (answer !== undefined && 'empty' in answer) return undefined;
    const chosen =
      answer !== undefined && 'choose' in answer && reading.status === 'ask'
        ? reading.candidates[answer.choose]
        : undefined;
    if (chosen !== undefined) return chosen.value;
    const offers = reading.status === 'ask' ? reading.candidates.map((each) => each.label) : [];
    problems.push({ ...described(settings, row, field), question, status: reading.status, why: reading.why, offers });
    return undefined;
  }

  function read<T>(field: string, reader: (cell: Cell) => Reading<T>): T | undefined {
    const found = cell(field);
    if (found === '') return undefined;
    const doubt = doubts.size === 0 ? undefined : doubts.get(`${row.number}:${field}`);
    if (doubt === undefined) return settle(field, field, reader(found));
    const settled = settle(field, field, doubt);
    return settled === undefined ? undefined : settle(field, field, reader(settled));
  }

  const refuse = (field: string, why: string) => void settle(field, field, { status: 'refuse', why });
  const text = (field: string) => shownText(cell(field)).trim();
  return { number: row.number, section: row.section, cell, text, read, settle, refuse, note, problems, notes };
}
