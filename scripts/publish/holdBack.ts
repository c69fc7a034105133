/**
 * One bad record holds back only itself: the new snapshot carries the row that the public sees now, or leaves out what was never public.
 * Never where consent, recall or withdrawal changed: those facts are laid over the former row, or publishing stops.
 */
import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Problem } from '#domain/release.ts';
import type { SnapshotCollection } from '#domain/snapshot.ts';
import type { SnapshotContent } from './write-snapshot.ts';

type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

/** The row of a record that is public now; undefined where there is none. */
export type FormerRow = (collection: SnapshotCollection, id: string) => Row | undefined;

/** Reads rows of a snapshot, of none when there is none; `end` lets go of the file. */
export function formerRows(snapshot: string | undefined): { row: FormerRow; end: () => void } {
  const none = { row: () => undefined, end: () => undefined };
  if (snapshot === undefined || !existsSync(snapshot)) return none;
  const database = new DatabaseSync(snapshot, { readOnly: true });
  let read: StatementSync;
  try {
    read = database.prepare('SELECT json FROM record WHERE collection = ? AND id = ?');
  } catch {
    // Broken; the next start sets it aside.
    database.close();
    return none;
  }
  return {
    row: (collection, id) => {
      const found = read.get(collection, id);
      return found === undefined ? undefined : (JSON.parse(String(found['json'])) as Row);
    },
    end: () => database.close(),
  };
}

/** What must never go back: of a record that is held back, too, these are as the office has them now. */
const NEVER_BACK: Partial<Record<SnapshotCollection, readonly string[]>> = {
  producers: [
    'state',
    'natural_person',
    'withheld',
    'phone',
    'email',
    'address',
    'representative',
    'pictures',
    'point',
    'point_approximate',
  ],
  products: ['state'],
  sales_points: ['state'],
  fairs: ['state'],
  lots: ['state', 'recalled_at', 'recall_reason', 'recall_phone', 'recall_notice', 'withdrawn_on', 'withdrawal_reason'],
  recognitions: ['revoked_on', 'revocation_ground', 'revocation_decision', 'superseded_by'],
  growing_areas: ['withheld', 'persons', 'point', 'producers'],
};

/** With the name withheld, whatever leads to it is as it is now. */
const OF_A_NAME = ['name', 'name_en', 'slug', 'story', 'story_en', 'website', 'channels', 'gln'] as const;

/** Collection → fields without whose record one of it cannot stand. */
const NEEDED: Partial<Record<SnapshotCollection, Readonly<Record<string, SnapshotCollection>>>> = {
  products: { producer: 'producers' },
  producers: { commune: 'communes' },
  pack_variants: { product: 'products' },
  recognitions: { product: 'products', decision: 'decisions', revocation_decision: 'decisions' },
  certificates: { producer: 'producers', product: 'products' },
  listings: { product: 'products', platform: 'platforms' },
  lots: { variant: 'pack_variants' },
  trace_events: { lot: 'lots' },
  sales_points: { commune: 'communes', decision: 'decisions' },
};

/** Lists of records, from which those that are left out go. */
const LISTED: Partial<Record<SnapshotCollection, readonly string[]>> = {
  sales_points: ['products', 'prices'],
  fairs: ['products', 'exhibitors'],
  growing_areas: ['producers', 'products', 'certificates'],
  lots: ['areas'],
};

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function fieldsAsNow(collection: SnapshotCollection, fresh: Row): Set<string> {
  const fields = new Set(NEVER_BACK[collection] ?? []);
  const isNameless = collection === 'producers' && (fresh['withheld'] as string[]).includes('name');
  if (isNameless) for (const field of OF_A_NAME) fields.add(field);
  return fields;
}

/** The former row in the fields of the present schema, with what never goes back as it is now. */
function carried(collection: SnapshotCollection, fresh: Row, former: Row): Row {
  const now = fieldsAsNow(collection, fresh);
  const fields = Object.entries(fresh).map(([field, value]) => [
    field,
    now.has(field) || !(field in former) ? value : former[field],
  ]);
  return { ...Object.fromEntries(fields), id: fresh.id };
}

/** Whether the fault lies in what must come through: then nothing can stand in its place. */
function isStuck(collection: SnapshotCollection, fresh: Row, former: Row, { field }: Problem): boolean {
  // A place that is withheld now may stand in any field of the former row.
  if (collection === 'growing_areas' && fresh['withheld'] === true) return true;
  return fieldsAsNow(collection, fresh).has(field) && !isSame(fresh[field], former[field]);
}

