import type { ImportReport } from '#scripts/import/plan/report.ts';
import type { Existing, Imported, Rec } from '#scripts/import/plan/workingSet.ts';

/** Where ids of new records stand: a text may look like one. */
const RELATIONS = /("(?:id|producer|product|decision|superseded_by|variant|platform|record)":)"\+(\d+)"/g;

/** The records as they would be had the report been applied: for asking what the next import of the same file says. */
export function applied(existing: Existing, report: ImportReport): Existing {
  const collections = new Map<string, Map<string, Rec>>();
  for (const [collection, records] of Object.entries(existing))
    collections.set(collection, new Map(records.map((record) => [record.id, record])));
  for (const row of report.rows)
    for (const { collection, id, fields } of row.records) {
      const records = collections.get(collection) ?? new Map<string, Rec>();
      collections.set(collection, records);
      const news = Object.fromEntries(fields.map((field) => [field.field, field.new]));
      records.set(id, { ...records.get(id), ...news, id });
    }
  const text = JSON.stringify([...collections].map(([collection, records]) => [collection, [...records.values()]]));
  // New ids become ids like any other, so that a second import tells its own from those that are there.
  const settled = JSON.parse(text.replace(RELATIONS, '$1"made$2"')) as [Imported, Rec[]][];
  return Object.fromEntries(settled);
}
