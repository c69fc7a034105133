/** Names of the records that values point to. */
import { useQueries } from '@tanstack/react-query';
import type { CollectionName } from '#domain/nouns.ts';
import { recordsById } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import { shapesOf } from '../record/schema.ts';
import type { Names } from './valueWords.ts';

type Values = Readonly<Record<string, unknown>>;

/** Collection → ids to which the values of a collection's records point. */
export function idsIn(collection: CollectionName, all: readonly Values[]): Map<CollectionName, string[]> {
  const found = new Map<CollectionName, Set<string>>();
  for (const [name, { kind, to }] of shapesOf(collection)) {
    if (kind !== 'relation') continue;
    const ids = all
      .flatMap((values) => values[name] ?? [])
      .filter((id): id is string => typeof id === 'string' && id !== '');
    const before = found.get(to as CollectionName) ?? new Set();
    found.set(to as CollectionName, new Set([...before, ...ids]));
  }
  return new Map([...found].filter(([, ids]) => ids.size > 0).map(([to, ids]) => [to, [...ids].sort()]));
}

/** Asks for the names of all records to which the values point. */
export function useNames(collection: CollectionName, all: readonly Values[]): Names {
  const wanted = [...idsIn(collection, all)];
  const answers = useQueries({
    queries: wanted.map(([to, ids]) => ({
      queryKey: [to, 'names', ids],
      queryFn: () => recordsById(to, ids, presentations[to].expand ?? ''),
    })),
  });
  const names = new Map<string, string>();
  answers.forEach(({ data }, at) => {
    const to = wanted[at]?.[0];
    if (to !== undefined)
      for (const record of data ?? []) names.set(record.id, presentations[to].title(record) || record.id);
  });
  return names;
}
