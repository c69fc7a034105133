/**
 * People limited to communes or to collections, tried against the real PocketBase: what the table of access says of each collection, for
 * records as they are and as they would become. An approver stands for both roles: it is granted whatever an editor is.
 */
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCESS } from '#domain/access.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { LIMITABLE_COLLECTIONS, type Limitable } from '#domain/user.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { type SampleIds, sampleBodies } from './sample.ts';

const ALL = Object.keys(nouns) as CollectionName[];
const LIMITED = ALL.filter((name) => ACCESS[name].create.approver === 'limited');
const IN_COMMUNES = LIMITED.filter((name) => ACCESS[name].commune !== undefined);
const ELSEWHERE = LIMITED.filter((name) => ACCESS[name].commune === undefined);

let base: FreshPocketBase;
/** Three communes, each with a record of every collection that belongs to one. The first two are the limited person's. */
let mine: SampleIds;
let alsoMine: SampleIds;
let foreign: SampleIds;
let limited: PocketBase;

type Body = Record<string, unknown>;

/** A valid body whose every way to a commune leads to the place's. */
function bodyAt(ids: Partial<SampleIds>, name: CollectionName): Body {
  const fields = Object.keys(nouns[name].schema.shape);
  const starts = (ACCESS[name].commune ?? []).map((way) => way.split('.')[0] ?? '');
  const at = Object.fromEntries(starts.map((field) => [field, ids[idOf(name, field)]]));
  return { ...(sampleBodies(ids, '')[name] as Body), ...(fields.includes('commune') ? at : {}), ...at };
}

/** The collection that a field points to, in these schemas: its plural. */
function idOf(name: CollectionName, field: string): CollectionName {
  if (field === 'variant') return 'pack_variants';
  const plural = `${field}s`;
  if (!(plural in nouns)) throw new Error(`${name}.${field}`);
  return plural as CollectionName;
}

async function place(shared: Partial<SampleIds>): Promise<SampleIds> {
  const ids = { ...shared } as SampleIds;
  const create = async (name: CollectionName, body: Body) => {
    ids[name] = (await base.superuser.collection(name).create(body)).id;
  };
  await create('communes', sampleBodies(ids, '').communes as Body);
  for (const name of IN_COMMUNES)
    await create(name, name === 'producer_contacts' ? bodyAt(ids, name) : await fresh(ids, name));
  return ids;
}

/** What there may be one of: contacts a producer, results of a product a round. */
const ALONE_IN: Partial<Record<CollectionName, CollectionName>> = {
  producer_contacts: 'producers',
  evaluations: 'rounds',
};

/** A body that no record stands in the way of. */
async function fresh(ids: SampleIds, name: CollectionName): Promise<Body> {
  const owner = ALONE_IN[name];
  if (owner === undefined) return bodyAt(ids, name);
  const made = await base.superuser.collection(owner).create(bodyAt(ids, owner));
  return bodyAt({ ...ids, [owner]: made.id }, name);
}

beforeAll(async () => {
  base = await freshPocketBase();
  const shared: Partial<SampleIds> = {};
  for (const name of ['criteria', ...ELSEWHERE] as const)
    shared[name] = (await base.superuser.collection(name).create(bodyAt(shared, name))).id;
  mine = await place(shared);
  alsoMine = await place(shared);
  foreign = await place(shared);
  limited = await base.signedIn('approver', { communes: [mine.communes, alsoMine.communes] });
});
afterAll(() => base?.stop());

async function refused(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => false,
    (error: { status?: number }) => {
      if (error.status === 400 || error.status === 403 || error.status === 404) return true;
      throw error;
    },
  );
}

async function change(client: PocketBase, name: CollectionName, id: string, body: Body): Promise<unknown> {
  const { version } = await base.superuser.collection(name).getOne(id);
  return client.collection(name).update(id, { version, ...body });
}

