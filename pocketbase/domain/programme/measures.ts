/** What each measure of a target means: the one place. */
import type { ProducerKind } from '#domain/producer.ts';
import type { Recognition } from '#domain/recognition.ts';
import { share } from '#domain/rules/share.ts';
import { isRecognisedStars } from '#domain/rules/stars.ts';
import type { TargetMeasure } from '#domain/target.ts';
import type { Count, Scene } from './counter.ts';
import { hasBegun, isThere, type ProducerFact } from './records.ts';

const exactly = (value: number): Count => ({ value, unknown: 0 });

function starred({ products, counter, on }: Scene, least: number): Count {
  const stars = products.map(({ id }) => counter.starsOn(id, on));
  return {
    value: stars.filter((each) => typeof each === 'number' && each >= least).length,
    unknown: stars.filter((each) => each === 'unknown').length,
  };
}

const withStars = ({ products, counter, on }: Scene) =>
  products.filter(({ id }) => typeof counter.starsOn(id, on) === 'number');

/** Products with a recognition of that case in the year, each once; of those whose case nobody stated it cannot be said. */
function recognisedIn({ products, counter, year, on }: Scene, wanted: Recognition['case']): Count {
  const ofYear = products.map(({ id }) =>
    counter
      .recognitionsOf(id)
      .filter(
        ({ stars, pending_central, issued_on }) =>
          isRecognisedStars(stars) && !pending_central && issued_on.startsWith(year) && hasBegun(issued_on, on),
      ),
  );
  const found = ofYear.filter((all) => all.some((each) => each.case === wanted)).length;
  const told = ofYear.filter((all) => all.some((each) => each.case === '' || each.case === wanted)).length;
  return { value: found, unknown: told - found };
}

/** Products with stars that have an open shop page on an open floor. */
function soldOnline(scene: Scene) {
  const { platforms, listings } = scene.records;
  const isOpen = (from: string, over: string) => isThere(from, over, scene.on);
  const floors = new Set(platforms.filter((each) => isOpen(each.opened_on, each.closed_on)).map(({ id }) => id));
  const shops = listings.filter((each) => floors.has(each.platform) && isOpen(each.listed_on, each.closed_on));
  const sold = new Set(shops.map(({ product }) => product));
  return withStars(scene).filter(({ id }) => sold.has(id));
}

/** Products with stars of which a lot that has left the draft state had been made. */
function traced(scene: Scene) {
  const { pack_variants, lots } = scene.records;
  const productOf = new Map(pack_variants.map(({ id, product }) => [id, product]));
  const made = lots.filter((lot) => lot.state !== 'draft' && hasBegun(lot.packed_on || lot.produced_on, scene.on));
  const products = new Set(made.map(({ variant }) => productOf.get(variant)));
  return withStars(scene).filter(({ id }) => products.has(id));
}

function codes({ records, lies, on }: Scene, of: 'land' | 'packing') {
  return records.growing_areas.filter(
    (each) =>
      (each.kind === 'packing_house') === (of === 'packing') &&
      lies(each.commune) &&
      isThere(each.issued_on, each.ended_on, on),
  );
}

function codedArea(scene: Scene): number {
  const sum = codes(scene, 'land').reduce((all, { area_ha }) => all + area_ha, 0);
  return Math.round(sum * 100) / 100;
}

/** Null where the courses are not among the records: the public sees no more of them than sums in reports. */
function trainedPeople({ records, lies, year, on }: Scene): Count | null {
  if (records.trainings === undefined) return null;
  const ofYear = records.trainings.filter(
    ({ commune, starts_on }) => lies(commune) && starts_on.startsWith(year) && hasBegun(starts_on, on),
  );
  return exactly(ofYear.reduce((sum, { participants }) => sum + participants, 0));
}

function shareOfKind({ makers }: Scene, wanted: ProducerKind): Count {
  return exactly(share(makers.filter(({ kind }) => kind === wanted).length, makers.length));
}

/** Of all that have products, also of those of whom nobody has said: told beside, not left out of the whole. */
function shareOfFact({ makers }: Scene, fact: ProducerFact): Count {
  const unknown = makers.filter((maker) => maker[fact] === '').length;
  return { value: share(makers.filter((maker) => maker[fact] === 'yes').length, makers.length), unknown };
}

/** Measure → how it is counted. */
export const MEASURES: Readonly<Record<TargetMeasure, (scene: Scene) => Count | null>> = {
  products: ({ products }) => exactly(products.length),
  participating: ({ products, counter, on }) =>
    exactly(products.filter((product) => counter.takesPart(product, on)).length),
  in_force: (scene) => starred(scene, 3),
  four_stars: (scene) => starred(scene, 4),
  five_stars: (scene) => starred(scene, 5),
  recognised_in_year: (scene) => recognisedIn(scene, 'first'),
  upgraded_in_year: (scene) => recognisedIn(scene, 'upgrade'),
  producers: ({ makers }) => exactly(makers.length),
  cooperative_share: (scene) => shareOfKind(scene, 'cooperative'),
  company_share: (scene) => shareOfKind(scene, 'company'),
  household_share: (scene) => shareOfKind(scene, 'household'),
  online: (scene) => exactly(soldOnline(scene).length),
  online_share: (scene) => exactly(share(soldOnline(scene).length, withStars(scene).length)),
  traced_share: (scene) => exactly(share(traced(scene).length, withStars(scene).length)),
  sales_points: ({ records, lies, on }) =>
    exactly(
      records.sales_points.filter((each) => lies(each.commune) && isThere(each.opened_on, each.closed_on, on)).length,
    ),
  growing_codes: (scene) => exactly(codes(scene, 'land').length),
  packing_codes: (scene) => exactly(codes(scene, 'packing').length),
  coded_area: (scene) => exactly(codedArea(scene)),
  e_diary_share: (scene) => shareOfFact(scene, 'has_e_diary'),
  trained_share: (scene) => shareOfFact(scene, 'trained'),
  trained_people: trainedPeople,
};
