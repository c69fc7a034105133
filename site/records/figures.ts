/** The programme in figures, counted from the snapshot; each list can be counted again from the catalogue. */
import { PRODUCT_GROUPS } from '#domain/criteriaSets.ts';
import { PRODUCER_KINDS } from '#domain/producer.ts';
import { catalogue, withStarsInForce } from './catalogue.ts';
import { productsOnFloors } from './floors.ts';
import { PRODUCT_STATES } from './status.ts';
import { isOpen, listed } from './visible.ts';

export interface Count {
  /** What is counted: a code, a number or an address part, by list. */
  key: string;
  count: number;
}

function countBy(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function inOrder(keys: readonly string[], counts: ReadonlyMap<string, number>): Count[] {
  return keys.map((key) => ({ key, count: counts.get(key) ?? 0 })).filter(({ count }) => count > 0);
}

function byCount(counts: ReadonlyMap<string, number>): Count[] {
  const unknownLast = (a: Count, b: Count) => Number(a.key === '') - Number(b.key === '');
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => unknownLast(a, b) || b.count - a.count);
}

/** The few numbers of the front page. */
export function headlineFigures() {
  const communes = new Set(catalogue().map(({ commune }) => commune?.id ?? ''));
  communes.delete('');
  return {
    products: catalogue().length,
    inForce: withStarsInForce().length,
    producers: listed('producers').length,
    communes: communes.size,
    salesPoints: listed('sales_points').filter(isOpen).length,
    fairs: listed('fairs').length,
  };
}

/** Products by state, in the order of lists. */
export function byState(): Count[] {
  return inOrder(PRODUCT_STATES, countBy(catalogue().map(({ now }) => now.state)));
}

/** Products by stars in force, most stars first. */
export function byStars(): Count[] {
  return inOrder(['5', '4', '3'], countBy(withStarsInForce().map(({ now }) => String(now.stars))));
}

/** Products by group; '' for those whose set nobody stated. */
export function byGroup(): Count[] {
  return inOrder([...Object.keys(PRODUCT_GROUPS), ''], countBy(catalogue().map(({ set }) => String(set?.group ?? ''))));
}

/** Producers by kind. */
export function byKind(): Count[] {
  return inOrder(Object.keys(PRODUCER_KINDS), countBy(listed('producers').map(({ kind }) => kind)));
}

/** Products by the commune of their producer (id), most first; '' where the source does not say. */
export function byCommune(): Count[] {
  return byCount(countBy(catalogue().map(({ commune }) => commune?.id ?? '')));
}

/** Products by the floor (id) on which they are sold, most first; one on several floors counts on each. */
export function byPlatform(): Count[] {
  return byCount(countBy([...productsOnFloors().values()].flatMap((floors) => [...floors])));
}
