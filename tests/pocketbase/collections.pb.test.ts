/** The collections that the migrations make and the schemas that everything else is drawn from say the same. */
import type { CollectionField, CollectionModel } from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FieldShape } from '#domain/field.ts';
import { fieldsOf } from '#domain/noun.ts';
import { nouns } from '#domain/nouns.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

let base: FreshPocketBase;
let collections: Map<string, CollectionModel>;

beforeAll(async () => {
  base = await freshPocketBase();
  const all = await base.superuser.collections.getFullList();
  collections = new Map(all.map((collection) => [collection.name, collection]));
});
afterAll(() => base.stop());

const PB_TYPES: Record<FieldShape['kind'], string> = {
  text: 'text',
  day: 'text',
  instant: 'date',
  number: 'number',
  choice: 'select',
  flag: 'bool',
  relation: 'relation',
  link: 'url',
  email: 'email',
  point: 'geoPoint',
  json: 'json',
  file: 'file',
};

/** What a PocketBase field must look like for a shape; only what the shape speaks of. */
function expected(shape: FieldShape): Record<string, unknown> {
  const wanted: Record<string, unknown> = { type: PB_TYPES[shape.kind] };
  if (shape.required) wanted['required'] = true;
  if (shape.pattern !== undefined) wanted['pattern'] = shape.pattern;
  if (shape.kind === 'text' || shape.kind === 'day') wanted['max'] = shape.max;
  if (shape.kind === 'number')
    Object.assign(wanted, { min: 0, onlyInt: shape.integer ?? false, max: shape.max ?? null });
  if (shape.kind === 'choice') wanted['values'] = Object.keys(shape.choices ?? {});
  if (shape.kind === 'relation') {
    wanted['collectionId'] = collections.get(shape.to ?? '')?.id;
    wanted['maxSelect'] = shape.many ? shape.max : 1;
    wanted['cascadeDelete'] = shape.cascade ?? false;
  }
  if (shape.kind === 'file') Object.assign(wanted, { protected: true, maxSize: shape.max });
  if (shape.kind === 'json') wanted['maxSize'] = shape.max;
  return wanted;
}

/** Fields that PocketBase keeps itself; those of signing in belong to `users` alone. */
const KEPT = ['id', 'created', 'updated'];
const KEPT_OF_USERS = [...KEPT, 'password', 'tokenKey', 'email', 'emailVisibility', 'verified'];

describe.each(Object.values(nouns).map((noun) => [noun.collection, noun] as const))('%s', (name, noun) => {
  test('has the fields of its schema, no more and no less', () => {
    const kept = name === 'users' ? KEPT_OF_USERS : KEPT;
    const found = (collections.get(name)?.fields ?? [])
      .map((field) => field.name)
      .filter((field) => !kept.includes(field));
    expect(found.toSorted()).toEqual(
      fieldsOf(noun)
        .map(([field]) => field)
        .toSorted(),
    );
  });

  test('has them in the shape that the schema says', () => {
    const byName = new Map((collections.get(name)?.fields ?? []).map((field: CollectionField) => [field.name, field]));
    for (const [field, shape] of fieldsOf(noun))
      expect({ field, ...byName.get(field) }).toMatchObject({ field, ...expected(shape) });
  });

  test('has its unique keys and indexes', () => {
    const indexes = (collections.get(name)?.indexes ?? []).join('\n');
    for (const fields of noun.unique)
      expect(indexes).toContain(`CREATE UNIQUE INDEX idx_${name}_${fields.join('_')} ON`);
    for (const field of noun.indexed) expect(indexes).toContain(`CREATE INDEX idx_${name}_${field} ON`);
  });
});

test('no collection exists that no schema describes', () => {
  const ours = [...collections.values()]
    .filter((collection) => !collection.system)
    .map((collection) => collection.name);
  expect(ours.toSorted()).toEqual(Object.keys(nouns).toSorted());
});
