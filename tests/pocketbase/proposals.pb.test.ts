/** What is approved changes only by an approver’s hand: every way past it refused, every step of a proposal, nothing overwritten unseen. */
import type PocketBase from 'pocketbase';
import type { RecordModel } from 'pocketbase';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Proposal } from '#domain/proposal.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

let base: FreshPocketBase;
let sample: Awaited<ReturnType<typeof seedSample>>;
let editor: PocketBase;
let approver: PocketBase;
let producer: PocketBase;

beforeAll(async () => {
  base = await freshPocketBase();
  sample = await seedSample(base.superuser);
  editor = await base.signedIn('editor', { name: 'Cô Lan' });
  approver = await base.signedIn('approver', { name: 'Anh Duyệt' });
  producer = await base.signedIn('producer', { name: 'HTX', producer: sample.ids.producers });
});
afterEach(() => settings({ reviewers_differ: false }));
afterAll(() => base.stop());

const settings = (values: Record<string, unknown>) =>
  base.superuser.collection('site_settings').update(sample.ids.site_settings, values);
const products = (by: PocketBase) => by.collection('products');
const kept = (id: string) => products(base.superuser).getOne(id);
const newProduct = (fields: Record<string, unknown> = {}) =>
  products(base.superuser).create({ ...sampleBodies(sample.ids, '').products, state: 'approved', ...fields });

function propose(by: PocketBase, record: RecordModel, values: Record<string, unknown>, more = {}) {
  const body = { collection: record.collectionName, record: record.id, version: record['version'], values, ...more };
  return by.send<{ id: string; state: string }>('/api/ocop/proposals', { method: 'POST', body });
}
const decide = (by: PocketBase, id: string, deed: 'approve' | 'refuse' | 'withdraw', body = {}) =>
  by.send<{ state: string }>(`/api/ocop/proposals/${id}/${deed}`, { method: 'POST', body });
const proposalOf = (id: string) => base.superuser.collection('proposals').getOne<Proposal>(id);
const refusal = (status: number, words: string) => ({ status, response: { message: expect.stringContaining(words) } });
const revisions = (record: string) =>
  base.superuser.collection('revisions').getFullList({ filter: `record = '${record}'`, sort: '@rowid' });

describe('an editor’s save of an approved record', () => {
  test.each(['approved', 'withdrawn'])('is refused while it is %s, with the way to propose', async (state) => {
    const product = await newProduct({ state });
    await expect(products(editor).update(product.id, { story: 'Khác', version: 1 })).rejects.toMatchObject(
      refusal(403, 'Hãy gửi đề nghị sửa'),
    );
    expect(await kept(product.id)).toMatchObject({ story: '', version: 1 });
    expect((await revisions(product.id)).length).toBe(1);
  });

  test('is refused by restoring too', async () => {
    const product = await newProduct({ story: 'Một' });
    await products(approver).update(product.id, { story: 'Hai', version: 1 });
    const [first] = await revisions(product.id);
    const restored = editor.send(`/api/ocop/revisions/${first?.id}/restore`, { method: 'POST', body: { version: 2 } });
    await expect(restored).rejects.toMatchObject(refusal(403, 'Hãy gửi đề nghị sửa'));
    expect(await kept(product.id)).toMatchObject({ story: 'Hai' });
  });

  test('is refused in a batch', async () => {
    await base.superuser.settings.update({ batch: { enabled: true } });
    const product = await newProduct();
    const batch = editor.createBatch();
    batch.collection('products').update(product.id, { story: 'Khác', version: 1 });
    batch.collection('products').upsert({ id: product.id, story: 'Khác', version: 1 });
    await expect(batch.send()).rejects.toMatchObject({ status: 400 });
    await base.superuser.settings.update({ batch: { enabled: false } });
    expect(await kept(product.id)).toMatchObject({ story: '', version: 1 });
  });

  test('goes on for drafts, and an approver saves at once', async () => {
    const draft = await newProduct({ state: 'draft' });
    await products(editor).update(draft.id, { story: 'Một', state: 'waiting', version: 1 });
    await products(approver).update(draft.id, { state: 'approved', version: 2 });
    await products(approver).update(draft.id, { story: 'Hai', version: 3 });
    expect(await kept(draft.id)).toMatchObject({ story: 'Hai', state: 'approved' });
  });
});

