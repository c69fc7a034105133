/** Nothing is lost: every change of every record leaves its revision, within the change, and nobody alters one. */

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import type { Revision } from '#domain/revision.ts';
import { UNREVISED } from '#domain/rules/revision.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

let base: FreshPocketBase;
let sample: Awaited<ReturnType<typeof seedSample>>;
let admin: PocketBase;

beforeAll(async () => {
  base = await freshPocketBase();
  sample = await seedSample(base.superuser);
  admin = await base.signedIn('admin', { name: 'Chị Quản' });
});
afterAll(() => base.stop());

async function historyOf(record: string): Promise<Revision[]> {
  return base.superuser
    .collection('revisions')
    .getFullList<Revision>({ filter: `record = '${record}'`, sort: '@rowid' });
}

/** Something done straight to the database file, beside PocketBase. */
function inDatabase<T>(work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(base.data.database, 'data.db'), { timeout: 5_000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** A valid body that stands beside no other: one contact a producer, one running recognition a product, one result a round. */
async function freshBody(collection: CollectionName): Promise<Record<string, unknown> | FormData> {
  const body = sampleBodies(sample.ids, '')[collection];
  if (collection === 'producer_contacts') return { ...body, producer: (await fresh('producers')).id };
  if (['recognitions', 'evaluations'].includes(collection)) return { ...body, product: (await fresh('products')).id };
  return body;
}

/** A record that nothing points at. */
async function fresh(collection: CollectionName): Promise<{ id: string; version?: number }> {
  return base.superuser.collection(collection).create(await freshBody(collection));
}

const revised = (Object.keys(nouns) as CollectionName[]).filter((name) => !UNREVISED.includes(name));

describe.each(revised)('%s', (collection) => {
  test('create, update and delete each leave who, what and when', async () => {
    const made = await fresh(collection);
    const change = sample.change[collection];
    await base.superuser.collection(collection).update(made.id, change);
    await base.superuser.collection(collection).delete(made.id);
    const history = await historyOf(made.id);
    expect(history.map((each) => [each.collection, each.action, each.why, each.actor_name])).toEqual(
      ['create', 'update', 'delete'].map((action) => [collection, action, 'job', 'superuser@ocop.example']),
    );
    const [created, updated, deleted] = history;
    expect(updated?.after).toMatchObject(change);
    expect(Object.keys(updated?.before ?? {}).sort()).toEqual(Object.keys(updated?.after ?? {}).sort());
    expect(deleted?.before).toMatchObject({ ...created?.after, ...change });
    expect(deleted?.after).toBeNull();
    expect(Math.abs(Date.parse(String(deleted?.created).replace(' ', 'T')) - Date.now())).toBeLessThan(60_000);
  });

  test('a change whose revision cannot be written is not made', async () => {
    const kept = await fresh(collection);
    const before = await base.superuser.collection(collection).getOne(kept.id);
    const { totalItems } = await base.superuser.collection(collection).getList(1, 1);
    const body = await freshBody(collection);
    inDatabase((database) =>
      database.exec(
        `CREATE TRIGGER test_full BEFORE INSERT ON revisions WHEN NEW.collection = '${collection}' BEGIN SELECT raise(ABORT, 'full'); END`,
      ),
    );
    try {
      const records = base.superuser.collection(collection);
      await expect(records.create(body)).rejects.toThrow();
      await expect(records.update(kept.id, sample.change[collection])).rejects.toThrow();
      await expect(records.delete(kept.id)).rejects.toThrow();
    } finally {
      inDatabase((database) => database.exec('DROP TRIGGER test_full'));
    }
    expect(await base.superuser.collection(collection).getOne(kept.id)).toEqual(before);
    expect((await base.superuser.collection(collection).getList(1, 1)).totalItems).toBe(totalItems);
  });
});

describe('whose hand', () => {
  test('a person is named, through the form, and so is what goes with a record', async () => {
    const lot = await fresh('lots');
    const event = await admin.collection('trace_events').create({ lot: lot.id, step: 'harvest' });
    await admin.collection('lots').delete(lot.id);
    const [created, gone] = await historyOf(event.id);
    const [, lotGone] = await historyOf(lot.id);
    const person = { actor: admin.authStore.record?.id, actor_name: 'Chị Quản', why: 'form' };
    expect(created).toMatchObject({ ...person, action: 'create' });
    expect(gone).toMatchObject({ ...person, action: 'delete', tx: lotGone?.tx });
    expect(lotGone).toMatchObject({ ...person, title: expect.stringMatching(/^L\d+$/) });
  });

  test('nobody’s hand outlives a refused change', async () => {
    const product = await fresh('products');
    await expect(admin.collection('products').update(product.id, { name: '', version: 1 })).rejects.toThrow();
    await expect(admin.collection('products').update(product.id, { name: 'x', version: 7 })).rejects.toThrow();
    expect(inDatabase((database) => database.prepare('SELECT count(*) AS n FROM revision_hand').get())).toEqual({
      n: 0,
    });
    inDatabase((database) => database.exec(`UPDATE products SET brand = 'Ngoài' WHERE id = '${product.id}'`));
    expect((await historyOf(product.id)).at(-1)).toMatchObject({ why: 'hook', actor: '', after: { brand: 'Ngoài' } });
  });

  test('that a password changed is told, never what it was', async () => {
    const user = await fresh('users');
    const changed = { password: 'mat-khau-khac', passwordConfirm: 'mat-khau-khac' };
    await admin.collection('users').update(user.id, { ...changed, version: user.version });
    expect((await historyOf(user.id)).at(-1)).toMatchObject({ before: { password: null }, after: { password: null } });
    const { password, tokenKey } = inDatabase((database) =>
      database.prepare('SELECT password, tokenKey FROM users WHERE id = ?').get(user.id),
    ) as { password: string; tokenKey: string };
    const all = inDatabase((database) => database.prepare('SELECT * FROM revisions').all());
    for (const secret of [password, tokenKey]) expect(JSON.stringify(all)).not.toContain(secret);
  });

  test('a save that changes nothing leaves nothing', async () => {
    const product = await fresh('products');
    await admin.collection('products').update(product.id, { version: 1 });
    expect(await historyOf(product.id)).toHaveLength(1);
  });

  test('columns come and go under the triggers', async () => {
    const platforms = await base.superuser.collections.getOne('platforms');
    const fields = [...platforms.fields, { type: 'text', name: 'motto' }];
    await base.superuser.collections.update('platforms', { fields });
    const platform = await base.superuser.collection('platforms').create({ name: 'Sàn có lời', motto: 'Ngon' });
    expect((await historyOf(platform.id))[0]?.after).toMatchObject({ motto: 'Ngon' });
    await base.superuser.collections.update('platforms', { fields: platforms.fields });
    await base.superuser.collection('platforms').update(platform.id, { website: 'https://example.org' });
    expect((await historyOf(platform.id)).at(-1)?.after).toEqual({ website: 'https://example.org' });
  });
});

describe('revisions stay as they are', () => {
  const one = async () => (await historyOf(sample.ids.products))[0]?.id ?? '';
  const attempts: Record<string, (by: PocketBase) => Promise<unknown>> = {
    write: (by) => by.collection('revisions').create({ collection: 'products', action: 'update', why: 'form' }),
    change: async (by) => by.collection('revisions').update(await one(), { note: 'khác' }),
    delete: async (by) => by.collection('revisions').delete(await one()),
    truncate: (by) => by.send('/api/collections/revisions/truncate', { method: 'DELETE' }),
    'delete the collection': (by) => by.collections.delete('revisions'),
    'change the collection': (by) => by.collections.update('revisions', { deleteRule: '' }),
    'send another schema': async (by) => {
      const all = await base.superuser.collections.getFullList();
      return by.collections.import(
        all.filter(({ name }) => name !== 'revisions'),
        true,
      );
    },
  };
  test.each(Object.keys(attempts))('neither an admin nor a superuser can %s', async (name) => {
    const before = await historyOf(sample.ids.products);
    for (const by of [admin, base.superuser])
      await expect(attempts[name]?.(by)).rejects.toMatchObject({ status: expect.toBeOneOf([400, 403]) });
    expect(await historyOf(sample.ids.products)).toEqual(before);
  });

  test('nor the console of SQL that superusers have', async () => {
    const before = await historyOf(sample.ids.products);
    for (const query of [`UPDATE revisions SET actor_name = 'x'`, 'DELETE FROM revisions'])
      await expect(base.superuser.send('/api/sql', { method: 'POST', body: { query } })).rejects.toMatchObject({
        response: { message: expect.stringMatching(/never/) },
      });
    expect(await historyOf(sample.ids.products)).toEqual(before);
  });

  test('nor SQL', () => {
    for (const sql of [`UPDATE revisions SET actor_name = 'x'`, 'DELETE FROM revisions'])
      expect(() => inDatabase((database) => database.exec(sql))).toThrow(/never/);
  });
});
