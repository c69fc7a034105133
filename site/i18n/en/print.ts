/** What is printed: a price list for the wall, a poster, pages on paper. */
import type { Words } from '../vi.ts';

export const print: Words['print'] = {
  page: 'Print this page',
  priceList: 'Print the price list',
  poster: 'Print the poster',
  priceListTitle: 'Posted prices',
  product: 'Product, producer',
  stars: 'OCOP stars in force',
  price: 'Posted price',
  code: 'Scan to read',
  noPrice: 'not posted yet',
  starsNote:
    'Stars are named only while the OCOP certificate is in force. Scan a code for the decision, the producer and the present state.',
  scanPage: 'Scan to open this page',
  scanFair: 'Scan to see what is shown and to add the fair to a calendar',
  keeper: (office: string) => `Kept by ${office}.`,
};