const idOf = (item: unknown) =>
  typeof item === 'object' && item !== null ? (item as { product?: string }).product : (item as string);

/** What can be published although records have errors. */
export interface HeldBack {
  content: Omit<SnapshotContent, 'moved'>;
  /** The errors of what is held back, told as such, and what waits for it. */
  held: Problem[];
  /** Errors for which there is no such way out. */
  errors: Problem[];
}

/** Works on copies of the rows it changes; `content` itself is not touched. */
class Holder {
  readonly held: Problem[] = [];
  readonly errors: Problem[] = [];
  readonly #rows: Map<SnapshotCollection, Map<string, Row>>;
  readonly #former: FormerRow;
  readonly #done = new Set<string>();
  readonly #left = new Set<string>();

  constructor(content: Omit<SnapshotContent, 'moved'>, former: FormerRow) {
    this.#former = former;
    this.#rows = new Map(
      Object.entries(content).map(([name, rows]) => [
        name as SnapshotCollection,
        new Map((rows as unknown as Row[]).map((row) => [row.id, row])),
      ]),
    );
  }

  hold(problem: Problem): void {
    const collection = problem.collection as SnapshotCollection;
    const rows = this.#rows.get(collection);
    if (rows === undefined || problem.record === '') return void this.errors.push(problem);
    const fresh = rows.get(problem.record);
    const former = this.#former(collection, problem.record);
    const isKnown = this.#done.has(`${collection}.${problem.record}`);
    if (!isKnown && fresh !== undefined && former !== undefined && isStuck(collection, fresh, former, problem))
      return void this.errors.push(problem);
    this.held.push({ ...problem, severity: 'held' });
    if (isKnown || fresh === undefined) return;
    this.#done.add(`${collection}.${problem.record}`);
    if (former !== undefined) rows.set(problem.record, carried(collection, fresh, former));
    else {
      rows.delete(problem.record);
      this.#left.add(problem.record);
    }
  }

  /** What cannot stand without a record that was left out is held back as well, until nothing changes any more. */
  holdDependants(): void {
    for (let before = -1; before !== this.#done.size; ) {
      before = this.#done.size;
      for (const [collection, fields] of Object.entries(NEEDED))
        for (const row of [...(this.#rows.get(collection as SnapshotCollection)?.values() ?? [])])
          for (const field of Object.keys(fields)) this.#holdWaiting(collection, row, field);
    }
  }

  #holdWaiting(collection: string, row: Row, field: string): void {
    if (!this.#left.has(String(row[field] ?? ''))) return;
    const title = String(row['name'] ?? row['lot_number'] ?? row['net_contents'] ?? row.id);
    const message = 'Mục này trỏ đến một bản ghi đang bị giữ lại. Sửa bản ghi ấy thì bản ghi này tự hiện.';
    this.hold({ severity: 'error', collection, record: row.id, title, field, message });
  }

  content(): Omit<SnapshotContent, 'moved'> {
    const without = (value: unknown) =>
      Array.isArray(value) ? value.filter((item) => !this.#left.has(idOf(item) ?? '')) : value;
    for (const [collection, fields] of Object.entries(LISTED)) {
      const rows = this.#rows.get(collection as SnapshotCollection);
      for (const row of rows?.values() ?? [])
        if (fields.some((field) => !isSame(without(row[field]), row[field])))
          rows?.set(row.id, { ...row, ...Object.fromEntries(fields.map((field) => [field, without(row[field])])) });
    }
    const collections = [...this.#rows].map(([name, rows]) => [name, [...rows.values()]]);
    return Object.fromEntries(collections) as unknown as Omit<SnapshotContent, 'moved'>;
  }
}

/** Holds back each record that has an error; settings, consent records and errors of no record stop publishing as they do without this. */
export function holdBack(
  { moved: _, settings, ...content }: SnapshotContent,
  problems: readonly Problem[],
  former: FormerRow,
): HeldBack {
  const holder = new Holder(content as unknown as Omit<SnapshotContent, 'moved'>, former);
  for (const problem of problems) if (problem.severity === 'error') holder.hold(problem);
  holder.holdDependants();
  return { content: { ...holder.content(), settings }, held: holder.held, errors: holder.errors };
}
