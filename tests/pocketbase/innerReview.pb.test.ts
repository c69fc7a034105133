/** What is shown with an approved record changes by the same second look as the record: every way past it is refused. */
import type PocketBase from 'pocketbase';
import type { RecordModel } from 'pocketbase';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type InnerKind, innerKinds } from './innerKinds.ts';
import { openReviewOffice, refusal } from './reviewOffice.ts';
import { sampleBodies } from './sample.ts';

const office = await openReviewOffice();
const { base, sample, editor, approver, producer, settings } = office;
const { superuser } = base;
const admin = await base.signedIn('admin', { name: 'Chị Quản' });
const kinds = await innerKinds(office);
afterEach(() => settings({ reviewers_differ: false }));
afterAll(() => base.stop());

type Ways = Readonly<Record<string, (by: PocketBase, kind: InnerKind, kept: RecordModel) => Promise<unknown>>>;

/** Every way in which a person writes one record. */
const WAYS: Ways = {
  make: (by, kind) => by.collection(kind.collection).create(kind.body(kind.approved)),
  change: (by, kind, kept) => by.collection(kind.collection).update(kept.id, { ...kind.change, version: 1 }),
  'move away': (by, kind, kept) =>
    by.collection(kind.collection).update(kept.id, { [kind.way]: kind.draft, version: 1 }),
};

async function kept(kind: InnerKind, owner: string): Promise<RecordModel> {
  return superuser.collection(kind.collection).create(kind.body(owner));
}
const all = (kind: InnerKind) => superuser.collection(kind.collection).getFullList({ sort: 'id' });

describe.each(kinds)('$collection of what the public sees ($way)', (kind) => {
  test.each(Object.keys(WAYS))('an editor does not %s it', async (way) => {
    const record = await kept(kind, kind.approved);
    const before = await all(kind);
    await expect(WAYS[way]?.(editor, kind, record)).rejects.toMatchObject({
      ...refusal(403, 'nên không sửa thẳng được. Hãy gửi đề nghị sửa'),
      response: { data: { [kind.way]: { code: 'must_propose' } } },
    });
    expect(await all(kind)).toEqual(before);
  });

  test('an editor does not move one there from a draft, nor delete it', async () => {
    const record = await kept(kind, kind.draft);
    const moved = editor.collection(kind.collection).update(record.id, { [kind.way]: kind.approved, version: 1 });
    await expect(moved).rejects.toMatchObject(refusal(403, 'Hãy gửi đề nghị sửa'));
    const there = await kept(kind, kind.approved);
    await expect(editor.collection(kind.collection).delete(there.id)).rejects.toMatchObject({ status: 404 });
    expect((await all(kind)).map(({ id }) => id)).toEqual(expect.arrayContaining([record.id, there.id]));
  });

  test('a draft’s are the editor’s own', async () => {
    const record = await editor.collection(kind.collection).create(kind.body(kind.draft));
    await editor.collection(kind.collection).update(record.id, { ...kind.change, version: 1 });
    expect(await superuser.collection(kind.collection).getOne(record.id)).toMatchObject({ ...kind.change, version: 2 });
  });

  test('an approver makes and changes it, an admin deletes it', async () => {
    const record = await approver.collection(kind.collection).create(kind.body(kind.approved));
    await approver.collection(kind.collection).update(record.id, { ...kind.change, version: 1 });
    await admin.collection(kind.collection).delete(record.id);
  });

  test('where two people must look nobody does it alone, but for drafts', async () => {
    const record = await kept(kind, kind.approved);
    const draft = await kept(kind, kind.draft);
    await settings({ reviewers_differ: true });
    const before = await all(kind);
    for (const by of [approver, admin])
      for (const write of Object.values(WAYS))
        await expect(write(by, kind, record)).rejects.toMatchObject(refusal(403, 'phải là hai người'));
    await expect(admin.collection(kind.collection).delete(record.id)).rejects.toMatchObject(
      refusal(403, 'phải là hai người'),
    );
    expect(await all(kind)).toEqual(before);
    await approver.collection(kind.collection).update(draft.id, { ...kind.change, version: 1 });
  });

  test('programs write it', async () => {
    const record = await kept(kind, kind.approved);
    await superuser.collection(kind.collection).update(record.id, kind.change);
    await superuser.collection(kind.collection).delete(record.id);
  });
});

