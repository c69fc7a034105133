/** Office records to public ones: secret fields dropped, personal items only as far as their owner allows, media as pictures. */
import { fieldsOf, type Noun } from '#domain/noun.ts';
import { nouns } from '#domain/nouns.ts';
import { copyAddress, type PublicPicture, widthFor } from '#domain/picture.ts';
import { hanoiDay } from '#domain/rules/day.ts';
import { toldCorrections } from '#domain/rules/lotLife.ts';
import type { SnapshotRecords } from '#domain/snapshot.ts';
import { movedAddresses, presentAddresses } from './addresses.ts';
import { householdName, type Person, withheldItems } from './personal.ts';
import { areaForPublic } from './publicGrowingArea.ts';
import type { Office, OfficeRecord, ReadCollection } from './read.ts';
import type { Selection } from './select.ts';
import type { SnapshotContent } from './write-snapshot.ts';

/** What public records are made of. */
export interface PublicSource {
  office: Office;
  selection: Selection;
  persons: ReadonlyMap<string, Person>;
  /** By id of the media record; broken ones are missing. */
  pictures: ReadonlyMap<string, PublicPicture>;
  /** JPEG of each criteria set's print, by its number. */
  sharePrints: Readonly<Record<string, string>>;
  /** The day in Hanoi for which verdicts are told. */
  today: string;
}

const publicFields = new Map<ReadCollection, string[]>();

/** Names of the fields that may leave the office: the schema says which never do. */
function publicFieldsOf(collection: ReadCollection): string[] {
  const known = publicFields.get(collection);
  if (known !== undefined) return known;
  const names = fieldsOf(nouns[collection] as Noun).flatMap(([name, shape]) => (shape.secret === true ? [] : [name]));
  publicFields.set(collection, names);
  return names;
}

/** The day in Hanoi of an instant as PocketBase writes it: `2026-11-20 02:15:00.000Z`. */
function dayOf(instant: string): string {
  return instant === '' ? '' : hanoiDay(Date.parse(instant.replace(' ', 'T')));
}

/** The public half of a record. What the type leaves out is what the schema calls secret. */
function publicHalf<T>(collection: ReadCollection, record: { id: string; updated: string }): T {
  const half: Record<string, unknown> = { id: record.id, changed_on: dayOf(record.updated) };
  for (const name of publicFieldsOf(collection)) half[name] = (record as Record<string, unknown>)[name];
  return half as T;
}

function picturesOf(source: PublicSource, ids: readonly string[]): PublicPicture[] {
  return ids.map((id) => source.pictures.get(id)).filter((picture) => picture !== undefined);
}

const NO_POINT = { lon: 0, lat: 0 };

/** What else tells who a person is: with the name withheld, the texts and links that lead to it are withheld too. */
const NAMELESS = { story: '', story_en: '', website: '', channels: null, gln: '' } as const;

function publicProducer(source: PublicSource, record: OfficeRecord<'producers'>): SnapshotRecords['producers'] {
  const person = source.persons.get(record.id);
  const value = (item: 'address' | 'phone' | 'email' | 'representative') =>
    person?.shown.has(item) ? (person.values[item]?.[0] ?? '') : '';
  const producer: SnapshotRecords['producers'] = {
    ...publicHalf<SnapshotRecords['producers']>('producers', record),
    pictures: person?.shown.has('picture') ? picturesOf(source, record.pictures) : [],
    address: value('address'),
    phone: value('phone'),
    email: value('email'),
    representative: value('representative'),
    withheld: person === undefined ? [] : withheldItems(person),
  };
  if (!record.natural_person) return producer;
  // A household's place is somebody's home.
  const point = person?.shown.has('address') || record.point_approximate ? record.point : NO_POINT;
  if (person?.shown.has('name')) return { ...producer, point };
  const name = householdName(source.office.communes.find((commune) => commune.id === record.commune));
  return { ...producer, ...NAMELESS, point, name: name.vi, name_en: name.en };
}

/** Widths in pixels of the emblem in a header, where it stands at 48 on a sharp screen, and in a tab. */
const EMBLEM_WIDTHS = { header: 240, tab: 96 } as const;

function emblemCopy(picture: PublicPicture | undefined, width: number): string {
  return picture === undefined ? '' : copyAddress(picture.path, widthFor(picture.webp, width), 'webp');
}

