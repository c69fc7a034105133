/** Growing areas, supports and trainings in the real PocketBase: what points at them keeps them, and the office's words stay its own. */
import { ClientResponseError } from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

let base: FreshPocketBase;
let sample: Awaited<ReturnType<typeof seedSample>>;

beforeAll(async () => {
  base = await freshPocketBase();
  sample = await seedSample(base.superuser);
});
afterAll(() => base.stop());

const of = (collection: string) => base.superuser.collection(collection);

async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => null,
    (problem: unknown) => problem,
  );
  if (!(error instanceof ClientResponseError)) throw new Error('it was not refused');
  return JSON.stringify(error.response);
}

function newArea(fields: Record<string, unknown> = {}) {
  return of('growing_areas').create({ ...sampleBodies(sample.ids, '').growing_areas, ...fields });
}

describe('a growing area', () => {
  test('cannot be deleted while a lot or a diary entry points at it; then it can', async () => {
    const area = await newArea();
    const lot = await of('lots').create({ ...sampleBodies(sample.ids, '').lots, areas: [area.id] });
    const event = { ...sampleBodies(sample.ids, '').trace_events, lot: lot.id, area: area.id };
    const entry = await of('trace_events').create(event);
    const told = await refusal(of('growing_areas').delete(area.id));
    expect(told).toContain(`1 lô hàng (${lot['lot_number']})`);
    expect(told).toContain('1 công đoạn');
    expect(told).toContain('rút khỏi danh mục');
    await of('trace_events').update(entry.id, { area: '', version: entry['version'] });
    await of('lots').update(lot.id, { areas: [], version: lot['version'] });
    expect(await of('growing_areas').delete(area.id)).toBe(true);
  });

  test('keeps its growers, and their papers: they are not deleted under it', async () => {
    const area = await newArea({ certificates: [sample.ids.certificates] });
    expect(await refusal(of('producers').delete(sample.ids.producers))).toContain(String(area['code']));
    expect(await refusal(of('certificates').delete(sample.ids.certificates))).toContain(String(area['code']));
  });

  test('has a code of its own, in whatever form', async () => {
    await newArea({ code: 'Mã số 12/BVTV – khu A' });
    expect(await refusal(newArea({ code: 'Mã số 12/BVTV – khu A' }))).toContain('validation_not_unique');
    expect(await refusal(newArea({ code: '' }))).toContain('validation_required');
  });

  test('is seen by its grower without the office’s note, and by no other producer', async () => {
    const area = await newArea({ note: 'Chờ kiểm tra lại' });
    const grower = await base.signedIn('producer', { producer: sample.ids.producers });
    const seen = await grower.collection('growing_areas').getOne(area.id);
    expect(seen['code']).toBe(area['code']);
    expect(seen['note'] ?? '').toBe('');
    const byNote = grower.collection('growing_areas').getList(1, 1, { filter: "note ~ 'kiểm tra'" });
    expect(
      await byNote.then(
        ({ totalItems }) => totalItems,
        () => 0,
      ),
    ).toBe(0);
    const other = await base.signedIn('producer', { producer: sample.otherProducer });
    expect((await other.collection('growing_areas').getList(1, 1)).totalItems).toBe(0);
    await expect(other.collection('growing_areas').getOne(area.id)).rejects.toThrow();
  });

  test('stands beside what a lot says in words: neither takes the other’s place', async () => {
    const area = await newArea();
    const body = { ...sampleBodies(sample.ids, '').lots, areas: [area.id], growing_area: 'Đồi chè nhà ông Ba' };
    const lot = await of('lots').create(body);
    expect(lot).toMatchObject({ areas: [area.id], growing_area: 'Đồi chè nhà ông Ba' });
  });
});

describe('supports and trainings', () => {
  test('are revised like every record, and hold what they point at', async () => {
    const support = await of('supports').create({
      ...sampleBodies(sample.ids, '').supports,
      producer: sample.ids.producers,
      amount: 60_000_000,
    });
    await of('supports').update(support.id, { amount: 65_000_000, version: support['version'] });
    const kept = await of('revisions').getFullList({ filter: `record = '${support.id}'`, sort: 'created' });
    expect(kept.map(({ action }) => action)).toEqual(['create', 'update']);
    expect(kept[1]).toMatchObject({ before: { amount: 60_000_000 }, after: { amount: 65_000_000 } });
    expect(await refusal(of('producers').delete(sample.ids.producers))).toContain('khoản hỗ trợ');
  });

  test('take whole dong and people only', async () => {
    const { supports, trainings } = sampleBodies(sample.ids, '');
    expect(await refusal(of('supports').create({ ...supports, amount: 0.5 }))).toContain('amount');
    expect(await refusal(of('supports').create({ ...supports, granted_on: '31/12/2026' }))).toContain('granted_on');
    expect(await refusal(of('trainings').create({ ...trainings, participants: -3 }))).toContain('participants');
  });
});