test('where two people must look, who wrote what a draft is shown with does not approve it', async () => {
  const draft = await office.newProduct({ state: 'draft' });
  await approver.collection('certificates').create({ scheme: 'gmp', product: draft.id });
  await settings({ reviewers_differ: true });
  const approved = { state: 'approved', version: 1 };
  await expect(approver.collection('products').update(draft.id, approved)).rejects.toMatchObject(
    refusal(403, 'phải là hai người'),
  );
  await admin.collection('products').update(draft.id, approved);
});

describe('roundabout ways', () => {
  const [packs] = kinds as [InnerKind];
  const restore = (by: PocketBase, revision: string | undefined, version?: number) =>
    by.send(`/api/ocop/revisions/${revision}/restore`, { method: 'POST', body: { version } });

  test('a batch is no way round', async () => {
    await superuser.settings.update({ batch: { enabled: true } });
    const record = await kept(packs, packs.approved);
    const before = await all(packs);
    const deeds = [
      (batch: ReturnType<PocketBase['createBatch']>) =>
        batch.collection('pack_variants').create(packs.body(packs.approved)),
      (batch: ReturnType<PocketBase['createBatch']>) =>
        batch.collection('pack_variants').update(record.id, { ...packs.change, version: 1 }),
      (batch: ReturnType<PocketBase['createBatch']>) =>
        batch.collection('pack_variants').upsert({ id: record.id, ...packs.change, version: 1 }),
      (batch: ReturnType<PocketBase['createBatch']>) => batch.collection('pack_variants').delete(record.id),
    ];
    for (const deed of deeds) {
      const batch = editor.createBatch();
      deed(batch);
      await expect(batch.send()).rejects.toMatchObject({ status: 400 });
    }
    await superuser.settings.update({ batch: { enabled: false } });
    expect(await all(packs)).toEqual(before);
  });

  test('an earlier version, or what was deleted, comes back by an approver’s hand', async () => {
    const record = await kept(packs, packs.approved);
    await superuser.collection('pack_variants').update(record.id, packs.change);
    const [first] = await office.revisions(record.id);
    await expect(restore(editor, first?.id, 2)).rejects.toMatchObject(refusal(403, 'Hãy gửi đề nghị sửa'));
    await restore(approver, first?.id, 2);
    await superuser.collection('pack_variants').delete(record.id);
    const deletion = (await office.revisions(record.id)).at(-1);
    await expect(restore(editor, deletion?.id)).rejects.toMatchObject(refusal(403, 'Hãy gửi đề nghị sửa'));
    expect(await superuser.collection('pack_variants').getFullList({ filter: `id = '${record.id}'` })).toEqual([]);
    await restore(approver, deletion?.id);
    expect(await superuser.collection('pack_variants').getOne(record.id)).toMatchObject({ version: 4 });
  });

  test('a certificate is held by either of those to which it belongs', async () => {
    const product = await office.newProduct({ state: 'draft' });
    const body = { scheme: 'vietgap', product: product.id, producer: sample.ids.producers };
    await expect(editor.collection('certificates').create(body)).rejects.toMatchObject(
      refusal(403, 'Hãy gửi đề nghị sửa'),
    );
    const own = await editor.collection('certificates').create({ scheme: 'vietgap', product: product.id });
    const joined = { producer: sample.ids.producers, version: 1 };
    await expect(editor.collection('certificates').update(own.id, joined)).rejects.toMatchObject({ status: 403 });
  });

  test('lots and their diary are an editor’s to keep: a producer’s drafts wait for that hand', async () => {
    const body = sampleBodies(sample.ids, '');
    const lot = (more: object) =>
      superuser.collection('lots').create({ ...(body.lots as Record<string, unknown>), ...more });
    const [seen, draft] = [await lot({ lot_number: 'L1', state: 'active' }), await lot({ lot_number: 'L2' })];
    const entryOf = (lot: string) => ({ ...(body.trace_events as Record<string, unknown>), lot });
    const entry = await producer.collection('trace_events').create(entryOf(draft.id));
    await producer.collection('trace_events').delete(entry.id);
    await expect(producer.collection('trace_events').create(entryOf(seen.id))).rejects.toMatchObject({ status: 400 });
    await editor.collection('trace_events').create(entryOf(seen.id));
  });

  test('contacts change at once: a consent that is withdrawn counts that moment', async () => {
    const { id } = await superuser.collection('producer_contacts').getOne(sample.ids.producer_contacts);
    const phone = { phone: '0911222333', version: 1 };
    expect(await editor.collection('producer_contacts').update(id, phone)).toMatchObject({ phone: '0911222333' });
  });
});

