/** Products on e-commerce floors, as the open shop pages in the records say. */
import { all } from '#site/snapshot.ts';
import { catalogue } from './catalogue.ts';
import { isOpen } from './visible.ts';

/** Product id → ids of the floors on which it has an open shop page. */
export function productsOnFloors(): Map<string, Set<string>> {
  const products = new Set(catalogue().map(({ product }) => product.id));
  const floors = new Set(
    all('platforms')
      .filter(isOpen)
      .map(({ id }) => id),
  );
  const found = new Map<string, Set<string>>();
  for (const listing of all('listings')) {
    if (!isOpen(listing) || !products.has(listing.product) || !floors.has(listing.platform)) continue;
    const known = found.get(listing.product) ?? new Set();
    found.set(listing.product, known.add(listing.platform));
  }
  return found;
}
