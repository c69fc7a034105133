/** Everything that the page of one producer tells. */
import { dayBounds } from '#domain/rules/day.ts';
import type {
  PublicCertificate,
  PublicFair,
  PublicGrowingArea,
  PublicProducer,
  PublicProduct,
  PublicSalesPoint,
} from '#domain/snapshot.ts';
import { byKey, related, settings } from '#site/snapshot.ts';
import { type Entry, productsOfMaker } from './catalogue.ts';
import { growingAreasOf } from './growingAreas.ts';
import { type OpenListing, openListings } from './openListings.ts';
import { hasStarsInForce } from './status.ts';
import { isListed, isOpen } from './visible.ts';

export interface ProducerView {
  producer: PublicProducer;
  recognised: Entry[];
  others: Entry[];
  certificates: PublicCertificate[];
  /** Papers in force that name land. */
  areas: PublicCertificate[];
  /** Land and packing houses whose codes hold. */
  growingAreas: PublicGrowingArea[];
  /** Shops of its products on floors. */
  shops: (OpenListing & { sells: PublicProduct })[];
  fairs: PublicFair[];
  salesPoints: PublicSalesPoint[];
}

/** A producer's products: stars are per product, so those with a certificate in force stand apart. */
export function productsOf(producerId: string): Pick<ProducerView, 'recognised' | 'others'> {
  const own = productsOfMaker(producerId);
  return {
    recognised: own.filter(({ now }) => hasStarsInForce(now)),
    others: own.filter(({ now }) => !hasStarsInForce(now)),
  };
}

function salesPointsOf(products: readonly Entry[]): PublicSalesPoint[] {
  const points = products.flatMap(({ product }) => related('sales_points', 'products', product.id));
  const distinct = new Map(points.map((point) => [point.id, point]));
  return [...distinct.values()].filter((point) => isListed(point) && isOpen(point));
}

function areasOf(producerId: string): PublicCertificate[] {
  const { as_of } = settings();
  const isOver = ({ expires_on }: PublicCertificate) => (dayBounds(expires_on)?.last ?? as_of) < as_of;
  return related('certificates', 'producer', producerId).filter((paper) => paper.area_ha > 0 && !isOver(paper));
}

function shopsOf(products: readonly Entry[]): ProducerView['shops'] {
  return products.flatMap(({ product }) => openListings(product).map((listing) => ({ ...listing, sells: product })));
}

/** The view of a producer's page; throws where the snapshot has none of that slug. */
export function producerView(slug: string): ProducerView {
  const producer = byKey('producers', slug);
  const products = productsOf(producer.id);
  return {
    producer,
    ...products,
    certificates: related('certificates', 'producer', producer.id).filter(({ product }) => product === ''),
    areas: areasOf(producer.id),
    growingAreas: growingAreasOf('producers', producer.id),
    shops: shopsOf([...products.recognised, ...products.others]),
    fairs: related('fairs', 'exhibitors', producer.id).filter(isListed),
    salesPoints: salesPointsOf([...products.recognised, ...products.others]),
  };
}
