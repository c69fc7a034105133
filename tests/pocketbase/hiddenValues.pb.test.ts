/**
 * What a person may not see is not found out by asking either: filtering, sorting and expanding over relations and back over them, in lists
 * and in realtime subscriptions. Each question is put twice, once as the hidden value is and once as it is not: the answers must be alike.
 */
import type PocketBase from 'pocketbase';
import { ClientResponseError } from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

/** Values of the other producer, and of people. The second of each kind is like it and wrong. */
const SECRETS = {
  phone: '0987654321',
  tax: '0101234567',
  revenue: 4321,
  mail: 'mat-ma@ocop.example',
  note: 'ghi-chu-mat',
};
const WRONG = {
  phone: '0987654320',
  tax: '0101234560',
  revenue: 4320,
  mail: 'mat-mb@ocop.example',
  note: 'ghi-chu-nat',
};

let base: FreshPocketBase;
let sample: Awaited<ReturnType<typeof seedSample>>;
let clients: Record<'guest' | 'viewer' | 'editor' | 'producer', PocketBase>;

beforeAll(async () => {
  base = await freshPocketBase();
  sample = await seedSample(base.superuser);
  const { ids, otherProducer } = sample;
  const superuser = base.superuser;
  // The other producer shares the commune, a picture, a decision, a fair and a platform with the first.
  const shares = { commune: ids.communes, pictures: [ids.media], tax_code: SECRETS.tax };
  await superuser.collection('producers').update(otherProducer, shares);
  await superuser.collection('producer_contacts').create({ producer: otherProducer, phone: SECRETS.phone });
  const product = await superuser.collection('products').create({
    ...(sampleBodies({ ...ids, producers: otherProducer }, '').products as object),
    yearly_revenue: SECRETS.revenue,
    pictures: [ids.media],
  });
  await superuser.collection('products').update(ids.products, { pictures: [ids.media] });
  await superuser
    .collection('listings')
    .create({ product: product.id, platform: ids.platforms, url: 'https://example.org/khac' });
  await superuser.collection('recognitions').update(ids.recognitions, { note: SECRETS.note });
  await superuser.collection('users').create({
    email: SECRETS.mail,
    password: 'cau-dai-de-thu-1',
    passwordConfirm: 'cau-dai-de-thu-1',
    role: 'editor',
    communes: [ids.communes],
  });
  clients = {
    guest: base.guest,
    viewer: await base.signedIn('viewer'),
    editor: await base.signedIn('editor'),
    producer: await base.signedIn('producer', { producer: ids.producers }),
  };
});
afterAll(() => base?.stop());

/** All that an answer tells. */
async function answer(ask: Promise<{ totalItems: number; items: { id: string }[] }>): Promise<unknown> {
  try {
    const { totalItems, items } = await ask;
    return { totalItems, ids: items.map(({ id }) => id) };
  } catch (error) {
    if (!(error instanceof ClientResponseError)) throw error;
    return { status: error.status };
  }
}

const OPERATORS = ['=', '!=', '~', '!~', '>', '?=', '?!=', '?~'];
const list = (who: PocketBase, collection: string, options: object) =>
  answer(who.collection(collection).getList(1, 50, options));

/** Who, where, over which way, of which kind of secret. */
const HIDDEN: [keyof typeof clients, string, string, keyof typeof SECRETS][] = [
  ['guest', 'communes', 'producers_via_commune.producer_contacts_via_producer.phone', 'phone'],
  ['producer', 'communes', 'producers_via_commune.producer_contacts_via_producer.phone', 'phone'],
  ['producer', 'communes', 'producers_via_commune.tax_code', 'tax'],
  ['producer', 'communes', 'producers_via_commune.products_via_producer.yearly_revenue', 'revenue'],
  ['producer', 'communes', 'users_via_communes.email', 'mail'],
  ['producer', 'platforms', 'listings_via_platform.product.yearly_revenue', 'revenue'],
  ['producer', 'platforms', 'listings_via_platform.product.producer.producer_contacts_via_producer.phone', 'phone'],
  ['producer', 'producers', 'pictures.producers_via_pictures.tax_code', 'tax'],
  ['producer', 'producers', 'commune.producers_via_commune.producer_contacts_via_producer.phone', 'phone'],
  ['producer', 'products', 'pictures.products_via_pictures.yearly_revenue', 'revenue'],
  ['producer', 'lots', 'variant.product.producer.commune.producers_via_commune.tax_code', 'tax'],
  ['producer', 'media', 'producers_via_pictures.tax_code', 'tax'],
  ['producer', 'site_settings', 'emblem.producers_via_pictures.tax_code', 'tax'],
  ['producer', 'recognitions', 'note', 'note'],
  ['producer', 'products', 'recognitions_via_product.note', 'note'],
  ['viewer', 'producers', 'producer_contacts_via_producer.phone', 'phone'],
  ['viewer', 'communes', 'producers_via_commune.producer_contacts_via_producer.phone', 'phone'],
  ['viewer', 'products', 'producer.producer_contacts_via_producer.phone', 'phone'],
  ['viewer', 'users', 'email', 'mail'],
  ['viewer', 'communes', 'users_via_communes.email', 'mail'],
  ['editor', 'users', 'email', 'mail'],
  ['editor', 'communes', 'users_via_communes.email', 'mail'],
];

