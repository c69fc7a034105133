import { communesPlan } from '#scripts/demo/communes.ts';
import type { DemonstrationSet } from '#scripts/demo/sets.ts';
import type { CommuneRecord } from '#scripts/import/places/placeTable.ts';

/** The communes of a demonstration province, as records. */
export function communesOfSet(set: DemonstrationSet): CommuneRecord[] {
  return (communesPlan(set)['communes'] ?? []) as unknown as CommuneRecord[];
}
