import { PRODUCER_KINDS, type ProducerKind } from '#domain/producer.ts';
import { nameToSlug } from '#domain/rules/slug.ts';
import { seededTable } from '../../seed/synonyms.ts';
import { randomOf } from './random.ts';
import type { BenchRecord } from './records.ts';

const KIND_OF: readonly [RegExp, ProducerKind][] = [
  [/^tổ hợp tác/i, 'cooperative_group'],
  [/hợp tác xã|htx/i, 'cooperative'],
  [/công ty|cty|doanh nghiệp|nhà máy/i, 'company'],
  [/^hộ/i, 'household'],
];

/** Lists each different value once and tells its place. */
function numbered<T>() {
  const places = new Map<string, number>();
  const values: T[] = [];
  return {
    values,
    place(key: string, make: () => T): number {
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, values.length);
      return values.push(make()) - 1;
    },
  };
}

const slugs = () => {
  const taken = new Map<string, number>();
  return (name: string) => {
    const slug = nameToSlug(name);
    const times = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, times);
    // As published: nothing where the name tells the slug.
    return times === 1 ? '' : `${slug}-${times}`;
  };
};

/** A standing as it is shipped: in force with stars until its day, ended after it; in the past only ended. */
function standing(stars: number, year: number, monthDay: string): string {
  return year < 2023 ? `expired..${year}` : `valid.${stars}.${year}|${year + 3}-${monthDay}:expired..${year}`;
}

/** Records in the shape of `/tim-kiem.json`, which the site's rows.ts unpacks. */
export function shippedRows(records: readonly BenchRecord[]) {
  const random = randomOf(3);
  const communes = numbered<[string, string, string]>();
  const producers = numbered<[string, string, ProducerKind, number]>();
  const [producerSlug, productSlug] = [slugs(), slugs()];
  const products = records.map(({ name, producer, producerKind, place, formerPlaces, set }) => {
    const commune = communes.place(`${place}|${formerPlaces}`, () => [place, nameToSlug(place), formerPlaces]);
    const kind = KIND_OF.find(([words]) => words.test(producerKind || producer))?.[1] ?? 'other';
    const maker = producers.place(`${producer}|${commune}|${kind}`, () => [
      producer,
      producerSlug(producer),
      kind,
      commune,
    ]);
    const [year, monthDay] = [2019 + random.below(7), `0${1 + random.below(9)}-${10 + random.below(18)}`];
    const [issuedOn, status] = [`${year}-${monthDay}`, standing(3 + random.below(3), year, monthDay)];
    return [name, productSlug(name), maker, set, status, issuedOn, 0];
  });
  return {
    kinds: PRODUCER_KINDS,
    communes: communes.values,
    producers: producers.values,
    products,
    salesPoints: [],
    fairs: [],
    synonyms: seededTable(),
  };
}
