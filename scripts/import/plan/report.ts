/** What a dry run tells: the same for the command, the screen and the step that applies it. */
import type { Mapping } from '../heading/mapSheet.ts';
import type { SkippedRow } from '../heading/sortRows.ts';

/** A cell, or what several cells of a row say together, that stops the row. */
export interface CellProblem {
  /** What an answer names: the field, or a question of the whole row such as `producer_match`. */
  question: string;
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
}

/** A person's word on a question: one of its offers, another text for the cell, or nothing at all. */
export type Answer = { choose: number } | { text: string } | { empty: true };

/** By `<row number>:<question>`. */
export type Answers = Readonly<Record<string, Answer>>;
