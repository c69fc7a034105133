/**
 * Who may do what, tried against the real PocketBase: every collection, every role, refusals first. The table (domain/access.ts) says what
 * is allowed; all that it does not say must be refused.
 */
import type PocketBase from 'pocketbase';
import { ClientResponseError } from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCESS, type Deed } from '#domain/access.ts';
import { rulesOf } from '#domain/accessRules.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { UNREVISED } from '#domain/rules/revision.ts';
import type { Role } from '#domain/user.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

type Actor = Role | 'guest' | 'otherProducer';
type Action = 'see' | 'create' | 'update' | 'delete';

const ACTORS: readonly Actor[] = ['guest', 'viewer', 'editor', 'approver', 'admin', 'producer', 'otherProducer'];
const STAFF: readonly Actor[] = ['viewer', 'editor', 'approver', 'admin'];
const DEEDS: Record<Action, Deed> = { see: 'see', create: 'create', update: 'update', delete: 'remove' };

/** Whether an editor proposes it: a change of what is approved, and whatever is done with what is shown with that (pb_hooks/review.js). */
function isProposed(action: Action, collection: CollectionName): boolean {
  const { reviewed = false, reviewedWith = [] } = ACCESS[collection];
  if (action === 'update' && reviewed) return true;
  return ['create', 'update'].includes(action) && reviewedWith.length > 0;
}

/**
 * Whether an actor may do a deed to the sample's record. The records belong to `producer` and are approved, but for the lot and its diary,
 * which are drafts. The account is nobody's who acts here, and no proposal is theirs.
 */
function expected(actor: Actor, action: Action, collection: CollectionName): boolean {
  if (actor === 'guest') return false;
  const whose = ACCESS[collection][DEEDS[action]][actor === 'otherProducer' ? 'producer' : actor];
  if (whose === undefined || whose === 'self' || whose === 'authored') return false;
  if (actor === 'editor' && isProposed(action, collection)) return false;
  return whose === 'all' || actor !== 'otherProducer';
}

let base: FreshPocketBase;
let sample: Awaited<ReturnType<typeof seedSample>>;
let clients: Record<Actor, PocketBase>;

beforeAll(async () => {
  base = await freshPocketBase();
  sample = await seedSample(base.superuser);
  clients = {
    guest: base.guest,
    viewer: await base.signedIn('viewer'),
    editor: await base.signedIn('editor'),
    approver: await base.signedIn('approver'),
    admin: await base.signedIn('admin'),
    producer: await base.signedIn('producer', { producer: sample.ids.producers }),
    otherProducer: await base.signedIn('producer', { producer: sample.otherProducer }),
  };
});
afterAll(() => base.stop());

async function allowed(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    // 400 is how PocketBase answers a create that its rule refuses, and 404 a record that may not be seen.
    if (error instanceof ClientResponseError && [400, 401, 403, 404].includes(error.status)) return false;
    throw error;
  }
}

/** A valid body for a new record: a contact needs a producer that has none yet. */
async function freshBody(collection: CollectionName, requestedBy: string) {
  const body = sampleBodies(sample.ids, requestedBy)[collection];
  if (collection === 'evaluations') {
    const product = await base.superuser.collection('products').create(sampleBodies(sample.ids, '').products);
    return { ...body, product: product.id };
  }
  if (collection !== 'producer_contacts') return body;
  const producer = await base.superuser.collection('producers').create(sampleBodies(sample.ids, '').producers);
  return { ...body, producer: producer.id };
}

const attempts: Record<Action, (client: PocketBase, collection: CollectionName) => Promise<unknown>> = {
  see: (client, collection) => client.collection(collection).getOne(sample.ids[collection]),
  create: async (client, collection) =>
    client.collection(collection).create(await freshBody(collection, client.authStore.record?.id ?? '')),
  update: async (client, collection) => {
    const { version } = await base.superuser.collection(collection).getOne(sample.ids[collection]);
    return client
      .collection(collection)
      .update(sample.ids[collection], { ...(version === undefined ? {} : { version }), ...sample.change[collection] });
  },
  delete: async (client, collection) => {
    if (collection === 'revisions') return client.collection(collection).delete(sample.ids.revisions);
    const doomed = await base.superuser.collection(collection).create(await freshBody(collection, ''));
    return client.collection(collection).delete(doomed.id);
  },
};

