import { idOf, type Plan } from '../plan.ts';
import { inCommune, type Setting, SHOWN, slugOf, standingIn } from './setting.ts';

const productIds = (keys: string[]) => keys.map((key) => idOf('products', key));

/** The fictional shops, with opening hours, products and posted prices. */
export function shopsPlan({ fictional, communeAt }: Setting): Plan {
  const points = fictional.shops.map(({ key, place, products, prices = [], decision, ...fields }) => ({
    ...fields,
    id: idOf('sales_points', key),
    slug: slugOf(fields.name),
    address: inCommune(fields.address, communeAt(place)),
    ...standingIn(communeAt(place)),
    products: productIds(products),
    prices: prices.map((price) => ({ ...price, product: idOf('products', price.product) })),
    decision: decision === undefined ? '' : idOf('decisions', decision),
    ...SHOWN,
  }));
  return { sales_points: points };
}

/** Fairs coming and past, with exhibitors and products. */
export function fairsPlan({ fictional, communeAt }: Setting): Plan {
  const fairs = fictional.fairs.map(({ key, place, products, exhibitors, ...fields }) => ({
    ...fields,
    id: idOf('fairs', key),
    slug: slugOf(fields.name),
    venue: inCommune(fields.venue, communeAt(place)),
    commune: communeAt(place).id,
    exhibitors: exhibitors.map((exhibitor) => idOf('producers', exhibitor)),
    products: productIds(products),
    ...SHOWN,
  }));
  return { fairs };
}