describe('a proposal', () => {
  test('leaves the record as it is, and says what is to become of it', async () => {
    const product = await newProduct({ story: 'Một', brand: 'Cũ' });
    const values = { story: 'Hai', brand: 'Cũ' };
    const { id, state } = await propose(editor, product, values, { comment: ' Theo hồ sơ mới ' });
    expect(state).toBe('waiting');
    expect(await proposalOf(id)).toMatchObject({
      collection: 'products',
      record: product.id,
      title: product['name'],
      before: { story: 'Một' },
      after: { story: 'Hai' },
      base_version: 1,
      comment: 'Theo hồ sơ mới',
      author_name: 'Cô Lan',
    });
    expect(await kept(product.id)).toEqual(product);
    expect((await revisions(product.id)).length).toBe(1);
  });

  test('is refused where it changes nothing, is stale, unknown, of a draft, or of what is not reviewed', async () => {
    const product = await newProduct({ story: 'Một' });
    await expect(propose(editor, product, { story: 'Một' })).rejects.toMatchObject(refusal(400, 'Không có mục nào'));
    await expect(propose(editor, product, { story: 'Hai' }, { version: 7 })).rejects.toMatchObject({
      status: 409,
      response: { data: { version: { code: 'stale_version' } } },
    });
    for (const name of ['id', 'created', 'version', 'no_such'])
      await expect(propose(editor, product, { [name]: 'x' })).rejects.toMatchObject(refusal(400, 'không được đề nghị'));
    const draft = await newProduct({ state: 'draft' });
    await expect(propose(editor, draft, { story: 'Hai' })).rejects.toMatchObject(refusal(400, 'sửa trực tiếp'));
    const lot = await base.superuser.collection('lots').getOne(sample.ids.lots);
    await expect(propose(editor, lot, { quantity: 3 })).rejects.toMatchObject(refusal(400, 'không qua duyệt'));
    const user = await base.superuser.collection('users').getOne(sample.ids.users);
    await expect(propose(editor, user, { role: 'admin' })).rejects.toMatchObject(refusal(400, 'không qua duyệt'));
    expect(await base.superuser.collection('proposals').getFullList({ filter: `record = '${product.id}'` })).toEqual(
      [],
    );
  });

  test('is checked as a save is, and leaves nothing behind when it fails', async () => {
    const product = await newProduct();
    const other = await newProduct();
    await expect(propose(editor, product, { slug: other['slug'] })).rejects.toMatchObject({
      status: 400,
      response: { data: { slug: { code: 'validation_not_unique' } } },
    });
    await expect(propose(editor, product, { name: '' })).rejects.toMatchObject({
      response: { data: { name: { code: 'validation_required' } } },
    });
    await expect(propose(editor, product, { state: 'waiting' })).rejects.toMatchObject(refusal(400, 'Chỉ đề nghị'));
    // Tried out, the new address was claimed for a moment.
    await propose(editor, product, { slug: 'dia-chi-se-co' });
    const claimed = await base.superuser.collection('addresses').getFullList({ filter: "path ~ 'dia-chi-se-co'" });
    expect(claimed).toEqual([]);
    expect(await kept(product.id)).toEqual(product);
  });

  test('is not for guests, viewers, or an editor whom the rule keeps from the record', async () => {
    const product = await newProduct();
    await expect(propose(base.guest, product, { story: 'Hai' })).rejects.toMatchObject({ status: 401 });
    const viewer = await base.signedIn('viewer');
    await expect(propose(viewer, product, { story: 'Hai' })).rejects.toMatchObject({ status: 403 });
    await expect(propose(base.superuser, product, { story: 'Hai' })).rejects.toMatchObject({ status: 403 });
  });

  test('cannot be written past its routes', async () => {
    const product = await newProduct();
    const { id } = await propose(editor, product, { story: 'Hai' });
    const values = { state: 'approved', author: approver.authStore.record?.id };
    for (const by of [editor, approver]) {
      await expect(by.collection('proposals').update(id, values)).rejects.toMatchObject({ status: 403 });
      await expect(
        by.collection('proposals').create({ ...values, collection: 'x', record: 'x' }),
      ).rejects.toMatchObject({ status: 403 });
      await expect(by.collection('proposals').delete(id)).rejects.toMatchObject({ status: 403 });
    }
  });

  test('takes the place of the author’s earlier one, and of nobody else’s', async () => {
    const product = await newProduct();
    const first = await propose(editor, product, { story: 'Hai' });
    const foreign = propose(approver, product, { story: 'Ba' }, { replaces: first.id });
    await expect(foreign).rejects.toMatchObject({ status: 404 });
    await propose(editor, product, { story: 'Ba' }, { replaces: first.id });
    expect((await proposalOf(first.id)).state).toBe('withdrawn');
  });
});

