/** Which fields take free words: hostile texts go into all of them. */
import type { FieldShape } from '#domain/field.ts';
import type { CollectionName } from '#domain/nouns.ts';

/** Fields that are given by a program, name something that must be there, or belong to one state of the record. */
const TIED = [
  'lots.trace_code',
  'lots.withdrawal_reason',
  'evaluations.criteria_version',
  'producers.gln',
  'trace_events.location_code',
];

/** Whether a field takes whatever somebody writes. */
export function isWords(collection: CollectionName, name: string, { kind, pattern }: FieldShape): boolean {
  return kind === 'text' && pattern === undefined && !TIED.includes(`${collection}.${name}`);
}
