/** Lists of products by sector, group, stars in force and commune, as pages of their own. One that would be empty does not exist. */
import { type GroupNumber, PRODUCT_GROUPS, SECTORS, type SectorNumber } from '#domain/criteriaSets.ts';
import { nameToSlug } from '#domain/rules/slug.ts';
import type { PublicCommune } from '#domain/snapshot.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { pathsOf } from '#site/paths.ts';
import { byKey } from '#site/snapshot.ts';
import { catalogueByStanding, type Entry } from './catalogue.ts';
import { PRODUCTS_A_PAGE } from './productPages.ts';
import { hasStarsInForce } from './status.ts';
import { ofPage, type Told, told } from './told.ts';

/** Kind → its part of the address. Printed on nothing, but indexed: never changed. */
export const FACET_SEGMENTS = { sector: 'nganh', group: 'nhom', stars: 'sao', commune: 'xa' } as const;
export type FacetKind = keyof typeof FACET_SEGMENTS;
export const FACET_KINDS = Object.keys(FACET_SEGMENTS) as FacetKind[];

export interface FacetPage {
  kind: FacetKind;
  /** As the catalogue's address names it: number of sector or group, stars, slug of the commune. */
  value: string;
  slug: string;
  entries: readonly Entry[];
}

/** In the order in which each kind is offered; communes by name. */
function keyOf(kind: FacetKind, { set, now, commune }: Entry): string {
  if (kind === 'sector') return String(set?.sector ?? '');
  if (kind === 'group') return String(set?.group ?? '');
  if (kind === 'commune') return commune?.slug ?? '';
  return hasStarsInForce(now) ? String(now.stars) : '';
}

function slugOf(kind: FacetKind, value: string): string {
  if (kind === 'sector') return nameToSlug(SECTORS[Number(value) as SectorNumber]);
  return kind === 'group' ? nameToSlug(PRODUCT_GROUPS[Number(value) as GroupNumber].name) : value;
}

function inOrder(kind: FacetKind, a: string, b: string): number {
  if (kind === 'commune') return byKey('communes', a).name.localeCompare(byKey('communes', b).name, 'vi');
  return kind === 'stars' ? Number(b) - Number(a) : Number(a) - Number(b);
}

function pagesOf(kind: FacetKind): FacetPage[] {
  const groups = Map.groupBy(catalogueByStanding(), (entry) => keyOf(kind, entry));
  groups.delete('');
  const found = [...groups].map(([value, entries]) => ({ kind, value, slug: slugOf(kind, value), entries }));
  return found.sort((a, b) => inOrder(kind, a.value, b.value));
}

let pages: Record<FacetKind, FacetPage[]> | undefined;

/** All lists of a kind that hold something. */
export function facetPages(kind: FacetKind): readonly FacetPage[] {
  pages ??= {
    sector: pagesOf('sector'),
    group: pagesOf('group'),
    stars: pagesOf('stars'),
    commune: pagesOf('commune'),
  };
  return pages[kind];
}

/** The list of a value; undefined where no product has it. */
export function facetPage(kind: FacetKind, value: string): FacetPage | undefined {
  return facetPages(kind).find((page) => page.value === value);
}

/** Number of static pages that a list takes. */
export function pagesIn({ entries }: FacetPage): number {
  return Math.ceil(entries.length / PRODUCTS_A_PAGE);
}

/** What a list is of: `Thực phẩm`, `4 sao`, `Xã Yên Thế`. */
export function facetName({ kind, value }: Pick<FacetPage, 'kind' | 'value'>, language: SiteLanguage): Told {
  const { names, found } = wordsOf(language);
  if (kind === 'commune') {
    const { name, name_en } = byKey('communes', value);
    return told(language, name, name_en);
  }
  if (kind === 'sector') return ofPage(names.sectors[Number(value) as SectorNumber]);
  return ofPage(kind === 'group' ? names.groups[Number(value) as GroupNumber] : found.starsName(value));
}

/** The address of the list that holds what a record says of itself; empty where there is none. */
export function facetAddress(kind: FacetKind, value: string, language: SiteLanguage): string {
  const list = facetPage(kind, value);
  return list === undefined ? '' : pathsOf(language).facet(FACET_SEGMENTS[kind], list.slug);
}

/** Names that a commune's parts bore before July 2025: `Thị trấn Phồn Xương (Huyện Yên Thế)`. */
export function formerNames({ former_names }: PublicCommune): string[] {
  return (former_names ?? []).map(({ commune, district }) => (district === '' ? commune : `${commune} (${district})`));
}
