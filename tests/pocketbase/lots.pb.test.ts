/** A lot that has left its draft: corrected with a reason and a line that stays, withdrawn where it reached nobody. By whom, and past which doors not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Lot } from '#domain/lot.ts';
import { hanoiDay } from '#domain/rules/day.ts';
import { LOT_FACTS, LOT_WORDS, toldCorrections } from '#domain/rules/lotLife.ts';
import type { Standing } from '#domain/standing.ts';
import type { Role } from '#domain/user.ts';
import { addSmallOffice, type SmallOffice } from '#tests/scripts/worker/smallOffice.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

let fresh: FreshPocketBase;
let office: SmallOffice;
const people: Partial<Record<Role, PocketBase>> = {};
let id = '';
let count = 0;
const REASON = 'Gõ nhầm ngày so với phiếu sản xuất';
const TODAY = hanoiDay(Date.now());

beforeAll(async () => {
  fresh = await freshPocketBase();
  office = await addSmallOffice(fresh.superuser);
  for (const role of ['viewer', 'editor', 'approver', 'admin', 'producer'] as const)
    people[role] = await fresh.signedIn(role);
});
afterAll(() => fresh?.stop());

const lots = (who: Role | 'superuser' = 'superuser') =>
  (who === 'superuser' ? fresh.superuser : (people[who] as PocketBase)).collection('lots');
const lot = () => lots().getOne<Lot>(id);
const standing = () => JSON.parse(readFileSync(fresh.data.standing, 'utf8')) as Standing;

/** Saves as a person, with the version that is there. */
async function change(who: Role | 'superuser', values: Record<string, unknown>) {
  return lots(who).update<Lot>(id, { ...values, version: (await lot()).version });
}
const refusedAt = (field: string, message?: string) => ({
  status: 400,
  response: { data: { [field]: message === undefined ? { message: expect.any(String) } : { message } } },
});

beforeEach(async () => {
  count += 1;
  const { variant } = await lots().getOne(office.lot);
  const made = { variant, lot_number: `S${count}`, state: 'active', produced_on: '2026-05-02', quantity: 40 };
  id = (await lots().create(made)).id;
});

describe('a product that nobody may see yet', () => {
  const products = () => fresh.superuser.collection('products');
  const FUTURE = '2999-01-01';

  async function hiddenPack(fields: Record<string, unknown>): Promise<string> {
    const { variant } = await lots().getOne(office.lot);
    const { product } = await fresh.superuser.collection('pack_variants').getOne(variant);
    const { producer } = await products().getOne(product);
    const hidden = await products().create({ name: 'Chè', slug: `che-${count}`, producer, ...fields });
    return (await fresh.superuser.collection('pack_variants').create({ product: hidden.id, net_contents: '1 kg' })).id;
  }

  test.each([
    ['a draft', { state: 'draft' }],
    ['one in review', { state: 'waiting' }],
    ['one that is to come', { state: 'approved', visible_from: FUTURE }],
  ])('%s sends no lot out into the world, and takes none over', async (_, fields) => {
    const variant = await hiddenPack(fields);
    const draft = await lots().create({ variant, lot_number: 'N1', state: 'draft' });
    const refused = refusedAt('variant', LOT_WORDS.productNotPublic);
    for (const who of ['editor', 'superuser'] as const)
      await expect(lots(who).update(draft.id, { state: 'active', version: draft['version'] })).rejects.toMatchObject(
        refused,
      );
    await expect(lots().create({ variant, lot_number: 'N2', state: 'active' })).rejects.toMatchObject(refused);
    await expect(change('superuser', { variant, correction_reason: REASON })).rejects.toMatchObject(refused);
  });

  test.each([
    ['one that is approved', { state: 'approved' }],
    ['one that was withdrawn, whose address answers for ever', { state: 'withdrawn' }],
  ])('%s does', async (_, fields) => {
    const variant = await hiddenPack(fields);
    const draft = await lots().create({ variant, lot_number: 'N1', state: 'draft' });
    expect((await lots().update(draft.id, { state: 'active', version: draft['version'] }))['state']).toBe('active');
  });
});

