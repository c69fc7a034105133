/** Loads the demonstration of one province into an empty data folder. */
import type PocketBase from 'pocketbase';
import type { Day } from '#domain/rules/day.ts';
import { communesPlan } from './demo/communes.ts';
import { readFictional } from './demo/fictional/fixtures.ts';
import { fictionalPlan } from './demo/fictional.ts';
import { uploadPictures } from './demo/pictures.ts';
import { joinPlans, type Plan } from './demo/plan.ts';
import { realPlan } from './demo/real.ts';
import { addSynthetic, type Scale } from './demo/scale.ts';
import type { DemonstrationSet } from './demo/sets.ts';
import { settingsOf, settingsPlan, standingOf } from './demo/standing.ts';
import { writePlan } from './demo/write.ts';
import { seedCriteria } from './seed/criteria.ts';
import { pagesPlan } from './seed/pages.ts';
import { synonymsPlan } from './seed/synonyms.ts';

export { parseScale, type Scale } from './demo/scale.ts';
export { DEMONSTRATION_SETS, type DemonstrationSet, isDemonstrationSet } from './demo/sets.ts';

/** What a loading is asked for. */
export interface LoadOptions {
  /** The day in Hanoi from which the fictional days are counted. */
  today: Day;
  /** Synthetic records besides, for trying out size. */
  scale?: Scale;
  /** Where no hook answers that could take the records, what writes a plan instead; no criteria then. Returns how many were made. */
  write?: (plan: Plan) => Promise<number>;
}

/** What a loading did: false for a demonstration that was there already. */
export interface Loaded {
  loaded: boolean;
  /** Records made, synthetic ones included. */
  records: number;
}

/** Every record of a demonstration but settings, pictures and the synthetic ones. */
export function demonstrationPlan(set: DemonstrationSet, today: Day): Plan {
  const texts = pagesPlan({ ...settingsOf(set), isDemonstration: true });
  return joinPlans(communesPlan(set), realPlan(set), fictionalPlan(set, today), texts, synonymsPlan());
}

/**
 * Loads a demonstration. `pb` is signed in as superuser. The records come in one transaction: an interrupted loading leaves none but
 * pictures, and the next one succeeds. Throws where real records, or those of another set, are.
 */
export async function loadDemonstration(
  pb: PocketBase,
  set: DemonstrationSet,
  { today, scale, write }: LoadOptions,
): Promise<Loaded> {
  const there = await standingOf(pb, set);
  if (write === undefined) await seedCriteria(pb);
  const put = write ?? ((plan: Plan) => writePlan(pb, plan));
  let records = 0;
  if (!there.records) {
    await uploadPictures(pb, readFictional(today).pictures);
    const settings = there.settings ? {} : settingsPlan(set);
    records += await put(joinPlans(settings, demonstrationPlan(set, today)));
  }
  if (scale !== undefined) records += await addSynthetic(pb, { set, today, scale, put });
  return { loaded: !there.records, records };
}
