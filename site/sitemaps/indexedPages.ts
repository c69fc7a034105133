/** Which pages search engines are told of, by kind, and when what they show last changed. No trace page and no code is among them. */
import type { PublicProduct } from '#domain/snapshot.ts';
import { PAGE_KINDS, type PageKind } from '#domain/textPage.ts';
import { paths } from '#site/paths.ts';
import { catalogue } from '#site/records/catalogue.ts';
import { FACET_KINDS, FACET_SEGMENTS, facetPages, pagesIn } from '#site/records/facetPages.ts';
import { productPages } from '#site/records/productPages.ts';
import { listed } from '#site/records/visible.ts';
import { byId, findByKey, related } from '#site/snapshot.ts';

export interface IndexedPage {
  /** In Vietnamese; its English twin stands below `/en`. */
  path: string;
  /** Day of the last change of the records that it shows; empty where unknown. Never the day of publishing. */
  changedOn: string;
}

type Dated = { changed_on?: string } | undefined;

/** The last of some days; empty where there is none. */
export function lastOf(days: readonly string[]): string {
  return days.toSorted().at(-1) ?? '';
}

function latest(records: readonly Dated[]): string {
  return lastOf(records.map((record) => record?.changed_on ?? ''));
}

/** A product's page tells of its decisions, packs, papers and maker as well. */
function changeOfProduct(product: PublicProduct): string {
  const own = (['recognitions', 'pack_variants', 'certificates', 'listings'] as const).flatMap((collection) =>
    related(collection, 'product', product.id),
  );
  return latest([product, byId('producers', product.producer), ...own]);
}

let changes: Map<string, string> | undefined;

function changeOf(product: PublicProduct): string {
  changes ??= new Map(catalogue().map((entry) => [entry.product.id, changeOfProduct(entry.product)]));
  return changes.get(product.id) ?? '';
}

const ofProducts = (products: readonly PublicProduct[]) => lastOf(products.map(changeOf));

function texts(): IndexedPage[] {
  const kinds = Object.keys(PAGE_KINDS) as PageKind[];
  return kinds.map((kind) => ({ path: paths.text(kind), changedOn: latest([findByKey('pages', kind)]) }));
}

function mainPages(): IndexedPage[] {
  const all = ofProducts(catalogue().map(({ product }) => product));
  const list = Array.from({ length: productPages() }, (_, index) => ({
    path: paths.productsPage(index + 1),
    changedOn: all,
  }));
  // What front page and figures say changes by the day, with no record behind it.
  const undated = [paths.front, paths.figures, paths.openData, paths.lookUp].map((path) => ({ path, changedOn: '' }));
  return [
    ...undated,
    ...list,
    { path: paths.producers, changedOn: latest(listed('producers')) },
    { path: paths.salesPoints, changedOn: latest(listed('sales_points')) },
    { path: paths.fairs, changedOn: latest(listed('fairs')) },
    ...texts(),
  ];
}

function facetLists(): IndexedPage[] {
  return FACET_KINDS.flatMap(facetPages).flatMap((list) => {
    const changedOn = ofProducts(list.entries.map(({ product }) => product));
    return Array.from({ length: pagesIn(list) }, (_, index) => ({
      path: paths.facet(FACET_SEGMENTS[list.kind], list.slug, index + 1),
      changedOn,
    }));
  });
}

/** Kind of page → its pages. The kind is in the name of the sitemap's file. */
export const INDEXED_PAGES = {
  trang: mainPages,
  'danh-sach': facetLists,
  'san-pham': () =>
    catalogue().map(({ product }) => ({ path: paths.product(product.slug), changedOn: changeOf(product) })),
  'chu-the': () => listed('producers').map((each) => ({ path: paths.producer(each.slug), changedOn: latest([each]) })),
  'diem-ban': () =>
    listed('sales_points').map((each) => ({ path: paths.salesPoint(each.slug), changedOn: latest([each]) })),
  'hoi-cho': () => listed('fairs').map((each) => ({ path: paths.fair(each.slug), changedOn: latest([each]) })),
} satisfies Record<string, () => IndexedPage[]>;
