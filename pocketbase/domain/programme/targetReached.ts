/** How much of a target is reached: counted from records, never typed. */

import { type Day, dayBounds } from '#domain/rules/day.ts';
import { share } from '#domain/rules/share.ts';
import type { Target, TargetMeasure } from '#domain/target.ts';
import type { ProgrammeCounter } from './counter.ts';

/** Counts that can be told again for a past day; of the others the records say only how they stand today. */
const OF_ANY_DAY: readonly TargetMeasure[] = [
  'in_force',
  'four_stars',
  'five_stars',
  'recognised_in_year',
  'upgraded_in_year',
  'online',
  'online_share',
  'traced_share',
  'sales_points',
  'growing_codes',
  'packing_codes',
  'coded_area',
  'trained_people',
];

/** What a target says that counting needs. */
export type CountedTarget = Pick<Target, 'measure' | 'value' | 'due_on' | 'commune' | 'former_area'>;

/** How far a target is reached. `value`, `missing` and `share` are null where the records do not tell it. */
export interface TargetReached {
  value: number | null;
  /** How many may or may not count, as the records do not say. */
  unknown: number;
  /** The day that is counted for: the last one of a target that is due, where that day can be told again, else `asOf`. */
  on: Day;
  /** How much is lacking, in the target's unit; 0 once it is reached. */
  missing: number | null;
  /** Per cent of the target, to one place, half up; above 100 where more than asked is reached. */
  share: number | null;
  isReached: boolean;
}

const NOT_COUNTED = { value: null, unknown: 0, missing: null, share: null, isReached: false } as const;

/**
 * How much of a target is reached as of a day (`asOf`, a whole day): a number counted in the target's part of the province, what is missing
 * and the share. Reproducible: the same records and the same day give the same answer.
 */
export function targetReached(target: CountedTarget, counter: ProgrammeCounter, asOf: Day): TargetReached {
  const { measure, value: wanted, due_on } = target;
  const due = dayBounds(due_on)?.last ?? asOf;
  const on = measure !== '' && due < asOf && OF_ANY_DAY.includes(measure) ? due : asOf;
  const found = measure === '' ? null : counter.count(measure, { area: target, on, year: due_on.slice(0, 4) });
  if (found === null) return { ...NOT_COUNTED, on };
  const missing = Math.max(0, Math.round((wanted - found.value) * 100) / 100);
  return { ...found, on, missing, share: share(found.value, wanted), isReached: missing === 0 };
}
