import { hanoiDay } from '#domain/rules/day.ts';
import { type DemonstrationSet, loadDemonstration } from '#scripts/demo.ts';
import type { Beginning } from './freshPocketBase.ts';

/** A demonstration, as of today. */
export function demonstrated(set: DemonstrationSet): Beginning {
  const today = hanoiDay(Date.now());
  return {
    name: `${set}-${today}`,
    sources: ['scripts/demo', 'scripts/demo.ts', 'scripts/seed', 'tests/support/demonstrated.ts'],
    load: async ({ superuser }) => {
      await loadDemonstration(superuser, set, { today });
    },
  };
}
