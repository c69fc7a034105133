/**
 * What the search index is made of: shipped compactly as one file, unpacked in the browser. Holds what lists show and nothing else: no
 * code, no barcode, nothing personal that a page would not show.
 */
import { criteriaSet } from '#domain/criteriaSets.ts';
import type { ProducerKind } from '#domain/producer.ts';
import { nameToSlug } from '#domain/rules/slug.ts';
import type { SynonymTable } from './engine/concepts.ts';

/** `former`: names that the place bore before July 2025, one text. */
export type ShippedCommune = [name: string, slug: string, former: string];
/** `slug` is empty where it follows from the name; `place` is an index of communes, -1 where unknown. */
export type ShippedProducer = [name: string, slug: string, kind: ProducerKind, place: number];
export type ShippedProduct = [
  name: string,
  slug: string,
  producer: number,
  set: number,
  status: string,
  issuedOn: string,
  demonstration: 0 | 1,
];
export type ShippedSalesPoint = [name: string, slug: string, place: number, address: string];
export type ShippedFair = [name: string, slug: string, when: string, venue: string];

export interface ShippedRows {
  /** Kind of producer → its words in the language of the file. */
  kinds: Record<ProducerKind, string>;
  communes: ShippedCommune[];
  producers: ShippedProducer[];
  products: ShippedProduct[];
  salesPoints: ShippedSalesPoint[];
  fairs: ShippedFair[];
  synonyms: SynonymTable;
}

export type RowKind = 'product' | 'producer' | 'salesPoint' | 'fair';

/** One record to be found. */
export interface SearchRow {
  kind: RowKind;
  name: string;
  slug: string;
  /** Who makes or runs it; empty where nobody. */
  maker: string;
  place: string;
  formerPlaces: string;
  /** Words of its group, set, sector or kind. */
  subject: string;
  /** Of a product, what facets and cards need. */
  product?: ProductFacts;
}

export interface ProductFacts {
  /** Position among the products of the file: other files are aligned with it. */
  index: number;
  set: number;
  status: string;
  issuedOn: string;
  demonstration: boolean;
  communeSlug: string;
  producerKind: ProducerKind | '';
}

const NO_PLACE: ShippedCommune = ['', '', ''];

/** The slug as shipped: nothing where the name already tells it. */
export function shippedSlug(name: string, slug: string): string {
  return nameToSlug(name) === slug ? '' : slug;
}

/** The rows of a file, products first. */
export function unpackRows(shipped: ShippedRows): SearchRow[] {
  const placeAt = (index: number) => shipped.communes[index] ?? NO_PLACE;
  const fullSlug = (name: string, slug: string) => slug || nameToSlug(name);
  const products = shipped.products.map(([name, slug, producer, set, status, issuedOn, demonstration], index) => {
    const [maker = '', , kind = '' as const, place = -1] = shipped.producers[producer] ?? [];
    const [placeName, communeSlug, formerPlaces] = placeAt(place);
    const known = criteriaSet(set);
    return {
      kind: 'product' as const,
      name,
      slug: fullSlug(name, slug),
      maker,
      place: placeName,
      formerPlaces,
      // The maker's kind as well: `dn` and `hộ kinh doanh` are in few names.
      subject: [known?.name, known?.groupName, known?.sectorName, kind === '' ? '' : shipped.kinds[kind]]
        .join(' ')
        .trim(),
      product: {
        index,
        set,
        status,
        issuedOn,
        demonstration: demonstration === 1,
        communeSlug,
        producerKind: kind,
      },
    };
  });
  const producers = shipped.producers.map(([name, slug, kind, place]) => {
    const [placeName, , formerPlaces] = placeAt(place);
    const subject = shipped.kinds[kind];
    return {
      kind: 'producer' as const,
      name,
      slug: fullSlug(name, slug),
      maker: '',
      place: placeName,
      formerPlaces,
      subject,
    };
  });
  const salesPoints = shipped.salesPoints.map(([name, slug, place, address]) => {
    const [placeName, , formerPlaces] = placeAt(place);
    return {
      kind: 'salesPoint' as const,
      name,
      slug: fullSlug(name, slug),
      maker: '',
      place: address || placeName,
      formerPlaces: address === '' ? formerPlaces : `${placeName} ${formerPlaces}`,
      subject: '',
    };
  });
  const fairs = shipped.fairs.map(([name, slug, when, venue]) => {
    return {
      kind: 'fair' as const,
      name,
      slug: fullSlug(name, slug),
      maker: when,
      place: venue,
      formerPlaces: '',
      subject: '',
    };
  });
  return [...products, ...producers, ...salesPoints, ...fairs];
}
