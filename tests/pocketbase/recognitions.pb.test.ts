/** Recognitions in the real PocketBase: wrong combinations refused in words, the later one in the place of the earlier. */
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PROBLEM_FIELDS, PROBLEM_WORDS, type RecognitionProblem } from '#domain/rules/recognitionProblems.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

type Fields = Record<string, unknown>;

let base: FreshPocketBase;
let approver: PocketBase;
let ids: Awaited<ReturnType<typeof seedSample>>['ids'];
let product: string;
let decision: string;

beforeAll(async () => {
  base = await freshPocketBase();
  ids = (await seedSample(base.superuser)).ids;
  approver = await base.signedIn('approver');
  const { decisions } = sampleBodies(ids, '');
  decision = (await base.superuser.collection('decisions').create(decisions)).id;
});
afterAll(() => base.stop());
beforeEach(async () => {
  const { products } = sampleBodies(ids, '');
  product = (await base.superuser.collection('products').create(products)).id;
});

const recognitions = (client: PocketBase = approver) => client.collection('recognitions');
/** Of 15/09/2025, by the province. */
const right = (): Fields => ({
  product,
  decision,
  stars: 4,
  score: 81.5,
  legal_basis: 'qd148_1489',
  issued_on: '2025-09-15',
});
const make = (change: Fields = {}) => recognitions().create({ ...right(), ...change });
const get = (id: string) => recognitions(base.superuser).getOne(id);
const all = () => recognitions(base.superuser).getFullList({ filter: `product='${product}'` });

function refusal(problem: RecognitionProblem) {
  const message = PROBLEM_WORDS[problem];
  const data = { [PROBLEM_FIELDS[problem]]: { code: `recognition_${problem}`, message } };
  return { status: 400, response: { message, data } };
}

describe('wrong combinations are refused at their field, in words', () => {
  test.each([
    ['starsNotRecognised', { stars: 2, score: 45 }],
    ['starsOutsideBand', { stars: 4, score: 65 }],
    ['expiryBeforeIssue', { expires_on: '2025-09-14' }],
    ['basisNotInForce', { legal_basis: 'qd26_2026' }],
    ['authorityCouldNotGrant', { stars: 5, score: 93 }],
    ['pendingFiveAsStars', { stars: 5, pending_central: true, decision: '' }],
    ['revokedBeforeIssue', { revoked_on: '2025-01-01', revocation_ground: 'stopped' }],
    ['revokedWithoutGround', { revoked_on: '2026-01-01' }],
    ['revocationWithoutDay', { revocation_ground: 'stopped' }],
  ] satisfies [RecognitionProblem, Fields][])('%s', async (problem, change) => {
    await expect(make(change)).rejects.toMatchObject(refusal(problem));
    expect(await all()).toEqual([]);
    const kept = await make();
    await expect(recognitions().update(kept.id, { ...change, version: 1 })).rejects.toMatchObject(refusal(problem));
    expect(await get(kept.id)).toMatchObject({ version: 1, stars: 4, revoked_on: '' });
  });

  test('a certificate is withdrawn by a level that may, whichever of the two is changed', async () => {
    const kept = await make();
    const { decisions } = sampleBodies(ids, '');
    const by = async (authority: string) =>
      (
        await base.superuser
          .collection('decisions')
          .create({ ...decisions, number: authority, kind: 'withdrawal', decided_on: '2026-06-01', authority })
      ).id;
    const withdrawal = { revoked_on: '2026-06-01', revocation_ground: 'stopped', version: 1 };
    const wrong = { ...withdrawal, revocation_decision: await by('ministry') };
    await expect(recognitions().update(kept.id, wrong)).rejects.toMatchObject(refusal('authorityCouldNotWithdraw'));
    const right = await by('province');
    await recognitions().update(kept.id, { ...withdrawal, revocation_decision: right });
    const moved = approver.collection('decisions').update(right, { authority: 'ministry', version: 1 });
    await expect(moved).rejects.toMatchObject({
      response: { data: { authority: { code: 'recognition_authorityCouldNotWithdraw' } } },
    });
  });

  test('programs are refused as people are', async () => {
    await expect(recognitions(base.superuser).create({ ...right(), stars: 2, score: 0 })).rejects.toMatchObject(
      refusal('starsNotRecognised'),
    );
  });

  test('what is no basis at all is refused by the field, not by a fault', async () => {
    await expect(make({ legal_basis: 'qd9999' })).rejects.toMatchObject({
      status: 400,
      response: { data: { legal_basis: { code: 'validation_invalid_value' } } },
    });
  });

  test('a decision cannot move to a day or level that could not have granted what it granted', async () => {
    const { decisions } = sampleBodies(ids, '');
    const own = await base.superuser.collection('decisions').create(decisions);
    await make({ decision: own.id });
    const change = (fields: Fields) => approver.collection('decisions').update(own.id, { ...fields, version: 1 });
    await expect(change({ authority: 'district' })).rejects.toMatchObject({
      response: { data: { authority: { code: 'recognition_authorityCouldNotGrant' } } },
    });
    await expect(change({ decided_on: '2024-01-01' })).rejects.toMatchObject({
      response: { data: { decided_on: { code: 'recognition_basisNotInForce' } } },
    });
    expect(await change({ title: 'Khác' })).toMatchObject({ title: 'Khác', authority: 'province' });
  });

  test('of two on one day neither is put before the other by guessing', async () => {
    await make();
    await expect(make()).rejects.toMatchObject(refusal('twoRunning'));
    await expect(make({ issued_on: '2025' })).rejects.toMatchObject(refusal('twoRunning'));
    expect(await all()).toHaveLength(1);
  });

  test('one cannot be followed by another product’s, nor by itself', async () => {
    const foreign = await make();
    const { products } = sampleBodies(ids, '');
    product = (await base.superuser.collection('products').create(products)).id;
    const refused = { response: { data: { superseded_by: { code: 'recognition_otherProduct' } } } };
    await expect(make({ superseded_by: foreign.id })).rejects.toMatchObject(refused);
    const own = await make();
    await expect(recognitions().update(own.id, { superseded_by: own.id, version: 1 })).rejects.toMatchObject(refused);
  });
});

