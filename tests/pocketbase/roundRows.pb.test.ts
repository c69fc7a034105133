/** A round's results as recognitions of one decision, in the real PocketBase: in one step, whole or not at all, and nothing twice. */
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CURRENT_CRITERIA } from '#domain/criterion.ts';
import { EVALUATION_WORDS } from '#domain/rules/evaluationProblems.ts';
import { PROBLEM_WORDS } from '#domain/rules/recognitionProblems.ts';
import { seedCriteria } from '#scripts/seed/criteria.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

type Fields = Record<string, unknown>;

const SET = 4;
const PROVINCE = { number: '12/QĐ-UBND', decided_on: '2026-06-20', authority: 'province', authority_name: 'UBND tỉnh' };

let base: FreshPocketBase;
let approver: PocketBase;
let ids: Awaited<ReturnType<typeof seedSample>>['ids'];
let number = 0;

beforeAll(async () => {
  base = await freshPocketBase();
  ids = (await seedSample(base.superuser)).ids;
  await seedCriteria(base.superuser);
  approver = await base.signedIn('approver');
});
afterAll(() => base.stop());

async function makeRound(): Promise<string> {
  number += 1;
  const fields = { level: 'province', state: 'open', year: 2026, number };
  return (await base.superuser.collection('rounds').create(fields)).id;
}

async function makeResult(round: string, fields: Fields) {
  const body = { ...sampleBodies(ids, '').products, criteria_set: SET };
  const product = (await base.superuser.collection('products').create(body)).id;
  return base.superuser.collection('evaluations').create({ round, product, state: 'scored', ...fields });
}

const step = (round: string, body: Fields, client = approver) =>
  client.send(`/api/ocop/rounds/${round}/recognitions`, { method: 'POST', body });
const made = (round: string) =>
  base.superuser.collection('recognitions').getFullList({ filter: `evaluation.round='${round}'`, sort: 'score' });
const stateOf = async (id: string) => (await base.superuser.collection('evaluations').getOne(id))['state'];

describe('refused', () => {
  test('a guest, a viewer, an editor and a producer, and nothing is written, no decision either', async () => {
    const round = await makeRound();
    await makeResult(round, { stated_total: 60 });
    const body = { new_decision: { ...PROVINCE, number: 'khong/QĐ' } };
    await expect(step(round, body, base.guest)).rejects.toMatchObject({ status: 401 });
    for (const role of ['viewer', 'editor'] as const)
      await expect(step(round, body, await base.signedIn(role)), role).rejects.toMatchObject({ status: 403 });
    const producer = await base.signedIn('producer', { producer: ids.producers });
    await expect(step(round, body, producer)).rejects.toMatchObject({ status: 403 });
    expect(await made(round)).toEqual([]);
    const decisions = await base.superuser.collection('decisions').getList(1, 1, { filter: `number='khong/QĐ'` });
    expect(decisions.totalItems).toBe(0);
  });

  test('all, while one of them cannot be: the result that stands in the way says why', async () => {
    const round = await makeRound();
    const good = await makeResult(round, { stated_total: 75 });
    const low = await makeResult(round, { stated_total: 45 });
    const open = await makeResult(round, { state: 'candidate', stated_total: 70 });
    const evaluations = [good.id, low.id, open.id];
    const rows = { 1: EVALUATION_WORDS.tooFewStars, 2: expect.stringContaining('Đã chấm') };
    const sent = step(round, { evaluations, new_decision: { ...PROVINCE, number: '13/QĐ-UBND' } });
    await expect(sent).rejects.toMatchObject({ status: 400, response: { rows } });
    expect(await made(round)).toEqual([]);
    expect(await stateOf(good.id)).toBe('scored');
    const found = await base.superuser.collection('decisions').getList(1, 1, { filter: `number='13/QĐ-UBND'` });
    expect(found.totalItems).toBe(0);
  });

  test('a result of another round, a round with no result, a decision of another kind or none at all', async () => {
    const [round, other] = [await makeRound(), await makeRound()];
    const foreign = await makeResult(other, { stated_total: 75 });
    const decision = { new_decision: { ...PROVINCE, number: '14/QĐ-UBND' } };
    await expect(step(round, decision)).rejects.toMatchObject({ status: 400 });
    await expect(step(round, { ...decision, evaluations: [foreign.id] })).rejects.toMatchObject({ status: 400 });
    await expect(step(other, {})).rejects.toMatchObject({ status: 400 });
    const sales = { ...sampleBodies(ids, '').decisions, kind: 'sales_point' };
    const { id } = await base.superuser.collection('decisions').create(sales);
    await expect(step(other, { decision: id })).rejects.toMatchObject({ status: 400 });
    const fresh = { new_decision: { ...PROVINCE, number: '14/QĐ-UBND', kind: 'sales_point' } };
    await expect(step(other, fresh)).rejects.toMatchObject({ status: 400 });
    expect([await made(round), await made(other)]).toEqual([[], []]);
  });

  test('three stars by the ministry, which it does not give', async () => {
    const round = await makeRound();
    const low = await makeResult(round, { stated_total: 55 });
    const national = { number: '1/QĐ-BNNMT', decided_on: '2026-09-01', authority: 'ministry' };
    await expect(step(round, { evaluations: [low.id], new_decision: national })).rejects.toMatchObject({
      response: { rows: { 0: PROBLEM_WORDS.authorityCouldNotGrant } },
    });
  });
});

