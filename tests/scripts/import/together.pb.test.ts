/** Imports write many records by one statement: what is stored, and what is refused, is what a save of each would have stored and refused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordModel } from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Step } from '#scripts/import/apply/plan.ts';
import { applyRun, saveRun, undoRun } from '#scripts/import/apply/runs.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { csvFile, look, openOffice } from './office.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocop-together-'));
let fresh: FreshPocketBase;
const report = async () =>
  await look(fresh.superuser, csvFile(folder, 'one.csv', ['Tên sản phẩm;Chủ thể', 'Chè;HTX A']));

beforeAll(async () => {
  fresh = await freshPocketBase();
  await openOffice(fresh.superuser, 1);
});
afterAll(async () => {
  await fresh?.stop();
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
/** A step that makes a record. */
function create(collection: Step['collection'], fields: Record<string, unknown>): Step {
  made += 1;
  const id = `together${String(made).padStart(7, '0')}`;
  return { collection, id, action: 'create', version: 0, row: made, title: `Số ${made}`, fields };
}

/** Applies a plan of these steps; the id of the import. */
async function write(steps: readonly Step[]): Promise<string> {
  const { name, sha256, report: told } = await report();
  const run = await saveRun(fresh.superuser, { name, sha256, preparedBy: 'test' }, told, steps);
  return (await applyRun(fresh.superuser, run.id)).id;
}
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => '',
    (error: Error) => error.message,
  );
const get = (collection: string, id: string) => fresh.superuser.collection(collection).getOne(id);
const bare = ({ id, created, updated, slug, ...rest }: RecordModel) => rest;

/** One of each collection that is written so, the later pointing at the earlier. */
function oneOfEach(mark: string) {
  const producer = create('producers', {
    name: ` HTX  ${mark}\u200b `,
    slug: `htx-${mark}`,
    kind: 'cooperative',
    state: 'draft',
    channels: [{ kind: 'facebook', url: 'https://example.org/a' }],
    point: { lon: 106.5, lat: 21.2 },
  });
  const contact = create('producer_contacts', { producer: producer.id, phone: '0912345678' });
  const product = create('products', {
    name: `Chè ${mark}`,
    slug: `che-${mark}`,
    producer: producer.id,
    state: 'draft',
  });
  const decision = create('decisions', { number: `${made}/QĐ-UBND`, decided_on: '2024-02-01', kind: 'recognition' });
  const recognition = create('recognitions', {
    product: product.id,
    decision: decision.id,
    stars: 3,
    issued_on: '2024-02-01',
  });
  const shop = create('sales_points', {
    name: `Điểm ${mark}`,
    slug: `diem-${mark}`,
    state: 'waiting',
    products: [product.id],
  });
  const fair = create('fairs', { name: `Hội chợ ${mark}`, slug: `hoi-cho-${mark}`, kind: 'fair', state: 'draft' });
  return [producer, contact, product, decision, recognition, shop, fair];
}

test('each record is stored as a save of its own stores it', async () => {
  const steps = oneOfEach('mot');
  const id = await write(steps);
  const stored = await Promise.all(steps.map((step) => get(step.collection, step.id)));
  await undoRun(fresh.superuser, id);
  for (const step of steps) await fresh.superuser.collection(step.collection).create({ ...step.fields, id: step.id });
  const saved = await Promise.all(steps.map((step) => get(step.collection, step.id)));
  expect(stored.map(bare)).toEqual(saved.map(bare));
  expect(stored.map((record) => record['slug'])).toEqual(saved.map((record) => record['slug']));
  for (const { created, updated } of stored) {
    expect(created).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(updated).toBe(created);
  }
});

test('a person gets an address that tells nothing', async () => {
  const person = create('producers', {
    name: 'Hộ bà Lê Thị Kín',
    slug: 'ho-ba-le-thi-kin',
    kind: 'household',
    natural_person: true,
    state: 'draft',
  });
  await write([person]);
  expect((await get('producers', person.id))['slug']).toMatch(/^ho-[a-z0-9]{4,}$/);
});

describe('what a save refuses, an import refuses, at its row and in words, and nothing is written', () => {
  const cases: [string, () => Step[], string][] = [
    [
      'an address that is taken',
      () => [...oneOfEach('hai'), create('products', { name: 'X', slug: 'che-hai', state: 'draft' })],
      '“Địa chỉ ngắn” đã có ở bản ghi khác',
    ],
    [
      'a product without a name',
      () => [create('products', { name: '', slug: 'khong-ten', state: 'draft' })],
      'thiếu “Tên sản phẩm”',
    ],
    [
      'a maker that is not there',
      () => [create('products', { name: 'Y', slug: 'y-y', state: 'draft', producer: 'khongcokhongco1' })],
      '“Chủ thể”',
    ],
    [
      'a text that deceives',
      () => [create('fairs', { name: 'Hội \u202echợ', slug: 'hoi-cho-nguoc', kind: 'fair', state: 'draft' })],
      'đảo chiều chữ',
    ],
    [
      'a certificate that ends before it begins',
      () => {
        const steps = oneOfEach('ba');
        return steps.map((step) =>
          step.collection === 'recognitions' ? { ...step, fields: { ...step.fields, expires_on: '2023-01-01' } } : step,
        );
      },
      'Ngày hết hạn trước ngày cấp',
    ],
  ];
  test.each(cases)('%s', async (_, steps, words) => {
    const plan = steps();
    const told = await refusal(write(plan));
    expect(told).toContain(words);
    expect(told).toContain('Chưa ghi gì');
    expect(told).toMatch(/dòng \d+/);
    for (const { collection, id } of plan) await expect(get(collection, id)).rejects.toMatchObject({ status: 404 });
  });
});

test('two recognitions of one product settle which follows which, and undoing frees those of before', async () => {
  const steps = oneOfEach('bon');
  await write(steps);
  const of = (collection: string) => steps.find((step) => step.collection === collection)?.id ?? '';
  const later = (issued_on: string) =>
    create('recognitions', { product: of('products'), decision: of('decisions'), stars: 3, issued_on });
  const [second, third] = [later('2024-08-01'), later('2025-02-01')];
  const id = await write([second, third]);
  const superseded = async (record: string) => (await get('recognitions', record))['superseded_by'];
  expect(await superseded(of('recognitions'))).toBe(second.id);
  expect(await superseded(second.id)).toBe(third.id);
  await undoRun(fresh.superuser, id);
  expect(await superseded(of('recognitions'))).toBe('');
});
