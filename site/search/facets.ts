/** Which products a selection leaves, and how many each further choice would: counts of a facet follow the choices in all others. */
import { CRITERIA_SETS, criteriaSet } from '#domain/criteriaSets.ts';
import { hasStarsInForce, PRODUCT_STATES, type Status, statusNow, statusOn } from '#site/records/status.ts';
import { NO_MORE, type ShippedMore } from './more.ts';
import type { SearchRow } from './rows.ts';
import { FACETS, type Facet, type Selection, type Sort } from './selection.ts';

/** Value of sector, group and set for a product whose set nobody stated. */
export const NO_SET = '0';

/** A product with its values for every facet; it may have none, or several papers and shops. */
export interface Item {
  row: SearchRow;
  now: Status;
  issuedOn: string;
  values: Record<Facet, readonly string[]>;
}

const one = (value: string) => (value === '' ? [] : [value]);
const several = (codes: string | undefined) => (codes ?? '').split(' ').filter((code) => code !== '');

/** The products among rows, as they stand on a day; '' for the day of publishing. */
export function itemsOf(rows: readonly SearchRow[], today: string, more: ShippedMore = NO_MORE): Item[] {
  return rows.flatMap((row) => {
    const { product } = row;
    if (product === undefined) return [];
    const now = today === '' ? statusNow(product.status) : statusOn(product.status, today);
    const set = criteriaSet(product.set);
    const values = {
      stars: hasStarsInForce(now) ? [String(now.stars)] : [],
      state: [now.state],
      sector: [String(set?.sector ?? NO_SET)],
      group: [String(set?.group ?? NO_SET)],
      set: [String(set?.number ?? NO_SET)],
      commune: one(product.communeSlug),
      kind: one(product.producerKind),
      scheme: several(more.schemes[product.index]),
      sold: several(more.sold[product.index]),
    };
    return [{ row, now, issuedOn: product.issuedOn, values }];
  });
}

const TREE = Object.keys(CRITERIA_SETS).map((number) => {
  const known = criteriaSet(Number(number));
  return { set: number, group: String(known?.group), sector: String(known?.sector) };
});

/** The sets that a choice of sectors, groups and sets leaves: a choice inside a branch narrows the branch. Null where none is chosen. */
function chosenSets({ sector, group, set }: Selection['chosen']): ReadonlySet<string> | null {
  if (sector.length + group.length + set.length === 0) return null;
  const narrowedGroups = new Set(TREE.filter((leaf) => set.includes(leaf.set)).map((leaf) => leaf.group));
  const narrowedSectors = new Set(
    TREE.filter((leaf) => set.includes(leaf.set) || group.includes(leaf.group)).map((leaf) => leaf.sector),
  );
  const left = TREE.filter(
    (leaf) =>
      set.includes(leaf.set) ||
      (group.includes(leaf.group) && !narrowedGroups.has(leaf.group)) ||
      (sector.includes(leaf.sector) && !narrowedSectors.has(leaf.sector)),
  ).map((leaf) => leaf.set);
  return new Set([...sector, ...group, ...set].includes(NO_SET) ? [...left, NO_SET] : left);
}

/** Facets that are chosen together: sector, group and set are one tree. */
const DIMENSIONS: readonly (readonly Facet[])[] = [
  ['stars'],
  ['state'],
  ['sector', 'group', 'set'],
  ['commune'],
  ['kind'],
  ['scheme'],
  ['sold'],
];

/** One test per dimension; null where nothing is chosen in it. */
function testsOf(chosen: Selection['chosen']): (((item: Item) => boolean) | null)[] {
  return DIMENSIONS.map(([facet]) => {
    if (facet === undefined) return null;
    if (facet === 'sector') {
      const sets = chosenSets(chosen);
      return sets === null ? null : ({ values }) => values.set.some((value) => sets.has(value));
    }
    return chosen[facet].length === 0
      ? null
      : ({ values }) => values[facet].some((value) => chosen[facet].includes(value));
  });
}

/** The items that the chosen facets leave, in their order. */
export function narrow(items: readonly Item[], { chosen }: Selection): Item[] {
  const tests = testsOf(chosen).filter((test) => test !== null);
  return items.filter((item) => tests.every((test) => test(item)));
}

export type FacetCounts = Record<Facet, ReadonlyMap<string, number>>;

/** For every value of every facet: how many items have it, under the choices made in the other dimensions. */
export function countFacets(items: readonly Item[], { chosen }: Selection): FacetCounts {
  const tests = testsOf(chosen);
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()]));
  DIMENSIONS.forEach((facets, own) => {
    const others = tests.filter((test, at) => test !== null && at !== own);
    for (const item of items) {
      if (!others.every((test) => test?.(item))) continue;
      for (const facet of facets) {
        for (const value of item.values[facet]) counts[facet]?.set(value, (counts[facet].get(value) ?? 0) + 1);
      }
    }
  });
  return counts as unknown as FacetCounts;
}

/** In force first, more stars first. */
function standingRank({ now }: Item): number {
  return PRODUCT_STATES.indexOf(now.state) * 10 - (now.stars ?? 0);
}

const COMPARE: Record<Exclude<Sort, 'match' | 'name'>, (a: Item, b: Item) => number> = {
  standing: (a, b) => standingRank(a) - standingRank(b),
  stars: (a, b) => Number(b.values.stars[0] ?? 0) - Number(a.values.stars[0] ?? 0) || standingRank(a) - standingRank(b),
  recent: (a, b) => (a.issuedOn === b.issuedOn ? standingRank(a) - standingRank(b) : a.issuedOn < b.issuedOn ? 1 : -1),
};

/** Sorted; items come by name, or by match where something was searched, and keep that order among equals. */
export function sorted(items: readonly Item[], sort: Sort): Item[] {
  return sort === 'name' || sort === 'match' ? [...items] : [...items].sort(COMPARE[sort]);
}
