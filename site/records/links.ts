/** Related records as short links: a name and one line under it. */
import { fold } from '#domain/rules/fold.ts';
import type { PublicFair, PublicProducer, PublicSalesPoint } from '#domain/snapshot.ts';
import { formatSpan } from '#site/i18n/format.ts';
import type { Words } from '#site/i18n/words.ts';
import { paths } from '#site/paths.ts';
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
export function salesPointLinks(points: readonly PublicSalesPoint[]): RecordLink[] {
  return points.map((point) => ({ href: paths.salesPoint(point.slug), name: point.name, line: placeOf(point) }));
}

/** Fairs with their days. */
export function fairLinks(fairs: readonly PublicFair[], words: Words): RecordLink[] {
  return fairs.map((fair) => ({
    href: paths.fair(fair.slug),
    name: fair.name,
    line: formatSpan(fair.starts_on, fair.ends_on) || words.fair.unknownWhen,
  }));
}

/** Producers by name. */
export function producerLinks(producers: readonly PublicProducer[]): RecordLink[] {
  return producers.map((producer) => ({
    href: paths.producer(producer.slug),
    name: producer.name,
    line: byId('communes', producer.commune)?.name ?? '',
    personal: producer.natural_person ? `${producer.id} name` : undefined,
  }));
}