describe.each(IN_COMMUNES)('%s, by a person of two communes', (name) => {
  const starts = (ACCESS[name].commune ?? []).map((way) => way.split('.')[0] ?? '');

  test('of a third commune are refused', async () => {
    expect(await refused(limited.collection(name).create(await fresh(foreign, name)))).toBe(true);
    expect(await refused(change(limited, name, foreign[name], {}))).toBe(true);
  });

  test.each(starts)('pointing nowhere by %s are refused', async (field) => {
    const body = { ...(await fresh(mine, name)), ...Object.fromEntries(starts.map((each) => [each, ''])) };
    expect(await refused(limited.collection(name).create(body))).toBe(true);
    expect(await refused(change(limited, name, mine[name], { [field]: '' }))).toBe(true);
  });

  test.each(starts)('are moved by %s neither away nor in', async (field) => {
    const to = idOf(name, field);
    expect(await refused(change(limited, name, mine[name], { [field]: foreign[to] }))).toBe(true);
    expect(await refused(change(limited, name, foreign[name], { [field]: mine[to] }))).toBe(true);
    const kept = await base.superuser.collection(name).getOne(mine[name]);
    expect(kept[field]).toBe(mine[to]);
  });

  test.each(starts)('with one foot in the third commune, by %s, are refused', async (field) => {
    const body = { ...(await fresh(mine, name)), [field]: foreign[idOf(name, field)] };
    expect(await refused(limited.collection(name).create(body))).toBe(true);
  });

  test('of the own communes are made, changed, and moved between them', async () => {
    const made = await limited.collection(name).create(await fresh(mine, name));
    await change(limited, name, made.id, {});
    const moved = Object.fromEntries(starts.map((field) => [field, alsoMine[idOf(name, field)]]));
    // Of contacts there is one a producer, and it keeps it.
    if (name !== 'producer_contacts') await change(limited, name, made.id, moved);
  });
});

describe.each(ELSEWHERE)('%s belong to no commune', (name) => {
  test('and are closed to who is limited to some', async () => {
    expect(await refused(limited.collection(name).create(bodyAt(mine, name)))).toBe(true);
    expect(await refused(change(limited, name, mine[name], {}))).toBe(true);
  });
});

describe.each(Object.keys(LIMITABLE_COLLECTIONS) as Limitable[])('a person who keeps %s alone', (desk) => {
  let keeper: PocketBase;
  beforeAll(async () => {
    keeper = await base.signedIn('approver', { collections: [desk] });
  });

  test.each(LIMITED.filter((name) => ACCESS[name].desk !== desk))('is refused %s', async (name) => {
    expect(await refused(keeper.collection(name).create(await fresh(mine, name)))).toBe(true);
    expect(await refused(change(keeper, name, mine[name], {}))).toBe(true);
  });

  test.each(LIMITED.filter((name) => ACCESS[name].desk === desk))('makes and changes %s', async (name) => {
    const made = await keeper.collection(name).create(await fresh(mine, name));
    await change(keeper, name, made.id, {});
  });
});

test('a trade department keeps fairs and sales points, and sees the rest', async () => {
  const trade = await base.signedIn('editor', { collections: ['fairs', 'sales_points'] });
  expect(await refused(trade.collection('products').create(bodyAt(mine, 'products')))).toBe(true);
  await trade.collection('fairs').create(bodyAt(mine, 'fairs'));
  await trade.collection('sales_points').create(bodyAt(foreign, 'sales_points'));
  expect((await trade.collection('products').getOne(mine.products)).id).toBe(mine.products);
});

test('both limits hold together', async () => {
  const both = await base.signedIn('editor', { collections: ['sales_points'], communes: [mine.communes] });
  expect(await refused(both.collection('sales_points').create(bodyAt(foreign, 'sales_points')))).toBe(true);
  expect(await refused(both.collection('fairs').create(bodyAt(mine, 'fairs')))).toBe(true);
  await both.collection('sales_points').create(bodyAt(mine, 'sales_points'));
});

test('an admin is never limited', async () => {
  const admin = await base.signedIn('admin', { collections: ['fairs'], communes: [mine.communes] });
  await admin.collection('products').create(bodyAt(foreign, 'products'));
});

test('a relation written with PocketBase’s modifiers is the same', async () => {
  expect(await refused(change(limited, 'producers', mine.producers, { 'commune+': foreign.communes }))).toBe(true);
  // Put in front, the one that was there is kept.
  await change(limited, 'producers', mine.producers, { '+commune': foreign.communes });
  expect((await base.superuser.collection('producers').getOne(mine.producers))['commune']).toBe(mine.communes);
});

