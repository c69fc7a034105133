import type { PublicProducer } from '#domain/snapshot.ts';
import { communeInSentence } from '#site/trace/place.ts';

/**
 * A producer's name in open data. A person stands as a household of a commune even where the page may name them: consent can be taken
 * back from a page, never from files that others have taken away.
 */
export function openName(producer: Pick<PublicProducer, 'name' | 'natural_person' | 'commune'>): string {
  if (!producer.natural_person) return producer.name;
  const commune = communeInSentence(producer.commune);
  return commune === '' ? 'Hộ sản xuất' : `Hộ sản xuất, ${commune}`;
}
