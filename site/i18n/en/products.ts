/** The list of products and its filters. */
import type { Words } from '../vi.ts';
import { counted } from './counted.ts';
import { states } from './status.ts';

export const products: Words['products'] = {
  title: 'Products',
  lead: 'Filter by stars, group, commune or kind of producer; the address keeps your choices.',
  description: (count, province) =>
    `${counted(count, 'product')} of the OCOP programme in ${province}, to filter by stars, group, commune and state of the certificate.`,
  filters: 'Filters',
  clear: 'Clear filters',
  query: 'Words to find',
  sort: 'Sort by',
  sorts: {
    standing: 'In force first',
    stars: 'Most stars first',
    recent: 'Newly recognised first',
    name: 'Name A–Z',
    match: 'Best match',
  },
  compact: 'Compact list',
  list: 'List of products',
  none: 'No product matches.',
  noneNext: 'Take away a filter, or try another word.',
  alsoFound: 'Also found',
  states,
  travelling: {
    facets: {
      stars: 'Stars in force',
      state: 'State',
      sector: 'Sector, group, criteria set',
      commune: 'Commune or ward',
      kind: 'Kind of producer',
      scheme: 'Other certificates',
      sold: 'Where sold',
    },
    states,
    starsChoice: '{n} stars',
    salesPoint: 'OCOP sales points',
    unknownSet: 'Not yet grouped',
    communeFilter: 'Type a commune or ward, old names too',
    count: 'Products: {n}',
    more: 'Show {n} more',
    remove: 'Remove filter {q}',
  },
  page: (page) => `Page ${page}`,
  pages: 'Pages of the list',
};