describe('in one step', () => {
  test('results of three stars and more become recognitions of a new decision, and asked again nothing is made', async () => {
    const round = await makeRound();
    const [three, four] = [
      await makeResult(round, { stated_total: 50 }),
      await makeResult(round, { stated_total: 89.99 }),
    ];
    await makeResult(round, { stated_total: 49.99 });
    await makeResult(round, { stated_total: 80, state: 'withdrawn' });
    const body = { new_decision: PROVINCE };
    const answer = await step(round, body);
    expect(answer).toMatchObject({ asked: 2, rows: [{ evaluation: three.id }, { evaluation: four.id }] });
    const kept = await made(round);
    expect(kept.map((each) => [each['stars'], each['score'], each['evaluation']])).toEqual([
      [3, 50, three.id],
      [4, 89.99, four.id],
    ]);
    for (const each of kept)
      expect(each).toMatchObject({
        decision: answer.decision,
        case: 'first',
        criteria_version: CURRENT_CRITERIA,
        legal_basis: 'qd26_2026',
        issued_on: '2026-06-20',
        pending_central: false,
      });
    expect([await stateOf(three.id), await stateOf(four.id)]).toEqual(['recognised', 'recognised']);
    expect(await step(round, body)).toEqual({ rows: [], decision: answer.decision, asked: 2 });
    expect(await step(round, { decision: answer.decision })).toMatchObject({ rows: [] });
    expect(await made(round)).toHaveLength(2);
    const other = { new_decision: { ...PROVINCE, number: '99/QĐ-UBND' } };
    await expect(step(round, other)).rejects.toMatchObject({ status: 400 });
  });

  test('what they rest on and how long they hold is said for all, and by result where it differs', async () => {
    const round = await makeRound();
    const [one, other] = [await makeResult(round, { stated_total: 61 }), await makeResult(round, { stated_total: 62 })];
    const decided = { ...PROVINCE, number: '22/QĐ-UBND' };
    const common = { legal_basis: 'qd148_1489', issued_on: '2026-06-25', expires_on: '2028-12-31' };
    const wrong = { [other.id]: { legal_basis: 'qd148', expires_on: '2026-06-01', stars: 5 } };
    const sent = step(round, { new_decision: decided, common, own: wrong });
    await expect(sent).rejects.toMatchObject({
      status: 400,
      response: { rows: { 1: PROBLEM_WORDS.expiryBeforeIssue } },
    });
    expect(await made(round)).toEqual([]);
    const own = { [other.id]: { legal_basis: 'qd26_2026', expires_on: '2027-12-31', stars: 5 } };
    await step(round, { new_decision: decided, common, own });
    const kept = await made(round);
    expect(kept.map(({ evaluation }) => evaluation)).toEqual([one.id, other.id]);
    expect(kept).toMatchObject([common, { ...common, legal_basis: 'qd26_2026', expires_on: '2027-12-31', stars: 3 }]);
  });

  test('of a round with two decisions the second takes what the first left', async () => {
    const round = await makeRound();
    await makeResult(round, { stated_total: 60 });
    const first = await step(round, { new_decision: { ...PROVINCE, number: '20/QĐ-UBND' } });
    const late = await makeResult(round, { stated_total: 65 });
    const second = await step(round, { new_decision: { ...PROVINCE, number: '21/QĐ-UBND' } });
    expect(second.rows).toMatchObject([{ evaluation: late.id }]);
    expect(second.decision).not.toBe(first.decision);
    expect(await step(round, { decision: first.decision })).toMatchObject({ rows: [], asked: 1 });
  });

  test('a recognised result stays as it was until its recognition goes', async () => {
    const round = await makeRound();
    const result = await makeResult(round, { stated_total: 71 });
    await step(round, { new_decision: { ...PROVINCE, number: '15/QĐ-UBND' } });
    const evaluations = base.superuser.collection('evaluations');
    await expect(evaluations.update(result.id, { stated_total: 95 })).rejects.toMatchObject({
      response: { message: EVALUATION_WORDS.settled },
    });
    expect(await evaluations.update(result.id, { note: 'Đã báo cho chủ thể' })).toMatchObject({ state: 'recognised' });
    const [recognition] = await made(round);
    await base.superuser.collection('recognitions').delete(recognition?.id ?? '');
    expect(await stateOf(result.id)).toBe('proposed');
  });

  test('five stars are put forward by the province and given by the ministry', async () => {
    const round = await makeRound();
    const result = await makeResult(round, { stated_total: 92.5 });
    const proposed = await step(round, { new_decision: { ...PROVINCE, number: '16/QĐ-UBND' } });
    expect(proposed.rows).toMatchObject([{ evaluation: result.id, pending: true }]);
    expect(await made(round)).toMatchObject([{ stars: 0, score: 92.5, pending_central: true }]);
    expect(await stateOf(result.id)).toBe('proposed');
    // Put forward once is enough, also under another number.
    expect(await step(round, { new_decision: { ...PROVINCE, number: '17/QĐ-UBND' } })).toMatchObject({ rows: [] });
    const again = await base.superuser.collection('decisions').getList(1, 1, { filter: `number='17/QĐ-UBND'` });
    expect(again.totalItems).toBe(0);
    const national = { number: '2/QĐ-BNNMT', decided_on: '2026-09-10', authority: 'ministry' };
    await step(round, { new_decision: national });
    const [first, second] = (await made(round)).toSorted((a, b) => Number(a['stars']) - Number(b['stars']));
    expect(second).toMatchObject({ stars: 5, pending_central: false, evaluation: result.id });
    expect(first).toMatchObject({ pending_central: true, superseded_by: second?.id });
    expect(await stateOf(result.id)).toBe('recognised');
  });

  test('names whose hand it was, in one revision of each', async () => {
    const round = await makeRound();
    const result = await makeResult(round, { stated_total: 71 });
    await step(round, { new_decision: { ...PROVINCE, number: '18/QĐ-UBND' } });
    const [recognition] = await made(round);
    const revisions = await base.superuser
      .collection('revisions')
      .getFullList({ filter: `record='${recognition?.id}' || (record='${result.id}' && action='update')` });
    expect(revisions.map(({ actor, why }) => [actor, why])).toEqual([
      [approver.authStore.record?.id, 'form'],
      [approver.authStore.record?.id, 'form'],
    ]);
    expect(new Set(revisions.map(({ tx }) => tx)).size).toBe(1);
  });
});

test('a recognition names a result of its own product only', async () => {
  const round = await makeRound();
  const [one, other] = [await makeResult(round, { stated_total: 71 }), await makeResult(round, { stated_total: 72 })];
  const body = { product: one['product'], stars: 4, issued_on: '2026-06-01', evaluation: other.id };
  await expect(approver.collection('recognitions').create(body)).rejects.toMatchObject({
    response: { data: { evaluation: {} } },
  });
});
