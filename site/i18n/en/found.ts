/** What search engines, shared links and the static lists by sector, group, stars and commune say. */
import { formatNumber } from '../format.ts';
import type { Words } from '../vi.ts';

const products = (count: number) => (count === 1 ? '1 product' : `${formatNumber(count, 'en')} products`);

export const found: Words['found'] = {
  locale: 'en_GB',
  kinds: { sector: 'Sector', group: 'Group', stars: 'Stars in force', commune: 'Commune, ward' },
  titles: {
    sector: (name: string) => `Sector: ${name}`,
    group: (name: string) => `Group: ${name}`,
    stars: (name: string) => `OCOP products with ${name}`,
    commune: (name: string) => `Products of ${name}`,
  },
  starsName: (stars: string) => `${stars} stars`,
  descriptions: {
    sector: (name: string, count: number, province: string) =>
      `${products(count)} of the sector ${name} in the OCOP catalogue of ${province}: who makes them, whether the stars are in force, where to buy.`,
    group: (name: string, count: number, province: string) =>
      `${products(count)} of the group ${name} in the OCOP catalogue of ${province}: who makes them, whether the stars are in force, where to buy.`,
    stars: (name: string, count: number, province: string) =>
      `${products(count)} with an OCOP certificate of ${name} in force in ${province}.`,
    commune: (name: string, count: number, province: string) =>
      `${products(count)} by producers in ${name}, ${province}: state of their OCOP stars, where to buy.`,
  },
  count: products,
  formerly: 'Until 30 June 2025:',
  narrow: 'Filter and sort in the catalogue',
  others: 'See another way',
  producersHere: 'Producers here',
  salesPointsHere: 'Sales points here',
  list: (name: string) => `List: ${name}`,
  allCommunes: (count: number) => `All ${formatNumber(count, 'en')} communes and wards with products`,
  data: 'Data of this page (JSON)',
};
