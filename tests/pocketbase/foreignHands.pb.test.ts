/**
 * What a request may bring beyond what its sender is offered: fields that are not theirs, other producers' ids, ids and counters of programs,
 * parts of an account, other people's files, many requests in one. Refusals first.
 */
import type PocketBase from 'pocketbase';
import { ClientResponseError } from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCESS } from '#domain/access.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { type SampleIds, sampleBodies, seedSample } from './sample.ts';

type Body = Record<string, unknown>;

let base: FreshPocketBase;
let sample: Awaited<ReturnType<typeof seedSample>>;
/** What belongs to the other producer. */
let others: SampleIds;
let producer: PocketBase;
let admin: PocketBase;

beforeAll(async () => {
  base = await freshPocketBase();
  sample = await seedSample(base.superuser);
  others = { ...sample.ids, producers: sample.otherProducer };
  for (const name of ['products', 'pack_variants', 'growing_areas', 'lots', 'trace_events'] as const)
    others[name] = (await base.superuser.collection(name).create(bodyOf(name, others))).id;
  producer = await base.signedIn('producer', { producer: sample.ids.producers });
  admin = await base.signedIn('admin');
});
afterAll(() => base?.stop());

const bodyOf = (name: CollectionName, ids: Partial<SampleIds> = sample.ids): Body =>
  sampleBodies(ids, '')[name] as Body;

async function refused(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => false,
    (error: unknown) => {
      if (error instanceof ClientResponseError && [400, 401, 403, 404].includes(error.status)) return true;
      throw error;
    },
  );
}

async function change(client: PocketBase, name: CollectionName, id: string, body: Body): Promise<unknown> {
  const { version } = await base.superuser.collection(name).getOne(id);
  return client.collection(name).update(id, { version, ...body });
}

describe('a producer’s lot', () => {
  const foreign: [string, unknown][] = [
    ['state', 'active'],
    ['state', 'recalled'],
    ['stamps_printed', true],
    ['stamps_reason', 'Vì cần'],
    ['recalled_at', '2026-01-01 00:00:00.000Z'],
    ['recall_reason', 'Không rõ'],
    ['recall_phone', '0222'],
    ['recall_notice', 'Thu hồi'],
    ['demonstration', true],
    ['trace_code', 'ABCDEFGHJK'],
  ];

  test.each(foreign)('does not come with %s %s, nor get it later', async (field, value) => {
    expect(await refused(producer.collection('lots').create({ ...bodyOf('lots'), [field]: value }))).toBe(true);
    expect(await refused(change(producer, 'lots', sample.ids.lots, { [field]: value }))).toBe(true);
  });

  test('is of its own packs and areas', async () => {
    const variant = others.pack_variants;
    expect(await refused(producer.collection('lots').create({ ...bodyOf('lots'), variant }))).toBe(true);
    expect(await refused(change(producer, 'lots', sample.ids.lots, { variant }))).toBe(true);
    for (const areas of [[others.growing_areas], [sample.ids.growing_areas, others.growing_areas]]) {
      expect(await refused(producer.collection('lots').create({ ...bodyOf('lots'), areas }))).toBe(true);
      expect(await refused(change(producer, 'lots', sample.ids.lots, { areas }))).toBe(true);
      const added = { 'areas+': others.growing_areas };
      expect(await refused(change(producer, 'lots', sample.ids.lots, added))).toBe(true);
    }
    await change(producer, 'lots', sample.ids.lots, { areas: [sample.ids.growing_areas], quantity: 12 });
  });

  test('keeps what programs count and give', async () => {
    expect(await refused(producer.collection('lots').create({ ...bodyOf('lots'), id: 'taykhongcua1234' }))).toBe(true);
    const counted = {
      version: 77,
      count_on_from: 66,
      created: '2001-01-01 00:00:00.000Z',
      updated: '2001-01-01 00:00:00.000Z',
    };
    const lot = await producer.collection('lots').create({ ...bodyOf('lots'), ...counted });
    const { version, created, updated } = await base.superuser.collection('lots').getOne(lot.id);
    expect({ version, created: created > '2026', updated: updated > '2026' }).toEqual({
      version: 1,
      created: true,
      updated: true,
    });
    await change(producer, 'lots', lot.id, { quantity: 5, count_on_from: 66, created: '2001-01-01 00:00:00.000Z' });
    const later = await base.superuser.collection('lots').getOne(lot.id);
    expect([later['version'], later['created']]).toEqual([2, created]);
  });
});

