import type { PublicProducer } from '#domain/snapshot.ts';
import { communeInSentence } from '#site/trace/place.ts';

type Named = Pick<PublicProducer, 'name' | 'natural_person' | 'commune'>;

const households = new WeakMap<Named, string>();

function householdName(producer: Named): string {
  const commune = communeInSentence(producer.commune);
  return commune === '' ? 'Hộ sản xuất' : `Hộ sản xuất, ${commune}`;
}

/**
 * A producer's name in open data. A person stands as a household of a commune even where the page may name them: consent can be taken
 * back from a page, never from files that others have taken away.
 */
export function openName(producer: Named): string {
  if (!producer.natural_person) return producer.name;
  const name = households.get(producer) ?? householdName(producer);
  households.set(producer, name);
  return name;
}
