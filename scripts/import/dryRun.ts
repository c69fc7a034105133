/** What an import would do, row by row, without doing it. Pure: the same rows, records and choices give the same report. */
import type { AccessPerson } from '#domain/access.ts';
import { type ImportAnswers, isSharedKey } from '#domain/importAnswers.ts';
import type { MappedSheet, Mapping } from './heading/mapSheet.ts';
import type { DataRow } from './heading/sortRows.ts';
import { type CommuneRecord, placeTable } from './places/placeTable.ts';
import { approvedAmong, approverWords, deedsOf } from './plan/deeds.ts';
import { dragFilledDays } from './plan/dragFill.ts';
import { limitsOf } from './plan/limits.ts';
import { producerIndex } from './plan/producerIndex.ts';
import { productIndex } from './plan/productIndex.ts';
import type { CellProblem, ImportReport, Outcome, RecordChange, RowReport } from './plan/report.ts';
import { type DeskSettings, openRow, type RowDesk } from './plan/rowDesk.ts';
import { type SharedAnswer, shareQuestions, takeShared } from './plan/sharedQuestions.ts';
import { type Existing, workingSet } from './plan/workingSet.ts';
import type { ImportContext, PlanRow, RowPlan } from './targets/context.ts';
import { fieldsOfTarget, type TargetName } from './targets/fields.ts';
import { planCertificateRow } from './targets/planCertificate.ts';
import { planEvaluationRow } from './targets/planEvaluation.ts';
import { planFairRow } from './targets/planFair.ts';
import { planGrowingAreaRow } from './targets/planGrowingArea.ts';
import { planListingRow } from './targets/planListing.ts';
import { planLotRow } from './targets/planLot.ts';
import { planProducerRow } from './targets/planProducer.ts';
import { planProductRow } from './targets/planProduct.ts';
import { planSalesPointRow } from './targets/planSalesPoint.ts';

/** What the rows are compared with, and the words of the user on their questions. */
export interface DryRunInput {
  existing: Existing;
  communes: readonly CommuneRecord[];
  /** Two digits: rows of other provinces are refused. */
  provinceCode: string;
  /** Today in Hanoi. */
  today: string;
  answers?: ImportAnswers;
  /** Who asks, where that is a person: what they may not write is foretold. */
  person?: AccessPerson | undefined;
  state?: 'draft' | 'waiting';
}

const PLANS: Readonly<Record<TargetName, PlanRow>> = {
  products: planProductRow,
  producers: planProducerRow,
  sales_points: planSalesPointRow,
  fairs: planFairRow,
  lots: planLotRow,
  listings: planListingRow,
  certificates: planCertificateRow,
  growing_areas: planGrowingAreaRow,
  evaluations: planEvaluationRow,
};

/** Columns without which no row of a target can be taken: one of each group. */
const NEEDED: Readonly<Record<TargetName, readonly (readonly string[])[]>> = {
  products: [['product_name'], ['producer']],
  producers: [['producer']],
  sales_points: [['name']],
  fairs: [['name']],
  lots: [['product_name', 'product_code', 'gtin'], ['lot_number']],
  listings: [
    ['product_name', 'product_code'],
    ['url', 'old_code'],
  ],
  certificates: [
    ['producer', 'product_name'],
    ['scheme', 'number'],
  ],
  growing_areas: [['code']],
  evaluations: [['product_name', 'product_code']],
};

/** Why no row of the sheet can be taken as it is mapped; empty where rows can be read. */
function sheetProblem(mapping: Mapping): string {
  const { suspectedShift: shift } = mapping;
  if (shift !== 0)
    return `Tiêu đề lệch ${Math.abs(shift)} cột so với dữ liệu (dữ liệu nằm bên ${shift < 0 ? 'trái' : 'phải'}): cần xác nhận.`;
  const mapped = new Set(mapping.columns.map((column) => column.field));
  const missing = NEEDED[mapping.target].filter((group) => !group.some((field) => mapped.has(field)));
  const labels = missing.map((group) =>
    group.map((field) => `“${fieldsOfTarget(mapping.target)[field]?.label}”`).join(' hoặc '),
  );
  return missing.length === 0 ? '' : `Chưa có cột ${labels.join(', ')}: hãy chỉ cột tương ứng.`;
}

