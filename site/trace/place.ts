import { COMMUNE_TYPES } from '#domain/commune.ts';
import type { SiteLanguage } from '#site/i18n/language.ts';
import { type Told, told } from '#site/records/told.ts';
import { byId } from '#site/snapshot.ts';

/** `xã Yên Thế`: the commune of an id inside a sentence, whether or not its name carries the type already; empty where unknown. */
export function communeInSentence(id: string): string {
  const commune = byId('communes', id);
  if (commune === undefined) return '';
  const type = COMMUNE_TYPES[commune.type];
  const bare = commune.name.toLowerCase().startsWith(`${type} `) ? commune.name.slice(type.length + 1) : commune.name;
  return `${type} ${bare}`;
}

/** The commune of an id beside other facts, in the page's language or marked. */
export function placeOfCommune(id: string, language: SiteLanguage): Told {
  return told(language, communeInSentence(id), byId('communes', id)?.name_en);
}