describe('approving', () => {
  test('is refused to editors, viewers and producers, and while the record was not seen as it is', async () => {
    const product = await newProduct();
    const { id } = await propose(editor, product, { story: 'Hai' });
    const viewer = await base.signedIn('viewer');
    for (const by of [editor, viewer])
      for (const deed of ['approve', 'refuse'] as const)
        await expect(decide(by, id, deed, { version: 1, note: 'x' })).rejects.toMatchObject(
          refusal(403, 'Chỉ người duyệt'),
        );
    await expect(decide(producer, id, 'approve', { version: 1 })).rejects.toMatchObject({ status: 404 });
    await expect(decide(base.guest, id, 'approve', { version: 1 })).rejects.toMatchObject({ status: 401 });
    for (const version of [undefined, 0, 2])
      await expect(decide(approver, id, 'approve', { version })).rejects.toMatchObject({ status: 409 });
    expect(await kept(product.id)).toEqual(product);
    expect((await proposalOf(id)).state).toBe('waiting');
  });

  test('changes the record under the approver’s hand, once', async () => {
    const product = await newProduct({ story: 'Một' });
    const { id } = await propose(editor, product, { story: 'Hai' }, { comment: 'Theo hồ sơ' });
    expect(await decide(approver, id, 'approve', { version: 1 })).toMatchObject({ state: 'approved' });
    expect(await kept(product.id)).toMatchObject({ story: 'Hai', state: 'approved', version: 2 });
    expect((await revisions(product.id)).at(-1)).toMatchObject({
      why: 'review',
      actor_name: 'Anh Duyệt',
      note: 'Cô Lan: Theo hồ sơ',
      before: { story: 'Một' },
      after: { story: 'Hai' },
    });
    expect(await proposalOf(id)).toMatchObject({ state: 'approved', decided_by_name: 'Anh Duyệt' });
    for (const [by, deed] of [
      [approver, 'approve'],
      [approver, 'refuse'],
      [editor, 'withdraw'],
    ] as const)
      await expect(decide(by, id, deed, { version: 2, note: 'x' })).rejects.toMatchObject(
        refusal(400, 'đã được duyệt (Anh Duyệt)'),
      );
    expect((await kept(product.id))['version']).toBe(2);
  });

  test('of eight presses at once one changes the record', async () => {
    const product = await newProduct();
    const { id } = await propose(editor, product, { story: 'Hai' });
    const presses = Array.from({ length: 8 }, () => decide(approver, id, 'approve', { version: 1 }));
    const done = (await Promise.allSettled(presses)).filter(({ status }) => status === 'fulfilled');
    expect([done.length, (await kept(product.id))['version']]).toEqual([1, 2]);
  });

  test('keeps what others changed since, and asks where both changed the same', async () => {
    const product = await newProduct({ story: 'Một', brand: 'Một', storage: 'Một' });
    const { id } = await propose(editor, product, { story: 'Hai', brand: 'Hai' });
    await products(approver).update(product.id, { brand: 'Ba', storage: 'Ba', version: 1 });
    await expect(decide(approver, id, 'approve', { version: 2 })).rejects.toMatchObject({
      status: 409,
      response: { data: { brand: { code: 'proposal_conflict' } } },
    });
    await expect(decide(approver, id, 'approve', { version: 2, choices: { brand: 'both' } })).rejects.toMatchObject({
      status: 409,
    });
    expect(await kept(product.id)).toMatchObject({ story: 'Một', brand: 'Ba', version: 2 });
    await decide(approver, id, 'approve', { version: 2, choices: { brand: 'theirs' } });
    expect(await kept(product.id)).toMatchObject({ story: 'Hai', brand: 'Ba', storage: 'Ba', version: 3 });
  });

  test('takes the proposal’s value where that is chosen; where nothing is left of it, it is to be returned', async () => {
    const product = await newProduct({ brand: 'Một' });
    const [mine, theirs] = [
      await propose(editor, product, { brand: 'Hai' }),
      await propose(editor, product, { brand: 'Ba' }),
    ];
    await decide(approver, mine.id, 'approve', { version: 1 });
    await expect(
      decide(approver, theirs.id, 'approve', { version: 2, choices: { brand: 'theirs' } }),
    ).rejects.toMatchObject(refusal(400, 'Hãy trả lại'));
    await decide(approver, theirs.id, 'approve', { version: 2, choices: { brand: 'mine' } });
    expect(await kept(product.id)).toMatchObject({ brand: 'Ba' });
  });

  test('fails whole where what is proposed has become wrong, and of a deleted record', async () => {
    const product = await newProduct();
    const { id } = await propose(editor, product, { slug: 'se-bi-chiem', story: 'Hai' });
    await newProduct({ slug: 'se-bi-chiem' });
    await expect(decide(approver, id, 'approve', { version: 1 })).rejects.toMatchObject({
      status: 400,
      response: { data: { slug: { code: 'validation_not_unique' } } },
    });
    expect([await kept(product.id), (await proposalOf(id)).state]).toEqual([product, 'waiting']);
    const draft = await newProduct({ state: 'withdrawn' });
    const late = await propose(editor, draft, { story: 'Hai' });
    await base.superuser.collection('products').delete(draft.id);
    await expect(decide(approver, late.id, 'approve', { version: 1 })).rejects.toMatchObject(refusal(400, 'đã xóa'));
    await decide(approver, late.id, 'refuse', { note: 'Bản ghi đã xóa' });
  });

  test('brings a withdrawn record back, and takes one away, as proposed', async () => {
    const product = await newProduct({ state: 'withdrawn' });
    const { id } = await propose(editor, product, { state: 'approved' });
    await decide(approver, id, 'approve', { version: 1 });
    expect(await kept(product.id)).toMatchObject({ state: 'approved' });
  });
});

