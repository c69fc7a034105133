/** What frames every page: ways, footer, the mark of what is not real, addresses that lead nowhere. */
import type { Words } from '../vi.ts';

export const nav: Words['nav'] = {
  label: 'Main pages',
  menu: 'Menu',
  products: 'Products',
  producers: 'Producers',
  salesPoints: 'Sales points',
  fairs: 'Fairs',
  lookUp: 'Look up a code',
  figures: 'Figures',
  front: 'Home',
  skip: 'Skip to main content',
  breadcrumb: 'You are here',
};

export const footer: Words['footer'] = {
  label: 'About this site',
  office: 'Office in charge',
  phone: 'Phone',
  email: 'E-mail',
  address: 'Address',
  sources: 'Sources',
  openData: 'Open data',
  sourcesText: 'Each page names the sources of its facts. Where something is left blank, the source does not say.',
  places: 'Approximate places of communes and wards:',
  placesLicence: 'licence CC BY 4.0.',
  font: 'Typeface Be Vietnam Pro, licence SIL OFL.',
  about: 'What this site is',
  aboutText: (province) =>
    `The catalogue of the One Commune One Product programme (OCOP) in ${province}: who makes each product, whether its OCOP stars are in force, where to buy it.`,
  demonstrationText: (province) =>
    `This is a demonstration, not an official site. Names of products and producers of ${province} come from public sources; whatever is called “Minh Họa” was made by software to show how the site works.`,
};

export const demonstration: Words['demonstration'] = {
  chip: 'Demonstration',
  record: {
    product: 'DEMONSTRATION DATA – this product does not exist',
    producer: 'DEMONSTRATION DATA – this producer does not exist',
    salesPoint: 'DEMONSTRATION DATA – this sales point does not exist',
    fair: 'DEMONSTRATION DATA – this fair does not exist',
  },
  recordFact: 'Names, dates and figures on this page were made by software.',
  part: 'DEMONSTRATION DATA – part of this page is not real',
  partFact: 'Entries marked “Demonstration” were made by software; other names come from public sources.',
  figuresFact:
    'Figures computed from records include records made by software; published figures come from public sources.',
  advice: 'Not for trade.',
};

export const notFound: Words['notFound'] = {
  title: 'Page not found',
  lead: 'The address may be mistyped, or there never was such a page.',
  next: 'Search the catalogue, or go back to the front page.',
  code: 'If you come from a stamp, type the code on the stamp.',
};

export const moved: Words['moved'] = {
  title: 'This page has moved',
  lead: 'It is now at this address:',
};
