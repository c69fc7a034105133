/** One product, and certificates. */
import { formatDay } from '../format.ts';
import type { Words } from '../vi.ts';
import { counted } from './counted.ts';

export const product: Words['product'] = {
  withdrawn: 'Withdrawn from the catalogue',
  withdrawnFact:
    'The product is no longer in the OCOP catalogue of the province. The page is kept so that old addresses still answer.',
  notRecognisedFact: 'No recognition decision yet.',
  noProducer: 'The source does not name the producer.',
  group: 'Group',
  sector: 'Sector',
  report: {
    title: 'Something not right?',
    lead: 'Tell us, with the name of the product. Received by ',
    call: 'Call',
    mail: 'Write a mail',
    subject: (name) => `About the page “${name}”`,
  },
  set: 'Criteria set',
  ours: 'grouped by us, by its name; the source does not say',
  code: 'OCOP product code',
  brand: 'Brand',
  standards: 'Standards applied',
  history: 'Recognition history',
  historyEmpty: 'No recognition decision on record.',
  story: 'Product story',
  about: 'About the product',
  ingredients: 'Ingredients',
  storage: 'Storage',
  usage: 'How to use',
  warnings: 'Warnings',
  packs: 'Packs and reference prices',
  gtin: 'Barcode (GTIN)',
  noPrice: 'no price yet',
  priceOn: (day) => `price of ${formatDay(day, 'en')}`,
  shelfLife: 'Shelf life',
  shelfLifeDays: (days) =>
    days % 365 === 0 && days > 0
      ? `${counted((days / 365) * 12, 'month')} from production`
      : days % 30 === 0
        ? `${counted(days / 30, 'month')} from production`
        : `${counted(days, 'day')} from production`,
  buyOnline: 'Buy online',
  shopOf: { producer: 'shop of the producer', locality: 'shop of the locality' },
  buyAt: 'Sales points',
  postedPrice: 'Posted price',
  fairs: 'Shown at fairs',
  related: 'Products of the same group',
  sameMaker: 'Other products of this producer',
  source: 'Source',
  picture: 'Product picture',
  drawn: 'Drawn illustration',
  print: 'Print of the product group; no picture yet.',
  credit: (credit) => `Picture: ${credit}`,
  description: (title, status, province) => `${title}. ${status}. OCOP catalogue of ${province}.`,
};

export const certificates: Words['certificates'] = {
  title: 'Other certificates',
  number: (number) => `No. ${number}`,
  issued: (day) => `issued ${formatDay(day, 'en')}`,
  area: (hectares) => `${counted(hectares, 'hectare')}`,
  until: (day) => `Valid to the end of ${day}`,
  ended: (day) => `This certificate ended after ${day}`,
};