const literal = (value: string | number) => (typeof value === 'number' ? String(value) : `'${value}'`);

describe.each(HIDDEN)('%s in %s by %s', (who, collection, way, kind) => {
  test('a filter does not tell', async () => {
    const ask = (secrets: typeof SECRETS) =>
      Promise.all(
        OPERATORS.map((sign) => list(clients[who], collection, { filter: `${way} ${sign} ${literal(secrets[kind])}` })),
      );
    expect(await ask(SECRETS)).toEqual(await ask(WRONG));
  });

  test('nor does an order', async () => {
    const [up, down] = [way, `-${way}`].map((sort) => list(clients[who], collection, { sort: `${sort},id` }));
    expect(await up).toEqual(await down);
  });
});

test('an order by hidden addresses is refused also over relations', async () => {
  await base.superuser.collection('releases').update(sample.ids.releases, { requested_by: sample.ids.users });
  expect(await list(clients.viewer, 'releases', { sort: 'requested_by.email' })).toEqual({ status: 403 });
  expect(await list(clients.viewer, 'releases', { sort: 'requested_by.name' })).toMatchObject({ totalItems: 1 });
});

test('what may be seen is filtered and sorted as before', async () => {
  const own = { totalItems: 1 };
  expect(
    await list(clients.producer, 'lots', { filter: `variant.product.name ~ 'mẫu'`, sort: '-variant.product.name' }),
  ).toMatchObject(own);
  expect(await list(clients.producer, 'lots', { filter: `lot_number ~ 'producers_via_commune'` })).toMatchObject({
    totalItems: 0,
  });
  expect(await list(clients.viewer, 'communes', { filter: `products_via_commune.name = 'x'` })).toEqual({
    status: 400,
  });
  expect(
    await list(clients.viewer, 'producers', { filter: `products_via_producer.yearly_revenue = ${SECRETS.revenue}` }),
  ).toMatchObject(own);
  expect(
    await list(clients.editor, 'producers', { filter: `producer_contacts_via_producer.phone = '${SECRETS.phone}'` }),
  ).toMatchObject(own);
});

test.each([
  ['producer', 'communes', 'producers_via_commune.producer_contacts_via_producer'],
  ['producer', 'communes', 'users_via_communes'],
  ['producer', 'media', 'producers_via_pictures,products_via_pictures'],
  ['producer', 'recognitions', 'decision'],
  ['viewer', 'producers', 'producer_contacts_via_producer'],
  ['viewer', 'users', 'producer.producer_contacts_via_producer'],
] as const)('%s: %s brings along by %s only what may be seen', async (who, collection, expand) => {
  const answered = await clients[who].collection(collection).getFullList({ expand });
  const text = JSON.stringify(answered);
  const secrets = [SECRETS.phone, SECRETS.mail, ...(who === 'producer' ? [SECRETS.tax] : [])];
  for (const secret of secrets) expect(text).not.toContain(secret);
  const all = JSON.stringify(await base.superuser.collection(collection).getFullList({ expand }));
  expect(all.length).toBeGreaterThan(text.length);
});

test('what is the office’s alone is in no producer’s copy of its record', async () => {
  const own = await clients.producer.collection('recognitions').getOne(sample.ids.recognitions);
  expect(own['stars']).toBe(4);
  expect(own['note']).toBeUndefined();
  const over = await clients.producer
    .collection('products')
    .getOne(sample.ids.products, { expand: 'recognitions_via_product' });
  expect(JSON.stringify(over)).toContain(sample.ids.recognitions);
  expect(JSON.stringify(over)).not.toContain(SECRETS.note);
  expect((await clients.viewer.collection('recognitions').getOne(sample.ids.recognitions))['note']).toBe(SECRETS.note);
});

test('the questions are such that they would tell who may see', async () => {
  const differs = new Set<string>();
  for (const [, collection, way, kind] of HIDDEN)
    for (const operator of ['=', '?=']) {
      const ask = (value: string | number) =>
        list(base.superuser, collection, { filter: `${way} ${operator} ${literal(value)}` });
      if (JSON.stringify(await ask(SECRETS[kind])) !== JSON.stringify(await ask(WRONG[kind])))
        differs.add(`${collection} ${way}`);
    }
  const mute = HIDDEN.map(([, collection, way]) => `${collection} ${way}`).filter((each) => !differs.has(each));
  // No picture of a producer is the office's emblem here.
  expect([...new Set(mute)]).toEqual(['site_settings emblem.producers_via_pictures.tax_code']);
});
