/** A certificate of the worklist with the records that stand behind it, as the screen and the letters read them. */
import type { AnyRecord } from '../api/records.ts';
import { expanded, textOf } from '../presentation.ts';
import type { DueRow } from './dueRows.ts';

export interface WorkItem {
  row: DueRow;
  product: AnyRecord | null;
  producer: AnyRecord | null;
  commune: AnyRecord | null;
  decision: AnyRecord | null;
  /** Null where there is none, or where the person may not see contacts. */
  contact: AnyRecord | null;
}

/** What the queries of the screen must bring along. */
export const WORK_EXPAND = 'product.producer.commune,decision';

/** Puts a row beside its records. */
export function workItem(row: DueRow, contacts: ReadonlyMap<string, AnyRecord>): WorkItem {
  const product = expanded(row.certificate, 'product');
  const producer = product === null ? null : expanded(product, 'producer');
  return {
    row,
    product,
    producer,
    commune: producer === null ? null : expanded(producer, 'commune'),
    decision: expanded(row.certificate, 'decision'),
    contact: (producer === null ? undefined : contacts.get(producer.id)) ?? null,
  };
}

/** A field of a record that may not be there. */
export const wordOf = (record: AnyRecord | null, field: string) => (record === null ? '' : textOf(record, field));

/** All by which one looks for it. */
export function namesOf({ product, producer, commune, decision }: WorkItem): string {
  return [wordOf(product, 'name'), wordOf(producer, 'name'), wordOf(commune, 'name'), wordOf(decision, 'number')].join(
    ' ',
  );
}
