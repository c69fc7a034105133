/** Two people who changed one result: points are told apart by criterion, so that each may score a part of it. */
import type { Conflict } from '../record/saveMerged.ts';
import { type FormValues, formValues } from '../record/schema.ts';
import type { Candidate } from './queries.ts';

type Points = Readonly<Record<string, number | undefined>>;

/** What both changed, joined; of what both changed to something else, mine. */
export interface Joined {
  values: FormValues;
  /** Fields to which both gave values that differ; at the points the criteria. */
  fields: string[];
  codes: string[];
}

/** Points by criterion; none given is another thing than nought. */
export function joinPoints(base: Points, mine: Points, theirs: Points) {
  const points: Record<string, number> = {};
  const codes: string[] = [];
  for (const code of new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)])) {
    const isMine = mine[code] !== base[code] && mine[code] !== theirs[code];
    if (isMine && theirs[code] !== base[code]) codes.push(code);
    const given = isMine ? mine[code] : theirs[code];
    if (given !== undefined) points[code] = given;
  }
  return { points: Object.keys(points).length === 0 ? null : points, codes };
}

/** Joins what was typed upon `base` to what somebody saved meanwhile. */
export function joinConflict(base: Candidate, { theirs, mine, merged, fields }: Conflict): Joined {
  const own = Object.fromEntries(fields.map((field) => [field, mine[field]]));
  const values = { ...merged, ...own };
  if (!fields.includes('points')) return { values, fields, codes: [] };
  const of = (record: FormValues) => (formValues('evaluations', record)['points'] ?? {}) as Points;
  const { points, codes } = joinPoints(of(base), of(mine), of(theirs));
  const left = codes.length > 0 ? fields : fields.filter((field) => field !== 'points');
  return { values: { ...values, points }, fields: left, codes };
}
