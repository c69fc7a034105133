/** Every noun, in the order in which collections come to be: none points to one further down, but for `users`, which PocketBase makes. */
import { addresses } from './address.ts';
import { certificates } from './certificate.ts';
import { communes } from './commune.ts';
import { criteria } from './criterion.ts';
import { decisions } from './decision.ts';
import { evaluations } from './evaluation.ts';
import { fairs } from './fair.ts';
import { growingAreas } from './growingArea.ts';
import { imports } from './importRun.ts';
import { listings } from './listing.ts';
import { lots } from './lot.ts';
import { media } from './media.ts';
import { packVariants } from './packVariant.ts';
import { platforms } from './platform.ts';
import { producers } from './producer.ts';
import { producerContacts } from './producerContact.ts';
import { products } from './product.ts';
import { proposals } from './proposal.ts';
import { publishedFigures } from './publishedFigure.ts';
import { recognitions } from './recognition.ts';
import { releases } from './release.ts';
import { revisions } from './revision.ts';
import { rounds } from './round.ts';
import { salesPoints } from './salesPoint.ts';
import { siteSettings } from './siteSettings.ts';
import { supports } from './support.ts';
import { synonyms } from './synonym.ts';
import { targets } from './target.ts';
import { pages } from './textPage.ts';
import { traceEvents } from './traceEvent.ts';
import { trainings } from './training.ts';
import { users } from './user.ts';

export const nouns = {
  media,
  communes,
  producers,
  producer_contacts: producerContacts,
  products,
  pack_variants: packVariants,
  decisions,
  criteria,
  rounds,
  evaluations,
  recognitions,
  certificates,
  growing_areas: growingAreas,
  lots,
  trace_events: traceEvents,
  sales_points: salesPoints,
  fairs,
  platforms,
  listings,
  published_figures: publishedFigures,
  targets,
  supports,
  trainings,
  pages,
  synonyms,
  addresses,
  releases,
  revisions,
  imports,
  proposals,
  site_settings: siteSettings,
  users,
} as const;

export type CollectionName = keyof typeof nouns;
