/**
 * The programme report of a half-year or year (domain facts 9), counted by pure functions from plain records: the same records and days
 * give the same report to the byte, in the browser as on the command line.
 *
 * Two days matter. `countedFor` is the day for which facts are counted: what was decided or opened later did not hold then. `knownOn`
 * is the day at whose close the records are taken as the office knew them (known.ts); null means as they are known now. The year before
 * is counted from the same knowledge.
 */
import type { Day } from '#domain/rules/day.ts';
import { type Frame, listedRecords, momentOf } from './moment.ts';
import { type Period, type Span, yearBefore } from './period.ts';
import type { ReportRecords } from './records.ts';
import type { Table } from './table.ts';
import * as breakdowns from './tables/breakdowns.ts';
import { expiringTable } from './tables/expiring.ts';
import { fairKindsTable, fairsTable } from './tables/fairs.ts';
import { publishedTable, roundsTable, targetsTable } from './tables/goals.ts';
import { certifiedTable, codesTable } from './tables/land.ts';
import { endedTable, flowTable, recognisedTable, upgradedTable } from './tables/movements.ts';
import { cashlessTable, factsTable, onlineTable } from './tables/online.ts';
import { salesPointsTable } from './tables/salesPoints.ts';
import { headlineTable, standingTable, starsTable } from './tables/standing.ts';
import { supportsTable, trainingsTable } from './tables/support.ts';
import { traceTable } from './tables/trace.ts';

/** What a report is asked for. */
export interface ReportOrder {
  period: Period;
  /** The day of the report; facts are counted up to it, at most to the end of the period. */
  asOf: Day;
  /** Close of the day whose knowledge counts; null: what is known now. */
  knownOn: Day | null;
  /** Whether the day of the report is not over yet: what is entered in the rest of it still counts. */
  isOpen: boolean;
}

export interface Report {
  title: string;
  province: string;
  period: Period;
  asOf: Day;
  countedFor: Day;
  knownOn: Day | null;
  isOpen: boolean;
  /** The period up to `countedFor`, and the same days of the year before. */
  span: Span;
  spanBefore: Span;
  /** How many products are made up, for trying out. */
  demonstration: number;
  tables: Table[];
  /** Sums that do not come out, with the table they are in. */
  problems: string[];
}

const TABLES: readonly ((frame: Frame) => Table)[] = [
  headlineTable,
  standingTable,
  starsTable,
  breakdowns.groupsTable,
  breakdowns.kindsTable,
  breakdowns.bucketsTable,
  breakdowns.communesTable,
  breakdowns.districtsTable,
  flowTable,
  recognisedTable,
  upgradedTable,
  endedTable,
  expiringTable,
  traceTable,
  onlineTable,
  cashlessTable,
  factsTable,
  salesPointsTable,
  fairKindsTable,
  fairsTable,
  certifiedTable,
  codesTable,
  supportsTable,
  trainingsTable,
  roundsTable,
  targetsTable,
  publishedTable,
];

/** The report; `records` are those of `order.knownOn` (readKnown.ts). */
export function makeReport(records: ReportRecords, { period, asOf, knownOn, isOpen }: ReportOrder): Report {
  const countedFor = asOf < period.to ? asOf : period.to;
  const span = { from: period.from, to: countedFor };
  const spanBefore = yearBefore(span);
  const listed = listedRecords(records);
  const frame = { span, spanBefore, now: momentOf(listed, span.to), before: momentOf(listed, spanBefore.to) };
  const tables = TABLES.map((table) => table(frame));
  const province = records.site_settings[0]?.province ?? '';
  return {
    title: `Báo cáo Chương trình OCOP ${province} – ${period.label}`,
    province,
    period,
    asOf,
    countedFor,
    knownOn,
    isOpen,
    span,
    spanBefore,
    demonstration: listed.products.filter(({ demonstration }) => demonstration).length,
    tables,
    problems: tables.flatMap(({ title, problems }) => problems.map((problem) => `${title}. ${problem}`)),
  };
}

/** The order for a period as of a day: by default its last day, or today while it is not over. Null for a day before it begins. */
export function orderOf(period: Period, today: Day, asOf: Day | '', known: 'past' | 'now'): ReportOrder | null {
  const day = asOf || (period.to < today ? period.to : today);
  if (day < period.from || day > today) return null;
  return { period, asOf: day, knownOn: known === 'past' ? day : null, isOpen: day === today };
}
