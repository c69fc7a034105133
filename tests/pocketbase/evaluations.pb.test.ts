/** Rounds, results and criteria in the real PocketBase: what is wrong is refused in the words of the rules, total and stars follow by themselves. */
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Criterion, CURRENT_CRITERIA, scoredCriteria } from '#domain/criterion.ts';
import { dossierLines } from '#domain/rules/dossier.ts';
import { EVALUATION_WORDS } from '#domain/rules/evaluationProblems.ts';
import { ROUND_WORDS } from '#domain/rules/round.ts';
import { seedCriteria, seededCriteria } from '#scripts/seed/criteria.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

type Fields = Record<string, unknown>;

const SET = 4;
const lines = seededCriteria().filter((line) => line.criteria_set === SET) as unknown as Criterion[];
const scored = scoredCriteria(lines);
/** Every criterion at its most. */
const FULL = Object.fromEntries(scored.map(({ code, maxPoints }) => [code, maxPoints]));

let base: FreshPocketBase;
let editor: PocketBase;
let ids: Awaited<ReturnType<typeof seedSample>>['ids'];
let round: string;

beforeAll(async () => {
  base = await freshPocketBase();
  ids = (await seedSample(base.superuser)).ids;
  await seedCriteria(base.superuser);
  editor = await base.signedIn('editor');
  round = await makeRound({ year: 2026, number: 1 });
});
afterAll(() => base.stop());

async function makeRound(fields: Fields): Promise<string> {
  const made = await base.superuser.collection('rounds').create({ level: 'province', state: 'open', ...fields });
  return made.id;
}

async function makeProduct(fields: Fields = {}): Promise<string> {
  const body = { ...sampleBodies(ids, '').products, criteria_set: SET, ...fields };
  return (await base.superuser.collection('products').create(body)).id;
}

async function makeResult(fields: Fields = {}, client = editor) {
  return client
    .collection('evaluations')
    .create({ round, product: fields['product'] ?? (await makeProduct()), state: 'candidate', ...fields });
}

const refusal = (field: string, words: string) => ({
  status: 400,
  response: { message: words, data: { [field]: { message: words } } },
});

describe('criteria', () => {
  test('are seeded once: a second time nothing is made and nothing doubled', async () => {
    const count = async () => (await base.superuser.collection('criteria').getList(1, 1)).totalItems;
    const before = await count();
    const kept = { filter: `collection='criteria' && action='create' && why='job'` };
    expect((await base.superuser.collection('revisions').getList(1, 1, kept)).totalItems).toBeGreaterThanOrEqual(943);
    expect(await seedCriteria(base.superuser)).toBe(0);
    expect(await count()).toBe(before);
    const [gone] = lines;
    await base.superuser.collection('criteria').delete(gone?.id ?? '');
    expect(await seedCriteria(base.superuser)).toBe(1);
    expect(await count()).toBe(before);
  });

  test('by which a result was judged cannot change, go or be added to; its words may be mended', async () => {
    const product = await makeProduct({ criteria_set: 7 });
    await makeResult({ product, points: { '1.1': 3 } });
    const admin = await base.signedIn('admin');
    const criteria = admin.collection<Criterion>('criteria');
    const filter = `criteria_version='${CURRENT_CRITERIA}' && criteria_set=7 && code='1.2'`;
    const { id, version } = await criteria.getFirstListItem(filter);
    await expect(criteria.update(id, { max_points: 4, version })).rejects.toMatchObject({ status: 400 });
    await expect(criteria.delete(id)).rejects.toMatchObject({ status: 400 });
    const more = { part: 'A', code: '1.9', label: 'Thêm', max_points: 1, position: 1 };
    const later = { ...more, criteria_set: 7, criteria_version: 'văn bản sau' };
    await expect(criteria.create({ ...later, criteria_version: CURRENT_CRITERIA })).rejects.toMatchObject({
      status: 400,
    });
    expect(await criteria.update(id, { label: 'Vùng nguyên liệu', version })).toMatchObject({
      label: 'Vùng nguyên liệu',
    });
    // Another version of the same set stands beside.
    expect(await criteria.create(later)).toMatchObject({ code: '1.9' });
  });
});

