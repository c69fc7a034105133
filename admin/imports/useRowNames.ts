import { useQueries } from '@tanstack/react-query';
import type { RecordChange, RowReport } from '#domain/importReport.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { recordsById } from '../api/records.ts';
import { idsIn } from '../history/names.ts';
import type { Names } from '../history/valueWords.ts';
import { presentations } from '../nouns.ts';

const isNew = (id: string) => id.startsWith('+');
const NEW = '(bản ghi mới trong tệp)';

/** Ids to which the changes of some rows point, by collection; and those of records that the file itself makes. */
function pointedAt(records: readonly RecordChange[]) {
  const wanted = new Map<CollectionName, Set<string>>();
  const made = new Set<string>();
  for (const { collection, fields } of records) {
    const sides = (['old', 'new'] as const).map((side) =>
      Object.fromEntries(fields.map((each) => [each.field, each[side]])),
    );
    for (const [to, ids] of idsIn(collection as CollectionName, sides))
      for (const id of ids) {
        if (isNew(id)) made.add(id);
        else wanted.set(to, (wanted.get(to) ?? new Set()).add(id));
      }
  }
  return { wanted: [...wanted].map(([to, ids]) => [to, [...ids].sort()] as const), made };
}

/** Names of the records to which the changes of some rows point. */
export function useRowNames(rows: readonly RowReport[]): Names {
  const records = rows.flatMap((row) => row.records);
  const { wanted, made } = pointedAt(records);
  const answers = useQueries({
    queries: wanted.map(([to, ids]) => ({
      queryKey: [to, 'names', ids],
      queryFn: () => recordsById(to, ids, presentations[to].expand ?? ''),
    })),
  });
  const names = new Map<string, string>();
  for (const id of made) names.set(id, NEW);
  for (const { id, title } of records) if (isNew(id) && title !== '' && !isNew(title)) names.set(id, `${title} (mới)`);
  answers.forEach(({ data }, at) => {
    const to = wanted[at]?.[0];
    if (to !== undefined)
      for (const record of data ?? []) names.set(record.id, presentations[to].title(record) || record.id);
  });
  return names;
}
