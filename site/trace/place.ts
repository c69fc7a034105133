import { COMMUNE_TYPES } from '#domain/commune.ts';
import { byId } from '#site/snapshot.ts';

/** `xã Yên Thế`: the commune of an id inside a sentence, whether or not its name carries the type already; empty where unknown. */
export function communeInSentence(id: string): string {
  const commune = byId('communes', id);
  if (commune === undefined) return '';
  const type = COMMUNE_TYPES[commune.type];
  const bare = commune.name.toLowerCase().startsWith(`${type} `) ? commune.name.slice(type.length + 1) : commune.name;
  return `${type} ${bare}`;
}
