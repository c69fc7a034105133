/** A proposal is decided once: approved with nothing overwritten unseen, returned with a reason, or taken back. */
import type PocketBase from 'pocketbase';
import { afterAll, describe, expect, test } from 'vitest';
import { decide, openReviewOffice, propose, refusal } from './reviewOffice.ts';

const { base, editor, approver, producer, kept, newProduct, proposalOf, revisions } = await openReviewOffice();
afterAll(() => base.stop());

const products = (by: PocketBase) => by.collection('products');

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
