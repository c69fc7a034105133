/** How a noun is shown: what its schema cannot say. One list, one form and one picker draw every collection from these few lines. */
import type { CollectionName } from '#domain/nouns.ts';
import type { AnyRecord } from './api/records.ts';
import type { IconName } from './ui/Icon.tsx';

/** A heading with the fields below it, in order. */
export interface FieldGroup {
  title: string;
  fields: readonly string[];
  /** Closed until asked for. */
  isFolded?: boolean;
}

/** Records of another collection that belong to this one. */
export interface Related {
  collection: CollectionName;
  /** Their field that points here; may lead through another relation (`variant.product`). */
  field: string;
  columns: readonly string[];
}

/** A ready-made choice of records. `filter` in PocketBase's language, for a day in Hanoi and the id of who asks. */
export interface View {
  key: string;
  label: string;
  filter: (today: string, me: string) => string;
  /** Told on the overview when there are any. */
  isToDo?: boolean;
}

/** A value of a small object in a list of such. */
export interface PartShape {
  name: string;
  label: string;
  kind: 'text' | 'number' | 'day' | 'relation';
  to?: CollectionName;
}

export interface Presentation {
  /** Segment of its addresses in the admin. */
  path: string;
  icon: IconName;
  /** Its name in the rail, where the full one is too long. */
  short?: string;
  title: (record: AnyRecord) => string;
  /** What tells apart records of the same title. */
  detail?: (record: AnyRecord) => string;
  /** Relations whose records `title`, `detail` and the columns speak of. */
  expand?: string;
  /** The field that sorts like the title; may lead through relations. */
  titleSort: string;
  /** After the title, which is the first column. `@standing` is the state on the public site, `@picture` the file itself. */
  columns: readonly string[];
  /** Fields in which a typed text is looked for. */
  search: readonly string[];
  sort: string;
  filters?: readonly string[];
  views?: readonly View[];
  groups: readonly FieldGroup[];
  related?: readonly Related[];
  /** The relation under which its records are usually found. */
  parent?: string;
  /** Shown, never typed: programs or own screens write them. */
  fixed?: readonly string[];
  /** Shown, no longer typed, in a record with these values: a screen of its own changes them. */
  fixedIn?: (record: Readonly<Record<string, unknown>>) => readonly string[];
  /** Not on the form at all. */
  hidden?: readonly string[];
  /** Parts of the objects in JSON lists, by field. */
  parts?: Readonly<Record<string, readonly PartShape[]>>;
  /** Choices that may be given to many chosen records at once. */
  bulk?: readonly string[];
  /** What one object of a JSON list says, by field, where its values alone would not be words. */
  partWords?: Readonly<Record<string, (part: never) => string>>;
  /** Numbers that are chosen from a list, by field. */
  numbers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Long texts that are written in Markdown: what they will look like can be seen. */
  markdown?: readonly string[];
  /** Text fields that hold a day and perhaps an hour. */
  moments?: readonly string[];
  /** Values of a new record besides the empty ones. */
  start?: Readonly<Record<string, unknown>>;
  /** Its page on the public site; empty where it has none. */
  publicPath?: (record: AnyRecord) => string;
}

/** The record that a relation points to; null unless it was expanded. */
export function expanded(record: AnyRecord, relation: string): AnyRecord | null {
  const target = record.expand?.[relation];
  return target === undefined || Array.isArray(target) ? null : target;
}

/** A field's value as text. */
export function textOf(record: AnyRecord, field: string): string {
  const value = record[field];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