describe('a round', () => {
  test('has the days of the decision unless somebody gives others', async () => {
    const rounds = base.superuser.collection('rounds');
    expect(await rounds.getOne(round)).toMatchObject({
      name: 'Đợt 1 năm 2026',
      proposals_by: '2026-04-30',
      done_by: '2026-06-30',
    });
    const own = await makeRound({ year: 2026, number: 2, proposals_by: '2026-09-01' });
    expect(await rounds.getOne(own)).toMatchObject({ proposals_by: '2026-09-01', done_by: '2026-12-30' });
    const third = await makeRound({ year: 2026, number: 3 });
    expect(await rounds.getOne(third)).toMatchObject({ proposals_by: '', done_by: '' });
  });

  test('whose days are out of order, or which is there already, is refused', async () => {
    const make = (fields: Fields) =>
      editor.collection('rounds').create({ level: 'province', state: 'open', year: 2027, number: 1, ...fields });
    const late = { proposals_by: '2027-05-01', done_by: '2027-04-30' };
    await expect(make(late)).rejects.toMatchObject(refusal('done_by', ROUND_WORDS.doneBeforeProposals));
    await expect(make({ opens_on: '2027-05' })).rejects.toMatchObject(
      refusal('proposals_by', ROUND_WORDS.proposalsBeforeOpening),
    );
    await expect(make({ year: 2026 })).rejects.toMatchObject({ status: 400, response: { data: { number: {} } } });
  });
});

