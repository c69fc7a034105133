/** A noun: one PocketBase collection, its words and its schema. */
import { z } from 'zod';
import { amount, choice, day, type FieldShape, flag, link, shapeOf } from './field.ts';
import { isPartialDay } from './rules/day.ts';

/** Words of the review, as staff read them. */
export const RECORD_STATES = {
  draft: 'Bản nháp',
  waiting: 'Chờ duyệt',
  approved: 'Đã duyệt',
  withdrawn: 'Rút khỏi danh mục',
} as const;

/** What all records that staff write carry. A save with a stale `version` is refused. */
const versioned = {
  version: amount('Phiên bản', { integer: true, secret: true }),
};

/** What all nouns that the public may see carry. */
const published = {
  state: choice('Trạng thái', RECORD_STATES, { required: true }),
  visible_from: day('Hiện từ ngày'),
  visible_until: day('Hiện đến hết ngày'),
  demonstration: flag('Dữ liệu minh họa', {
    hint: 'Bản ghi không có thật; mọi trang nhắc đến đều mang dải báo minh họa.',
  }),
  source_url: link('Nguồn', { hint: 'Trang công khai đã nêu các dữ kiện này.' }),
};

/** How a collection is seen by the rest of the program. */
export interface Noun<S extends z.ZodObject = z.ZodObject> {
  collection: string;
  /** Vietnamese, as staff say it. */
  label: { one: string; many: string };
  schema: S;
  /** Field whose value names a record to a person. */
  title: string;
  /** Sets of fields of which no two records may hold the same values (empty ones apart). */
  unique: readonly (readonly string[])[];
  /** Fields to find and sort by. */
  indexed: readonly string[];
}

interface NounWords {
  label: { one: string; many: string };
  title: string;
  unique?: readonly (readonly string[])[];
  indexed?: readonly string[];
}

/** A noun with review state and visibility: everything that can appear on a public page by itself. */
export function publicNoun<S extends z.ZodRawShape>(collection: string, words: NounWords, shape: S) {
  return noun(collection, words, { ...shape, ...published, ...versioned });
}

/** A noun that belongs to others and is shown with them, or to the office alone. */
export function innerNoun<S extends z.ZodRawShape>(collection: string, words: NounWords, shape: S) {
  return noun(collection, words, { ...shape, ...versioned });
}

/** A noun that programs write: no version. */
export function ledgerNoun<S extends z.ZodRawShape>(collection: string, words: NounWords, shape: S) {
  return noun(collection, words, shape);
}

function noun<S extends z.ZodRawShape>(collection: string, words: NounWords, shape: S) {
  return { unique: [], indexed: [], ...words, collection, schema: z.object(shape) };
}

/** A record as PocketBase keeps it. */
export type Stored<T> = T & { id: string; created: string; updated: string };

/** Field name → shape, in the order of the schema. */
export function fieldsOf(subject: Noun): [name: string, shape: FieldShape][] {
  return Object.entries(subject.schema.shape).map(([name, type]) => [name, shapeOf(type as z.ZodType)]);
}

/** Whether a record that may be shown is shown on a day. Days are whole. */
export function isVisible(
  record: { state: string; visible_from: string; visible_until: string },
  today: string,
): boolean {
  if (record.state !== 'approved') return false;
  if (isPartialDay(record.visible_from) && record.visible_from > today) return false;
  return !(isPartialDay(record.visible_until) && record.visible_until < today.slice(0, record.visible_until.length));
}
