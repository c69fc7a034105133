import type { z } from 'zod';
import { fieldsOf, type Noun } from '#domain/noun.ts';
import { nouns } from '#domain/nouns.ts';
import { IMPORTED } from '#domain/rules/imported.ts';
import { freeSlug, nameToSlug } from '#domain/rules/slug.ts';
import type { FieldChange, RecordChange } from './report.ts';

/** A record as the dry run sees it, there already or planned. */
export type Rec = Readonly<Record<string, unknown>> & { readonly id: string };

export type Imported = (typeof IMPORTED)[number];

export type Existing = Partial<Readonly<Record<Imported, readonly Rec[]>>>;

/** Existing records and those that rows have planned so far; every row sees what the rows before it would make. */
export interface WorkingSet {
  all(collection: Imported): IterableIterator<Rec>;
  get(collection: Imported, id: string): Rec | undefined;
  /** Records whose field holds the value. */
  find(collection: Imported, field: string, value: string): Rec[];
  /** Whether a row of this import has made the record. */
  isMade(id: string): boolean;
  /** The records as they stand by now, as if they had been there before: for asking what the same rows would come to again. */
  afterwards(): WorkingSet;
  /** The value that a row of this import has given a record's field. */
  claimed(collection: Imported, id: string, field: string): unknown;
  /**
   * Makes a record, or changes the fields that differ; null where nothing does. Empty values never overwrite, and what one row of the
   * import has said another does not change.
   */
  put(
    collection: Imported,
    id: string | null,
    fields: Readonly<Record<string, unknown>>,
  ): { id: string; change: RecordChange | null };
  /** From here on is the next row's: what {@link takeBack} takes back. */
  nextRow(): void;
  /** The row is refused after all: nothing that it put is there any more. */
  takeBack(): void;
  /** What else has to be done when the row is taken back. */
  whenTakenBack(undo: () => void): void;
  /** What rows said against earlier rows since this was last asked: it was not taken. */
  takeContradictions(): FieldChange[];
  /** The first free short address for a name. */
  freeSlug(collection: Imported, name: string): string;
}

const LABELS = Object.fromEntries(
  IMPORTED.map((collection) => [
    collection,
    new Map(fieldsOf(nouns[collection] as Noun).map(([name, shape]) => [name, shape.label])),
  ]),
);

/** The first of the schema's own messages about the given fields; null where all are sound. */
export function schemaProblem(
  collection: Imported,
  fields: Readonly<Record<string, unknown>>,
): { field: string; why: string } | null {
  const shape: Readonly<Record<string, z.ZodType>> = nouns[collection].schema.shape;
  for (const [field, value] of Object.entries(fields)) {
    const issue = shape[field]?.safeParse(value).error?.issues[0];
    if (issue !== undefined) return { field, why: issue.message };
  }
  return null;
}

const isEmpty = (value: unknown) => value === '' || value === undefined || value === null;
/** Fields that follow from several rows together. */
const derived = (collection: Imported, field: string) =>
  collection === 'evaluations' || field === 'superseded_by' || field === 'programme_state';
const same = (a: unknown, b: unknown) =>
  a === b || (isEmpty(a) && isEmpty(b)) || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

function changes(
  collection: Imported,
  before: Rec | undefined,
  fields: Readonly<Record<string, unknown>>,
): FieldChange[] {
  return Object.entries(fields).flatMap(([field, value]): FieldChange[] => {
    const old = before?.[field] ?? null;
    if (isEmpty(value) || same(old, value)) return [];
    return [{ field, label: LABELS[collection]?.get(field) ?? field, old, new: value }];
  });
}

