/** What a dry run tells: the same for the command, the screen and the step that applies it. */
import type { Mapping } from '../heading/mapSheet.ts';
import type { SkippedRow } from '../heading/sortRows.ts';

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

export interface ImportReport {
  target: string;
  mapping: Mapping;
  /** Always: created + changed + same + refused = rows. */
  counts: Record<Outcome | 'rows', number>;
  rows: RowReport[];
  /** Rows under the heading that are no records. */
  skipped: SkippedRow[];
  /** Keys of answers that fit no question of these rows. */
  unusedAnswers: string[];
}
