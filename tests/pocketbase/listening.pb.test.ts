/** Realtime messages and files: who listens or asks gets what the table of access lets them see, and nothing of others. */
import { EventSource } from 'eventsource';
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

// Node 24 has none of its own.
globalThis.EventSource ??= EventSource as unknown as typeof globalThis.EventSource;

type Actor = 'guest' | 'viewer' | 'admin' | 'producer' | 'otherProducer';
const ALL = Object.keys(nouns) as CollectionName[];

let base: FreshPocketBase;
let sample: Awaited<ReturnType<typeof seedSample>>;
let clients: Record<Actor, PocketBase>;
/** What each heard: `collection action id`. */
const heard: Record<Actor, string[]> = { guest: [], viewer: [], admin: [], producer: [], otherProducer: [] };

beforeAll(async () => {
  base = await freshPocketBase();
  sample = await seedSample(base.superuser);
  clients = {
    guest: base.guest,
    viewer: await base.signedIn('viewer'),
    admin: await base.signedIn('admin'),
    producer: await base.signedIn('producer', { producer: sample.ids.producers }),
    otherProducer: await base.signedIn('producer', { producer: sample.otherProducer }),
  };
  for (const [actor, client] of Object.entries(clients) as [Actor, PocketBase][])
    for (const name of ALL)
      for (const topic of ['*', sample.ids[name]])
        await client
          .collection(name)
          .subscribe(topic, ({ action, record }) => heard[actor].push(`${name} ${action} ${record.id}`));
});
afterAll(async () => {
  for (const client of Object.values(clients ?? {})) await client.realtime.unsubscribe();
  await base?.stop();
});

/** Waits until the admin has heard of it, then a little for the others. */
async function onceHeard(work: () => Promise<string>): Promise<string> {
  const message = await work();
  await expect.poll(() => heard.admin).toContain(message);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return message;
}

describe('changes of a producer’s records', () => {
  const change = async (name: CollectionName) => {
    const record = await base.superuser.collection(name).update(sample.ids[name], sample.change[name]);
    return `${name} update ${record.id}`;
  };

  test.each([
    'products',
    'producers',
    'pack_variants',
    'recognitions',
    'lots',
    'trace_events',
    'certificates',
  ] as const)('%s: heard by its producer and staff, by no other producer and no guest', async (name) => {
    const message = await onceHeard(() => change(name));
    expect(heard.guest).toEqual([]);
    expect(heard.otherProducer).not.toContain(message);
    expect(heard.producer).toContain(message);
    expect(heard.viewer).toContain(message);
  });

  test('contacts: heard by the producer, by no viewer', async () => {
    const message = await onceHeard(() => change('producer_contacts'));
    expect(heard.viewer).not.toContain(message);
    expect(heard.otherProducer).not.toContain(message);
    expect(heard.producer).toContain(message);
  });

  test.each(['users', 'decisions', 'fairs', 'targets'] as const)('%s: heard by no producer', async (name) => {
    const message = await onceHeard(() => change(name));
    expect([...heard.producer, ...heard.otherProducer]).not.toContain(message);
    expect(heard.viewer).toContain(message);
  });

  test('what is made and deleted is heard as little', async () => {
    const made = await base.superuser.collection('lots').create(sampleBodies(sample.ids, '').lots as object);
    await onceHeard(async () => {
      await base.superuser.collection('lots').delete(made.id);
      return `lots delete ${made.id}`;
    });
    expect(heard.producer.filter((each) => each.endsWith(made.id))).toEqual([
      `lots create ${made.id}`,
      `lots delete ${made.id}`,
    ]);
    expect([...heard.otherProducer, ...heard.guest].filter((each) => each.endsWith(made.id))).toEqual([]);
  });
});

describe('a subscription', () => {
  const SECRET = '0912000000';
  const way = 'producers_via_commune.producer_contacts_via_producer.phone';

  test('does not answer by its filter what its listener may not see', async () => {
    const listen = (client: PocketBase, filter: string) =>
      client.collection('communes').subscribe('*', () => undefined, { filter });
    for (const filter of [`${way} ?= '${SECRET}'`, `name != '' && ${way} != '${SECRET}'`])
      await expect(
        listen(await base.signedIn('producer', { producer: sample.ids.producers }), filter),
      ).rejects.toMatchObject({ status: 403 });
    const viewer = await base.signedIn('viewer');
    await expect(listen(viewer, `name != ''`)).resolves.toBeTypeOf('function');
    await viewer.realtime.unsubscribe();
  });

  test('brings no hidden record along', async () => {
    const other = await base.superuser
      .collection('producers')
      .update(sample.otherProducer, { commune: sample.ids.communes });
    await base.superuser.collection('producer_contacts').create({ producer: other.id, phone: SECRET });
    const messages: string[] = [];
    const listener = await base.signedIn('producer', { producer: sample.ids.producers });
    const expand = 'producers_via_commune.producer_contacts_via_producer';
    await listener
      .collection('communes')
      .subscribe('*', ({ record }) => messages.push(JSON.stringify(record)), { expand });
    await base.superuser.collection('communes').update(sample.ids.communes, { name_en: 'Again' });
    await expect.poll(() => messages.length).toBe(1);
    expect(messages[0]).toContain(sample.ids.producers);
    expect(messages[0]).not.toContain(SECRET);
    await listener.realtime.unsubscribe();
  });

  test('ends to be answered when its listener is locked', async () => {
    const listener = await base.signedIn('viewer');
    const messages: string[] = [];
    await listener.collection('communes').subscribe('*', ({ record }) => messages.push(record.id));
    const rename = () => base.superuser.collection('communes').update(sample.ids.communes, { name_en: 'Open' });
    await rename();
    await expect.poll(() => messages).toEqual([sample.ids.communes]);
    await base.superuser.collection('users').update(listener.authStore.record?.id ?? '', { disabled: true });
    heard.admin.length = 0;
    await onceHeard(async () => {
      await base.superuser.collection('communes').update(sample.ids.communes, { name_en: 'Locked' });
      return `communes update ${sample.ids.communes}`;
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(messages).toEqual([sample.ids.communes]);
    await listener.realtime.unsubscribe().catch(() => undefined);
  });
});