/** Opens a working set over the records that are there. Nothing given is changed. `before`: so many made ids are taken. */
export function workingSet(existing: Existing, before = 0): WorkingSet {
  const sets = new Map(
    IMPORTED.map((collection) => [
      collection,
      new Map((existing[collection] ?? []).map((record) => [record.id, record])),
    ]),
  );
  const of = (collection: Imported) => sets.get(collection) ?? new Map<string, Rec>();
  const slugs = new Map(
    IMPORTED.map((collection) => [collection, new Set([...of(collection).values()].map((record) => record['slug']))]),
  );
  /** Ids by value, for each collection and field ever asked for. */
  const indexes = new Map<string, Map<unknown, Set<string>>>();
  /** First values given by rows of this import, by `collection.id` and field. */
  const claims = new Map<string, Map<string, unknown>>();
  let contradictions: FieldChange[] = [];
  let made = before;
  /** How to take back what the row at hand did, the last deed last. */
  let undoing: (() => void)[] = [];

  /** The changes that no earlier row speaks against; from now on they are this import's word. */
  function claim(collection: Imported, id: string, fields: Readonly<Record<string, unknown>>, changed: FieldChange[]) {
    const key = `${collection}.${id}`;
    const known = claims.get(key) ?? new Map<string, unknown>();
    claims.set(key, known);
    const free = changed.filter(({ field, label, new: value }) => {
      const claimed = known.get(field);
      if (claimed === undefined || derived(collection, field) || same(claimed, value)) return true;
      contradictions.push({ field, label, old: claimed, new: value });
      return false;
    });
    for (const [field, value] of Object.entries(fields))
      if (!isEmpty(value) && !known.has(field)) {
        known.set(field, value);
        undoing.push(() => void known.delete(field));
      }
    return free;
  }

  function addTo(index: Map<unknown, Set<string>>, value: unknown, id: string): void {
    const ids = index.get(value);
    if (ids === undefined) index.set(value, new Set([id]));
    else ids.add(id);
  }

  function find(collection: Imported, field: string, value: string): Rec[] {
    const name = `${collection}.${field}`;
    let index = indexes.get(name);
    if (index === undefined) {
      index = new Map();
      for (const record of of(collection).values()) addTo(index, record[field], record.id);
      indexes.set(name, index);
    }
    // A value may have changed since it was indexed: only those that still hold it count.
    return [...(index.get(value) ?? [])].flatMap((id) => {
      const record = of(collection).get(id);
      return record !== undefined && record[field] === value ? [record] : [];
    });
  }

  function set(collection: Imported, before: Rec | undefined, after: Rec): void {
    const records = of(collection);
    records.set(after.id, after);
    undoing.push(() => void (before === undefined ? records.delete(after.id) : records.set(before.id, before)));
  }

  function put(collection: Imported, id: string | null, fields: Readonly<Record<string, unknown>>) {
    const before = id === null ? undefined : of(collection).get(id);
    if (before === undefined) made += 1;
    const known = before?.id ?? `+${made}`;
    const changed = claim(collection, known, fields, changes(collection, before, fields));
    if (before !== undefined && changed.length === 0) return { id: known, change: null };
    const after = { ...before, ...Object.fromEntries(changed.map((each) => [each.field, each.new])), id: known };
    set(collection, before, after);
    const taken = slugs.get(collection);
    if (taken !== undefined && fields['slug'] !== undefined && !taken.has(fields['slug'])) {
      taken.add(fields['slug']);
      undoing.push(() => void taken.delete(fields['slug']));
    }
    for (const each of changed) {
      const index = indexes.get(`${collection}.${each.field}`);
      if (index !== undefined) addTo(index, each.new, known);
    }
    const title = String((after as Record<string, unknown>)[nouns[collection].title] ?? '');
    const action = before === undefined ? ('create' as const) : ('change' as const);
    return { id: known, change: { collection, id: known, action, title, fields: changed } };
  }

  return {
    all: (collection) => of(collection).values(),
    get: (collection, id) => of(collection).get(id),
    find,
    isMade: (id) => id.startsWith('+') && Number(id) > before,
    afterwards: () =>
      workingSet(Object.fromEntries([...sets].map(([name, records]) => [name, [...records.values()]])), made),
    claimed: (collection, id, field) => claims.get(`${collection}.${id}`)?.get(field),
    nextRow: () => {
      undoing = [];
    },
    // An index may still name what is gone: `find` looks.
    takeBack: () => {
      for (const undo of undoing.reverse()) undo();
      undoing = [];
      contradictions = [];
    },
    whenTakenBack: (undo) => void undoing.push(undo),
    takeContradictions: () => {
      const taken = contradictions;
      contradictions = [];
      return taken;
    },
    put,
    freeSlug: (collection, name) =>
      freeSlug(nameToSlug(name) || 'ban-ghi', (slug) => slugs.get(collection)?.has(slug) ?? false),
  };
}
