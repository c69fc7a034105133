/** The programme over the years, counted again from the recognitions of the products in the catalogue. */
import type { Day } from '#domain/rules/day.ts';
import { isRecognisedStars } from '#domain/rules/stars.ts';
import type { PublicRecognition } from '#domain/snapshot.ts';
import { settings } from '#site/snapshot.ts';
import { catalogue } from './catalogue.ts';
import { starsOn } from './pastStanding.ts';
import { productStanding } from './productStanding.ts';

/** Most stars first: the order in which they are told. */
export const STAR_LEVELS = [5, 4, 3] as const;
export type StarLevel = (typeof STAR_LEVELS)[number];

export interface ProgrammeYear {
  year: number;
  /** The day for which `inForce` is counted: the year's last, or the day of publishing in the year that is not over. */
  on: Day;
  isOver: boolean;
  /** Recognitions of the year. */
  recognised: number;
  /** Products with stars in force on the day, all and by stars. */
  inForce: number;
  byStars: Record<StarLevel, number>;
  /** Products of which the source is not exact enough to say whether they were in force. */
  unknown: number;
}

/** Recognitions that count: stars given, not only proposed, in a year that the source states. */
function countedRecognitions(): PublicRecognition[] {
  return catalogue()
    .flatMap(({ product }) => productStanding(product.id).recognitions)
    .filter(
      ({ stars, pending_central, issued_on }) => isRecognisedStars(stars) && !pending_central && issued_on !== '',
    );
}

function programmeYear(year: number, asOf: Day, recognitions: readonly PublicRecognition[]): ProgrammeYear {
  const last = `${year}-12-31`;
  const on = last < asOf ? last : asOf;
  const standing = catalogue().map((entry) => starsOn(entry, on));
  const count = (wanted: StarLevel) => standing.filter((stars) => stars === wanted).length;
  const byStars = { 5: count(5), 4: count(4), 3: count(3) };
  return {
    year,
    on,
    isOver: last <= asOf,
    recognised: recognitions.filter(({ issued_on }) => issued_on.startsWith(String(year))).length,
    inForce: byStars[5] + byStars[4] + byStars[3],
    byStars,
    unknown: standing.filter((stars) => stars === 'unknown').length,
  };
}

/** Every year from the first recognition to the day of publishing; none where nothing was recognised yet. */
export function programmeYears(): ProgrammeYear[] {
  const asOf = settings().as_of;
  const recognitions = countedRecognitions();
  const begun = recognitions.map(({ issued_on }) => issued_on.slice(0, 4)).filter((year) => year <= asOf.slice(0, 4));
  if (begun.length === 0) return [];
  const first = Math.min(...begun.map(Number));
  const length = Number(asOf.slice(0, 4)) - first + 1;
  return Array.from({ length }, (_, at) => programmeYear(first + at, asOf, recognitions));
}
