/** Everything that the page of one lot, or of one pack, tells: gathered from the snapshot by the parameters of its address. */
import { type LegalItem, legalItems } from '#domain/legalItems.ts';
import { lotFacts } from '#domain/lot.ts';
import { recognitionFacts } from '#domain/recognition.ts';
import { dayBounds } from '#domain/rules/day.ts';
import { verdictTimeline } from '#domain/rules/verdict.ts';
import type {
  PublicCertificate,
  PublicGrowingArea,
  PublicListing,
  PublicLot,
  PublicProducer,
  PublicProduct,
  PublicRecognition,
  PublicSalesPoint,
  PublicTraceEvent,
  PublicVariant,
} from '#domain/snapshot.ts';
import { legal as englishLegal } from '#site/i18n/en/legal.ts';
import type { SiteLanguage } from '#site/i18n/language.ts';
import { verdictSettings } from '#site/records/productStanding.ts';
import { saidIn } from '#site/records/told.ts';
import { byId, byIds, byKey, related, settings } from '#site/snapshot.ts';
import { recallNotice, withdrawalNotice } from './recallNotice.ts';
import { type Turn, verdictTurns } from './verdictTurns.ts';

export interface PackRecords {
  variant: PublicVariant;
  product: PublicProduct;
  /** Not every producer may be shown. */
  producer: PublicProducer | undefined;
  recognitions: PublicRecognition[];
  certificates: PublicCertificate[];
  salesPoints: PublicSalesPoint[];
  listings: PublicListing[];
  /** Whether any of it is made up. */
  demonstration: boolean;
}

export interface LotRecords extends PackRecords {
  lot: PublicLot;
  events: PublicTraceEvent[];
  /** Land and packing houses that the lot names, also those whose code no longer holds: it did when the lot was made. */
  areas: PublicGrowingArea[];
  turns: Turn[];
  legal: LegalItem[];
}

function isOpen(record: { closed_on: string }): boolean {
  const closed = dayBounds(record.closed_on);
  return closed === null || closed.first > settings().as_of;
}

function openListings(product: string): PublicListing[] {
  return related('listings', 'product', product).filter((listing) => {
    const platform = byId('platforms', listing.platform);
    return platform !== undefined && isOpen(platform) && isOpen(listing);
  });
}

function certificatesOf(product: string, producer: string): PublicCertificate[] {
  const ofProducer = producer === '' ? [] : related('certificates', 'producer', producer);
  return [...related('certificates', 'product', product), ...ofProducer.filter((each) => each.product === '')];
}

function existing<T>(record: T | undefined, what: string): T {
  if (record === undefined) throw new Error(`The snapshot lacks ${what}.`);
  return record;
}

/** What stands behind a pack, whichever lot it comes from. */
export function packRecords(variant: PublicVariant): PackRecords {
  const product = existing(byId('products', variant.product), `product ${variant.product} of pack ${variant.id}`);
  const producer = byId('producers', product.producer);
  return {
    variant,
    product,
    producer,
    recognitions: related('recognitions', 'product', product.id),
    certificates: certificatesOf(product.id, product.producer),
    salesPoints: related('sales_points', 'products', product.id).filter(
      (each) => each.state === 'approved' && isOpen(each),
    ),
    listings: openListings(product.id),
    demonstration: product.demonstration || producer?.demonstration === true,
  };
}

function turnsOf(lot: PublicLot, pack: PackRecords, hasDiary: boolean, language: SiteLanguage): Turn[] {
  const facts = { recognitions: pack.recognitions.map(recognitionFacts), lot: lotFacts(lot, hasDiary) };
  const { producer, product } = pack;
  const withdrawal = withdrawalNotice(lot, language);
  const told = {
    useBy: lot.use_by,
    recall: recallNotice(lot, language),
    ...(withdrawal === undefined ? {} : { withdrawal }),
    // A person's name stays out of the panel, where nothing could take it back.
    producer:
      producer === undefined || producer.natural_person ? '' : saidIn(language, producer.name, producer.name_en),
    hasPicture: product.pictures.length > 0,
  };
  const timeline = verdictTimeline(settings().as_of, facts, verdictSettings());
  return verdictTurns(timeline, pack.recognitions, told, language);
}

/** The lot behind a trace code. */
export function lotRecords(code: string, language: SiteLanguage): LotRecords {
  const lot = byKey('lots', code);
  const pack = packRecords(existing(byId('pack_variants', lot.variant), `pack ${lot.variant} of lot ${lot.id}`));
  const { variant, product, producer, certificates } = pack;
  const events = related('trace_events', 'lot', lot.id);
  const areas = byIds('growing_areas', lot.areas ?? []);
  const facts = {
    lot,
    variant,
    product: { ...product, name: saidIn(language, product.name, product.name_en) },
    pictureCount: product.pictures.length,
    producer: producer ?? { name: '', address: '', withheld: [] },
    events,
    certificates,
  };
  const legal = language === 'vi' ? legalItems(facts) : legalItems(facts, englishLegal);
  return {
    ...pack,
    demonstration: pack.demonstration || lot.demonstration || areas.some((area) => area.demonstration),
    lot,
    events,
    areas,
    turns: turnsOf(lot, pack, events.length > 0, language),
    legal,
  };
}
