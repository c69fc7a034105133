/** The front page. */
import type { Words } from '../vi.ts';
import { counted } from './counted.ts';

export const front: Words['front'] = {
  title: (province) => `${province}: one commune, one product`,
  documentTitle: 'Products, producers, sales points and fairs',
  lead: (products, producers) =>
    `${counted(products, 'product')} by ${counted(producers, 'producer')}: who makes them, whether their OCOP stars are in force, where to buy them.`,
  emptyLead: (province) =>
    `The OCOP catalogue of ${province} is being set up: who makes a product, whether its OCOP stars are in force, where to buy it.`,
  empty: 'No product has been published yet. The office is entering its records.',
  emptyNext: 'What this catalogue is',
  scan: 'A stamp in your hand? Type its trace code',
  groups: 'By product group',
  recent: 'Newly recognised',
  recentLead: 'The latest recognition decisions whose certificates are in force.',
  best: 'Most stars',
  bestLead: 'Products with a certificate in force, from five stars down.',
  inCatalogue: 'In the catalogue',
  inCatalogueLead: 'No product has a certificate in force now.',
  fairs: 'Coming fairs',
  noFairs: 'No fair has been announced yet.',
  noFairsNext: 'See past fairs',
  salesPoints: 'Sales points',
  salesPointsLead: 'Places that show and sell OCOP products of the province.',
  figures: 'The programme in figures',
  figuresLink: 'How each figure is counted',
  allProducts: 'See all products',
  allSalesPoints: 'See all sales points',
  allFairs: 'See all fairs',
  figure: {
    products: 'products in the catalogue',
    inForce: 'products with stars in force',
    producers: 'producers',
    communes: 'communes and wards with products',
    salesPoints: 'sales points',
    fairs: 'fairs and product weeks on record',
  },
};
