import { useQuery } from '@tanstack/react-query';
import { grantOf } from '#domain/access.ts';
import type { CollectionName } from '#domain/nouns.ts';
import type { Failure } from '../api/messages.ts';
import { isWritable } from '../api/records.ts';
import { usePerson } from '../shell/person.ts';
import { isLimited } from './limits.ts';

/** Whether the person's limits close a record, or a new one of its kind. Until PocketBase has answered for their communes, they do. */
export function useIsOutside(collection: CollectionName, id: string | null): boolean {
  const person = usePerson();
  const isClosed = isLimited(person, collection) && grantOf(person, 'update', collection) === undefined;
  const isAsked = id !== null && !isClosed && isLimited(person, collection) && person.communes.length > 0;
  const writable = useQuery<boolean, Failure>({
    queryKey: [collection, 'writable', id],
    queryFn: () => isWritable(collection, id ?? ''),
    enabled: isAsked,
  });
  return isClosed || (isAsked && writable.data !== true);
}
