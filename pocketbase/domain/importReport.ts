/** What a dry run tells of each row: the same for the command, the screen and the step that applies it. */

/** A cell, or what several cells of a row say together, that stops the row. */
export interface CellProblem {
  /** What a chosen offer answers: the field, or a question of the whole row such as `producer_match`. */
  question: string;
  /** The field whose cell another text, or nothing at all, would stand in. */
  field: string;
  label: string;
  /** Column letter; empty where the sheet has no such column. */
  column: string;
  text: string;
  /** `ask`: one of the offers, another text or "leave empty" settles it. `refuse`: only another text or "leave empty" does. */
  status: 'ask' | 'refuse';
  why: string;
  offers: string[];
  /** Where other rows ask the same: the key of an answer for all of them, and how many they are. */
  shared?: { key: string; rows: number };
}

/** What several rows ask alike: the same of the same field, at the same text, with the same offers. */
export interface SharedQuestion extends Omit<CellProblem, 'shared'> {
  /** The key of an answer for all of them. */
  key: string;
  rows: number;
  /** The rows, as first and last of each run: the first thousand runs. */
  spans: [number, number][];
  /** The first rows by name. */
  first: { number: number; title: string }[];
}

/** `2–241, 250`: the rows of a question, the first runs of them. */
export function spanWords(spans: readonly (readonly [number, number])[], most = 12): string {
  const told = spans.slice(0, most).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return `${told.join(', ')}${spans.length > most ? ', …' : ''}`;
}

/** Something read right, but not letter by letter. */
export interface CellNote {
  label: string;
  column: string;
  text: string;
  note: string;
  /** The answer that it tells of, by its key. */
  answered?: string;
}

export interface FieldChange {
  field: string;
  label: string;
  old: unknown;
  new: unknown;
}

/** One record that a row would make or change. Ids of new records begin with `+` and are used by relations to them. */
export interface RecordChange {
  collection: string;
  id: string;
  action: 'create' | 'change';
  title: string;
  fields: FieldChange[];
}

export const OUTCOMES = { created: 'tạo mới', changed: 'thay đổi', same: 'giống hệt', refused: 'từ chối' } as const;
export type Outcome = keyof typeof OUTCOMES;

export interface RowReport {
  number: number;
  outcome: Outcome;
  title: string;
  records: RecordChange[];
  problems: CellProblem[];
  notes: CellNote[];
}

/** A row under the heading that is no record. */
export interface SkippedRow {
  number: number;
  text: string;
  why: string;
}
