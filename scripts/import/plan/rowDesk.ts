import { answerKey, type ImportAnswer, type ImportAnswers } from '#domain/importAnswers.ts';
import type { Reading } from '../cells/reading.ts';
import { saysNothing, shownText } from '../cells/reading.ts';
import type { MappedColumn } from '../heading/mapColumns.ts';
import type { DataRow } from '../heading/sortRows.ts';
import type { Cell } from '../read/sheet.ts';
import type { CellNote, CellProblem } from './report.ts';
import type { SharedAnswer } from './sharedQuestions.ts';

/** One row on the desk: its cells are read, its questions settled, its problems gathered. */
export interface RowDesk {
  number: number;
  section: string;
  /** The cell under a field; empty where the column is missing or says nothing. */
  cell(field: string): Cell;
  /** The cell as a person sees it. */
  text(field: string): string;
  /** The heading over a field's cells: it may name their unit. */
  heading(field: string): string;
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
  answers: ImportAnswers;
  /** Whether there are any: asked of every cell, so it is told. */
  hasAnswers: boolean;
  /** Takes note of an answer that was used, by its key. */
  used(key: string): void;
  /** Doubts that only the column as a whole shows, by `<row>:<field>`. */
  doubts: ReadonlyMap<string, Reading<Cell>>;
}

function described(settings: DeskSettings, row: DataRow, field: string) {
  const column = settings.columns.get(field);
  const cell = column === undefined ? '' : (row.cells[column.index] ?? '');
  return { label: column?.label ?? field, column: column?.letter ?? '', text: shownText(cell) };
}

/** Lays a row on the desk. `shared`: answers for many rows that settle questions of this one, by the keys of its own. */
export function openRow(row: DataRow, settings: DeskSettings, shared: ReadonlyMap<string, SharedAnswer>): RowDesk {
  const problems: CellProblem[] = [];
  const notes: CellNote[] = [];
  const { answers, doubts } = settings;
  function answerTo(name: string): ImportAnswer | undefined {
    if (!settings.hasAnswers) return undefined;
    const key = answerKey(row.number, name);
    return answers[key] ?? shared.get(key)?.answer;
  }

  /** An answer counts once, however often its cell is looked at. */
  function use(name: string, field: string, words: string): void {
    const own = answerKey(row.number, name);
    const many = answers[own] === undefined ? shared.get(own)?.key : undefined;
    const key = many ?? own;
    if (notes.some((each) => each.answered === key)) return;
    settings.used(key);
    const note = `${many === undefined ? 'Trả lời' : 'Trả lời chung'}: ${words}.`;
    notes.push({ ...described(settings, row, field), note, answered: key });
  }

  function cell(field: string): Cell {
    const answer = answerTo(field);
    if (answer !== undefined && 'empty' in answer) {
      use(field, field, 'để trống');
      return '';
    }
    if (answer !== undefined && 'text' in answer) {
      use(field, field, `“${answer.text}”`);
      return saysNothing(answer.text) ? '' : answer.text;
    }
    const column = settings.columns.get(field);
    const found = column === undefined ? '' : (row.cells[column.index] ?? '');
    return saysNothing(found) ? '' : found;
  }

  function note(field: string, text: string | undefined): void {
    if (text !== undefined && text !== '') notes.push({ ...described(settings, row, field), note: text });
  }

  /** The offer that was chosen, if the question still offers it. */
  function chosen<T>(question: string, field: string, reading: Reading<T>): { value: T } | undefined {
    const answer = answerTo(question);
    if (answer === undefined || !('choose' in answer) || reading.status !== 'ask') return undefined;
    const candidate = reading.candidates[answer.choose];
    if (candidate === undefined || (answer.offer !== undefined && answer.offer !== candidate.label)) return undefined;
    use(question, field, `“${candidate.label}”`);
    return candidate;
  }

  function settle<T>(question: string, field: string, reading: Reading<T>): T | undefined {
    if (reading.status === 'right') {
      note(field, reading.note);
      return reading.value;
    }
    const answer = chosen(question, field, reading);
    if (answer !== undefined) return answer.value;
    const offers = reading.status === 'ask' ? reading.candidates.map((each) => each.label) : [];
    const { status, why } = reading;
    problems.push({ ...described(settings, row, field), question, field, status, why, offers });
    return undefined;
  }

  function read<T>(field: string, reader: (cell: Cell) => Reading<T>): T | undefined {
    const found = cell(field);
    if (found === '') return undefined;
    const answer = answerTo(field);
    // What a person wrote is in no doubt for standing in its column.
    const isWritten = answer !== undefined && 'text' in answer;
    const doubt = isWritten || doubts.size === 0 ? undefined : doubts.get(`${row.number}:${field}`);
    if (doubt === undefined) return settle(field, field, reader(found));
    const settled = settle(`${field}_run`, field, doubt);
    return settled === undefined ? undefined : settle(field, field, reader(settled));
  }

  const refuse = (field: string, why: string) => void settle(field, field, { status: 'refuse', why });
  const text = (field: string) => shownText(cell(field)).trim();
  const heading = (field: string) => settings.columns.get(field)?.heading ?? '';
  return { number: row.number, section: row.section, cell, text, heading, read, settle, refuse, note, problems, notes };
}