describe('an import', () => {
  let ids = 0;
  const fresh = () => {
    ids += 1;
    return `c${String(ids).padStart(14, '0')}`;
  };

  async function prepared(steps: readonly { id: string; action: 'create' | 'change'; fields: object }[]) {
    const lines = steps.map((step, at) =>
      JSON.stringify({ collection: 'certificates', title: 'Mới', row: at + 2, ...step }),
    );
    const counts = { rows: steps.length, created: 0, changed: steps.length, same: 0, refused: 0 };
    const run = { file_name: 'bang.xlsx', target: 'certificates', state: 'dry', counts, prepared_by: 'Cô Lan' };
    const plan = new File([lines.join('\n')], 'plan.jsonl');
    return (await superuser.collection('imports').create({ ...run, plan })).id;
  }
  const ask = (by: PocketBase, id: string, deed: 'apply' | 'undo') =>
    by.send<{ state: string }>(`/api/ocop/imports/${id}/${deed}`, { method: 'POST' });

  test('that adds to what is approved, or changes what stands with it, is an approver’s to write and to take back', async () => {
    const [one, two] = [await office.newProduct(), await office.newProduct({ state: 'withdrawn' })];
    const draft = await office.newProduct({ state: 'draft' });
    const there = await superuser.collection('certificates').create({ scheme: 'gmp', product: two.id });
    const made = [fresh(), fresh(), fresh()];
    const id = await prepared([
      { id: made[0] ?? '', action: 'create', fields: { scheme: 'vietgap', product: one.id } },
      { id: made[1] ?? '', action: 'create', fields: { scheme: 'haccp', product: one.id } },
      { id: made[2] ?? '', action: 'create', fields: { scheme: 'haccp', product: draft.id } },
      { id: there.id, action: 'change', fields: { scope: 'Từ tệp' } },
    ]);
    await expect(ask(editor, id, 'apply')).rejects.toMatchObject(
      refusal(403, 'Tệp này đổi 2 bản ghi đã duyệt nên cần người duyệt ghi. Chưa ghi gì.'),
    );
    expect(await superuser.collection('certificates').getOne(there.id)).toEqual(there);
    expect(await ask(approver, id, 'apply')).toMatchObject({ state: 'applied' });
    await expect(ask(editor, id, 'undo')).rejects.toMatchObject(refusal(403, '2 bản ghi đã duyệt'));
    expect(await ask(approver, id, 'undo')).toMatchObject({ state: 'undone' });
  });

  test('of an editor adds to drafts, and takes that back', async () => {
    const draft = await superuser.collection('products').create(sampleBodies(sample.ids, '').products);
    const made = fresh();
    const id = await prepared([{ id: made, action: 'create', fields: { scheme: 'vietgap', product: draft.id } }]);
    expect(await ask(editor, id, 'apply')).toMatchObject({ state: 'applied' });
    expect(await ask(editor, id, 'undo')).toMatchObject({ state: 'undone' });
  });
});
