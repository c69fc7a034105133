import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type FieldShape, shapeOf } from '#domain/field.ts';
import { fieldsOf, type Noun } from '#domain/noun.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { nameToSlug } from '#domain/rules/slug.ts';
import { joinPlans, type NewRecord, type Plan } from '#scripts/demo/plan.ts';
import { settingsPlan } from '#scripts/demo/standing.ts';
import { syntheticLots, syntheticProducts } from '#scripts/demo/synthetic.ts';
import { DEMONSTRATION_SETS, type DemonstrationSet, demonstrationPlan, parseScale } from '#scripts/demo.ts';

const TODAY = '2026-11-22';
const sets = Object.keys(DEMONSTRATION_SETS) as DemonstrationSet[];

/** Of these no public page tells anything that could be carried over. */
const MADE_UP = [
  'lots',
  'trace_events',
  'certificates',
  'growing_areas',
  'platforms',
  'listings',
  'supports',
  'trainings',
] as const;

/** What PocketBase keeps for a field left out. */
function emptyOf(shape: FieldShape): unknown {
  if (shape.kind === 'json') return null;
  if (shape.kind === 'point') return { lon: 0, lat: 0 };
  if (shape.kind === 'number') return 0;
  if (shape.kind === 'flag') return false;
  return shape.many ? [] : '';
}

function check(plan: Plan) {
  for (const [collection, records] of Object.entries(plan) as [CollectionName, NewRecord[]][]) {
    const noun: Noun = nouns[collection];
    const names = new Set(Object.keys(noun.schema.shape));
    const empty = Object.fromEntries(fieldsOf(noun).map(([name, shape]) => [name, emptyOf(shape)]));
    for (const { id, ...fields } of records) {
      expect(id).toMatch(/^[a-z0-9]{15}$/);
      expect(
        Object.keys(fields).filter((name) => !names.has(name)),
        `${collection} ${id}`,
      ).toEqual([]);
      const parsed = noun.schema.safeParse({ ...empty, ...fields, version: 0 });
      expect(parsed.error?.issues ?? [], `${collection} ${JSON.stringify(fields)}`).toEqual([]);
    }
    expect(new Set(records.map((record) => record.id)).size, collection).toBe(records.length);
    for (const unique of noun.unique) {
      const values = records
        .map((record) => unique.map((name) => record[name] ?? ''))
        .filter((each) => each.some((value) => value !== ''));
      expect(new Set(values.map((each) => JSON.stringify(each))).size, `${collection} ${unique.join()}`).toBe(
        values.length,
      );
    }
  }
}

function relationsOf(plan: Plan): { from: string; to: CollectionName; id: string }[] {
  return (Object.entries(plan) as [CollectionName, NewRecord[]][]).flatMap(([collection, records]) => {
    const shape = Object.entries(nouns[collection].schema.shape).map(
      ([name, type]) => [name, shapeOf(type as z.ZodType)] as const,
    );
    const relations = shape.filter(([, each]) => each.kind === 'relation');
    return records.flatMap((record) =>
      relations.flatMap(([name, { to }]) => {
        const ids = [record[name] ?? []].flat().filter((id) => id !== '');
        return ids.map((id) => ({
          from: `${collection}.${name} of ${JSON.stringify(record['name'] ?? record.id)}`,
          to: to as CollectionName,
          id: String(id),
        }));
      }),
    );
  });
}

describe.each(sets)('%s', (set) => {
  const plan = demonstrationPlan(set, TODAY);

  test('every record fits its schema', () => check(joinPlans(settingsPlan(set), plan)));

  test('every relation leads to a record of the plan, or to a picture', () => {
    for (const { from, to, id } of relationsOf(plan)) {
      if (to !== 'media')
        expect(
          plan[to]?.some((record) => record.id === id),
          from,
        ).toBe(true);
    }
  });

  test('what is fictional says so, what is real does not', () => {
    for (const name of ['producers', 'products', 'sales_points', 'fairs'] as const) {
      for (const record of plan[name] ?? []) {
        expect(/Minh Họa/.test(String(record['name'])), String(record['name'])).toBe(record['demonstration'] === true);
      }
    }
    for (const name of MADE_UP) {
      expect(plan[name]?.length, name).toBeGreaterThan(0);
      for (const record of plan[name] ?? []) expect(record['demonstration'], name).toBe(true);
    }
    for (const area of plan.growing_areas ?? []) expect(area['code']).toMatch(/MH/);
    expect(
      plan.products
        ?.filter((each) => each['demonstration'] === true)
        .every((each) => each['criteria_set_ours'] !== true),
    ).toBe(true);
    expect(
      plan.products
        ?.filter((each) => each['demonstration'] !== true)
        .every((each) => each['criteria_set_ours'] === true),
    ).toBe(true);
  });

  test('no private person is named in an address', () => {
    for (const producer of plan.producers ?? []) {
      if (producer['natural_person'] === true)
        expect(producer['slug']).not.toContain(nameToSlug(String(producer['name'])));
    }
  });
});

test('synthetic records fit their schemas, find each other, and say what they are', () => {
  const base = demonstrationPlan('quang-ninh', TODAY);
  const plan = joinPlans(syntheticProducts('quang-ninh', TODAY, 1, 45), syntheticLots(TODAY, 45, 1, 100));
  check(plan);
  const whole = joinPlans(base, plan);
  for (const { from, to, id } of relationsOf(plan))
    expect(
      whole[to]?.some((record) => record.id === id),
      from,
    ).toBe(true);
  for (const record of [...(plan.producers ?? []), ...(plan.products ?? [])]) {
    expect(record['name']).toMatch(/thử tải \d+$/);
    expect(record['demonstration']).toBe(true);
  }
  expect(plan.producers).toHaveLength(3);
});

describe('parseScale', () => {
  test('reads counts', () => {
    expect(parseScale('products=2000,lots=20000')).toEqual({ products: 2000, lots: 20000 });
    expect(parseScale('products=10,lots=0')).toEqual({ products: 10, lots: 0 });
  });
  test.each(['', '2000', 'products=2000', 'products=0,lots=5', 'products=-1,lots=2', 'products=1e3,lots=2'])(
    'refuses "%s"',
    (text) => {
      expect(() => parseScale(text)).toThrow(/--scale takes/);
    },
  );
});
