/** What is approved is proposed to be changed: what may be proposed, by whom, and that nothing of the record changes. */
import type PocketBase from 'pocketbase';
import { afterAll, describe, expect, test } from 'vitest';
import { decide, openReviewOffice, propose, refusal } from './reviewOffice.ts';
import { sampleBodies } from './sample.ts';

const { base, sample, editor, approver, producer, kept, newProduct, proposalOf, revisions } = await openReviewOffice();
afterAll(() => base.stop());

const products = (by: PocketBase) => by.collection('products');

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
    await expect(propose(producer, variant, { gtin: '9520000000004' })).rejects.toMatchObject({ status: 403 });
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
