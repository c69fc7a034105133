/** Which records the data sets tell: those that lists show, and what belongs to them. */
import type {
  PublicCertificate,
  PublicCommune,
  PublicDecision,
  PublicListing,
  PublicProducer,
  PublicProduct,
  PublicRecognition,
  PublicVariant,
} from '#domain/snapshot.ts';
import { listed } from '#site/records/visible.ts';
import { all } from '#site/snapshot.ts';
import { recordById } from './recordById.ts';

const idsOf = (records: readonly { id: string }[]) => new Set(records.map(({ id }) => id));

let listedIds: { products: Set<string>; producers: Set<string> } | undefined;

function ids() {
  listedIds ??= { products: idsOf(listed('products')), producers: idsOf(listed('producers')) };
  return listedIds;
}

/** Packs of listed products. */
export function openPacks(): PublicVariant[] {
  return all('pack_variants').filter(({ product }) => ids().products.has(product));
}

/** Recognitions of listed products. */
export function openRecognitions(): PublicRecognition[] {
  return all('recognitions').filter(({ product }) => ids().products.has(product));
}

/** Decisions that listed records name. */
export function openDecisions(): PublicDecision[] {
  const named = new Set([
    ...openRecognitions().flatMap(({ decision, revocation_decision }) => [decision, revocation_decision]),
    ...listed('sales_points').map(({ decision }) => decision),
  ]);
  return all('decisions').filter(({ id }) => named.has(id));
}

/** Papers of listed products, and of listed producers as such. */
export function openCertificates(): PublicCertificate[] {
  return all('certificates').filter(({ product, producer }) =>
    product === '' ? ids().producers.has(producer) : ids().products.has(product),
  );
}

/** Shops of listed products. */
export function openListings(): PublicListing[] {
  return all('listings').filter(({ product }) => ids().products.has(product));
}

/** The producer of a product; undefined where it may not be shown. */
export function producerOf(product: PublicProduct | undefined): PublicProducer | undefined {
  return recordById('producers', product?.producer ?? '');
}

/** The commune of a record. */
export function communeOf(record: { commune: string } | undefined): PublicCommune | undefined {
  return recordById('communes', record?.commune ?? '');
}
