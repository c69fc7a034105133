import { isClosedTo } from '#domain/access.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { LIMITABLE_COLLECTIONS, type Limitable } from '#domain/user.ts';
import { presentations } from '../nouns.ts';
import { useRecords } from '../record/queries.ts';
import { usePerson } from '../shell/person.ts';
import { Notice } from '../ui/states.tsx';
import { isLimited, limitsWords } from './limits.ts';
import { useIsOutside } from './useIsOutside.ts';

/** Tells a limited person what of a collection, or whether this record, may be written. */
export function LimitsNotice({ collection, id }: { collection: CollectionName; id: string | null }) {
  const person = usePerson();
  const isOutside = useIsOutside(collection, id);
  const names = useRecords('communes', isLimited(person, collection) ? person.communes : []);
  if (!isLimited(person, collection)) return null;
  if (person.communes.length > 0 && names.data === undefined) return null;
  const words = limitsWords({
    communes: (names.data ?? []).map(presentations.communes.title).join(', '),
    collections: person.collections.map((name) => LIMITABLE_COLLECTIONS[name as Limitable]).join(', '),
    isClosed: isClosedTo(person, collection),
    isOutside,
  });
  if (words === '') return null;
  return (
    <Notice icon={isOutside ? 'warning' : 'place'} tone={isOutside ? 'attention' : 'neutral'}>
      {words}
    </Notice>
  );
}
