/**
 * What the search index is made of: shipped compactly as one file, unpacked in the browser. Holds what lists show and nothing else: no
 * code, no barcode, nothing personal that a page would not show.
 */
import { type CriteriaSet, criteriaSet } from '#domain/criteriaSets.ts';
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

/** Position → English name, of the records that have one. */
export type ShippedEnglish = Readonly<Record<number, string>>;

/** Names of sectors, groups and sets by their numbers. */
export interface SubjectNames {
  sectors: Readonly<Record<string, string>>;
  groups: Readonly<Record<string, string>>;
  sets: Readonly<Record<string, string>>;
}

export interface ShippedRows {
  /** Kind of producer → its words in the language of the file. */
  kinds: Record<ProducerKind, string>;
  communes: ShippedCommune[];
  producers: ShippedProducer[];
  products: ShippedProduct[];
  salesPoints: ShippedSalesPoint[];
  fairs: ShippedFair[];
  synonyms: SynonymTable;
  english?: Partial<Record<'products' | 'producers' | 'salesPoints' | 'fairs', ShippedEnglish>>;
  /** Only in the file of a language other than the first, whose names come with the program. */
  subjects?: SubjectNames;
}

export type RowKind = 'product' | 'producer' | 'salesPoint' | 'fair';

/** One record to be found. */
export interface SearchRow {
  kind: RowKind;
  name: string;
  /** Empty where it has none. */
  nameEn: string;
  slug: string;
  /** Who makes or runs it; empty where nobody. */
  maker: string;
  makerEn: string;
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

/** A product's set, group and sector: in the words of the file, and in Vietnamese whatever the file. */
function subjectOf(known: CriteriaSet | undefined, subjects: SubjectNames | undefined): string {
  if (known === undefined) return '';
  const { number, group, sector } = known;
  const own = subjects === undefined ? [] : [subjects.sets[number], subjects.groups[group], subjects.sectors[sector]];
  return [...own, known.name, known.groupName, known.sectorName].join(' ');
}

/** The rows of a file, products first. An address is worked out when it is asked for: of thousands a screenful is. */
export function unpackRows(shipped: ShippedRows): SearchRow[] {
  const placeAt = (index: number) => shipped.communes[index] ?? NO_PLACE;
  const fullSlug = (name: string, slug: string) => slug || nameToSlug(name);
  const { english = {}, subjects } = shipped;
  const products = shipped.products.map(([name, slug, producer, set, status, issuedOn, demonstration], index) => {
    const [maker = '', , kind = '' as const, place = -1] = shipped.producers[producer] ?? [];
    const [placeName, communeSlug, formerPlaces] = placeAt(place);
    const known = criteriaSet(set);
    return {
      kind: 'product' as const,
      name,
      get slug() {
        return fullSlug(name, slug);
      },
      nameEn: english.products?.[index] ?? '',
      maker,
      makerEn: english.producers?.[producer] ?? '',
      place: placeName,
      formerPlaces,
      // The maker's kind as well: `dn` and `hộ kinh doanh` are in few names.
      subject: [subjectOf(known, subjects), kind === '' ? '' : shipped.kinds[kind]].join(' ').trim(),
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
  const producers = shipped.producers.map(([name, slug, kind, place], index) => {
    const [placeName, , formerPlaces] = placeAt(place);
    const subject = shipped.kinds[kind];
    return {
      kind: 'producer' as const,
      name,
      get slug() {
        return fullSlug(name, slug);
      },
      nameEn: english.producers?.[index] ?? '',
      maker: '',
      makerEn: '',
      place: placeName,
      formerPlaces,
      subject,
    };
  });
  const salesPoints = shipped.salesPoints.map(([name, slug, place, address], index) => {
    const [placeName, , formerPlaces] = placeAt(place);
    return {
      kind: 'salesPoint' as const,
      name,
      get slug() {
        return fullSlug(name, slug);
      },
      nameEn: english.salesPoints?.[index] ?? '',
      maker: '',
      makerEn: '',
      place: address || placeName,
      formerPlaces: address === '' ? formerPlaces : `${placeName} ${formerPlaces}`,
      subject: '',
    };
  });
  const fairs = shipped.fairs.map(([name, slug, when, venue], index) => {
    return {
      kind: 'fair' as const,
      name,
      get slug() {
        return fullSlug(name, slug);
      },
      nameEn: english.fairs?.[index] ?? '',
      maker: when,
      makerEn: '',
      place: venue,
      formerPlaces: '',
      subject: '',
    };
  });
  return [...products, ...producers, ...salesPoints, ...fairs];
}
