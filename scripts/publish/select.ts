/** Which records the public sees: visible ones, those that left and whose address must go on answering, and what belongs to them. */
import { isVisible } from '#domain/noun.ts';
import type { KnownRecords } from './addresses.ts';
import type { Office, OfficeRecord } from './read.ts';

/** Collections with a review state and pages of their own. */
type PublicCollection = 'producers' | 'products' | 'sales_points' | 'fairs';

/** What of the office's records is public, still in the office's shape. `state` is `approved` or `withdrawn` in public collections. */
export type Selection = Omit<Office, 'media' | 'producer_contacts' | 'addresses'>;

interface Stateful {
  id: string;
  state: string;
  visible_from: string;
  visible_until: string;
}

/** `approved` records as they are; what was public once as `withdrawn`, so that its address answers; null for what never was. */
function publicState(record: Stateful, today: string, known: KnownRecords): 'approved' | 'withdrawn' | null {
  if (isVisible(record, today)) return 'approved';
  const isOver = record.state === 'withdrawn' || (record.state === 'approved' && !isToCome(record, today));
  return known.live.has(record.id) || (isOver && known.issued.has(record.id)) ? 'withdrawn' : null;
}

function isToCome(record: Stateful, today: string): boolean {
  return record.visible_from !== '' && record.visible_from > today;
}

function selectPublic<C extends PublicCollection>(office: Office, collection: C, today: string, known: KnownRecords) {
  const selected: Stateful[] = [];
  for (const record of office[collection] as Stateful[]) {
    const state = publicState(record, today, known);
    if (state !== null) selected.push({ ...record, state });
  }
  return selected as unknown as OfficeRecord<C>[];
}

const idsOf = (records: readonly { id: string }[]) => new Set(records.map((record) => record.id));

/** Lots that left the draft state answer for ever; what belongs to other records goes with them. */
export function selectRecords(office: Office, today: string, known: KnownRecords): Selection {
  const producers = selectPublic(office, 'producers', today, known);
  const products = selectPublic(office, 'products', today, known);
  const sales_points = selectPublic(office, 'sales_points', today, known);
  const fairs = selectPublic(office, 'fairs', today, known);
  const productIds = idsOf(products);
  const producerIds = idsOf(producers);
  const pack_variants = office.pack_variants.filter((variant) => productIds.has(variant.product));
  const variantIds = idsOf(pack_variants);
  const lots = office.lots.filter((lot) => lot.state !== 'draft' && variantIds.has(lot.variant));
  const lotIds = idsOf(lots);
  const recognitions = office.recognitions.filter((each) => productIds.has(each.product));
  const listings = office.listings.filter((listing) => productIds.has(listing.product));
  const cited = new Set([
    ...recognitions.flatMap((each) => [each.decision, each.revocation_decision]),
    ...sales_points.map((point) => point.decision),
  ]);
  const floors = new Set(listings.map((listing) => listing.platform));
  return {
    site_settings: office.site_settings,
    communes: office.communes,
    producers,
    products,
    sales_points,
    fairs,
    pack_variants,
    lots,
    recognitions,
    listings,
    decisions: office.decisions.filter((decision) => cited.has(decision.id)),
    platforms: office.platforms.filter((platform) => floors.has(platform.id)),
    certificates: office.certificates.filter((each) =>
      each.product === '' ? producerIds.has(each.producer) : productIds.has(each.product),
    ),
    // Shown beside others and at no address of their own: what may not be seen is simply not there.
    growing_areas: office.growing_areas.filter((area) => isVisible(area, today)),
    trace_events: office.trace_events.filter((event) => lotIds.has(event.lot)),
    published_figures: office.published_figures,
    targets: office.targets,
    pages: office.pages.filter((page) => isVisible(page, today)),
    synonyms: office.synonyms,
  };
}
