/** The same change to many records, one after the other: each is refused or kept by itself. */
import type { CollectionName } from '#domain/nouns.ts';
import { changedFields } from '#domain/rules/revision.ts';
import { failureOf } from '../api/messages.ts';
import { type AnyRecord, updateRecord } from '../api/records.ts';

export interface Outcome {
  done: number;
  failed: number;
  /** Why the last one was refused. */
  message: string;
}

/** Gives records some values; those that have them already are left alone. */
export async function setValues(
  collection: CollectionName,
  records: readonly AnyRecord[],
  values: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const outcome: Outcome = { done: 0, failed: 0, message: '' };
  for (const record of records) {
    if (changedFields(record, values).length === 0) continue;
    try {
      await updateRecord(collection, record.id, record['version'], values);
      outcome.done += 1;
    } catch (error) {
      outcome.failed += 1;
      outcome.message = failureOf(error).message;
    }
  }
  return outcome;
}

/** What the person is told who asked for it. */
export function outcomeWords({ done, failed, message }: Outcome): string {
  return failed === 0 ? `Đã đổi ${done} bản ghi.` : `Đã đổi ${done}, còn ${failed} chưa được: ${message}`;
}
