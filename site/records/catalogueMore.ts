/** Makes what the catalogue asks for beyond the rows of the search. */
import { dayBounds } from '#domain/rules/day.ts';
import { nameToSlug } from '#domain/rules/slug.ts';
import type { PublicPlatform, PublicProduct } from '#domain/snapshot.ts';
import { AT_SALES_POINTS, type ShippedMore } from '#site/search/more.ts';
import { all, byId, related, settings } from '#site/snapshot.ts';
import { catalogue } from './catalogue.ts';
import { faceOf } from './picture.ts';
import { papersOf } from './productView.ts';
import { isListed, isOpen } from './visible.ts';

const codeOf = ({ name }: PublicPlatform) => `s-${nameToSlug(name)}`;

function schemesOf(product: PublicProduct): string {
  const { as_of } = settings();
  const inForce = papersOf(product).filter(({ expires_on }) => (dayBounds(expires_on)?.last ?? as_of) >= as_of);
  return [...new Set(inForce.map(({ scheme }) => scheme))].sort().join(' ');
}

function soldOf(product: PublicProduct): string {
  const shops = related('listings', 'product', product.id).filter(isOpen);
  const platforms = shops.map(({ platform }) => byId('platforms', platform)).filter((each) => each !== undefined);
  const isAtPoints = related('sales_points', 'products', product.id).some((point) => isListed(point) && isOpen(point));
  const codes = new Set(platforms.filter(isOpen).map(codeOf));
  return [...(isAtPoints ? [AT_SALES_POINTS] : []), ...[...codes].sort()].join(' ');
}

/** One entry a product, in the order of the catalogue. */
export function catalogueMore(): ShippedMore {
  const products = catalogue().map(({ product }) => product);
  return {
    pictures: products.map((product) => {
      const { address, isPrint } = faceOf(product);
      return isPrint ? '' : address;
    }),
    schemes: products.map(schemesOf),
    sold: products.map(soldOf),
    platforms: Object.fromEntries(all('platforms').map((platform) => [codeOf(platform), platform.name])),
  };
}
