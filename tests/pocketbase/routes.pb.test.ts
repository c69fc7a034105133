/** The program's own routes, each tried by everybody whom it is not for. What they do for the others is tested with each. */
import { readdirSync, readFileSync } from 'node:fs';
import type PocketBase from 'pocketbase';
import { ClientResponseError } from 'pocketbase';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#domain/user.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { seedSample } from './sample.ts';

type Actor = Role | 'guest';
const ACTORS: readonly Actor[] = ['guest', 'viewer', 'editor', 'approver', 'admin', 'producer'];
const WRITERS: readonly Actor[] = ['editor', 'approver', 'admin'];
const APPROVERS: readonly Actor[] = ['approver', 'admin'];

/** Whom a route may answer with more than a refusal; what it then says depends on what it is asked. */
const ROUTES: Record<string, readonly Actor[]> = {
  'GET /{path...}': ACTORS,
  'GET /anh/{path...}': ACTORS,
  'GET /api/ocop/sign-in': ACTORS,
  'GET /api/ocop/health': ACTORS,
  'POST /api/ocop/health': [],
  'GET /api/ocop/server': ['viewer', 'editor', 'approver', 'admin'],
  'GET /api/ocop/trial-address': ACTORS.filter((actor) => actor !== 'guest'),
  'GET /api/ocop/writable/{collection}/{id}': ['viewer', 'editor', 'approver', 'admin'],
  'POST /api/ocop/standing': [],
  'POST /api/ocop/criteria': [],
  'POST /api/ocop/records': [],
  'POST /api/ocop/erasures': ['admin'],
  // The sample's product is approved: editors propose.
  'POST /api/ocop/revisions/{id}/restore': APPROVERS,
  'POST /api/ocop/imports': WRITERS,
  'POST /api/ocop/imports/{id}/look': WRITERS,
  'POST /api/ocop/imports/{id}/apply': WRITERS,
  'POST /api/ocop/imports/{id}/undo': WRITERS,
  'POST /api/ocop/decisions/{id}/recognitions': APPROVERS,
  'POST /api/ocop/decisions/{id}/withdrawals': APPROVERS,
  'POST /api/ocop/rounds/{id}/recognitions': APPROVERS,
  'POST /api/ocop/proposals': ['producer', ...WRITERS],
  'POST /api/ocop/proposals/{id}/approve': APPROVERS,
  'POST /api/ocop/proposals/{id}/refuse': APPROVERS,
  // Its author's; nobody here is.
  'POST /api/ocop/proposals/{id}/withdraw': [],
};

let base: FreshPocketBase;
let sample: Awaited<ReturnType<typeof seedSample>>;
let clients: Record<Actor, PocketBase>;

beforeAll(async () => {
  base = await freshPocketBase();
  sample = await seedSample(base.superuser);
  // There is something to restore.
  await base.superuser.collection('products').update(sample.ids.products, { brand: 'Khác' });
  clients = { guest: base.guest } as typeof clients;
  for (const role of ACTORS)
    if (role !== 'guest')
      clients[role] = await base.signedIn(role, role === 'producer' ? { producer: sample.otherProducer } : {});
});
afterAll(() => base?.stop());

test('no route stands outside this table', () => {
  const folder = new URL('../../pocketbase/pb_hooks/', import.meta.url);
  const text = readdirSync(folder)
    .filter((name) => name.endsWith('.pb.js'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  const found = [...text.matchAll(/routerAdd\(\s*'(\w+)',\s*'([^']+)'/g)].map(
    ([, method, path]) => `${method} ${path}`,
  );
  expect(found.toSorted()).toEqual(Object.keys(ROUTES).toSorted());
  expect(text.match(/routerAdd\(/g)).toHaveLength(found.length);
});

/** A body that each route takes for its own. */
function bodyOf(route: string): Record<string, unknown> | FormData {
  const { ids } = sample;
  if (route === 'POST /api/ocop/imports') {
    const form = new FormData();
    form.set('source', new Blob(['Tên sản phẩm\nChè']), 'a.csv');
    form.set('target', 'products');
    return form;
  }
  return {
    version: 2,
    collection: 'products',
    record: ids.products,
    values: { story: 'Một câu chuyện khác' },
    note: 'Theo yêu cầu',
    rows: [{ product: ids.products, stars: 3 }],
    decision: ids.decisions,
    evaluations: [ids.evaluations],
  };
}

function idFor(route: string): string {
  if (route.includes('{collection}')) return sample.ids.products;
  const [, name = ''] = /ocop\/(\w+)\/\{id\}/.exec(route) ?? [];
  return sample.ids[name as keyof typeof sample.ids] ?? '';
}

/** Whether the refusal is one of access: not signed in, not allowed, not to be seen. */
async function isRefused(route: string, client: PocketBase): Promise<boolean> {
  const [method = '', path = ''] = route.split(' ');
  try {
    await client.send(path.replace('{id}', idFor(route)).replace('{path...}', '').replace('{collection}', 'products'), {
      method,
      ...(method === 'POST' ? { body: bodyOf(route) } : {}),
    });
    return false;
  } catch (error) {
    if (!(error instanceof ClientResponseError)) throw error;
    return [401, 403, 404].includes(error.status);
  }
}

const cells = Object.entries(ROUTES).flatMap(([route, may]) =>
  ACTORS.map((actor) => [route, actor, may.includes(actor)] as const),
);

test.each(cells.filter(([, , may]) => !may))('%s refuses %s', async (route, actor) => {
  expect(await isRefused(route, clients[actor])).toBe(true);
});

test.each(cells.filter(([route, , may]) => may && !route.startsWith('GET')))(
  '%s listens to %s',
  async (route, actor) => {
    const client =
      actor === 'producer' ? await base.signedIn('producer', { producer: sample.ids.producers }) : clients[actor];
    expect(await isRefused(route, client)).toBe(false);
  },
);
