/** What changed between two states of a record, what a record was before later changes, and how two people's changes come together. */

/** Field name → value, as PocketBase answers with it. */
export type RecordValues = Readonly<Record<string, unknown>>;

/**
 * Collections of whose records no revisions are kept: ledgers that only programs write, and the revisions themselves. An address
 * may name a person, and goes when that person's name does; a proposal keeps its own account.
 */
export const UNREVISED: readonly string[] = ['addresses', 'releases', 'revisions', 'imports', 'proposals'];

/** Collections whose records may speak of a person, whose values in the history go at that person's wish. */
export const ERASABLE: readonly string[] = ['producers', 'producer_contacts', 'users', 'sales_points', 'growing_areas'];

/**
 * Values that stay in the history of an erased record: what reports of past days count (report/records.ts takes it from here), so that their
 * figures stay. Nothing here names or finds a person.
 */
export const KEPT_AT_ERASURE = {
  producers: [
    'kind',
    'report_bucket',
    'commune',
    'has_website',
    'has_e_banking',
    'has_e_diary',
    'trained',
    'state',
    'demonstration',
  ],
  sales_points: [
    'location_kind',
    'commune',
    'has_sign',
    'has_shelves',
    'has_posted_prices',
    'takes_cashless',
    'sells_other_provinces',
    'opened_on',
    'closed_on',
    'state',
    'demonstration',
  ],
  growing_areas: ['kind', 'commune', 'area_ha', 'issued_on', 'ended_on', 'state', 'demonstration'],
} as const;

/** Fields that say nothing of the record itself. */
const KEPT_BY_PROGRAMS: readonly string[] = ['id', 'created', 'updated', 'version'];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether a value states nothing: PocketBase has no null but in JSON. */
export function isEmptyValue(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && value['lon'] === 0 && value['lat'] === 0;
}

/** Whether two values are the same, whatever the order of an object's keys. A list is one value: its order counts. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return isEmptyValue(a) && isEmptyValue(b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameValue(a[key], b[key]));
}

/** Names of the fields in `after` whose values differ from `before`; what programs keep apart. */
export function changedFields(before: RecordValues, after: RecordValues): string[] {
  return Object.keys(after).filter(
    (name) => KEPT_BY_PROGRAMS.indexOf(name) < 0 && !sameValue(before[name], after[name]),
  );
}

/**
 * A record as it was before later changes. `present` is what it is now; `undone` holds what each later change found, the newest
 * first.
 */
export function stateBefore(present: RecordValues, undone: readonly RecordValues[]): Record<string, unknown> {
  const state: Record<string, unknown> = { ...present };
  for (const before of undone) for (const name of Object.keys(before)) state[name] = before[name];
  return state;
}

/** Two people's changes of one record. */
export interface Merge {
  /** What I changed and they did not: goes on top of theirs. */
  mine: Record<string, unknown>;
  /** Fields to which we gave different values: a person decides. */
  conflicts: string[];
}

/** Three-way merge: both started from `base`. A field that only one changed keeps that change. */
export function mergeChanges(base: RecordValues, mine: RecordValues, theirs: RecordValues): Merge {
  const merge: Merge = { mine: {}, conflicts: [] };
  for (const name of changedFields(base, mine)) {
    if (sameValue(mine[name], theirs[name])) continue;
    if (sameValue(base[name], theirs[name])) merge.mine[name] = mine[name];
    else merge.conflicts.push(name);
  }
  return merge;
}
