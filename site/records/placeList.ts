/** Sales points as lists offer and narrow them. */
import { nameToSlug } from '#domain/rules/slug.ts';
import type { PublicCommune, PublicSalesPoint } from '#domain/snapshot.ts';
import type { PlaceRows } from '#site/places/rows.ts';
import { all, byId } from '#site/snapshot.ts';
import { placeOf } from './links.ts';
import { isListed, isOpen, listed } from './visible.ts';

export interface PlaceOption {
  value: string;
  label: string;
}

function districtsOf({ former_names }: PublicCommune): PlaceOption[] {
  const names = new Set((former_names ?? []).map(({ district }) => district).filter((name) => name !== ''));
  return [...names].map((label) => ({ value: nameToSlug(label), label }));
}

/** What a sales point is narrowed by: its commune and the districts that the commune's parts belonged to. */
export function placeValues(point: PublicSalesPoint): string {
  const commune = byId('communes', point.commune);
  if (commune === undefined) return '';
  return [commune.slug, ...districtsOf(commune).map(({ value }) => value)].join(' ');
}

function byLabel(options: Iterable<PlaceOption>): PlaceOption[] {
  const distinct = new Map([...options].map((option) => [option.value, option]));
  return [...distinct.values()].sort((a, b) => a.label.localeCompare(b.label, 'vi'));
}

/** Communes in which sales points are, and the former districts they lie in. */
export function placeOptions(points: readonly PublicSalesPoint[]): {
  communes: PlaceOption[];
  districts: PlaceOption[];
} {
  const communes = points.map(({ commune }) => byId('communes', commune)).filter((commune) => commune !== undefined);
  return {
    communes: byLabel(communes.map(({ slug, name }) => ({ value: slug, label: name }))),
    districts: byLabel(communes.flatMap(districtsOf)),
  };
}

/** The file of rows: open sales points, and the products that at least one of them sells. */
export function placeRows(): PlaceRows {
  const points = listed('sales_points').filter(isOpen);
  const sold = new Set(points.flatMap(({ products }) => products));
  const products = all('products').filter((product) => sold.has(product.id) && isListed(product));
  const at = new Map(products.map(({ id }, index) => [id, index]));
  return {
    products: products.map(({ slug, name }) => [slug, name]),
    places: points.map((point) => [
      point.slug,
      point.name,
      placeOf(point),
      point.point.lon,
      point.point.lat,
      point.point_approximate ? 1 : 0,
      point.products.map((id) => at.get(id)).filter((index) => index !== undefined),
    ]),
  };
}
