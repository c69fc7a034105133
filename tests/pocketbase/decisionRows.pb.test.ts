/** A decision with its products in one step, in the real PocketBase: whole or not at all, each row told what is wrong with it. */
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROBLEM_WORDS } from '#domain/rules/recognitionProblems.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

type Fields = Record<string, unknown>;

let base: FreshPocketBase;
let approver: PocketBase;
let ids: Awaited<ReturnType<typeof seedSample>>['ids'];

const MANY = 139;
const COMMON = { legal_basis: 'qd148_1489', issued_on: '2025-09-15' };

beforeAll(async () => {
  base = await freshPocketBase();
  ids = (await seedSample(base.superuser)).ids;
  approver = await base.signedIn('approver');
});
afterAll(() => base.stop());

async function makeProducts(count: number): Promise<string[]> {
  const products = base.superuser.collection('products');
  const made = Array.from({ length: count }, () => products.create(sampleBodies(ids, '').products));
  return (await Promise.all(made)).map(({ id }) => id);
}

async function makeDecision(change: Fields = {}): Promise<string> {
  const { decisions } = sampleBodies(ids, '');
  return (await base.superuser.collection('decisions').create({ ...decisions, ...change })).id;
}

const send = (decision: string, what: 'recognitions' | 'withdrawals', body: unknown, client = approver) =>
  client.send(`/api/ocop/decisions/${decision}/${what}`, { method: 'POST', body });
const of = (products: readonly string[]) =>
  base.superuser
    .collection('recognitions')
    .getFullList({ filter: products.map((product) => `product='${product}'`).join('||') });

describe('recognising', () => {
  test('a guest, an editor and a producer are refused and nothing is written', async () => {
    const [products, decision] = [await makeProducts(1), await makeDecision()];
    const body = { common: COMMON, rows: [{ product: products[0], stars: 4 }] };
    await expect(send(decision, 'recognitions', body, base.guest)).rejects.toMatchObject({ status: 401 });
    for (const role of ['viewer', 'editor'] as const)
      await expect(send(decision, 'recognitions', body, await base.signedIn(role))).rejects.toMatchObject({
        status: 403,
      });
    const producer = await base.signedIn('producer', { producer: ids.producers });
    await expect(send(decision, 'recognitions', body, producer)).rejects.toMatchObject({ status: 403 });
    expect(await of(products)).toEqual([]);
  });

  test('one wrong row keeps all from being saved, and says why at that row', async () => {
    const products = await makeProducts(3);
    const rows = [
      { product: products[0], stars: 4 },
      { product: products[1], stars: 5 },
      { product: products[2], stars: 4, score: 60 },
    ];
    const words = { 1: PROBLEM_WORDS.authorityCouldNotGrant, 2: PROBLEM_WORDS.starsOutsideBand };
    const sent = send(await makeDecision(), 'recognitions', { common: COMMON, rows });
    await expect(sent).rejects.toMatchObject({ status: 400, response: { rows: words } });
    expect(await of(products)).toEqual([]);
  });

  test('a product twice, none at all and a decision of another kind are refused', async () => {
    const [product] = await makeProducts(1);
    const decision = await makeDecision();
    const twice = send(decision, 'recognitions', {
      common: COMMON,
      rows: [
        { product, stars: 4 },
        { product, stars: 4 },
      ],
    });
    await expect(twice).rejects.toMatchObject({ response: { rows: { 1: PROBLEM_WORDS.twoRunning } } });
    await expect(send(decision, 'recognitions', { rows: [] })).rejects.toMatchObject({ status: 400 });
    const other = await makeDecision({ kind: 'sales_point' });
    await expect(send(other, 'recognitions', { common: COMMON, rows: [{ product, stars: 4 }] })).rejects.toMatchObject({
      status: 400,
    });
  });

  test(`${MANY} products of one decision are saved in one step, each in the place of what ran`, async () => {
    const products = await makeProducts(MANY);
    const [first] = products;
    const running = await approver
      .collection('recognitions')
      .create({ product: first, stars: 3, issued_on: '2024-05-01' });
    const rows = products.map((product) => ({ product, stars: 4, score: 82.5, case: 'first' }));
    const decision = await makeDecision();
    const answer = await send(decision, 'recognitions', { common: COMMON, rows });
    expect(answer.rows).toHaveLength(MANY);
    expect(answer.rows[0]).toMatchObject({ product: first, ended: ['2024-05-01'] });
    const filter = `decision='${decision}'`;
    const kept = await base.superuser.collection('recognitions').getFullList({ filter });
    expect(kept).toHaveLength(MANY);
    expect(kept.every((each) => each['score'] === 82.5 && each['issued_on'] === '2025-09-15')).toBe(true);
    const revisions = await base.superuser
      .collection('revisions')
      .getFullList({ filter: `collection='recognitions' && record='${running.id}'` });
    const all = await base.superuser
      .collection('revisions')
      .getList(1, 1, { filter: `tx='${revisions.at(-1)?.['tx']}'` });
    // Each recognition and the one that was ended, in one transaction.
    expect(all.totalItems).toBe(MANY + 1);
  });
});

describe('withdrawing', () => {
  test('what has no certificate, no ground, or another kind of decision is refused, and nothing is withdrawn', async () => {
    const products = await makeProducts(2);
    const [held, never] = products;
    await approver.collection('recognitions').create({ product: held, stars: 4, issued_on: '2025-09-15' });
    const decision = await makeDecision({ kind: 'withdrawal', decided_on: '2026-03-01' });
    const both = { revocation_ground: 'stopped', rows: [{ product: held }, { product: never }] };
    await expect(send(decision, 'withdrawals', both)).rejects.toMatchObject({
      response: { rows: { 1: expect.stringContaining('không có giấy chứng nhận') } },
    });
    await expect(send(decision, 'withdrawals', { rows: [{ product: held }] })).rejects.toMatchObject({
      response: { rows: { 0: PROBLEM_WORDS.revokedWithoutGround } },
    });
    await expect(send(await makeDecision(), 'withdrawals', both)).rejects.toMatchObject({ status: 400 });
    const editor = await base.signedIn('editor');
    const one = { revocation_ground: 'stopped', rows: [{ product: held }] };
    await expect(send(decision, 'withdrawals', one, editor)).rejects.toMatchObject({ status: 403 });
    expect(await of(products)).toMatchObject([{ revoked_on: '', version: 1 }]);
  });

  test('the running certificates are withdrawn with day, ground and decision; what ended before stays', async () => {
    const products = await makeProducts(47);
    const recognitions = approver.collection('recognitions');
    const [first] = products;
    const ended = await recognitions.create({ product: first, stars: 3, issued_on: '2021-01-01' });
    for (const product of products) await recognitions.create({ product, stars: 4, issued_on: '2025-09-15' });
    const decision = await makeDecision({ kind: 'withdrawal', decided_on: '2026-03-01' });
    const rows = products.map((product) => ({ product }));
    const answer = await send(decision, 'withdrawals', { revocation_ground: 'criteria_lost', rows });
    expect(answer.rows).toHaveLength(47);
    const kept = (await of(products)).filter(({ id }) => id !== ended.id);
    const withdrawn = {
      revoked_on: '2026-03-01',
      revocation_ground: 'criteria_lost',
      revocation_decision: decision,
    };
    for (const each of kept) expect(each).toMatchObject(withdrawn);
    expect(await recognitions.getOne(ended.id)).toMatchObject({ revoked_on: '' });
  });
});
