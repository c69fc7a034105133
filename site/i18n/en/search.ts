/** The search box. */
import type { Words } from '../vi.ts';

export const search: Words['search'] = {
  label: 'Search the catalogue',
  placeholder: 'Honey, rice, a producer, a commune…',
  button: 'Search',
  kinds: { product: 'Products', producer: 'Producers', salesPoint: 'Sales points', fair: 'Fairs' },
  count: 'Results: {n}',
  none: 'Nothing found for “{q}”.',
  noneNext: 'See all products',
  corrected: 'Showing results for “{q}”.',
  all: 'See all products that match “{q}”',
  code: 'Open the page of code {q}',
  codeHint: 'Code on a trace stamp',
  wrongCode: 'Code mistyped',
  wrongCodeHint: 'Compare each sign with the stamp.',
  barcode: 'Open the page of barcode {q}',
  barcodeHint: 'Barcode (GTIN)',
  failed: 'The catalogue could not be loaded. Try again in a few minutes.',
};
