/** A growing area as the public may know it: land and the code given to it can lead to a person as surely as a name does. */
import type { Person } from './personal.ts';
import type { OfficeRecord } from './read.ts';

type Area = OfficeRecord<'growing_areas'>;

/** What stands in the place of all that leads to a person. */
const UNNAMED = { code: '', name: '', name_en: '', source_url: '' } as const;
const NOWHERE = { point: { lon: 0, lat: 0 }, point_approximate: false } as const;

const isPerson = ({ producer }: Person) => producer.natural_person;

/** Land of which at least one person has not agreed to show an address: told no closer than its commune. */
function isSomebodysLand(growers: readonly Person[]): boolean {
  return growers.some((grower) => isPerson(grower) && !grower.shown.has('address'));
}

/** How many of those who grow there are natural persons. */
function personsAmong(growers: readonly Person[]): 'none' | 'some' | 'all' {
  const persons = growers.filter(isPerson).length;
  return persons === 0 ? 'none' : persons === growers.length ? 'all' : 'some';
}

/** Only people who are not named grow there: official lists tell whose code it is. */
function leadsToPerson(growers: readonly Person[]): boolean {
  return growers.length > 0 && growers.every((grower) => isPerson(grower) && !grower.shown.has('name'));
}

/**
 * What of an area stays in the office for the sake of its growers, shown in public or not; to be laid over its public half. An approximate
 * point is a town's and nobody's land.
 */
export function areaForPublic(area: Area, persons: ReadonlyMap<string, Person>) {
  const growers = area.producers.map((id) => persons.get(id)).filter((person) => person !== undefined);
  const withheld = leadsToPerson(growers);
  const isHidden = !area.point_approximate && isSomebodysLand(growers);
  return { ...(withheld ? UNNAMED : {}), ...(isHidden ? NOWHERE : {}), withheld, persons: personsAmong(growers) };
}