/** A refusal that no answer at a cell could settle. */
function whole(question: 'sheet' | 'limits', label: string, why: string): CellProblem {
  return { question, field: '', label, column: '', text: '', status: 'refuse', why, offers: [] };
}

function refusedRow(number: number, why: string): RowReport {
  const problems = [whole('sheet', 'Cả bảng', why)];
  return { number, outcome: 'refused', title: '', records: [], problems, notes: [] };
}

/** Fields whose text names a row that could not be planned. */
const TITLES = ['product_name', 'name', 'producer', 'code', 'product_code'] as const;

/** What is asked of who may write, while a row is planned. */
interface Permission {
  /** Why the changes are not the person's to write; empty where they are. */
  refuse(changes: readonly RecordChange[]): string;
  /** What of them waits for an approver. */
  note(changes: readonly RecordChange[]): string;
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

interface RowSettings extends DeskSettings {
  hasShared: boolean;
  permission: Permission;
}

function reportRow(row: DataRow, plan: PlanRow, settings: RowSettings, context: ImportContext): RowReport {
  const [desk, planned] = planRow(row, plan, settings, context);
  const { problems, notes } = desk;
  for (const { label, old, new: value } of context.working.takeContradictions())
    notes.push({ label, column: '', text: String(value), note: `Dòng trước trong tệp ghi “${old}”: giữ giá trị đó.` });
  const beyond = planned === null || problems.length > 0 ? '' : settings.permission.refuse(planned.changes);
  if (beyond !== '') {
    context.working.takeBack();
    problems.push(whole('limits', 'Cả dòng', beyond));
  }
  const title = planned?.title ?? TITLES.map(desk.text).find((text) => text !== '') ?? '';
  if (planned === null || problems.length > 0)
    return { number: row.number, outcome: 'refused', title, records: [], problems, notes };
  const waits = settings.permission.note(planned.changes);
  if (waits !== '') notes.push({ label: 'Cả dòng', column: '', text: '', note: `${capital(waits)}.` });
  const outcome = planned.isNew ? 'created' : planned.changes.length > 0 ? 'changed' : 'same';
  return { number: row.number, outcome, title, records: planned.changes, problems, notes };
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const nothing = () => '';

function openContext(input: DryRunInput): ImportContext {
  const working = workingSet(input.existing);
  return {
    today: input.today,
    places: placeTable(input.communes, input.provinceCode),
    working,
    producers: producerIndex(working.all('producers')),
    products: productIndex(working.all('products')),
    state: input.state ?? 'draft',
  };
}

/** Compares the rows of a mapped sheet with the records that are there. */
export function dryRun({ mapping, rows, skipped }: MappedSheet, input: DryRunInput): ImportReport {
  const context = openContext(input);
  const { person, existing } = input;
  const approvedOf = approvedAmong(existing);
  const unused = new Set(Object.keys(input.answers ?? {}));
  const settings: RowSettings = {
    columns: new Map(mapping.columns.filter((column) => column.field !== '').map((column) => [column.field, column])),
    answers: input.answers ?? {},
    used: (key) => void unused.delete(key),
    doubts: dragFilledDays(rows, mapping.columns, mapping.target),
    hasShared: Object.keys(input.answers ?? {}).some(isSharedKey),
    permission: {
      refuse: (person === undefined ? undefined : limitsOf(person, existing, context.working)) ?? nothing,
      note: person === undefined ? nothing : (changes) => approverWords(person, changes, approvedOf),
    },
  };
  const stopped = sheetProblem(mapping);
  const reports = rows.map((row) =>
    stopped === '' ? reportRow(row, PLANS[mapping.target], settings, context) : refusedRow(row.number, stopped),
  );
  const count = (outcome: Outcome) => reports.filter((report) => report.outcome === outcome).length;
  return {
    target: mapping.target,
    mapping,
    counts: {
      rows: rows.length,
      created: count('created'),
      changed: count('changed'),
      same: count('same'),
      refused: count('refused'),
    },
    rows: reports,
    questions: shareQuestions(reports),
    deeds: deedsOf(reports, approvedOf),
    skipped,
    unusedAnswers: [...unused],
  };
}
