/** The programme in figures, counted from the snapshot; each list can be counted again from the catalogue. */
import { PRODUCT_GROUPS } from '#domain/criteriaSets.ts';
import { GROWING_AREA_KINDS } from '#domain/growingArea.ts';
import { PRODUCER_KINDS } from '#domain/producer.ts';
import { PRODUCER_FACTS, type ProducerFact } from '#domain/programme/records.ts';

import { all, settings } from '#site/snapshot.ts';
import { catalogue, withStarsInForce } from './catalogue.ts';
import { productsOnFloors } from './floors.ts';
import { isCodeHeld } from './growingAreas.ts';
import { publicCounter } from './reached.ts';
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

/** Products that take part in the programme, those of them with stars in force, and those that do not take part or of which nobody said. */
export function byProgramme(): Count[] {
  const takingPart = catalogue().filter(({ product }) => publicCounter().takesPart(product, settings().as_of)).length;
  return [
    { key: 'participating', count: takingPart },
    { key: 'starred', count: withStarsInForce().length },
    { key: 'notParticipating', count: catalogue().length - takingPart },
  ].filter(({ count }) => count > 0);
}

/** What is known of producers, fact by fact: yes, no, and of how many nobody has said. */
export function producerFacts(): { fact: ProducerFact; yes: number; no: number; unknown: number }[] {
  const counted = listed('producers');
  const count = (fact: ProducerFact, answer: '' | 'yes' | 'no') =>
    counted.filter((producer) => producer[fact] === answer).length;
  return PRODUCER_FACTS.map((fact) => ({
    fact,
    yes: count(fact, 'yes'),
    no: count(fact, 'no'),
    unknown: count(fact, ''),
  })).filter(({ yes, no }) => yes + no > 0);
}

/** Codes of growing areas and packing houses that hold, by kind. */
export function byGrowingArea(): Count[] {
  const held = all('growing_areas').filter(isCodeHeld);
  return inOrder(Object.keys(GROWING_AREA_KINDS), countBy(held.map(({ kind }) => kind)));
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
