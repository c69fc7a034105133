/** What cannot be true of a record is refused at its field by the API, whoever asks; what stands there already locks nobody out. */

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

let fresh: FreshPocketBase;
let editor: PocketBase;
const ids: Record<string, string> = {};

const create = async (collection: string, record: Record<string, unknown>) =>
  (await fresh.superuser.collection(collection).create(record)).id;

beforeAll(async () => {
  fresh = await freshPocketBase();
  editor = await fresh.signedIn('editor');
  ids['producers'] = await create('producers', {
    name: 'HTX Một',
    slug: 'htx-mot',
    kind: 'cooperative',
    state: 'draft',
  });
  ids['products'] = await create('products', { name: 'Mật', slug: 'mat', producer: ids['producers'], state: 'draft' });
  ids['pack_variants'] = await create('pack_variants', { product: ids['products'], net_contents: '1 kg' });
  const lot = { variant: ids['pack_variants'], lot_number: 'L1', state: 'draft', produced_on: '2026-05-02' };
  ids['lots'] = await create('lots', lot);
  ids['fairs'] = await create('fairs', {
    name: 'Hội chợ',
    slug: 'hoi-cho',
    kind: 'fair',
    state: 'draft',
    starts_on: '2026-05',
  });
  ids['sales_points'] = await create('sales_points', { name: 'Điểm bán', slug: 'diem-ban', state: 'draft' });
  ids['trace_events'] = await create('trace_events', { lot: ids['lots'], step: 'care' });
});
afterAll(() => fresh?.stop());

const CASES: readonly [collection: string, field: string, values: Record<string, unknown>][] = [
  ['lots', 'use_by', { use_by: '2026-05-01' }],
  ['lots', 'packed_on', { packed_on: '2026-04' }],
  ['pack_variants', 'gtin', { gtin: '8936012345671' }],
  ['pack_variants', 'gtin', { gtin: '9521234543213' }],
  ['producers', 'gln', { gln: '9521234000018' }],
  ['trace_events', 'location_code', { location_code: '9521234000018' }],
  ['fairs', 'ends_on', { ends_on: '2026-04-30' }],
  ['sales_points', 'closed_on', { opened_on: '2026', closed_on: '2025' }],
  ['products', 'visible_until', { visible_from: '2026-05-02', visible_until: '2026-05-01' }],
];

describe.each(CASES)('%s.%s %j', (collection, field, values) => {
  test.each(['editor', 'superuser'])('is refused from the %s, at the field', async (who) => {
    const client = who === 'editor' ? editor : fresh.superuser;
    const id = ids[collection] ?? '';
    const { version } = await fresh.superuser.collection(collection).getOne(id);
    await expect(client.collection(collection).update(id, { ...values, version })).rejects.toMatchObject({
      status: 400,
      response: { data: { [field]: { code: 'validation_contradiction', message: expect.stringMatching(/[.]$/) } } },
    });
  });
});

/** A slip that came past the hooks, or before there was a rule. */
function slip(collection: string, id: string, field: string, value: string): void {
  const database = new DatabaseSync(join(fresh.data.database, 'data.db'));
  database.exec('PRAGMA busy_timeout = 5000');
  database.prepare(`UPDATE ${collection} SET ${field} = ? WHERE id = ?`).run(value, id);
  database.close();
}

test('an old slip stands in the way of no other change, only of the lot’s going out', async () => {
  const product = await create('products', { name: 'Chè', slug: 'che', producer: ids['producers'], state: 'approved' });
  const variant = await create('pack_variants', { product, net_contents: '100 g' });
  const lot = { variant, lot_number: 'L2', state: 'draft', produced_on: '2026-05-02' };
  const id = await create('lots', lot);
  slip('lots', id, 'use_by', '2026-05-01');
  const lots = fresh.superuser.collection('lots');
  expect(await lots.update(id, { quantity: 5 })).toMatchObject({ quantity: 5 });
  await expect(lots.update(id, { state: 'active' })).rejects.toMatchObject({ response: { data: { use_by: {} } } });
  slip('lots', id, 'state', 'active');
  const recall = { state: 'recalled', recall_reason: 'Thử', recall_phone: '0204' };
  expect(await lots.update(id, recall)).toMatchObject({ state: 'recalled' });
  const mended = { use_by: '2026-06-01', correction_reason: 'Gõ nhầm so với phiếu' };
  expect(await lots.update(id, mended)).toMatchObject({ use_by: '2026-06-01' });
});
