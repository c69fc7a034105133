/** Every data set that is open, in the order of the page. No lot and no trace code is in any: a code is read off a stamp. */
import type { DataSet } from './dataSet.ts';
import { certificates } from './sets/certificates.ts';
import { communes } from './sets/communes.ts';
import { decisions } from './sets/decisions.ts';
import { fairs } from './sets/fairs.ts';
import { computedFigures } from './sets/figures.ts';
import { growingAreas } from './sets/growingAreas.ts';
import { listings } from './sets/listings.ts';
import { packs } from './sets/packs.ts';
import { producers } from './sets/producers.ts';
import { products } from './sets/products.ts';
import { publishedFigures } from './sets/publishedFigures.ts';
import { recognitions } from './sets/recognitions.ts';
import { salesPoints } from './sets/salesPoints.ts';

export const DATA_SETS: readonly DataSet[] = [
  products,
  packs,
  producers,
  recognitions,
  decisions,
  certificates,
  growingAreas,
  salesPoints,
  listings,
  fairs,
  communes,
  computedFigures,
  publishedFigures,
];