describe.each(Object.keys(nouns) as CollectionName[])('%s', (collection) => {
  for (const action of ['see', 'create', 'update', 'delete'] as const) {
    const may = ACTORS.filter((actor) => expected(actor, action, collection));
    const refused = ACTORS.filter((actor) => !may.includes(actor));
    test.each(refused)(`${action}: %s is refused`, async (actor) => {
      expect(await allowed(() => attempts[action](clients[actor], collection))).toBe(false);
    });
    test.each(may)(`${action}: %s may`, async (actor) => {
      expect(await allowed(() => attempts[action](clients[actor], collection))).toBe(true);
    });
  }

  test('a guest sees nothing in the list', async () => {
    const list = await clients.guest.collection(collection).getList(1, 50);
    expect(list.totalItems).toBe(0);
  });
});

describe.each(Object.keys(nouns) as CollectionName[])('what %s were', (collection) => {
  test.each([...ACTORS])('is known to %s only where the records are, and to no producer', async (actor) => {
    const told = await clients[actor].collection('revisions').getList(1, 1, { filter: `collection = '${collection}'` });
    const may = STAFF.includes(actor) && expected(actor, 'see', collection);
    const isMailed = collection === 'users' && actor !== 'admin';
    expect(told.totalItems > 0).toBe(may && !isMailed && !UNREVISED.includes(collection));
  });
});

test.each(Object.keys(nouns) as CollectionName[])('%s: PocketBase holds the rules of the table', async (name) => {
  const { listRule, viewRule, createRule, updateRule, deleteRule } = await base.superuser.collections.getOne(name);
  expect({ listRule, viewRule, createRule, updateRule, deleteRule }).toEqual(rulesOf(name));
});

describe('what no role table can say', () => {
  test.each(['editor', 'producer'] as const)('%s cannot raise their own role', async (actor) => {
    const me = clients[actor].authStore.record?.id ?? '';
    const { version } = await base.superuser.collection('users').getOne(me);
    const change = (body: object) => allowed(() => clients[actor].collection('users').update(me, { version, ...body }));
    expect(await change({ role: 'admin' })).toBe(false);
    expect(await change({ name: 'Tên mới' })).toBe(true);
  });

  test('an editor cannot approve, nor take an approved record back', async () => {
    const draft = await clients.editor.collection('products').create(sampleBodies(sample.ids, '').products);
    const approve = (client: PocketBase) =>
      client.collection('products').update(draft.id, { state: 'approved', version: draft['version'] });
    expect(await allowed(() => approve(clients.editor))).toBe(false);
    expect(await allowed(() => approve(clients.approver))).toBe(true);
    const back = { state: 'draft', version: Number(draft['version']) + 1 };
    expect(await allowed(() => clients.editor.collection('products').update(draft.id, back))).toBe(false);
  });

  test('a producer cannot put a lot on the market or write into a lot that is there', async () => {
    const lot = await clients.producer.collection('lots').create(sampleBodies(sample.ids, '').lots);
    const version = lot['version'];
    expect(await allowed(() => clients.producer.collection('lots').update(lot.id, { state: 'active', version }))).toBe(
      false,
    );
    await clients.editor.collection('lots').update(lot.id, { state: 'active', version });
    const late = { lot_number: 'KHAC', version: Number(version) + 1 };
    expect(await allowed(() => clients.producer.collection('lots').update(lot.id, late))).toBe(false);
    const event = { ...sampleBodies(sample.ids, '').trace_events, lot: lot.id };
    expect(await allowed(() => clients.producer.collection('trace_events').create(event))).toBe(false);
  });

  test('a disabled user is signed out and cannot come back', async () => {
    const user = await base.superuser.collection('users').create({
      email: 'gone@example.org',
      password: 'cau-dai-de-thu-1',
      passwordConfirm: 'cau-dai-de-thu-1',
      role: 'editor',
    });
    await base.superuser.collection('users').update(user.id, { disabled: true });
    expect(
      await allowed(() => base.guest.collection('users').authWithPassword('gone@example.org', 'cau-dai-de-thu-1')),
    ).toBe(false);
  });

  test('a protected picture needs a token', async () => {
    const media = await base.superuser.collection('media').getOne(sample.ids.media);
    const plain = await fetch(clients.viewer.files.getURL(media, String(media['file'])));
    expect(plain.status).toBe(404);
    const token = await clients.viewer.files.getToken();
    const withToken = await fetch(clients.viewer.files.getURL(media, String(media['file']), { token }));
    expect(withToken.status).toBe(200);
  });
});
