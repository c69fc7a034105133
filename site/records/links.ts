/** Related records as short links: a name and one line under it. */
import { fold } from '#domain/rules/fold.ts';
import type { PublicFair, PublicProducer, PublicSalesPoint } from '#domain/snapshot.ts';
import { formatSpan } from '#site/i18n/format.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { pathsOf } from '#site/paths.ts';
import { byId } from '#site/snapshot.ts';
import { ofPage, type Told, told } from './told.ts';

export interface RecordLink {
  href: string;
  name: Told;
  line: Told;
  /** Marks a person's name, which can be taken back. */
  personal?: string | undefined;
}

/** Whether a text names a commune already, in whatever case and with whatever marks. */
export function saysPlace(text: string, commune: string): boolean {
  return fold(text).includes(fold(commune));
}

/** Where a sales point is. */
export function placeOf(point: PublicSalesPoint): string {
  return point.address || (byId('communes', point.commune)?.name ?? '');
}

/** The name of a commune by its id; empty where unknown. */
export function communeTold(language: SiteLanguage, id: string): Told {
  const commune = byId('communes', id);
  return told(language, commune?.name ?? '', commune?.name_en);
}

/** Sales points with their place. */
export function salesPointLinks(points: readonly PublicSalesPoint[], language: SiteLanguage): RecordLink[] {
  return points.map((point) => ({
    href: pathsOf(language).salesPoint(point.slug),
    name: told(language, point.name, point.name_en),
    line: told(language, placeOf(point)),
  }));
}

/** Fairs with their days. */
export function fairLinks(fairs: readonly PublicFair[], language: SiteLanguage): RecordLink[] {
  return fairs.map((fair) => ({
    href: pathsOf(language).fair(fair.slug),
    name: told(language, fair.name, fair.name_en),
    line: ofPage(formatSpan(fair.starts_on, fair.ends_on, language) || wordsOf(language).fair.unknownWhen),
  }));
}

/** Producers by name. */
export function producerLinks(producers: readonly PublicProducer[], language: SiteLanguage): RecordLink[] {
  return producers.map((producer) => ({
    href: pathsOf(language).producer(producer.slug),
    name: told(language, producer.name, producer.name_en),
    line: communeTold(language, producer.commune),
    personal: producer.natural_person ? `${producer.id} name` : undefined,
  }));
}
