/**
 * The snapshot: what publishing writes and the site reads. One SQLite file, one row per public record, read by key.
 * What is here is public: secret fields, drafts and everything a natural person has not consented to are left out before it is written.
 */
import type { Address } from './address.ts';
import type { Certificate } from './certificate.ts';
import type { Commune } from './commune.ts';
import type { Decision } from './decision.ts';
import type { Fair } from './fair.ts';
import type { GrowingArea } from './growingArea.ts';
import type { Listing } from './listing.ts';
import type { Lot } from './lot.ts';
import type { PackVariant } from './packVariant.ts';
import type { PublicPicture } from './picture.ts';
import type { Platform } from './platform.ts';
import type { Producer } from './producer.ts';
import type { Product } from './product.ts';
import type { PublishedFigure } from './publishedFigure.ts';
import type { Recognition } from './recognition.ts';
import type { ToldCorrection } from './rules/lotLife.ts';
import type { SalesPoint } from './salesPoint.ts';
import type { SiteSettings } from './siteSettings.ts';
import type { Synonym } from './synonym.ts';
import type { Target } from './target.ts';
import type { TextPage } from './textPage.ts';
import type { TraceEvent } from './traceEvent.ts';

/** A record without what only the office needs. `source` of truth for which fields those are: `secret` in the schemas. */
type Public<T, Secret extends keyof T = never> = Omit<T, 'created' | 'updated' | 'version' | Secret> & {
  /** Day in Hanoi of the record's last change, for sitemaps; no page shows it. */
  changed_on?: string;
};

/** Personal items that exist but stay in the office: pages say "không công bố theo yêu cầu". */
export type WithheldItem = 'name' | 'address' | 'phone' | 'email' | 'representative' | 'picture';

/** `name` is what may be shown: "Hộ sản xuất, xã …" for a natural person without consent. */
export type PublicProducer = Public<Producer, 'tax_code' | 'pictures'> & {
  pictures: PublicPicture[];
  phone: string;
  email: string;
  address: string;
  representative: string;
  withheld: WithheldItem[];
};
export type PublicProduct = Public<Product, 'yearly_revenue' | 'pictures'> & { pictures: PublicPicture[] };
export type PublicVariant = Public<PackVariant>;
/** `file`: path of the published copy of the paper, empty where there is none. */
export type PublicDecision = Public<Decision>;
export type PublicRecognition = Public<Recognition, 'note'>;
export type PublicCertificate = Public<Certificate>;
/**
 * `withheld`: code, name and place lead to a person who has not agreed to be named, so they stay in the office. `point` is 0/0 for the land
 * of a person who has not agreed to show an address. `persons`: how many of all its growers, shown or not, are natural persons.
 */
export type PublicGrowingArea = Public<GrowingArea, 'note'> & { withheld: boolean; persons: 'none' | 'some' | 'all' };
/** `corrected`: what was corrected since the lot left its draft, one entry a day; the reasons stay in the office. */
export type PublicLot = Public<Lot, 'stamps_reason' | 'corrections'> & { corrected: ToldCorrection[] };
export type PublicTraceEvent = Public<TraceEvent>;
export type PublicSalesPoint = Public<SalesPoint, 'pictures'> & { pictures: PublicPicture[] };
export type PublicFair = Public<Fair, 'pictures'> & { pictures: PublicPicture[] };
export type PublicCommune = Public<Commune>;
export type PublicPlatform = Public<Platform>;
export type PublicListing = Public<Listing>;
export type PublicFigure = Public<PublishedFigure>;
export type PublicTarget = Public<Target>;
export type PublicTextPage = Public<TextPage>;
export type PublicSynonym = Public<Synonym>;
/** Only moved addresses: `path` → `redirect`. */
export type MovedAddress = Pick<Address, 'id' | 'path' | 'redirect'>;
/**
 * `as_of` is the Hanoi day for which verdicts were told; `emblem_path` a copy of the emblem for headers, `emblem_icon` one for tabs, both
 * empty where the province gave none; `share_prints` the JPEG of each criteria set's print by its number, of the province's by 0.
 */
export type PublicSettings = Public<SiteSettings> & {
  as_of: string;
  emblem_path: string;
  emblem_icon: string;
  share_prints: Readonly<Record<string, string>>;
};

/** Snapshot collection → the type of its records. */
export interface SnapshotRecords {
  settings: PublicSettings;
  communes: PublicCommune;
  producers: PublicProducer;
  products: PublicProduct;
  pack_variants: PublicVariant;
  decisions: PublicDecision;
  recognitions: PublicRecognition;
  certificates: PublicCertificate;
  growing_areas: PublicGrowingArea;
  lots: PublicLot;
  trace_events: PublicTraceEvent;
  sales_points: PublicSalesPoint;
  fairs: PublicFair;
  platforms: PublicPlatform;
  listings: PublicListing;
  published_figures: PublicFigure;
  targets: PublicTarget;
  pages: PublicTextPage;
  synonyms: PublicSynonym;
  moved: MovedAddress;
}
export type SnapshotCollection = keyof SnapshotRecords;

/** The field by which a page asks for a record, where it is not the id. */
export const SNAPSHOT_KEYS: Partial<Record<SnapshotCollection, string>> = {
  communes: 'slug',
  producers: 'slug',
  products: 'slug',
  pack_variants: 'gtin',
  lots: 'trace_code',
  sales_points: 'slug',
  fairs: 'slug',
  pages: 'kind',
  moved: 'path',
};

/** Fields whose ids are indexed, so that "all products of a producer" is one look-up. */
export const SNAPSHOT_RELATIONS: Partial<Record<SnapshotCollection, readonly string[]>> = {
  producers: ['commune'],
  products: ['producer'],
  pack_variants: ['product'],
  recognitions: ['product', 'decision'],
  certificates: ['producer', 'product'],
  growing_areas: ['producers', 'products'],
  lots: ['variant'],
  trace_events: ['lot'],
  sales_points: ['commune', 'products'],
  fairs: ['commune', 'products', 'exhibitors'],
  listings: ['product'],
};

/** Order in which `all` and `related` give records: by this field, upwards unless `desc`. */
export const SNAPSHOT_ORDER: Partial<Record<SnapshotCollection, { field: string; desc?: boolean }>> = {
  communes: { field: 'code' },
  producers: { field: 'name' },
  products: { field: 'name' },
  decisions: { field: 'decided_on', desc: true },
  recognitions: { field: 'issued_on', desc: true },
  growing_areas: { field: 'code' },
  lots: { field: 'produced_on', desc: true },
  trace_events: { field: 'happened_at' },
  sales_points: { field: 'name' },
  fairs: { field: 'starts_on', desc: true },
  targets: { field: 'due_on' },
};

/** Layout of the SQLite file; the one place that both writer and reader follow. `json` is the public record. */
export const SNAPSHOT_TABLES = `
  CREATE TABLE record (collection TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, position INTEGER NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (collection, id)) WITHOUT ROWID;
  CREATE INDEX record_key ON record (collection, key);
  CREATE INDEX record_position ON record (collection, position);
  CREATE TABLE relation (collection TEXT NOT NULL, field TEXT NOT NULL, target TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (collection, field, target, position, id)) WITHOUT ROWID;
`;
