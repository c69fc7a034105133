/** The choices that the catalogue offers: every value that some product has, in the order in which people look for them. */
import { CRITERIA_SETS, criteriaSet, PRODUCT_GROUPS, SECTORS } from '#domain/criteriaSets.ts';
import type { ProducerKind } from '#domain/producer.ts';
import { PRODUCT_STATES, type ProductState } from '#site/records/status.ts';
import type { StatusWords } from '#site/records/statusLabel.ts';
import type { Choice, FacetPart } from './drawFacets.ts';
import { type Item, NO_SET } from './facets.ts';
import { AT_SALES_POINTS, type ShippedMore } from './more.ts';
import type { SubjectNames } from './rows.ts';
import type { Facet } from './selection.ts';

/** Words of the catalogue, as they travel with its page. */
export interface CatalogueWords extends StatusWords {
  facets: Record<'stars' | 'state' | 'sector' | 'commune' | 'kind' | 'scheme' | 'sold', string>;
  states: Record<ProductState, string>;
  kinds: Record<ProducerKind, string>;
  schemes: Record<string, string>;
  salesPoint: string;
  starsChoice: string;
  unknownSet: string;
  communeFilter: string;
  count: string;
  more: string;
  corrected: string;
  remove: string;
  failed: string;
}

/** From so many communes on, a box narrows them. */
const MANY = 12;
const STARS = ['5', '4', '3'];
const byVietnamese = new Intl.Collator('vi');

function present(items: readonly Item[], facet: Facet): Set<string> {
  return new Set(items.flatMap(({ values }) => values[facet]));
}

function inOrder(
  facet: Facet,
  all: readonly (readonly [value: string, label: string])[],
  items: readonly Item[],
): Choice[] {
  const there = present(items, facet);
  return all.filter(([value]) => there.has(value)).map(([value, label]) => ({ facet, value, label }));
}

/** Sectors with their groups, and those with their sets; a branch with one twig has none. */
function subjectTree(items: readonly Item[], unknown: string, subjects: SubjectNames | undefined): Choice[] {
  const sets = Object.entries(CRITERIA_SETS).map(
    ([number, { name }]) => [number, subjects?.sets[number] ?? name] as const,
  );
  const groups = Object.entries(PRODUCT_GROUPS).map(
    ([number, { name }]) => [number, subjects?.groups[number] ?? name] as const,
  );
  const finer = (choices: Choice[]) => (choices.length > 1 ? { finer: choices } : {});
  const setsOf = (group: string) =>
    inOrder(
      'set',
      sets.filter(([number]) => String(criteriaSet(Number(number))?.group) === group),
      items,
    );
  const groupsOf = (sector: string) =>
    inOrder(
      'group',
      groups.filter(([number]) => String(PRODUCT_GROUPS[Number(number) as 1].sector) === sector),
      items,
    ).map((choice) => ({ ...choice, ...finer(setsOf(choice.value)) }));
  const sectors = inOrder('sector', [...Object.entries(subjects?.sectors ?? SECTORS), [NO_SET, unknown]], items);
  return sectors.map((choice) => {
    const [only, ...others] = groupsOf(choice.value);
    if (only === undefined) return choice;
    return {
      ...choice,
      ...(others.length > 0 ? { finer: [only, ...others] } : only.finer ? { finer: only.finer } : {}),
    };
  });
}

function communes(items: readonly Item[]): Choice[] {
  const rows = new Map(items.flatMap(({ row, values }) => values.commune.map((value) => [value, row] as const)));
  return [...rows]
    .sort(([, a], [, b]) => byVietnamese.compare(a.place, b.place))
    .map(([value, row]) => ({
      facet: 'commune' as const,
      value,
      label: row.place,
      isName: true,
      also: row.formerPlaces,
    }));
}

/** The parts of the filter, in their order. */
export function facetParts(
  items: readonly Item[],
  words: CatalogueWords,
  platforms: ShippedMore['platforms'] = {},
  subjects?: SubjectNames,
): FacetPart[] {
  const places = communes(items);
  return [
    {
      title: words.facets.stars,
      choices: inOrder(
        'stars',
        STARS.map((stars) => [stars, words.starsChoice.replace('{n}', stars)]),
        items,
      ),
    },
    { title: words.facets.sector, choices: subjectTree(items, words.unknownSet, subjects) },
    {
      title: words.facets.state,
      choices: inOrder(
        'state',
        PRODUCT_STATES.map((state) => [state, words.states[state]]),
        items,
      ),
    },
    {
      title: words.facets.commune,
      choices: places,
      ...(places.length > MANY ? { filterLabel: words.communeFilter } : {}),
    },
    { title: words.facets.kind, choices: inOrder('kind', Object.entries(words.kinds), items) },
    { title: words.facets.scheme, choices: inOrder('scheme', Object.entries(words.schemes), items) },
    {
      title: words.facets.sold,
      choices: [
        ...inOrder('sold', [[AT_SALES_POINTS, words.salesPoint]], items),
        ...inOrder('sold', Object.entries(platforms), items).map((choice) => ({ ...choice, isName: true })),
      ],
    },
  ];
}

/** Label of a chosen value, for the row of what is chosen. */
export function labelOf(parts: readonly FacetPart[], facet: Facet, value: string): string | undefined {
  const within = (choices: readonly Choice[]): string | undefined => {
    for (const choice of choices) {
      if (choice.facet === facet && choice.value === value) return choice.label;
      const found = within(choice.finer ?? []);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const { choices } of parts) {
    const found = within(choices);
    if (found !== undefined) return found;
  }
  return undefined;
}
