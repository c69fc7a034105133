/** English words of the interface, by subject, in the shape of vi.ts. Verdicts have their own home: #domain/verdictWords.ts. */
import { offline, scheme } from './en/device.ts';
import { fair, fairs } from './en/fairs.ts';
import { figures } from './en/figures.ts';
import { found } from './en/found.ts';
import { front } from './en/front.ts';
import { growingAreas } from './en/growingAreas.ts';
import { names } from './en/names.ts';
import { openData } from './en/openData.ts';
import { places } from './en/places.ts';
import { print } from './en/print.ts';
import { producer, producers } from './en/producers.ts';
import { certificates, product } from './en/product.ts';
import { products } from './en/products.ts';
import { salesPoint, salesPoints } from './en/salesPoints.ts';
import { search } from './en/search.ts';
import { demonstration, footer, moved, nav, notFound } from './en/shell.ts';
import { status } from './en/status.ts';
import { texts } from './en/texts.ts';
import { trace } from './en/trace.ts';
import type { Words } from './vi.ts';

export const en: Words = {
  tag: 'en',
  programme: 'One Commune One Product',
  brand: (province: string) => `OCOP ${province}`,
  title: (page: string, province: string) => `${page} – OCOP ${province}, Viet Nam`,
  names,
  nav,
  footer,
  demonstration,
  status,
  /** Where the source has no year either. */
  termUnknownNoYear: 'OCOP {n} stars – term unknown',
  pendingCentralNoStars: 'Five stars proposed',
  stars: (n: number) => `OCOP ${n} stars`,
  search,
  front,
  products,
  product,
  certificates,
  growingAreas,
  producers,
  producer,
  salesPoints,
  salesPoint,
  fairs,
  fair,
  places,
  figures,
  found,
  texts,
  trace,
  openData,
  print,
  notFound,
  moved,
  offline,
  scheme,
  source: 'Source:',
  opensElsewhere: 'opens another site',
};