describe('returning and taking back', () => {
  test('a return says why; the author alone takes back', async () => {
    const product = await newProduct();
    const { id } = await propose(editor, product, { story: 'Hai' });
    await expect(decide(approver, id, 'refuse', { note: ' ' })).rejects.toMatchObject({
      status: 400,
      response: { data: { note: { code: 'validation_required' } } },
    });
    const other = await base.signedIn('editor');
    for (const by of [other, approver])
      await expect(decide(by, id, 'withdraw')).rejects.toMatchObject(refusal(403, 'Chỉ người gửi'));
    await decide(approver, id, 'refuse', { note: 'Thiếu nguồn' });
    expect(await proposalOf(id)).toMatchObject({ state: 'refused', decision_note: 'Thiếu nguồn' });
    await expect(decide(approver, id, 'refuse', { note: 'x' })).rejects.toMatchObject(refusal(400, 'đã được trả lại'));
    const second = await propose(editor, product, { story: 'Ba' });
    expect(await decide(editor, second.id, 'withdraw')).toMatchObject({ state: 'withdrawn' });
    await expect(decide(approver, second.id, 'approve', { version: 1 })).rejects.toMatchObject(
      refusal(400, 'người gửi rút lại'),
    );
    expect(await kept(product.id)).toEqual(product);
  });
});

