/** How much of the programme's targets is reached, counted from the snapshot by the rule that the office's own counts follow too. */
import { ProgrammeCounter } from '#domain/programme/counter.ts';
import type { ProgrammeRecords } from '#domain/programme/records.ts';
import { type TargetReached, targetReached } from '#domain/programme/targetReached.ts';
import type { PublicTarget } from '#domain/snapshot.ts';
import { all, settings } from '#site/snapshot.ts';
import { verdictSettings } from './productStanding.ts';
import { listed } from './visible.ts';

/** What of the snapshot counts. Of lots there are many, and few targets ask for them: they are read only then. */
function publicRecords(): ProgrammeRecords {
  return {
    products: listed('products'),
    producers: all('producers'),
    communes: all('communes'),
    recognitions: all('recognitions'),
    platforms: all('platforms'),
    listings: all('listings'),
    pack_variants: all('pack_variants'),
    get lots() {
      return all('lots');
    },
    sales_points: listed('sales_points'),
    growing_areas: all('growing_areas'),
  };
}

let counter: ProgrammeCounter | undefined;

/** Counts over what the public sees. */
export function publicCounter(): ProgrammeCounter {
  counter ??= new ProgrammeCounter(publicRecords(), verdictSettings());
  return counter;
}

/** A target with how far it is reached. */
export interface Reached extends TargetReached {
  target: PublicTarget;
}

/** Every target with what is reached of it, the soonest due first. */
export function targetsReached(): Reached[] {
  return all('targets').map((target) => ({
    target,
    ...targetReached(target, publicCounter(), settings().as_of),
  }));
}
