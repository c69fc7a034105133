/** From a dry run's report to the steps that a hook route writes in one transaction (pocketbase/pb_hooks/imports.js). */
import { randomInt } from 'node:crypto';
import { fieldsOf, type Noun } from '#domain/noun.ts';
import { nouns } from '#domain/nouns.ts';
import { IMPORTED } from '#domain/rules/imported.ts';
import type { ImportReport, RecordChange } from '../plan/report.ts';
import type { Existing, Imported } from '../plan/workingSet.ts';

/** One record to be made or changed. */
export interface Step {
  collection: Imported;
  id: string;
  action: 'create' | 'change';
  /** Of a record that is there: the version that the dry run saw. */
  version: number;
  /** The row of the file that first asks for it. */
  row: number;
  title: string;
  fields: Record<string, unknown>;
}

const ID_LENGTH = 15;
const ID_SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function freshId(): string {
  return Array.from({ length: ID_LENGTH }, () => ID_SIGNS[randomInt(ID_SIGNS.length)]).join('');
}

const RELATIONS = Object.fromEntries(
  IMPORTED.map((collection) => [
    collection,
    new Map(
      fieldsOf(nouns[collection] as Noun).flatMap(([name, { kind, to }]): [string, string][] =>
        kind === 'relation' && to !== undefined ? [[name, to]] : [],
      ),
    ),
  ]),
);

/** What a field points at though it is no relation: the ledger of addresses outlives its records. */
const POINTERS: Readonly<Record<string, string>> = { addresses: 'record' };

const place = (collection: string) => IMPORTED.indexOf(collection as Imported);
const isNew = (id: unknown): id is string => typeof id === 'string' && id.startsWith('+');

/** Whether a new record's field points at one that is made after it: it is set when both are there. */
function mustWait(collection: string, field: string, value: unknown): boolean {
  const to = RELATIONS[collection]?.get(field);
  return to !== undefined && isNew(value) && place(to) >= place(collection);
}

/** Gathers what all rows say of each record; ids of new ones become real. */
class Steps {
  readonly #creates = new Map<string, Step>();
  readonly #changes = new Map<string, Step>();
  readonly #ids = new Map<string, string>();
  readonly #versions: ReadonlyMap<string, number>;

  constructor(versions: ReadonlyMap<string, number>) {
    this.#versions = versions;
  }

  #idOf(id: string): string {
    if (!isNew(id)) return id;
    const known = this.#ids.get(id) ?? freshId();
    this.#ids.set(id, known);
    return known;
  }

  #step(map: Map<string, Step>, action: Step['action'], change: RecordChange, row: number): Step {
    const id = this.#idOf(change.id);
    const known = map.get(id);
    if (known !== undefined) return known;
    const version = isNew(change.id) ? 0 : (this.#versions.get(id) ?? 0);
    const { collection, title } = change;
    const step: Step = { collection: collection as Imported, id, action, version, row, title, fields: {} };
    map.set(id, step);
    return step;
  }

  add(change: RecordChange, row: number): void {
    if (change.action === 'create') this.#step(this.#creates, 'create', change, row);
    for (const { field, new: value } of change.fields) {
      const waits = !isNew(change.id) || mustWait(change.collection, field, value);
      const step = waits
        ? this.#step(this.#changes, 'change', change, row)
        : this.#step(this.#creates, 'create', change, row);
      const isRelation = RELATIONS[change.collection]?.has(field) === true || POINTERS[change.collection] === field;
      step.fields[field] = isRelation && isNew(value) ? this.#idOf(value) : value;
    }
  }

  /** Each record before those that point at it, changes last. */
  inOrder(): Step[] {
    const creates = [...this.#creates.values()].sort((a, b) => place(a.collection) - place(b.collection));
    return [...creates, ...this.#changes.values()];
  }
}

/** The steps of a report, each record at most once made and once changed. `existing` is what the dry run compared with. */
export function stepsOf(report: ImportReport, existing: Existing): Step[] {
  const versions = new Map<string, number>();
  for (const collection of IMPORTED)
    for (const record of existing[collection] ?? []) versions.set(record.id, Number(record['version'] ?? 0));
  const steps = new Steps(versions);
  for (const row of report.rows) for (const change of row.records) steps.add(change, row.number);
  return steps.inOrder();
}