describe('succession', () => {
  const early = { issued_on: '2023-06-01', decision: '', legal_basis: '', stars: 3, score: 0 };

  test('a later one takes the place of the running one, in one step that is written down', async () => {
    const first = await make(early);
    const second = await make();
    expect(await get(first.id)).toMatchObject({ superseded_by: second.id, version: 2 });
    const written = await base.superuser
      .collection('revisions')
      .getFullList({ filter: `record='${first.id}' || record='${second.id}'` });
    const created = written.find((each) => each['record'] === second.id);
    const ended = written.find((each) => each['record'] === first.id && each['action'] === 'update');
    expect(ended?.['tx']).toBe(created?.['tx']);
    expect(ended?.['actor']).toBe(approver.authStore.record?.id);
  });

  test('an older one entered late stands before the one that came after it', async () => {
    const later = await make();
    expect(await make(early)).toMatchObject({ superseded_by: later.id });
    expect(await get(later.id)).toMatchObject({ superseded_by: '', version: 1 });
  });

  test('what had ended or was withdrawn before stays what it was', async () => {
    const ended = await make({ ...early, issued_on: '2020-01-01' });
    const withdrawn = await make({ ...early, revoked_on: '2024-01-01', revocation_ground: 'stopped' });
    await make();
    expect(await get(ended.id)).toMatchObject({ superseded_by: '' });
    expect(await get(withdrawn.id)).toMatchObject({ superseded_by: '' });
  });

  test('a proposal to the ministry ends nothing until it is decided', async () => {
    const running = await make();
    const proposal = await make({ issued_on: '2026-01-10', decision: '', pending_central: true, score: 92 });
    expect(await get(running.id)).toMatchObject({ superseded_by: '' });
    await recognitions().update(proposal.id, { pending_central: false, stars: 5, version: 1 });
    expect(await get(running.id)).toMatchObject({ superseded_by: proposal.id });
  });

  test('the ministry’s result ends a proposal: five stars, or what the province gives below 90 points', async () => {
    const proposal = await make({
      issued_on: '2026-01-10',
      decision: '',
      pending_central: true,
      stars: 0,
      score: 92,
      legal_basis: '',
    });
    const fallback = await make({ issued_on: '2026-06-10', decision: '', stars: 4, score: 88.5, legal_basis: '' });
    expect(await get(proposal.id)).toMatchObject({ superseded_by: fallback.id, pending_central: true });
    const second = await make({
      issued_on: '2026-07-01',
      decision: '',
      pending_central: true,
      stars: 0,
      score: 95,
      legal_basis: '',
    });
    const five = await make({ issued_on: '2026-09-01', decision: '', stars: 5, score: 95, legal_basis: '' });
    expect(await get(second.id)).toMatchObject({ superseded_by: five.id });
    expect(await get(fallback.id)).toMatchObject({ superseded_by: five.id });
  });

  test('a successor that somebody names is kept, also where days tell no order', async () => {
    const second = await make();
    const first = await make({ issued_on: '2025', superseded_by: second.id });
    expect(first['superseded_by']).toBe(second.id);
  });

  test('when the later one is deleted the earlier runs again; brought back it takes the place again', async () => {
    const admin = await base.signedIn('admin');
    const [first, second] = [await make(early), await make()];
    const third = await make({ issued_on: '2026-03-01', legal_basis: '' });
    await recognitions(admin).delete(second.id);
    expect(await get(first.id)).toMatchObject({ superseded_by: third.id });
    await recognitions(admin).delete(third.id);
    expect(await get(first.id)).toMatchObject({ superseded_by: '' });
    const deletion = await base.superuser
      .collection('revisions')
      .getFirstListItem(`record='${third.id}' && action='delete'`);
    await admin.send(`/api/ocop/revisions/${deletion.id}/restore`, { method: 'POST', body: {} });
    expect(await get(first.id)).toMatchObject({ superseded_by: third.id });
  });

  test('a note is saved whatever was stored before the rules', async () => {
    const kept = await make();
    // As an older program left it: written past the hooks, as nobody else can.
    await base.superuser.collection('decisions').update(decision, { authority: '' });
    await recognitions().update(kept.id, { stars: 5, score: 93, version: 1 });
    expect(await recognitions().update(kept.id, { note: 'Khác', version: 2 })).toMatchObject({ note: 'Khác' });
  });
});