const OTHER: Record<(typeof LOT_FACTS)[number], (others: Record<string, string>) => unknown> = {
  variant: (others) => others['variant'],
  lot_number: () => `X${count}`,
  produced_on: () => '2026-05-03',
  packed_on: () => '2026-05-04',
  use_by: () => '2027-05-02',
  quantity: () => 41,
  quantity_unit: () => 'hộp',
  areas: (others) => [others['area']],
  growing_area: () => 'Đồi vải',
};
let others: Record<string, string> = {};
beforeAll(async () => {
  const { variant } = await lots().getOne(office.lot);
  const { product } = await fresh.superuser.collection('pack_variants').getOne(variant);
  const pack = await fresh.superuser.collection('pack_variants').create({ product, net_contents: '2 kg' });
  const area = await fresh.superuser
    .collection('growing_areas')
    .create({ code: 'VN-1', kind: 'domestic', state: 'draft' });
  others = { variant: pack.id, area: area.id };
});

describe.each(LOT_FACTS)('%s', (name) => {
  test('without a reason is refused whoever asks; with one it is changed, and told for ever', async () => {
    const values = { [name]: OTHER[name](others) };
    for (const who of ['editor', 'admin', 'superuser'] as const)
      await expect(change(who, values), who).rejects.toMatchObject(refusedAt('correction_reason', LOT_WORDS.facts));
    await change('editor', { ...values, correction_reason: REASON });
    const kept = await lot();
    expect(kept[name]).toEqual(values[name]);
    expect(kept.corrections).toEqual([{ day: TODAY, fields: [name], reason: REASON }]);
  });
});

test.each(['viewer', 'producer'] as const)('a %s corrects nothing and withdraws nothing', async (who) => {
  for (const values of [
    { use_by: '2027-01-01', correction_reason: REASON },
    { state: 'withdrawn', withdrawal_reason: REASON },
  ])
    await expect(change(who, values)).rejects.toMatchObject({ status: expect.toBeOneOf([403, 404]) });
});

test.each([
  ['nothing', ''],
  ['too little', 'nhầm'],
  ['signs', '. . . . . . . . . . . .'],
  ['signs that turn the direction', 'Gõ nhầm ngày\u202e so với phiếu'],
  ['too much', 'dài '.repeat(126)],
])('a reason of %s is refused', async (_, reason) => {
  await expect(change('editor', { use_by: '2027-01-01', correction_reason: reason })).rejects.toMatchObject(
    refusedAt('correction_reason'),
  );
});

test('each correction needs its own reason; those of a day are one line; correcting back is one too', async () => {
  await change('editor', { use_by: '2027-01-01', correction_reason: REASON });
  await expect(change('editor', { use_by: '2027-01-02' })).rejects.toMatchObject(refusedAt('correction_reason'));
  await change('admin', { use_by: '', quantity: 9, correction_reason: REASON });
  const { corrections } = await lot();
  expect(corrections).toHaveLength(2);
  expect(toldCorrections(corrections)).toEqual([{ day: TODAY, fields: ['use_by', 'quantity'] }]);
});

test('what contradicts itself is refused in a correction too, and a draft is typed without a line', async () => {
  await expect(change('editor', { use_by: '2026-05-01', correction_reason: REASON })).rejects.toMatchObject(
    refusedAt('use_by'),
  );
  const { variant } = await lot();
  const draft = await lots('editor').create({ variant, lot_number: `D${count}`, state: 'draft' });
  const saved = await lots('editor').update(draft.id, { use_by: '2027-01-01', version: draft['version'] });
  expect(saved['corrections']).toBeNull();
});

