/** Everything that the page of one fair tells. */
import type { PublicFair, PublicProducer } from '#domain/snapshot.ts';
import { byIds, byKey } from '#site/snapshot.ts';
import { catalogueByStanding, type Entry } from './catalogue.ts';
import { isListed } from './visible.ts';

/** An exhibitor with what it showed of the products listed. */
export interface Exhibit {
  producer: PublicProducer;
  products: Entry[];
}

export interface FairView {
  fair: PublicFair;
  products: Entry[];
  exhibits: Exhibit[];
  /** Shown by somebody who is not on the list of exhibitors. */
  unclaimed: Entry[];
}

/** The view of a fair's page; throws where the snapshot has none of that slug. */
export function fairView(slug: string): FairView {
  const fair = byKey('fairs', slug);
  const ids = new Set(fair.products);
  const products = catalogueByStanding().filter(({ product }) => ids.has(product.id));
  const exhibitors = byIds('producers', fair.exhibitors).filter(isListed);
  const makers = new Set(exhibitors.map(({ id }) => id));
  return {
    fair,
    products,
    exhibits: exhibitors.map((producer) => ({
      producer,
      products: products.filter(({ product }) => product.producer === producer.id),
    })),
    unclaimed: products.filter(({ product }) => !makers.has(product.producer)),
  };
}

/** One result: as the source reports it, and the sum of its parts where the source gives both parts. 0 = not stated. */
export interface FairResult {
  key: 'booths' | 'revenue';
  reported: number;
  parts: { key: string; value: number }[];
  sum: number;
}

/** Figures that have parts; the source's total is never replaced by ours. */
export function fairResults(fair: PublicFair): FairResult[] {
  const result = (key: FairResult['key'], reported: number, parts: FairResult['parts']): FairResult => {
    const stated = parts.filter(({ value }) => value > 0);
    const sum = stated.length === parts.length ? stated.reduce((total, { value }) => total + value, 0) : 0;
    return { key, reported, parts: stated, sum };
  };
  return [
    result('booths', fair.booths, [
      { key: 'boothsIn', value: fair.booths_in_province },
      { key: 'boothsOther', value: fair.booths_other_provinces },
    ]),
    result('revenue', fair.revenue, [
      { key: 'revenueIn', value: fair.revenue_in_province },
      { key: 'revenueOther', value: fair.revenue_other_provinces },
    ]),
  ].filter(({ reported, parts }) => reported > 0 || parts.length > 0);
}