describe('a producer’s diary', () => {
  test('is of its own lots while they are drafts', async () => {
    const event = (lot: string) => ({ ...bodyOf('trace_events'), lot });
    expect(await refused(producer.collection('trace_events').create(event(others.lots)))).toBe(true);
    expect(await refused(change(producer, 'trace_events', sample.ids.trace_events, { lot: others.lots }))).toBe(true);
    expect(await refused(change(producer, 'trace_events', others.trace_events, { lot: sample.ids.lots }))).toBe(true);
    expect(await refused(producer.collection('trace_events').delete(others.trace_events))).toBe(true);
    const active = await base.superuser.collection('lots').create({ ...bodyOf('lots'), state: 'active' });
    expect(await refused(change(producer, 'trace_events', sample.ids.trace_events, { lot: active.id }))).toBe(true);
    const second = await producer.collection('lots').create(bodyOf('lots'));
    await change(producer, 'trace_events', sample.ids.trace_events, { lot: second.id });
  });

  test('names its own areas, and says nothing that is the office’s', async () => {
    for (const wrong of [{ area: others.growing_areas }, { demonstration: true }]) {
      expect(await refused(producer.collection('trace_events').create({ ...bodyOf('trace_events'), ...wrong }))).toBe(
        true,
      );
      expect(await refused(change(producer, 'trace_events', sample.ids.trace_events, wrong))).toBe(true);
    }
    await change(producer, 'trace_events', sample.ids.trace_events, { area: sample.ids.growing_areas });
  });
});

describe('nobody who signs in', () => {
  const made = (Object.keys(nouns) as CollectionName[]).filter((name) => ACCESS[name].create.admin !== undefined);
  test.each(made)('chooses the id of a new record of %s', async (name) => {
    const id = 'taykhongcua1234';
    const body = sampleBodies(sample.ids, admin.authStore.record?.id ?? '')[name];
    const brought = body instanceof FormData ? body : { ...body, id };
    if (body instanceof FormData) body.set('id', id);
    expect(await refused(admin.collection(name).create(brought))).toBe(true);
    expect(await refused(base.superuser.collection(name).getOne(id))).toBe(true);
  });

  test('asks for a publish in another’s name, or says more of it than what is asked', async () => {
    const mine = admin.authStore.record?.id ?? '';
    const ask = (body: Body) =>
      admin.collection('releases').create({ ...bodyOf('releases'), requested_by: mine, ...body });
    for (const wrong of [
      { requested_by: sample.ids.users },
      { state: 'live' },
      { name: '../../x' },
      { log: 'x' },
      { steps: [] },
      { problems: [] },
      { size_bytes: 4 },
      { started_at: '2026-01-01 00:00:00.000Z' },
    ])
      expect([wrong, await refused(ask(wrong))]).toEqual([wrong, true]);
    await ask({});
  });

  test('sends many requests in one', async () => {
    const requests = [{ method: 'POST', url: '/api/collections/products/records', body: bodyOf('products') }];
    for (const client of [base.guest, producer, admin])
      expect(await refused(client.send('/api/batch', { method: 'POST', body: { requests } }))).toBe(true);
  });

  test.each([
    '/api/settings',
    '/api/collections',
    '/api/logs',
    '/api/backups',
    '/api/crons',
    '/api/collections/_superusers/records',
  ])('reads %s', async (path) => {
    for (const client of [base.guest, producer, admin])
      expect(await refused(client.send(path, { method: 'GET' }))).toBe(true);
  });
});

