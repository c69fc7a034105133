/** Fictional producers that show what no published source says: every verdict, lots with diaries, certificates, shops, a coming fair. */
import type { Day } from '#domain/rules/day.ts';
import { lotsPlan } from './fictional/lots.ts';
import { fairsPlan, shopsPlan } from './fictional/places.ts';
import { producersPlan } from './fictional/producers.ts';
import { listingsPlan, productsPlan } from './fictional/products.ts';
import { growingAreasPlan, supportsPlan } from './fictional/programme.ts';
import { roundsPlan } from './fictional/rounds.ts';
import { settingOf } from './fictional/setting.ts';
import { targetsPlan } from './fictional/targets.ts';
import { joinPlans, type Plan } from './plan.ts';
import type { DemonstrationSet } from './sets.ts';

/** Everything fictional, set in the province and counted from the day of loading. */
export function fictionalPlan(set: DemonstrationSet, today: Day): Plan {
  const setting = settingOf(set, today);
  const parts = [
    producersPlan,
    productsPlan,
    growingAreasPlan,
    lotsPlan,
    shopsPlan,
    fairsPlan,
    listingsPlan,
    targetsPlan,
    roundsPlan,
    supportsPlan,
  ];
  return joinPlans(...parts.map((part) => part(setting)));
}
