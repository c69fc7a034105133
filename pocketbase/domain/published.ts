import type { CollectionName } from './nouns.ts';

/** What the public site is made of, pictures and the ledger of addresses apart: a change in one of these is a change not yet published. */
export const PUBLISHED = [
  'site_settings',
  'communes',
  'producers',
  'producer_contacts',
  'products',
  'pack_variants',
  'decisions',
  'recognitions',
  'certificates',
  'growing_areas',
  'lots',
  'trace_events',
  'sales_points',
  'fairs',
  'platforms',
  'listings',
  'published_figures',
  'targets',
  'pages',
  'synonyms',
] as const satisfies readonly CollectionName[];