describe('a producer', () => {
  test('proposes texts of its own profile and products, and nothing else', async () => {
    const own = await base.superuser.collection('producers').getOne(sample.ids.producers);
    const product = await newProduct();
    const foreign = await newProduct({ producer: sample.otherProducer });
    const orphan = await newProduct({ producer: '' });
    const [variant] = [await base.superuser.collection('pack_variants').getOne(sample.ids.pack_variants)];
    for (const [record, values] of [
      [own, { state: 'withdrawn' }],
      [own, { name: 'Tên khác' }],
      [own, { tax_code: '0123456789' }],
      [own, { story: 'Hai', natural_person: true }],
      [product, { state: 'withdrawn' }],
      [product, { producer: sample.otherProducer }],
      [product, { product_code: 'X' }],
      [product, { slug: 'khac' }],
    ] as const)
      await expect(propose(producer, record, values)).rejects.toMatchObject({ status: 403 });
    await expect(propose(producer, variant, { gtin: '9520000000004' })).rejects.toMatchObject({ status: 400 });
    for (const record of [foreign, orphan])
      await expect(propose(producer, record, { story: 'Hai' })).rejects.toMatchObject({ status: 404 });
    expect(await base.superuser.collection('proposals').getFullList({ filter: "author_name = 'HTX'" })).toEqual([]);
    await expect(products(producer).update(product.id, { story: 'Hai', version: 1 })).rejects.toMatchObject({
      status: 404,
    });
    const mine = await propose(producer, product, { story: 'Chuyện của chúng tôi' });
    await propose(producer, own, { story: 'Giới thiệu' });
    await decide(approver, mine.id, 'approve', { version: 1 });
    expect(await kept(product.id)).toMatchObject({ story: 'Chuyện của chúng tôi' });
  });

  test('sees what it proposed, with its state and reason, and nobody else’s', async () => {
    const product = await newProduct();
    const mine = await propose(producer, product, { story: 'Hai' });
    await propose(editor, product, { story: 'Ba' });
    const seen = await producer.collection('proposals').getFullList({ filter: `record = '${product.id}'` });
    expect(seen.map(({ id }) => id)).toEqual([mine.id]);
    const other = await base.signedIn('producer', { producer: sample.otherProducer });
    expect(await other.collection('proposals').getFullList()).toEqual([]);
    await expect(decide(other, mine.id, 'withdraw')).rejects.toMatchObject({ status: 404 });
    await decide(producer, mine.id, 'withdraw');
  });
});

describe('where author and approver must be two people', () => {
  test('nobody approves, saves, restores or brings out what they wrote', async () => {
    const product = await newProduct({ story: 'Một' });
    const [first] = await revisions(product.id);
    await products(approver).update(product.id, { story: 'Hai', version: 1 });
    await settings({ reviewers_differ: true });
    const words = refusal(403, 'phải là hai người');
    await expect(products(approver).update(product.id, { story: 'Ba', version: 2 })).rejects.toMatchObject(words);
    await expect(
      approver.send(`/api/ocop/revisions/${first?.id}/restore`, { method: 'POST', body: { version: 2 } }),
    ).rejects.toMatchObject(words);
    const body = { ...sampleBodies(sample.ids, '').products, state: 'approved' };
    await expect(products(approver).create(body)).rejects.toMatchObject(words);
    const own = await propose(approver, await kept(product.id), { story: 'Ba' });
    await expect(decide(approver, own.id, 'approve', { version: 2 })).rejects.toMatchObject(words);
    const admin = await base.signedIn('admin');
    await decide(admin, own.id, 'approve', { version: 2 });
    expect(await kept(product.id)).toMatchObject({ story: 'Ba' });
  });

  test('a draft is approved by another than wrote it; taking away does not wait', async () => {
    await settings({ reviewers_differ: true });
    const draft = await products(approver).create(sampleBodies(sample.ids, '').products);
    const words = refusal(403, 'phải là hai người');
    await expect(products(approver).update(draft.id, { state: 'approved', version: 1 })).rejects.toMatchObject(words);
    const admin = await base.signedIn('admin');
    const both = { state: 'approved', story: 'Thêm', version: 1 };
    await expect(products(admin).update(draft.id, both)).rejects.toMatchObject(words);
    await products(admin).update(draft.id, { state: 'approved', version: 1 });
    await products(approver).update(draft.id, { state: 'withdrawn', version: 2 });
    expect(await kept(draft.id)).toMatchObject({ state: 'withdrawn' });
  });
});

test('a person who is forgotten is forgotten by what was proposed', async () => {
  const body = { ...sampleBodies(sample.ids, '').producers, state: 'approved', story: 'Bà Nguyễn Mẫu' };
  const person = await base.superuser.collection('producers').create(body);
  const { id } = await propose(editor, person, { story: 'Bà Nguyễn Mẫu và con' }, { comment: 'Bà Mẫu gọi' });
  const erasure = { collection: 'producers', record: person.id, note: 'Đơn ngày 20/11/2026' };
  await base.superuser.send('/api/ocop/erasures', { method: 'POST', body: erasure });
  const left = await proposalOf(id);
  expect(left).toMatchObject({ state: 'withdrawn', before: {}, after: {}, title: '', comment: '' });
  expect(JSON.stringify(left)).not.toContain('Mẫu');
});