test('the admin is told of each record whether it may be written', async () => {
  const writable = async (client: PocketBase, name: CollectionName, id: string) =>
    (await client.send<{ writable: boolean }>(`/api/ocop/writable/${name}/${id}`, { method: 'GET' })).writable;
  for (const name of IN_COMMUNES) {
    expect([name, await writable(limited, name, foreign[name])]).toEqual([name, false]);
    expect([name, await writable(limited, name, mine[name])]).toEqual([name, true]);
  }
  expect(await writable(await base.signedIn('viewer'), 'products', mine.products)).toBe(false);
  const producer = await base.signedIn('producer', { producer: mine.producers });
  expect(await writable(producer, 'lots', mine.lots)).toBe(true);
  expect(await writable(producer, 'products', mine.products)).toBe(false);
  expect(await refused(writable(producer, 'lots', foreign.lots))).toBe(true);
});

describe('routes ask the same', () => {
  const post = (client: PocketBase, path: string, body: Body) => client.send(path, { method: 'POST', body });

  test('what was is restored only where it may be written, and not out of the own communes', async () => {
    const area = await base.superuser.collection('sales_points').create(bodyAt(foreign, 'sales_points'));
    const moved = await base.superuser.collection('sales_points').update(area.id, { commune: mine.communes });
    const [last] = await base.superuser.collection('revisions').getFullList({ filter: `record = '${area.id}'` });
    const restore = (version: unknown) => post(limited, `/api/ocop/revisions/${last?.id}/restore`, { version });
    expect(await refused(restore(moved['version']))).toBe(true);
    const foreignOne = await base.superuser.collection('sales_points').update(area.id, { commune: foreign.communes });
    expect(await refused(restore(foreignOne['version']))).toBe(true);
    expect((await base.superuser.collection('sales_points').getOne(area.id))['version']).toBe(foreignOne['version']);
  });

  test('a decision recognises the own communes’ products alone', async () => {
    const decision = await base.superuser.collection('decisions').create(bodyAt(mine, 'decisions'));
    const rows = (product: string) => ({
      common: { legal_basis: 'qd148_1489', issued_on: '2025-09-15' },
      rows: [{ product, stars: 3 }],
    });
    const fresh = (ids: SampleIds) => base.superuser.collection('products').create(bodyAt(ids, 'products'));
    const path = `/api/ocop/decisions/${decision.id}/recognitions`;
    expect(await refused(post(limited, path, rows((await fresh(foreign)).id)))).toBe(true);
    await post(limited, path, rows((await fresh(mine)).id));
  });

  test('an import is written and taken back whole within the own communes, or not at all', async () => {
    const step = (ids: SampleIds, at: number) => ({
      row: 2,
      title: 'Điểm bán',
      collection: 'sales_points',
      action: 'create',
      id: `nhap${String(at).padStart(11, '0')}`,
      fields: { name: 'Điểm bán', slug: `nhap-${at}`, state: 'draft', commune: ids.communes },
    });
    const run = async (...steps: object[]) => {
      const form = new FormData();
      form.set('file_name', 'diem-ban.xlsx');
      form.set('target', 'sales_points');
      form.set('state', 'dry');
      form.set('plan', new Blob([steps.map((each) => JSON.stringify(each)).join('\n')]), 'plan.ndjson');
      return (await base.superuser.collection('imports').create(form)).id;
    };
    const apply = (client: PocketBase, id: string) => post(client, `/api/ocop/imports/${id}/apply`, {});
    const undo = (client: PocketBase, id: string) => post(client, `/api/ocop/imports/${id}/undo`, {});
    expect(await refused(run(step(mine, 1), step(foreign, 2)).then((id) => apply(limited, id)))).toBe(true);
    expect(await refused(base.superuser.collection('sales_points').getOne(step(mine, 1).id))).toBe(true);
    const own = await run(step(mine, 3));
    await apply(limited, own);
    await undo(limited, own);
    const others = await run(step(foreign, 4));
    await apply(base.superuser, others);
    expect(await refused(undo(limited, others))).toBe(true);
    expect((await base.superuser.collection('sales_points').getOne(step(foreign, 4).id)).id).toBe(step(foreign, 4).id);
  });
});
