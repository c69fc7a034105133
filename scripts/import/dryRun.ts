/** What an import would do, row by row, without doing it. Pure: the same rows, records and choices give the same report. */
import type { AccessPerson } from '#domain/access.ts';
import { type ImportAnswers, isSharedKey } from '#domain/importAnswers.ts';
import type { MappedSheet, Mapping } from './heading/mapSheet.ts';
import { type CommuneRecord, placeTable } from './places/placeTable.ts';
import { approvedAmong, approverWords, deedsOf } from './plan/deeds.ts';
import { dragFilledDays } from './plan/dragFill.ts';
import { limitsOf } from './plan/limits.ts';
import { type PlanRows, planForGood } from './plan/planForGood.ts';
import { producerIndex } from './plan/producerIndex.ts';
import { productIndex } from './plan/productIndex.ts';
import type { ImportReport, Outcome, RowReport } from './plan/report.ts';
import { type RowSettings, reportRow, wholeProblem } from './plan/reportRow.ts';
import { shareQuestions } from './plan/sharedQuestions.ts';
import type { Existing, WorkingSet } from './plan/workingSet.ts';
import type { ImportContext, PlanRow } from './targets/context.ts';
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

function refusedRow(number: number, why: string): RowReport {
  const problems = [wholeProblem('sheet', 'Cả bảng', why)];
  return { number, outcome: 'refused', title: '', records: [], problems, notes: [] };
}

function openContext(input: DryRunInput, working: WorkingSet): ImportContext {
  return {
    today: input.today,
    places: placeTable(input.communes, input.provinceCode),
    working,
    producers: producerIndex(working.all('producers')),
    products: productIndex(working.all('products')),
    state: input.state ?? 'draft',
  };
}

const ANYBODY = { refuse: () => '', note: () => '' } satisfies RowSettings['permission'];

function permissionOf({ person, existing }: DryRunInput, working: WorkingSet): RowSettings['permission'] {
  if (person === undefined) return ANYBODY;
  const approvedOf = approvedAmong(existing);
  return {
    refuse: limitsOf(person, existing, working) ?? ANYBODY.refuse,
    note: (changes) => approverWords(person, changes, approvedOf),
  };
}

/** Compares the rows of a mapped sheet with the records that are there. */
export function dryRun({ mapping, rows, skipped }: MappedSheet, input: DryRunInput): ImportReport {
  const answers = input.answers ?? {};
  const unused = new Set(Object.keys(answers));
  const settings = {
    columns: new Map(mapping.columns.filter((column) => column.field !== '').map((column) => [column.field, column])),
    answers,
    used: (key: string) => void unused.delete(key),
    doubts: dragFilledDays(rows, mapping.columns, mapping.target),
    hasAnswers: unused.size > 0,
    hasShared: Object.keys(answers).some(isSharedKey),
  };
  const plan: PlanRows = (working, unclear) => {
    const context = openContext(input, working);
    const ofRows = { ...settings, unclear, permission: permissionOf(input, working) };
    return rows.map((row) => reportRow(row, PLANS[mapping.target], ofRows, context));
  };
  const stopped = sheetProblem(mapping);
  const reports =
    stopped === '' ? planForGood(plan, input.existing) : rows.map(({ number }) => refusedRow(number, stopped));
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
    deeds: deedsOf(reports, approvedAmong(input.existing)),
    skipped,
    unusedAnswers: [...unused],
  };
}
