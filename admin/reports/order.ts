/** Which report is asked for stands in the address, so that it can be shared and opened again. */
import { type Period, periodOf } from '#domain/report/period.ts';
import { orderOf, type ReportOrder } from '#domain/report/report.ts';
import type { Day } from '#domain/rules/day.ts';

/** The names of the address's values. */
export const REPORT_QUERY = { period: 'ky', asOf: 'ngay', known: 'biet' } as const;

/** By which records a report is counted. */
export const KNOWN = { past: 'Như đã biết hết ngày lập báo cáo', now: 'Như biết hôm nay' } as const;
export type KnownBy = keyof typeof KNOWN;

/** What the address asks for; `order` is null where its days do not fit. */
export interface Asked {
  period: Period;
  asOf: Day | '';
  known: KnownBy;
  order: ReportOrder | null;
}

const YEARS_BACK = 6;

/** The half-year that a day lies in. */
function halfYearOf(day: Day): string {
  return `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 'H1' : 'H2'}`;
}

/** Half-years and years to choose from, the latest first. */
export function periodsUntil(today: Day): Period[] {
  const year = Number(today.slice(0, 4));
  const keys = Array.from({ length: YEARS_BACK }, (_, back) => year - back).flatMap((each) => [
    `${each}`,
    `${each}-H2`,
    `${each}-H1`,
  ]);
  return keys.flatMap((key) => periodOf(key) ?? []).filter(({ from }) => from <= today);
}

/** Reads the address: by default the present half-year. */
export function readAsked(query: URLSearchParams, today: Day): Asked {
  const present = periodOf(halfYearOf(today)) as Period;
  const period = periodOf(query.get(REPORT_QUERY.period) ?? '') ?? present;
  const asOf = query.get(REPORT_QUERY.asOf) ?? '';
  const known = query.get(REPORT_QUERY.known) === 'now' ? 'now' : 'past';
  return { period, asOf, known, order: orderOf(period, today, asOf, known) };
}
