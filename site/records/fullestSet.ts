import { CRITERIA_SETS } from '#domain/criteriaSets.ts';
import { catalogue } from './catalogue.ts';

/** The criteria set of a group that holds most products: its print looks like what is in the group. */
export function fullestSet(group: string): number {
  const sets = Object.keys(CRITERIA_SETS).map(Number);
  const sizeOf = (number: number) =>
    catalogue().filter(({ set }) => set?.number === number && String(set.group) === group).length;
  return sets.reduce((best, number) => (sizeOf(number) > sizeOf(best) ? number : best), 0);
}