describe('a line stays', () => {
  beforeEach(() => change('editor', { use_by: '2027-01-01', correction_reason: REASON }));
  const line = () => [{ day: TODAY, fields: ['use_by'], reason: REASON }];

  test.each<[string, unknown]>([
    ['emptied', []],
    ['null', null],
    ['rewritten', [{ day: '2020-01-01', fields: ['quantity'], reason: REASON }]],
  ])('%s by a person or a program', async (_, corrections) => {
    await expect(change('editor', { corrections })).rejects.toMatchObject({ status: expect.toBeOneOf([400, 404]) });
    await expect(change('superuser', { corrections })).rejects.toMatchObject(refusedAt('corrections', LOT_WORDS.kept));
    await expect(
      change('superuser', { corrections, use_by: '2027-02-02', correction_reason: REASON }),
    ).rejects.toMatchObject(refusedAt('corrections'));
    expect((await lot()).corrections).toEqual(line());
  });

  test('through restoring: refused without a reason, and with one it is a correction', async () => {
    const first = await fresh.superuser
      .collection('revisions')
      .getFirstListItem(`record = '${id}' && action = 'create'`);
    const { version } = await lot();
    const restore = (body: object) =>
      (people.editor as PocketBase).send(`/api/ocop/revisions/${first.id}/restore`, { method: 'POST', body });
    await expect(restore({ version })).rejects.toMatchObject(refusedAt('correction_reason', LOT_WORDS.facts));
    await restore({ version, correction_reason: REASON });
    const { use_by, corrections } = await lot();
    expect(use_by).toBe('');
    expect(corrections).toEqual([...line(), ...line()]);
  });

  test('in many requests at once, and in a new lot, nobody slips by', async () => {
    await expect(
      (people.admin as PocketBase).send('/api/batch', {
        method: 'POST',
        body: { requests: [{ method: 'PATCH', url: `/api/collections/lots/records/${id}`, body: { use_by: '' } }] },
      }),
    ).rejects.toMatchObject({ status: 403 });
    const { variant } = await lot();
    const made = { variant, lot_number: `N${count}`, state: 'active', corrections: line() };
    await expect(lots('admin').create(made)).rejects.toMatchObject({ status: 400 });
    await expect(lots().create({ ...made, state: 'draft' })).rejects.toMatchObject(refusedAt('corrections'));
    await expect(lots().create({ ...made, corrections: [{ day: 'x' }] })).rejects.toMatchObject(
      refusedAt('corrections'),
    );
  });
});

test('the address of a former lot number goes on answering, and no other lot takes it', async () => {
  const { variant, lot_number } = await lot();
  const gtin = '8936012345674';
  await fresh.superuser.collection('pack_variants').update(variant, { gtin });
  const path = (number: string) => `/01/0${gtin}/10/${number}`;
  await change('editor', { lot_number: `R${count}`, correction_reason: REASON });
  const row = await fresh.superuser.collection('addresses').getFirstListItem(`path = '${path(lot_number)}'`);
  expect(row).toMatchObject({ record: id, redirect: path(`R${count}`) });
  await expect(lots().create({ variant, lot_number, state: 'active' })).rejects.toMatchObject({ status: 400 });
  await change('editor', { lot_number, correction_reason: REASON });
  expect(await fresh.superuser.collection('addresses').getOne(row.id)).toMatchObject({ redirect: '' });
  await fresh.superuser.collection('pack_variants').update(variant, { gtin: '' });
});

const WITHDRAWAL = { state: 'withdrawn', withdrawn_on: TODAY, withdrawal_reason: 'In sai nhãn, chưa giao cho ai' };

