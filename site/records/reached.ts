/** How much of the programme's targets is reached, counted from the records. */
import { type Day, dayBounds } from '#domain/rules/day.ts';
import { share } from '#domain/rules/share.ts';
import type { PublicTarget } from '#domain/snapshot.ts';
import type { TargetMeasure } from '#domain/target.ts';
import { all, byId, settings } from '#site/snapshot.ts';
import { catalogue, type Entry } from './catalogue.ts';
import { productsOnFloors } from './floors.ts';
import { starsOn } from './pastStanding.ts';
import { isOpen, listed } from './visible.ts';

/** Part of the province; both empty for the whole. */
type Area = Pick<PublicTarget, 'commune' | 'former_area'>;

function liesIn(communeId: string, { commune, former_area }: Area): boolean {
  if (commune !== '') return communeId === commune;
  if (former_area === '') return true;
  return (byId('communes', communeId)?.former_names ?? []).some(
    ({ district, province }) => district === former_area || province === former_area,
  );
}

function starred(entries: readonly Entry[], least: number, on: Day): Entry[] {
  return entries.filter((entry) => {
    const stars = starsOn(entry, on);
    return typeof stars === 'number' && stars >= least;
  });
}

function shareOfKind(entries: readonly Entry[], kind: string): number {
  const makers = new Map(entries.flatMap(({ producer }) => (producer === undefined ? [] : [[producer.id, producer]])));
  return share([...makers.values()].filter((maker) => maker.kind === kind).length, makers.size);
}

function online(entries: readonly Entry[], on: Day): number {
  const floors = productsOnFloors();
  const counted = starred(entries, 3, on);
  return share(counted.filter(({ product }) => floors.has(product.id)).length, counted.length);
}

const MEASURES: Record<TargetMeasure, (entries: readonly Entry[], on: Day, area: Area) => number> = {
  products: (entries) => entries.length,
  in_force: (entries, on) => starred(entries, 3, on).length,
  four_stars: (entries, on) => starred(entries, 4, on).length,
  five_stars: (entries, on) => starred(entries, 5, on).length,
  producers: (entries) => new Set(entries.flatMap(({ producer }) => producer?.id ?? [])).size,
  cooperative_share: (entries) => shareOfKind(entries, 'cooperative'),
  company_share: (entries) => shareOfKind(entries, 'company'),
  online_share: online,
  sales_points: (_, __, area) =>
    listed('sales_points').filter((point) => isOpen(point) && liesIn(point.commune, area)).length,
};
/** Counts that can be told again for a past day: recognitions have days, everything else has only today. */
const OF_ANY_DAY: readonly string[] = ['in_force', 'four_stars', 'five_stars'];

export interface Reached {
  target: PublicTarget;
  /** Null where the program cannot count it. */
  value: number | null;
  /** The day that is counted for: the last one of a target that is due, where that can be told, else that of publishing. */
  on: Day;
}

function reachedOf(target: PublicTarget): Reached {
  const asOf = settings().as_of;
  const due = dayBounds(target.due_on)?.last ?? asOf;
  const on = due < asOf && OF_ANY_DAY.includes(target.measure) ? due : asOf;
  if (target.measure === '') return { target, value: null, on };
  const entries = catalogue().filter(({ commune }) => liesIn(commune?.id ?? '', target));
  return { target, value: MEASURES[target.measure](entries, on, target), on };
}

/** Every target with what is reached of it, the soonest due first. */
export function targetsReached(): Reached[] {
  return all('targets').map(reachedOf);
}
