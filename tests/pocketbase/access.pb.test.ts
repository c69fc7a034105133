/**
 * Who may do what, tried against the real PocketBase: every collection, every role, refusals first. The table says what is allowed;
 * all that it does not say must be refused.
 */
import type PocketBase from 'pocketbase';
import { ClientResponseError } from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { UNREVISED } from '#domain/rules/revision.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

type Actor = 'guest' | 'viewer' | 'editor' | 'approver' | 'admin' | 'producer' | 'otherProducer';
type Action = 'see' | 'create' | 'update' | 'delete';

const ACTORS: readonly Actor[] = ['guest', 'viewer', 'editor', 'approver', 'admin', 'producer', 'otherProducer'];
const STAFF: readonly Actor[] = ['viewer', 'editor', 'approver', 'admin'];
const WRITERS: readonly Actor[] = ['editor', 'approver', 'admin'];
const APPROVERS: readonly Actor[] = ['approver', 'admin'];
const ADMIN: readonly Actor[] = ['admin'];
const PRODUCERS: readonly Actor[] = ['producer', 'otherProducer'];
const NOBODY: readonly Actor[] = [];

/** What is approved an editor proposes to change (proposals.pb.test.ts). The sample's records are approved and belong to `producer`, but for the lot and its diary, which are drafts. */
const TABLE: Record<CollectionName, Record<Action, readonly Actor[]>> = {
  media: { see: [...STAFF, 'producer'], create: WRITERS, update: NOBODY, delete: NOBODY },
  communes: { see: [...STAFF, ...PRODUCERS], create: ADMIN, update: ADMIN, delete: ADMIN },
  producers: { see: [...STAFF, 'producer'], create: WRITERS, update: APPROVERS, delete: ADMIN },
  producer_contacts: { see: [...WRITERS, 'producer'], create: WRITERS, update: WRITERS, delete: ADMIN },
  products: { see: [...STAFF, 'producer'], create: WRITERS, update: APPROVERS, delete: ADMIN },
  pack_variants: { see: [...STAFF, 'producer'], create: WRITERS, update: WRITERS, delete: ADMIN },
  decisions: { see: STAFF, create: APPROVERS, update: APPROVERS, delete: ADMIN },
  recognitions: { see: [...STAFF, 'producer'], create: APPROVERS, update: APPROVERS, delete: ADMIN },
  certificates: { see: [...STAFF, 'producer'], create: WRITERS, update: WRITERS, delete: ADMIN },
  growing_areas: { see: [...STAFF, 'producer'], create: WRITERS, update: APPROVERS, delete: ADMIN },
  lots: {
    see: [...STAFF, 'producer'],
    create: [...WRITERS, 'producer'],
    update: [...WRITERS, 'producer'],
    delete: ADMIN,
  },
  trace_events: {
    see: [...STAFF, 'producer'],
    create: [...WRITERS, 'producer'],
    update: [...WRITERS, 'producer'],
    delete: [...ADMIN, 'producer'],
  },
  sales_points: { see: STAFF, create: WRITERS, update: APPROVERS, delete: ADMIN },
  fairs: { see: STAFF, create: WRITERS, update: APPROVERS, delete: ADMIN },
  platforms: { see: [...STAFF, ...PRODUCERS], create: WRITERS, update: WRITERS, delete: ADMIN },
  listings: { see: [...STAFF, 'producer'], create: WRITERS, update: WRITERS, delete: ADMIN },
  published_figures: { see: STAFF, create: WRITERS, update: WRITERS, delete: ADMIN },
  targets: { see: STAFF, create: WRITERS, update: WRITERS, delete: ADMIN },
  supports: { see: STAFF, create: WRITERS, update: WRITERS, delete: ADMIN },
  trainings: { see: STAFF, create: WRITERS, update: WRITERS, delete: ADMIN },
  pages: { see: STAFF, create: WRITERS, update: APPROVERS, delete: ADMIN },
  synonyms: { see: STAFF, create: WRITERS, update: WRITERS, delete: ADMIN },
  addresses: { see: STAFF, create: NOBODY, update: NOBODY, delete: NOBODY },
  releases: { see: STAFF, create: APPROVERS, update: NOBODY, delete: NOBODY },
  revisions: { see: STAFF, create: NOBODY, update: NOBODY, delete: NOBODY },
  imports: { see: WRITERS, create: NOBODY, update: NOBODY, delete: NOBODY },
  proposals: { see: STAFF, create: NOBODY, update: NOBODY, delete: NOBODY },
  site_settings: { see: [...STAFF, ...PRODUCERS], create: NOBODY, update: ADMIN, delete: NOBODY },
  users: { see: STAFF, create: ADMIN, update: ADMIN, delete: ADMIN },
};

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
    const may = TABLE[collection][action];
    const refused = ACTORS.filter((actor) => !may.includes(actor));
    test.each(refused)(`${action}: %s is refused`, async (actor) => {
      expect(await allowed(() => attempts[action](clients[actor], collection))).toBe(false);
    });
    test.each([...may])(`${action}: %s may`, async (actor) => {
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
    const may = STAFF.includes(actor) && TABLE[collection].see.includes(actor);
    const isMailed = collection === 'users' && actor !== 'admin';
    expect(told.totalItems > 0).toBe(may && !isMailed && !UNREVISED.includes(collection));
  });
});

describe('what no role table can say', () => {
  test.each(['editor', 'producer'] as const)('%s cannot raise their own role', async (actor) => {
    const me = clients[actor].authStore.record?.id ?? '';
    expect(await allowed(() => clients[actor].collection('users').update(me, { role: 'admin' }))).toBe(false);
    expect(await allowed(() => clients[actor].collection('users').update(me, { name: 'Tên mới' }))).toBe(true);
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
      password: 'mat-khau-dai-1',
      passwordConfirm: 'mat-khau-dai-1',
      role: 'editor',
    });
    await base.superuser.collection('users').update(user.id, { disabled: true });
    expect(
      await allowed(() => base.guest.collection('users').authWithPassword('gone@example.org', 'mat-khau-dai-1')),
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
