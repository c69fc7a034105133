/** A value of any field as a person reads it in a history, where nothing is left out. */
import type { FieldShape } from '#domain/field.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { isEmptyValue } from '#domain/rules/revision.ts';
import { presentations } from '../nouns.ts';
import { fieldWords } from '../record/Cell.tsx';
import { shapeOfField } from '../record/schema.ts';
import { type Point, pointToText } from '../ui/pointText.ts';

export const EMPTY = '(để trống)';
const ERASED = '(đã xóa theo yêu cầu)';

/** Names of records by id; an id without one belongs to a record that is no longer there. */
export type Names = ReadonlyMap<string, string>;

function nameOf(id: unknown, names: Names): string {
  return names.get(String(id)) ?? '(bản ghi không còn)';
}

function partWords(part: unknown): string {
  if (typeof part !== 'object' || part === null) return String(part ?? '');
  return Object.values(part)
    .filter((value) => !isEmptyValue(value))
    .map(partWords)
    .join(' – ');
}

function listWords(value: readonly unknown[], { kind, choices }: FieldShape, names: Names): string {
  if (kind === 'relation') return value.map((id) => nameOf(id, names)).join(', ');
  if (kind === 'choice') return value.map((code) => choices?.[String(code)] ?? String(code)).join(', ');
  return value.map(partWords).join('\n');
}

/** Words of one value; of an empty one, that it is. */
export function valueWords(collection: CollectionName, field: string, value: unknown, names: Names): string {
  const shape = shapeOfField(collection, field);
  if (shape.credential === true) return '••••••••';
  if (value === null && shape.kind !== 'json') return ERASED;
  if (shape.kind === 'flag') return value === true ? 'Có' : 'Không';
  if (isEmptyValue(value)) return EMPTY;
  const ownWords = presentations[collection].partWords?.[field];
  if (Array.isArray(value) && ownWords !== undefined) return value.map((part) => ownWords(part as never)).join('\n');
  if (Array.isArray(value)) return listWords(value, shape, names);
  if (shape.kind === 'relation') return nameOf(value, names);
  if (shape.kind === 'point') return pointToText(value as Point);
  if (shape.kind === 'json') return partWords(value);
  const record = { id: '', created: '', updated: '', [field]: value };
  return fieldWords(collection, record, field) || String(value);
}

/** The field's own words. */
export function fieldLabel(collection: CollectionName, field: string): string {
  return shapeOfField(collection, field).label;
}

/** Names of a record's fields in these values, in the order in which its form asks for them. */
export function fieldsIn(collection: CollectionName, values: Readonly<Record<string, unknown>>): string[] {
  const { groups, hidden = [] } = presentations[collection];
  const order = [...groups.flatMap((group) => group.fields), ...hidden];
  return order.filter((name) => name in values);
}

const AROUND = 60;

/** The parts of two texts that differ, with a little of what is around them. */
function clipToDifference(before: string, after: string): [before: string, after: string] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const clip = (text: string) => {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(text.length, text.length - end + AROUND);
    return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
  };
  return [clip(before), clip(after)];
}

const LONG = 240;
const SHOWN = 600;

const shorten = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text);

/** Two values side by side; of long texts what differs. Either may be missing. */
export function besideOneAnother(before: string | null, after: string | null): [string | null, string | null] {
  if (before !== null && after !== null && before.length + after.length > LONG) {
    const [was, is] = clipToDifference(before, after);
    return [shorten(was), shorten(is)];
  }
  return [before === null ? null : shorten(before), after === null ? null : shorten(after)];
}