describe('a result', () => {
  test('that contradicts its set, product or round is refused in the words of the rules', async () => {
    const product = await makeProduct();
    const first = await makeResult({ product });
    const wrong: [Fields, string, string][] = [
      [{ product }, 'product', EVALUATION_WORDS.twice],
      [{ criteria_set: 5 }, 'criteria_set', EVALUATION_WORDS.setMismatch(5, SET)],
      [
        { product: await makeProduct({ criteria_set: 0 }) },
        'criteria_set',
        EVALUATION_WORDS.noSet(CURRENT_CRITERIA, 0),
      ],
      [{ points: { '99': 1 } }, 'points', EVALUATION_WORDS.unknownCode(SET, '99')],
      [{ points: { '1.1': 3.5 } }, 'points', EVALUATION_WORDS.overMax('1.1', 3, 3.5)],
      [{ points: { '1.1': -1 } }, 'points', EVALUATION_WORDS.notPoints('1.1')],
      [{ points: FULL, stated_total: 99.5 }, 'stated_total', EVALUATION_WORDS.totalDiffers(99.5, 100)],
      [{ state: 'scored' }, 'state', EVALUATION_WORDS.unscored],
      [{ state: 'scored', points: { '1.1': 3 } }, 'state', ''],
      [{ state: 'proposed', stated_total: 49.99 }, 'state', EVALUATION_WORDS.tooFewStars],
      [{ state: 'proposed', points: FULL, knock_out: 'dishonest' }, 'state', EVALUATION_WORDS.tooFewStars],
      [{ state: 'recognised', points: FULL }, 'state', EVALUATION_WORDS.byDecision],
      [{ state: 'dossier_complete' }, 'state', ''],
    ];
    for (const [fields, field, words] of wrong) {
      const told = words === '' ? { status: 400, response: { data: { [field]: {} } } } : refusal(field, words);
      await expect(makeResult(fields), JSON.stringify(fields)).rejects.toMatchObject(told);
    }
    const again = { criteria_set: 6, version: first['version'] };
    await expect(editor.collection('evaluations').update(first.id, again)).rejects.toMatchObject(
      refusal('criteria_set', EVALUATION_WORDS.setMismatch(6, SET)),
    );
  });

  test('comes into no closed round, by form or API; what stands in one may still be mended', async () => {
    const closing = await makeRound({ year: 2026, number: 7 });
    const kept = await makeResult({ round: closing });
    await base.superuser.collection('rounds').update(closing, { state: 'closed' });
    const told = refusal('round', EVALUATION_WORDS.joinsClosed);
    await expect(makeResult({ round: closing })).rejects.toMatchObject(told);
    await expect(makeResult({ round: closing }, base.superuser)).rejects.toMatchObject(told);
    const evaluations = editor.collection('evaluations');
    const other = await makeResult();
    const moved = { round: closing, version: other['version'] };
    await expect(evaluations.update(other.id, moved)).rejects.toMatchObject(told);
    const mended = await evaluations.update(kept.id, { stated_total: 75, version: kept['version'] });
    expect(mended['stars']).toBe(4);
    await base.superuser.collection('rounds').update(closing, { state: 'open' });
    expect(await makeResult({ round: closing })).toMatchObject({ round: closing });
  });

  test('gets its case, set and criteria, and its total and stars, which nobody types', async () => {
    const made = await makeResult({ points: FULL, total: 12, stars: 1 });
    expect(made).toMatchObject({
      case: 'first',
      criteria_set: SET,
      criteria_version: CURRENT_CRITERIA,
      total: 100,
      stars: 5,
    });
    const [gate] = scored.filter(({ leastFor }) => leastFor[5] > 0);
    const held = { ...FULL, [gate?.code ?? '']: (gate?.leastFor[5] ?? 0) - 0.5 };
    const evaluations = editor.collection('evaluations');
    const after = await evaluations.update(made.id, { points: held, version: made['version'] });
    expect(after['total']).toBeGreaterThanOrEqual(90);
    expect(after['stars']).toBe(4);
    const typed = await evaluations.update(made.id, { stars: 5, total: 100, version: after['version'] });
    expect(typed['stars']).toBe(4);
  });

  test('of a product whose certificate runs long is an upgrade, of one that ends soon a re-evaluation', async () => {
    const product = await makeProduct();
    const recognise = { product, stars: 3, issued_on: '2025-10-01', expires_on: '2028-10-01' };
    const { id } = await base.superuser.collection('recognitions').create(recognise);
    await base.superuser.collection('site_settings').update(ids.site_settings, { test_today: '2026-11-22' });
    expect((await makeResult({ product }))['case']).toBe('upgrade');
    await base.superuser.collection('recognitions').update(id, { expires_on: '2027-02-01' });
    const other = await makeRound({ year: 2026, number: 4 });
    expect((await makeResult({ product, round: other }))['case']).toBe('re_evaluation');
    const typed = await makeRound({ year: 2026, number: 5 });
    expect((await makeResult({ product, round: typed, case: 'first' }))['case']).toBe('first');
  });

  test('with every paper there is complete', async () => {
    const dossier = [{ item: 'form01', state: 'present', note: '' }];
    const made = await makeResult({ dossier });
    const present = dossierLines('first', SET, 0)
      .filter((line) => line.isNeeded)
      .map(({ item }) => ({ item, state: 'present', note: '' }));
    const evaluations = editor.collection('evaluations');
    const complete = { state: 'dossier_complete', version: made['version'] };
    await expect(evaluations.update(made.id, complete)).rejects.toMatchObject({ status: 400 });
    expect(await evaluations.update(made.id, { ...complete, dossier: present })).toMatchObject({
      state: 'dossier_complete',
    });
  });

  test('is seen by nobody of a producer', async () => {
    const producer = await base.signedIn('producer', { producer: ids.producers });
    for (const collection of ['evaluations', 'rounds', 'criteria'])
      expect((await producer.collection(collection).getList(1, 1)).totalItems, collection).toBe(0);
    const viewer = await base.signedIn('viewer');
    expect((await viewer.collection('evaluations').getList(1, 1)).totalItems).toBeGreaterThan(0);
    await expect(makeResult({}, viewer)).rejects.toMatchObject({ status: 400 });
  });
});
