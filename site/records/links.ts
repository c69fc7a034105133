/** Related records as short links: a name and one line under it. */
import { fold } from '#domain/rules/fold.ts';
import type { PublicFair, PublicProducer, PublicSalesPoint } from '#domain/snapshot.ts';
import { formatSpan } from '#site/i18n/format.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { pathsOf } from '#site/paths.ts';
import { byId } from '#site/snapshot.ts';

export interface RecordLink {
  href: string;
  name: string;
  line: string;
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

/** Sales points with their place. */
export function salesPointLinks(points: readonly PublicSalesPoint[], language: SiteLanguage): RecordLink[] {
  return points.map((point) => ({
    href: pathsOf(language).salesPoint(point.slug),
    name: point.name,
    line: placeOf(point),
  }));
}

/** Fairs with their days. */
export function fairLinks(fairs: readonly PublicFair[], language: SiteLanguage): RecordLink[] {
  return fairs.map((fair) => ({
    href: pathsOf(language).fair(fair.slug),
    name: fair.name,
    line: formatSpan(fair.starts_on, fair.ends_on, language) || wordsOf(language).fair.unknownWhen,
  }));
}

/** Producers by name. */
export function producerLinks(producers: readonly PublicProducer[], language: SiteLanguage): RecordLink[] {
  return producers.map((producer) => ({
    href: pathsOf(language).producer(producer.slug),
    name: producer.name,
    line: byId('communes', producer.commune)?.name ?? '',
    personal: producer.natural_person ? `${producer.id} name` : undefined,
  }));
}
