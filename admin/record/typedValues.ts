/** What of a record's form is kept on this device while it is not saved. */
import type { CollectionName } from '#domain/nouns.ts';
import { changedFields, mergeChanges } from '#domain/rules/revision.ts';
import type { ProposalRecord } from '../api/proposals.ts';
import type { AnyRecord } from '../api/records.ts';
import type { Typed } from '../unsaved/useUnsaved.ts';
import { type FormValues, formValues, shapesOf } from './schema.ts';

/** Beside the fields: the word for who approves. No field has such a name. */
export const COMMENT = '#comment';

/** Under which name the text of a form is kept: one for each record, and for new ones by what they begin with. */
export function unsavedName(
  collection: CollectionName,
  record: AnyRecord | null,
  start: FormValues,
  earlier: ProposalRecord | null,
): string {
  const about = record?.id ?? `new ${JSON.stringify(start)}`;
  return [collection, about, earlier?.id ?? []].flat().join(' ');
}

interface Sides {
  /** What the form had before anybody typed. */
  before: FormValues;
  now: FormValues;
  version: unknown;
  comment: string;
}

/** Only what was typed, never a password. */
export function typedValues(collection: CollectionName, { before, now, version, comment }: Sides): Typed {
  const shapes = shapesOf(collection);
  const names = changedFields(before, now);
  const kept = names.filter((name) => shapes.get(name)?.credential !== true);
  const pick = (values: FormValues) => Object.fromEntries(kept.map((name) => [name, values[name]]));
  const words = comment === '' ? {} : { [COMMENT]: comment };
  return { version, before: pick(before), values: { ...pick(now), ...words }, isWhole: kept.length === names.length };
}

/** The fields in which what was typed differs from what the form has. */
export function differingFields(values: Readonly<FormValues>, now: FormValues): string[] {
  return changedFields(now, values).filter((name) => name in now);
}

/**
 * The record on which saving has to build, so that a field that somebody else changed meanwhile is asked about instead of written over: as
 * it was for whoever typed. Null where nobody changed the same.
 */
export function baseUnder(
  collection: CollectionName,
  record: AnyRecord,
  { typed, before, version }: { typed: FormValues; before: Readonly<FormValues>; version: unknown },
): AnyRecord | null {
  if (version === record['version']) return null;
  const now = formValues(collection, record);
  const { conflicts } = mergeChanges({ ...now, ...before }, { ...now, ...typed }, now);
  return conflicts.length === 0 ? null : { ...record, ...before, version };
}
