import { nouns } from '#domain/nouns.ts';
import type { Problem } from '#domain/release.ts';
import { type CheckContext, plainRecords, problemAt, type SelectedCollection } from './context.ts';

/** No two public records hold what must be unique: an address, a GTIN, a trace code. PocketBase guards it too; an old backup may not. */
export function checkUnique({ office, selection }: CheckContext): Problem[] {
  const problems: Problem[] = [];
  for (const collection of Object.keys(selection) as SelectedCollection[]) {
    for (const fields of nouns[collection].unique) {
      const seen = new Set<string>();
      for (const record of plainRecords(selection, collection)) {
        const values = fields.map((field) => String(record[field] ?? ''));
        if (values.some((value) => value === '')) continue;
        const key = JSON.stringify(values);
        if (seen.has(key)) {
          const message = `Giá trị ${values.join(', ')} đã dùng ở một bản ghi khác. Hãy đổi một trong hai.`;
          problems.push(problemAt(office, 'error', collection, record, fields[0] ?? '', message));
        }
        seen.add(key);
      }
    }
  }
  return problems;
}
