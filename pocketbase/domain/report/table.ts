/** A table of a report, and the sums that must come out. */

export type Kind = 'count' | 'share' | 'area' | 'money' | 'text' | 'day';
export type Value = number | string | null;

export interface Column {
  key: string;
  label: string;
  kind: Kind;
  /** Its parts must add up to its total. */
  adds?: boolean;
}

/** `part` lines add up to the `total`; `beside` lines stand for themselves. `kind` goes before the column's. */
export interface Line {
  key: string;
  label: string;
  values: readonly Value[];
  role: 'part' | 'total' | 'beside';
  kind?: Kind;
}

export interface Table {
  key: string;
  title: string;
  /** What the lines are, as the heading of their first column. */
  of: string;
  columns: readonly Column[];
  lines: readonly Line[];
  /** How it is counted, a sentence each. */
  notes: readonly string[];
  /** Sums that do not come out: to be shown as errors. */
  problems: readonly string[];
}

/** To two places: sums of hectares must not differ by what computers make of decimals. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function sumProblems(columns: readonly Column[], lines: readonly Line[]): string[] {
  const total = lines.find(({ role }) => role === 'total');
  if (total === undefined) return [];
  return columns.flatMap(({ label, adds }, at) => {
    const parts = lines.filter(({ role }) => role === 'part').map(({ values }) => Number(values[at] ?? 0));
    const sum = rounded(parts.reduce((all, part) => all + part, 0));
    const stated = Number(total.values[at] ?? 0);
    return adds !== true || sum === rounded(stated)
      ? []
      : [`Cột “${label}”: tổng các dòng là ${sum}, không phải ${stated}.`];
  });
}

/** Makes a table and adds it up: a sum that does not come out is kept as a problem, never hidden. */
export function makeTable(given: Omit<Table, 'problems'>): Table {
  return { ...given, problems: sumProblems(given.columns, given.lines) };
}

/** This period, the same of the year before, and what changed. */
export const COMPARED: readonly Column[] = [
  { key: 'now', label: 'Kỳ này', kind: 'count', adds: true },
  { key: 'before', label: 'Cùng kỳ năm trước', kind: 'count', adds: true },
  { key: 'change', label: 'Thay đổi', kind: 'count' },
];

/** Values for {@link COMPARED}. */
export function compare(now: number, before: number): Value[] {
  return [now, before, rounded(now - before)];
}

/** Lines of one number each, for this period and the one before. */
export function comparedLines(
  labels: Readonly<Record<string, string>>,
  now: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
  role: Line['role'] = 'part',
): Line[] {
  return Object.entries(labels).map(([key, label]) => ({
    key,
    label,
    role,
    values: compare(now.get(key) ?? 0, before.get(key) ?? 0),
  }));
}

/** How often each key comes. */
export function countBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/** The line that all parts must add up to, counted by itself. */
export function totalLine(now: number, before: number, label = 'Tổng cộng'): Line {
  return { key: 'total', label, role: 'total', values: compare(now, before) };
}

/** A line of one number that is no part of the sum. */
export function besideLine(key: string, label: string, now: number, before: number, kind?: Kind): Line {
  return { key, label, role: 'beside', values: compare(now, before), ...(kind === undefined ? {} : { kind }) };
}