describe('withdrawing', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no reason', { withdrawal_reason: '' }, 'withdrawal_reason'],
    ['a short one', { withdrawal_reason: 'sai' }, 'withdrawal_reason'],
    ['a day to come', { withdrawn_on: '2999-01-01' }, 'withdrawn_on'],
    ['a month', { withdrawn_on: TODAY.slice(0, 7) }, 'withdrawn_on'],
  ])('with %s is refused, whoever asks', async (_, values, field) => {
    for (const who of ['editor', 'superuser'] as const)
      await expect(change(who, { ...WITHDRAWAL, ...values })).rejects.toMatchObject(refusedAt(field));
  });

  test('acts at once beside the releases, and is taken back with a reason that stays', async () => {
    await change('editor', WITHDRAWAL);
    const notice = { lot: `S${count}`, day: TODAY, reason: WITHDRAWAL.withdrawal_reason };
    expect(standing().lotsWithdrawn?.[id]).toEqual(notice);
    await expect(change('editor', { state: 'active' })).rejects.toMatchObject(refusedAt('correction_reason'));
    await expect(change('editor', { state: 'draft' })).rejects.toMatchObject(refusedAt('state'));
    await change('editor', { state: 'active', correction_reason: REASON });
    expect(standing().lotsWithdrawn?.[id]).toBeUndefined();
    expect(await lot()).toMatchObject({
      withdrawn_on: '',
      withdrawal_reason: '',
      corrections: [{ day: TODAY, fields: ['state'], reason: REASON }],
    });
  });

  test('its own words are corrected as any other', async () => {
    await change('editor', WITHDRAWAL);
    const withdrawal_reason = 'Nhãn in sai hạn sử dụng';
    await expect(change('editor', { withdrawal_reason })).rejects.toMatchObject(refusedAt('correction_reason'));
    await change('editor', { withdrawal_reason, correction_reason: REASON });
    expect((await lot()).corrections).toMatchObject([{ fields: ['withdrawal_reason'] }]);
    expect(standing().lotsWithdrawn?.[id]?.reason).toBe(withdrawal_reason);
  });

  test('a recall goes before it, and lifting the recall leaves the lot withdrawn', async () => {
    await change('editor', WITHDRAWAL);
    await change('editor', { state: 'recalled', recall_reason: 'Có hàng lọt ra', recall_phone: '0204' });
    expect(standing()).toMatchObject({ recalled: { [id]: { reason: 'Có hàng lọt ra' } } });
    expect(standing().lotsWithdrawn?.[id]).toBeUndefined();
    await expect(change('editor', { state: 'active' })).rejects.toMatchObject(
      refusedAt('state', LOT_WORDS.staysWithdrawn),
    );
    await change('editor', { state: 'withdrawn' });
    expect(standing().lotsWithdrawn?.[id]?.reason).toBe(WITHDRAWAL.withdrawal_reason);
    expect(standing().recalled[id]).toBeUndefined();
  });

  test('takes no way round a recall, a draft or its own state', async () => {
    await expect(change('editor', { withdrawn_on: TODAY })).rejects.toMatchObject(refusedAt('withdrawn_on'));
    await change('editor', { state: 'recalled', recall_reason: 'Vỡ nắp', recall_phone: '0204' });
    await expect(change('editor', WITHDRAWAL)).rejects.toMatchObject(refusedAt('state', LOT_WORDS.recalledFirst));
    const { variant } = await lot();
    const draft = await lots().create({ variant, lot_number: `D${count}`, state: 'draft' });
    await expect(lots().update(draft.id, WITHDRAWAL)).rejects.toMatchObject(refusedAt('state', LOT_WORDS.draft));
  });
});

test('each correction stands in the history with who made it, written by the database itself', async () => {
  await change('editor', { use_by: '2027-01-01', correction_reason: REASON });
  const database = new DatabaseSync(join(fresh.data.database, 'data.db'), { readOnly: true });
  const row = database
    .prepare(`SELECT actor, json_extract(after, '$.corrections[0].reason') AS reason FROM revisions
      WHERE record = ? AND action = 'update' ORDER BY rowid DESC LIMIT 1`)
    .get(id);
  database.close();
  expect(row).toEqual({ actor: people.editor?.authStore.record?.id, reason: REASON });
});
