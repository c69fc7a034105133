/** Every product that lists show, joined with what lists and counts need of it. Read once for all pages of a build. */
import { type CriteriaSet, criteriaSet } from '#domain/criteriaSets.ts';
import type { PublicCommune, PublicProducer, PublicProduct } from '#domain/snapshot.ts';
import { byId } from '#site/snapshot.ts';
import { productStanding } from './productStanding.ts';
import { encodeStatus, hasStarsInForce, PRODUCT_STATES, type Status, statusNow } from './status.ts';
import { listed } from './visible.ts';

export interface Entry {
  product: PublicProduct;
  producer: PublicProducer | undefined;
  commune: PublicCommune | undefined;
  set: CriteriaSet | undefined;
  /** Encoded with its later turns, see status.ts. */
  status: string;
  /** The status on the day of publishing. */
  now: Status;
  /** Day of the recognition that decides now, as exact as known; empty where none does. */
  issuedOn: string;
}

function entryOf(product: PublicProduct): Entry {
  const { facts, timeline } = productStanding(product.id);
  const producer = byId('producers', product.producer);
  const status = encodeStatus(timeline, facts);
  const decisive = timeline[0]?.verdict.recognition ?? null;
  return {
    product,
    producer,
    commune: byId('communes', producer?.commune ?? ''),
    set: criteriaSet(product.criteria_set),
    status,
    now: statusNow(status),
    issuedOn: decisive === null ? '' : (facts[decisive]?.issuedOn ?? ''),
  };
}

let entries: readonly Entry[] | undefined;

/** All products in the catalogue, by name. */
export function catalogue(): readonly Entry[] {
  entries ??= listed('products').map(entryOf);
  return entries;
}

let standingOrder: readonly Entry[] | undefined;

/** All products, in the order in which lists begin. */
export function catalogueByStanding(): readonly Entry[] {
  standingOrder ??= [...catalogue()].sort(byStanding);
  return standingOrder;
}

let groups: Map<number, Entry[]> | undefined;

/** The products of a group, in the order in which lists begin. */
export function productsOfGroup(group: number): readonly Entry[] {
  groups ??= Map.groupBy(catalogueByStanding(), ({ set }) => set?.group ?? 0);
  return groups.get(group) ?? [];
}

let makers: Map<string, Entry[]> | undefined;

/** The products of a producer, in the order in which lists begin. */
export function productsOfMaker(producerId: string): readonly Entry[] {
  makers ??= Map.groupBy(catalogueByStanding(), ({ product }) => product.producer);
  return (producerId === '' ? undefined : makers.get(producerId)) ?? [];
}

/** Those with a certificate in force. */
export function withStarsInForce(): Entry[] {
  return catalogue().filter(({ now }) => hasStarsInForce(now));
}

/** In the order in which lists begin: in force first, more stars first, then by name. */
export function byStanding(a: Entry, b: Entry): number {
  const rank = ({ now }: Entry) => PRODUCT_STATES.indexOf(now.state) * 10 - (now.stars ?? 0);
  return rank(a) - rank(b);
}

/** The latest recognised first; a year alone counts as its beginning. */
export function byRecognition(a: Entry, b: Entry): number {
  return a.issuedOn === b.issuedOn ? byStanding(a, b) : a.issuedOn < b.issuedOn ? 1 : -1;
}