describe('an account', () => {
  const people = (client: PocketBase) => client.collection('users');
  const PASSWORD = 'cau-moi-de-thu-12';

  test.each(['viewer', 'editor', 'approver', 'producer'] as const)(
    'of a %s is changed by its owner in its name alone',
    async (role) => {
      const limits = { communes: [sample.ids.communes], collections: ['fairs'] };
      const person = await base.signedIn(role, { producer: sample.ids.producers, ...limits });
      const me = person.authStore.record?.id ?? '';
      for (const wrong of [
        { role: 'admin' },
        { producer: sample.otherProducer },
        { producer: '' },
        { communes: [] },
        { 'communes-': sample.ids.communes },
        { 'collections+': 'products' },
        { collections: [] },
        { disabled: true },
        { email: 'khac@ocop.example' },
        { emailVisibility: true },
        { verified: false },
        { password: PASSWORD, passwordConfirm: PASSWORD },
        { password: PASSWORD, passwordConfirm: PASSWORD, oldPassword: 'sai-mat-khau' },
      ])
        expect([wrong, await refused(change(person, 'users', me, wrong))]).toEqual([wrong, true]);
      // Said nothing of: PocketBase takes no such field from anybody.
      await change(person, 'users', me, {
        name: 'Tên mới',
        tokenKey: 'x'.repeat(40),
        created: '2001-01-01 00:00:00.000Z',
      });
      const kept = await base.superuser.collection('users').getOne(me);
      expect(kept).toMatchObject({ name: 'Tên mới', role, producer: sample.ids.producers, ...limits });
      expect(kept['created'] > '2026').toBe(true);
      // The session goes on: the key that its token is signed with is the same.
      await people(person).authRefresh();
    },
  );

  test('is made by nobody but admins, and is not signed up for', async () => {
    for (const client of [base.guest, producer, await base.signedIn('approver')])
      expect(await refused(people(client).create(bodyOf('users')))).toBe(true);
    await people(admin).create(bodyOf('users'));
  });

  test('is nobody else’s to act by', async () => {
    const path = `/api/collections/users/impersonate/${sample.ids.users}`;
    for (const client of [producer, admin]) expect(await refused(client.send(path, { method: 'POST' }))).toBe(true);
    expect(await refused(people(producer).getOne(sample.ids.users))).toBe(true);
  });

  test('shows addresses to admins alone, and its keys to nobody', async () => {
    const hidden = await base.superuser.collection('users').create({ ...bodyOf('users'), emailVisibility: false });
    const seen = async (client: PocketBase) => Object.keys(await people(client).getOne(hidden.id));
    for (const role of ['viewer', 'editor', 'approver'] as const)
      expect(await seen(await base.signedIn(role))).not.toContain('email');
    const byAdmin = await seen(admin);
    expect(byAdmin).toContain('email');
    for (const key of ['tokenKey', 'password']) expect(byAdmin).not.toContain(key);
    for (const filter of ["tokenKey != ''", "password != ''"])
      expect(await refused(people(admin).getList(1, 1, { filter }))).toBe(true);
  });

  test('is no superuser, whatever its role', async () => {
    const identity = { email: 'moi@ocop.example', password: PASSWORD, passwordConfirm: PASSWORD };
    expect(await refused(admin.collection('_superusers').create(identity))).toBe(true);
    const me = admin.authStore.record?.id ?? '';
    expect(await refused(people(admin).delete(me))).toBe(true);
  });

  test('signs in by its password, and by no other door that was left open', async () => {
    const methods = await people(base.guest).listAuthMethods();
    expect({ password: methods.password.enabled, oauth2: methods.oauth2.enabled, otp: methods.otp.enabled }).toEqual({
      password: true,
      oauth2: false,
      otp: false,
    });
  });
});
