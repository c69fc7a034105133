/** What counting the programme needs of the records: plain values, from the snapshot, the admin or a report alike. */
import type { Commune } from '#domain/commune.ts';
import type { GrowingArea } from '#domain/growingArea.ts';
import type { Listing } from '#domain/listing.ts';
import type { Lot } from '#domain/lot.ts';
import type { PackVariant } from '#domain/packVariant.ts';
import type { Platform } from '#domain/platform.ts';
import type { Producer } from '#domain/producer.ts';
import type { Product } from '#domain/product.ts';
import type { Recognition } from '#domain/recognition.ts';
import { type Day, dayBounds, type PartialDay } from '#domain/rules/day.ts';
import type { SalesPoint } from '#domain/salesPoint.ts';
import type { DatedRecognition } from '#domain/standingOn.ts';
import type { Training } from '#domain/training.ts';

/** Facts of a producer that somebody states or not. */
export const PRODUCER_FACTS = ['has_website', 'has_e_banking', 'has_e_diary', 'trained'] as const;
export type ProducerFact = (typeof PRODUCER_FACTS)[number];

/**
 * Whoever counts brings the records that count: products and producers in the catalogue, approved growing areas. What somebody may not see
 * (courses, for the public) is left out and then cannot be counted.
 */
export interface ProgrammeRecords {
  products: readonly Pick<Product, 'id' | 'producer' | 'programme_state'>[];
  producers: readonly Pick<Producer, 'id' | 'kind' | 'commune' | ProducerFact>[];
  communes: readonly Pick<Commune, 'id' | 'former_names'>[];
  recognitions: readonly (DatedRecognition & Pick<Recognition, 'product' | 'case'>)[];
  platforms: readonly Pick<Platform, 'id' | 'opened_on' | 'closed_on'>[];
  listings: readonly Pick<Listing, 'product' | 'platform' | 'listed_on' | 'closed_on'>[];
  pack_variants: readonly Pick<PackVariant, 'id' | 'product'>[];
  lots: readonly Pick<Lot, 'variant' | 'state' | 'produced_on' | 'packed_on'>[];
  sales_points: readonly Pick<SalesPoint, 'commune' | 'opened_on' | 'closed_on'>[];
  growing_areas: readonly Pick<GrowingArea, 'kind' | 'commune' | 'area_ha' | 'issued_on' | 'ended_on'>[];
  trainings?: readonly Pick<Training, 'commune' | 'starts_on' | 'participants'>[];
}

/** Whether something had begun by a day; what nobody dated always had. */
export function hasBegun(from: PartialDay | '', on: Day): boolean {
  const first = dayBounds(from)?.first;
  return first === undefined || first <= on;
}

/** Whether something that begins on one day and is over from another on was there on a day; what nobody dated always is. */
export function isThere(from: PartialDay | '', over: PartialDay | '', on: Day): boolean {
  const overFrom = dayBounds(over)?.first;
  return hasBegun(from, on) && (overFrom === undefined || overFrom > on);
}
