import { catalogue, catalogueByStanding, type Entry } from './catalogue.ts';

/** Cards on one static page of the list; as many as the browser shows at first. */
export const PRODUCTS_A_PAGE = 48;

/** Number of pages, at least one. */
export function productPages(): number {
  return Math.max(1, Math.ceil(catalogue().length / PRODUCTS_A_PAGE));
}

/** The products of a page, counted from 1. */
export function productsOnPage(page: number): Entry[] {
  return catalogueByStanding().slice((page - 1) * PRODUCTS_A_PAGE, page * PRODUCTS_A_PAGE);
}
