/** What a product's card shows. */
import type { SiteLanguage } from '#site/i18n/language.ts';
import { pathsOf } from '#site/paths.ts';
import type { Entry } from './catalogue.ts';
import { type Face, faceOf } from './picture.ts';
import { type Told, told } from './told.ts';

export interface Card {
  href: string;
  name: Told;
  producer: Told;
  /** Marks a person's name, which can be taken back; undefined for an organisation's. */
  personal: string | undefined;
  place: Told;
  /** Encoded, see status.ts. */
  status: string;
  face: Face;
  demonstration: boolean;
}

/** The card of a product. */
export function cardOf({ product, producer, commune, status }: Entry, language: SiteLanguage): Card {
  return {
    href: pathsOf(language).product(product.slug),
    name: told(language, product.name, product.name_en),
    producer: told(language, producer?.name ?? '', producer?.name_en),
    personal: producer?.natural_person ? `${producer.id} name` : undefined,
    place: told(language, commune?.name ?? '', commune?.name_en),
    status,
    face: faceOf(product),
    demonstration: product.demonstration,
  };
}
