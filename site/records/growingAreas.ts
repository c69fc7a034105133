/** Growing areas and packing houses, as pages tell them. */
import { isThere } from '#domain/programme/records.ts';
import type { PublicGrowingArea } from '#domain/snapshot.ts';
import { formatNumber } from '#site/i18n/format.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { related, settings } from '#site/snapshot.ts';
import { placeOfCommune } from '#site/trace/place.ts';
import { ofPage, type Told, told } from './told.ts';

/** Whether its code holds on the day of publishing. */
export function isCodeHeld({ issued_on, ended_on }: PublicGrowingArea): boolean {
  return isThere(issued_on, ended_on, settings().as_of);
}

/** The areas of a producer or product whose codes hold. */
export function growingAreasOf(field: 'producers' | 'products', id: string): PublicGrowingArea[] {
  return related('growing_areas', field, id).filter(isCodeHeld);
}

/** Its code; that it is not told, where it would lead to a person. */
export function codeTold(area: PublicGrowingArea, language: SiteLanguage): Told {
  return ofPage(area.withheld ? wordsOf(language).growingAreas.withheld : area.code);
}

/** What is grown or packed, how large it is, and where: what stands beside the code. */
export function areaFacts(area: PublicGrowingArea, language: SiteLanguage): Told[] {
  const { area_ha, crop, crop_en, commune } = area;
  return [
    told(language, crop, crop_en),
    ofPage(area_ha > 0 ? wordsOf(language).growingAreas.hectares(formatNumber(area_ha, language)) : ''),
    placeOfCommune(commune, language),
  ];
}
