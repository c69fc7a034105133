/** What is approved changes only by an approver’s hand, or by two people’s: every way past it is refused. */
import type PocketBase from 'pocketbase';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { decide, openReviewOffice, propose, refusal } from './reviewOffice.ts';
import { sampleBodies } from './sample.ts';

const { base, sample, editor, approver, settings, kept, newProduct, revisions } = await openReviewOffice();
afterEach(() => settings({ reviewers_differ: false }));
afterAll(() => base.stop());

const products = (by: PocketBase) => by.collection('products');

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

  test('is refused in a batch, which goes through for an approver', async () => {
    await base.superuser.settings.update({ batch: { enabled: true } });
    const product = await newProduct();
    const send = (by: PocketBase, deed: 'update' | 'upsert') => {
      const batch = by.createBatch();
      if (deed === 'update') batch.collection('products').update(product.id, { story: 'Khác', version: 1 });
      else batch.collection('products').upsert({ id: product.id, story: 'Khác', version: 1 });
      return batch.send();
    };
    for (const deed of ['update', 'upsert'] as const)
      await expect(send(editor, deed)).rejects.toMatchObject({ status: 400 });
    expect(await kept(product.id)).toEqual(product);
    await send(approver, 'update');
    await base.superuser.settings.update({ batch: { enabled: false } });
    expect(await kept(product.id)).toMatchObject({ story: 'Khác', version: 2 });
  });

  test('goes on for drafts, and an approver saves at once', async () => {
    const draft = await newProduct({ state: 'draft' });
    await products(editor).update(draft.id, { story: 'Một', state: 'waiting', version: 1 });
    await products(approver).update(draft.id, { state: 'approved', version: 2 });
    await products(approver).update(draft.id, { story: 'Hai', version: 3 });
    expect(await kept(draft.id)).toMatchObject({ story: 'Hai', state: 'approved' });
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

describe('an import', () => {
  const imports = () => base.superuser.collection('imports');
  type Change = { id: string; story: string; action?: 'create' };

  /** An import that was looked at and would write these products. */
  async function prepared(changes: Change[], preparer = ''): Promise<string> {
    const steps = changes.map(({ id, story, action = 'change' }, at) => {
      const start = action === 'create' ? { name: 'Mới', slug: `moi-${id.slice(0, 8)}`, state: 'draft' } : {};
      return { collection: 'products', id, action, fields: { ...start, story }, title: 'Mới', row: at + 2 };
    });
    const plan = new File([steps.map((step) => JSON.stringify(step)).join('\n')], 'plan.jsonl');
    const counts = { rows: changes.length, created: 0, changed: changes.length, same: 0, refused: 0 };
    const run = {
      file_name: 'bang.xlsx',
      target: 'products',
      state: 'dry',
      plan,
      counts,
      prepared_by: 'Anh Duyệt',
      preparer,
    };
    return (await imports().create(run)).id;
  }
  const ask = (by: PocketBase, id: string, deed: 'apply' | 'undo') =>
    by.send<{ state: string }>(`/api/ocop/imports/${id}/${deed}`, { method: 'POST' });
  let ids = 0;
  const fresh = () => {
    ids += 1;
    return `p${String(ids).padStart(14, '0')}`;
  };

  test('of an editor changes nothing approved: it says how many, and an approver writes it', async () => {
    const [one, two, draft] = [
      await newProduct(),
      await newProduct({ state: 'withdrawn' }),
      await newProduct({ state: 'draft' }),
    ];
    const id = await prepared([one, two, draft].map((each) => ({ id: each.id, story: 'Từ tệp' })));
    await expect(ask(editor, id, 'apply')).rejects.toMatchObject(
      refusal(403, 'Tệp này đổi 2 bản ghi đã duyệt nên cần người duyệt ghi. Chưa ghi gì.'),
    );
    for (const each of [one, two, draft]) expect(await kept(each.id)).toEqual(each);
    expect(await ask(approver, id, 'apply')).toMatchObject({ state: 'applied' });
    expect(await kept(one.id)).toMatchObject({ story: 'Từ tệp', state: 'approved' });
    await expect(ask(editor, id, 'undo')).rejects.toMatchObject(refusal(403, 'bản ghi đã duyệt'));
    expect(await kept(one.id)).toMatchObject({ story: 'Từ tệp' });
  });

  test('of an editor makes drafts and changes drafts', async () => {
    const draft = await newProduct({ state: 'draft' });
    const made = fresh();
    const id = await prepared([
      { id: draft.id, story: 'Từ tệp' },
      { id: made, story: 'Mới', action: 'create' },
    ]);
    expect(await ask(editor, id, 'apply')).toMatchObject({ state: 'applied' });
    expect(await kept(made)).toMatchObject({ state: 'draft', story: 'Mới' });
    expect(await ask(editor, id, 'undo')).toMatchObject({ state: 'undone' });
    expect(await kept(draft.id)).toMatchObject({ story: '' });
  });

  test('is written by another than prepared it where two people must look', async () => {
    await settings({ reviewers_differ: true });
    const product = await newProduct();
    const id = await prepared([{ id: product.id, story: 'Từ tệp' }], approver.authStore.record?.id);
    await expect(ask(approver, id, 'apply')).rejects.toMatchObject(refusal(403, 'một người duyệt khác'));
    // A name is nobody's alone: another person of the same name may write it.
    const admin = await base.signedIn('admin', { name: 'Anh Duyệt' });
    expect(await ask(admin, id, 'apply')).toMatchObject({ state: 'applied' });
  });
});

test('limits of a person hold for what is proposed and approved', async () => {
  const { superuser } = base;
  const commune = await superuser.collection('communes').create({ ...sampleBodies(sample.ids, '').communes });
  const here = await superuser.collection('producers').getOne(sample.ids.producers);
  const far = await superuser
    .collection('producers')
    .create({ ...sampleBodies(sample.ids, '').producers, state: 'approved', commune: commune.id });
  const limits = { communes: [commune.id] };
  const [writer, decider] = [await base.signedIn('editor', limits), await base.signedIn('approver', limits)];
  await expect(propose(writer, here, { story: 'Hai' })).rejects.toMatchObject({ status: 403 });
  const own = await propose(writer, far, { story: 'Hai' });
  const foreign = await propose(editor, here, { story: 'Hai' });
  await expect(decide(decider, foreign.id, 'approve', { version: here['version'] })).rejects.toMatchObject({
    status: 403,
  });
  await decide(decider, own.id, 'approve', { version: far['version'] });
  expect(await superuser.collection('producers').getOne(far.id)).toMatchObject({ story: 'Hai' });
});