function publicSettings(source: PublicSource): SnapshotRecords['settings'][] {
  return source.selection.site_settings.map((record) => ({
    ...publicHalf<SnapshotRecords['settings']>('site_settings', record),
    as_of: source.today,
    emblem_path: emblemCopy(source.pictures.get(record.emblem), EMBLEM_WIDTHS.header),
    emblem_icon: emblemCopy(source.pictures.get(record.emblem), EMBLEM_WIDTHS.tab),
    share_prints: source.sharePrints,
  }));
}

type Plain =
  | 'communes'
  | 'pack_variants'
  | 'recognitions'
  | 'trace_events'
  | 'platforms'
  | 'published_figures'
  | 'targets'
  | 'pages'
  | 'synonyms';

function plain<C extends Plain>(source: PublicSource, collection: C): SnapshotRecords[C][] {
  return source.selection[collection].map((record) => publicHalf<SnapshotRecords[C]>(collection, record));
}

/** Lots with what is told of their corrections: day and fields, never the reason, which is the office's. */
function publicLots(source: PublicSource): SnapshotRecords['lots'][] {
  return source.selection.lots.map((lot) => ({
    ...publicHalf<SnapshotRecords['lots']>('lots', lot),
    corrected: toldCorrections(lot.corrections),
  }));
}

/** Papers are kept by the office: a scan shows signatures and people, and nobody has looked through it for publishing. */
function withoutFile<C extends 'decisions' | 'certificates'>(
  source: PublicSource,
  collection: C,
): SnapshotRecords[C][] {
  return source.selection[collection].map((record) => ({
    ...publicHalf<SnapshotRecords[C]>(collection, record),
    file: '',
  }));
}

function withPictures<C extends 'products' | 'sales_points' | 'fairs'>(source: PublicSource, collection: C) {
  return source.selection[collection].map((record) => ({
    ...publicHalf<SnapshotRecords[C]>(collection, record),
    pictures: picturesOf(source, record.pictures),
  }));
}

/** Areas with what the public may know of them, and those who grow there only as far as they are shown themselves. */
function growingAreas(source: PublicSource): SnapshotRecords['growing_areas'][] {
  const { growing_areas, producers, products, certificates } = source.selection;
  const shown = new Set([producers, products, certificates].flatMap((records) => records.map(({ id }) => id)));
  const onlyShown = (ids: readonly string[]) => ids.filter((id) => shown.has(id));
  return growing_areas.map((area) => ({
    ...publicHalf<SnapshotRecords['growing_areas']>('growing_areas', area),
    producers: onlyShown(area.producers),
    products: onlyShown(area.products),
    certificates: onlyShown(area.certificates),
    ...areaForPublic(area, source.persons),
  }));
}

/** Everything that the public sees. */
export function toPublic(source: PublicSource): SnapshotContent {
  const { selection } = source;
  const listedAreas = new Set(selection.growing_areas.map((area) => area.id));
  const products = withPictures(source, 'products');
  const listedProducts = new Set(products.map((product) => product.id));
  const listedProducers = new Set(selection.producers.map((producer) => producer.id));
  const onlyListed = (ids: readonly string[], listed: ReadonlySet<string>) => ids.filter((id) => listed.has(id));
  const content = {
    settings: publicSettings(source),
    communes: plain(source, 'communes'),
    producers: selection.producers.map((record) => publicProducer(source, record)),
    products,
    pack_variants: plain(source, 'pack_variants'),
    decisions: withoutFile(source, 'decisions'),
    recognitions: plain(source, 'recognitions'),
    certificates: withoutFile(source, 'certificates'),
    growing_areas: growingAreas(source),
    lots: publicLots(source).map((lot) => ({ ...lot, areas: onlyListed(lot.areas, listedAreas) })),
    trace_events: plain(source, 'trace_events').map((event) => ({
      ...event,
      area: listedAreas.has(event.area) ? event.area : '',
    })),
    sales_points: withPictures(source, 'sales_points').map((point) => ({
      ...point,
      products: onlyListed(point.products, listedProducts),
      prices: point.prices?.filter((price) => listedProducts.has(price.product)) ?? null,
    })),
    fairs: withPictures(source, 'fairs').map((fair) => ({
      ...fair,
      products: onlyListed(fair.products, listedProducts),
      exhibitors: onlyListed(fair.exhibitors, listedProducers),
    })),
    platforms: plain(source, 'platforms'),
    listings: selection.listings.map((record) => publicHalf<SnapshotRecords['listings']>('listings', record)),
    published_figures: plain(source, 'published_figures'),
    targets: plain(source, 'targets'),
    pages: plain(source, 'pages'),
    synonyms: plain(source, 'synonyms'),
  };
  return { ...content, moved: movedAddresses(source.office.addresses, presentAddresses(content)) };
}
