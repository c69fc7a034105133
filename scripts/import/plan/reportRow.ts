/** One row of a dry run: planned, asked about, refused, and what is told of it. */
import { newContradictions } from '#domain/rules/contradictions.ts';
import type { DataRow } from '../heading/sortRows.ts';
import type { ImportContext, PlanRow, RowPlan } from '../targets/context.ts';
import type { CellProblem, RecordChange, RowReport } from './report.ts';
import { type DeskSettings, openRow, type RowDesk } from './rowDesk.ts';
import { type SharedAnswer, takeShared } from './sharedQuestions.ts';
import type { Imported } from './workingSet.ts';

/** A refusal that no answer at a cell could settle. */
export function wholeProblem(question: 'sheet' | 'limits' | 'again', label: string, why: string): CellProblem {
  return { question, field: '', label, column: '', text: '', status: 'refuse', why, offers: [] };
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Fields whose text names a row that could not be planned. */
const TITLES = ['product_name', 'name', 'producer', 'code', 'product_code'] as const;

/** What is asked of who may write, while a row is planned. */
interface Permission {
  /** Why the changes are not the person's to write; empty where they are. */
  refuse(changes: readonly RecordChange[]): string;
  /** What of them waits for an approver. */
  note(changes: readonly RecordChange[]): string;
}

/** What is the same for all rows of a sheet, besides the records. */
export interface RowSettings extends DeskSettings {
  /** Whether any answer stands for several rows. */
  hasShared: boolean;
  permission: Permission;
  /** By row: what would stop it, were the file imported again. */
  unclear: ReadonlyMap<number, readonly CellProblem[]>;
}

/** Plans a row, again for each answer for many rows that one of its questions has; what a refused row put is taken back. */
function planRow(
  row: DataRow,
  plan: PlanRow,
  settings: RowSettings,
  context: ImportContext,
): [RowDesk, RowPlan | null] {
  const shared = new Map<string, SharedAnswer>();
  const tried = new Set<string>();
  for (;;) {
    context.working.nextRow();
    const desk = openRow(row, settings, shared);
    const planned = plan(desk, context);
    if (planned !== null && desk.problems.length === 0) return [desk, planned];
    context.working.takeBack();
    const isAgain = settings.hasShared && takeShared(row.number, desk.problems, settings.answers, shared, tried);
    if (!isAgain) return [desk, planned];
  }
}

/** What stops a row that could be planned. */
function stoppedAfterAll(row: number, { changes }: RowPlan, { permission, unclear }: RowSettings): CellProblem[] {
  const beyond = permission.refuse(changes);
  if (beyond !== '') return [wholeProblem('limits', 'Cả dòng', beyond)];
  return (unclear.get(row) ?? []).map((each) => ({ ...each }));
}

/** Refuses, at its cell, what would contradict what the record holds already; the row by itself was judged as it was read. */
function refuseContradictions(desk: RowDesk, { changes }: RowPlan, { working }: ImportContext): void {
  for (const { collection, id, action, fields } of changes) {
    const after = working.get(collection as Imported, id) ?? {};
    const old = Object.fromEntries(fields.map((each) => [each.field, each.old ?? '']));
    const before = action === 'create' ? null : { ...after, ...old };
    for (const { field, message } of newContradictions(collection, before, after)) desk.refuse(field, message);
  }
}

/** Reads one row, and tells what would become of it. */
export function reportRow(row: DataRow, plan: PlanRow, settings: RowSettings, context: ImportContext): RowReport {
  const [desk, planned] = planRow(row, plan, settings, context);
  const { problems, notes } = desk;
  for (const { label, old, new: value } of context.working.takeContradictions())
    notes.push({ label, column: '', text: String(value), note: `Dòng trước trong tệp ghi “${old}”: giữ giá trị đó.` });
  if (planned !== null && problems.length === 0) {
    refuseContradictions(desk, planned, context);
    problems.push(...stoppedAfterAll(row.number, planned, settings));
    if (problems.length > 0) context.working.takeBack();
  }
  const title = planned?.title ?? TITLES.map(desk.text).find((text) => text !== '') ?? '';
  if (planned === null || problems.length > 0)
    return { number: row.number, outcome: 'refused', title, records: [], problems, notes };
  const waits = settings.permission.note(planned.changes);
  if (waits !== '') notes.push({ label: 'Cả dòng', column: '', text: '', note: `${capital(waits)}.` });
  const outcome = planned.isNew ? 'created' : planned.changes.length > 0 ? 'changed' : 'same';
  return { number: row.number, outcome, title, records: planned.changes, problems, notes };
}
