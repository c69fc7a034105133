/** What was comes back: an earlier version, a deleted record with what belonged to it, and never past the rules. */
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Revision } from '#domain/revision.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

let base: FreshPocketBase;
let sample: Awaited<ReturnType<typeof seedSample>>;
let admin: PocketBase;
let editor: PocketBase;

beforeAll(async () => {
  base = await freshPocketBase();
  sample = await seedSample(base.superuser);
  admin = await base.signedIn('admin');
  editor = await base.signedIn('editor');
});
afterAll(() => base.stop());

async function historyOf(record: string): Promise<Revision[]> {
  return base.superuser
    .collection('revisions')
    .getFullList<Revision>({ filter: `record = '${record}'`, sort: '@rowid' });
}

async function restore(by: PocketBase, revision: Revision | undefined, body: Record<string, unknown> = {}) {
  return by.send(`/api/ocop/revisions/${revision?.id}/restore`, { method: 'POST', body });
}

async function newProduct(fields: Record<string, unknown> = {}) {
  return base.superuser.collection('products').create({ ...sampleBodies(sample.ids, '').products, ...fields });
}

describe('an earlier version', () => {
  test('comes back as a new version, its relations in their order', async () => {
    const second = await base.superuser.collection('media').create(sampleBodies(sample.ids, '').media);
    const pictures = [second.id, sample.ids.media];
    const product = await newProduct({ story: 'Một', pictures });
    const products = editor.collection('products');
    await products.update(product.id, { story: 'Hai', pictures: [sample.ids.media], version: 1 });
    await products.update(product.id, { brand: 'Ba', producer: '', version: 2 });
    const [first] = await historyOf(product.id);
    await restore(editor, first, { version: 3 });
    const kept = await products.getOne(product.id);
    expect(kept).toMatchObject({ story: 'Một', pictures, brand: '', producer: sample.ids.producers, version: 4 });
    expect((await historyOf(product.id)).at(-1)).toMatchObject({
      action: 'update',
      why: 'restore',
      note: first?.id,
      actor_name: 'editor',
      before: { story: 'Hai' },
      after: { story: 'Một', brand: '' },
    });
  });

  test('comes back in the chosen fields only', async () => {
    const product = await newProduct({ story: 'Một', brand: 'Một' });
    await editor.collection('products').update(product.id, { story: 'Hai', brand: 'Hai', version: 1 });
    const [first] = await historyOf(product.id);
    await restore(editor, first, { version: 2, fields: ['brand'] });
    expect(await editor.collection('products').getOne(product.id)).toMatchObject({ story: 'Hai', brand: 'Một' });
  });

  test('is refused in words: stale, the same, taken, not allowed, not to be seen', async () => {
    const product = await newProduct({ slug: 'ten-cu' });
    const products = base.superuser.collection('products');
    await products.update(product.id, { slug: 'ten-moi' });
    const [first, second] = await historyOf(product.id);
    await expect(restore(editor, first, { version: 1 })).rejects.toMatchObject({ status: 409 });
    await expect(restore(editor, second, { version: 2 })).rejects.toMatchObject({
      response: { message: expect.stringContaining('giống hệt') },
    });
    await newProduct({ slug: 'ten-cu' });
    await expect(restore(editor, first, { version: 2 })).rejects.toMatchObject({
      status: 400,
      response: { data: { slug: { code: 'validation_not_unique' } } },
    });
    expect(await products.getOne(product.id)).toMatchObject({ slug: 'ten-moi', version: 2 });
    const viewer = await base.signedIn('viewer');
    await expect(restore(viewer, first, { version: 2 })).rejects.toMatchObject({ status: 403 });
    const [contact] = await historyOf(sample.ids.producer_contacts);
    await expect(restore(viewer, contact)).rejects.toMatchObject({ status: 404 });
    await expect(restore(base.guest, first)).rejects.toMatchObject({ status: 401 });
  });

  test('does not let an editor approve, nor a lot go back to draft', async () => {
    const product = await newProduct({ state: 'approved' });
    await admin.collection('products').update(product.id, { state: 'withdrawn', version: 1 });
    const [approved] = await historyOf(product.id);
    await expect(restore(editor, approved, { version: 2 })).rejects.toMatchObject({ status: 403 });
    await restore(admin, approved, { version: 2 });
    const lot = await base.superuser.collection('lots').create(sampleBodies(sample.ids, '').lots);
    await admin.collection('lots').update(lot.id, { state: 'active', version: 1 });
    const [draft] = await historyOf(lot.id);
    await expect(restore(admin, draft, { version: 2 })).rejects.toMatchObject({
      response: { data: { state: { code: 'validation_lot_left_draft' } } },
    });
  });
});

describe('a deleted record', () => {
  test('comes back under its id with what belonged to it, and counts its versions on', async () => {
    const lot = await base.superuser.collection('lots').create(sampleBodies(sample.ids, '').lots);
    const event = {
      lot: lot.id,
      step: 'harvest',
      inputs: [{ name: 'Phân chuồng', quantity: 3 }],
      happened_at: '2026-09',
    };
    const first = await admin.collection('trace_events').create(event);
    const second = await admin.collection('trace_events').create({ ...event, step: 'packing' });
    const before = await admin.collection('lots').update(lot.id, { quantity: 12.5, version: 1 });
    const [plain, packed] = [
      await admin.collection('trace_events').getOne(first.id),
      await admin.collection('trace_events').getOne(second.id),
    ];
    await admin.collection('lots').delete(lot.id);
    const gone = (await historyOf(lot.id)).at(-1);
    await restore(admin, gone);
    const { updated: _, version, ...kept } = await admin.collection('lots').getOne(lot.id);
    expect(kept).toEqual(
      Object.fromEntries(Object.entries(before).filter(([name]) => !['updated', 'version'].includes(name))),
    );
    expect(version).toBe(3);
    for (const { updated: _updated, version: _version, ...was } of [plain, packed])
      expect(await admin.collection('trace_events').getOne(was.id)).toMatchObject(was);
    expect((await historyOf(first.id)).at(-1)).toMatchObject({ action: 'create', why: 'restore', note: gone?.id });
    await expect(restore(admin, gone, { version: 3 })).rejects.toMatchObject({ status: 400 });
  });

  test('comes back as an earlier version of itself', async () => {
    const point = await base.superuser.collection('sales_points').create({
      ...sampleBodies(sample.ids, '').sales_points,
      note: 'Một',
    });
    await admin.collection('sales_points').update(point.id, { note: 'Hai', version: 1 });
    await admin.collection('sales_points').delete(point.id);
    await restore(admin, (await historyOf(point.id))[0]);
    expect(await admin.collection('sales_points').getOne(point.id)).toMatchObject({ note: 'Một', version: 3 });
  });

  test('waits for what it belongs to, which is named', async () => {
    const product = await newProduct({ name: 'Trà hoa vàng' });
    const pack = await admin.collection('pack_variants').create({ product: product.id, net_contents: '100 g' });
    await admin.collection('pack_variants').delete(pack.id);
    await admin.collection('products').delete(product.id);
    const [packGone, productGone] = [(await historyOf(pack.id)).at(-1), (await historyOf(product.id)).at(-1)];
    await expect(restore(admin, packGone)).rejects.toMatchObject({
      response: { message: 'Mục “Sản phẩm” trỏ đến “Trà hoa vàng” đã xóa. Hãy khôi phục bản ghi đó trước.' },
    });
    await restore(admin, productGone);
    await restore(admin, packGone);
    expect(await admin.collection('pack_variants').getOne(pack.id)).toMatchObject({ product: product.id });
  });

  test('keeps its code from every other lot, and comes back with it', async () => {
    const lots = base.superuser.collection('lots');
    const lot = await lots.create({ ...sampleBodies(sample.ids, '').lots, trace_code: 'MATNG2345E' });
    await lots.delete(lot.id);
    await expect(lots.create({ ...sampleBodies(sample.ids, '').lots, trace_code: 'MATNG2345E' })).rejects.toMatchObject(
      {
        response: { data: { trace_code: { code: 'validation_trace_code_used' } } },
      },
    );
    await restore(admin, (await historyOf(lot.id)).at(-1));
    expect(await lots.getOne(lot.id)).toMatchObject({ trace_code: 'MATNG2345E' });
  });

  test('a user comes back without a password; a file does not come back', async () => {
    const user = await base.superuser.collection('users').create(sampleBodies(sample.ids, '').users as object);
    await admin.collection('users').delete(user.id);
    const gone = (await historyOf(user.id)).at(-1);
    await restore(admin, gone);
    const back = await admin.collection('users').getOne(user.id);
    expect(back).toMatchObject({ email: user['email'], role: 'viewer' });
    const signIn = base.guest.collection('users').authWithPassword(String(user['email']), 'cau-dai-de-thu-1');
    await expect(signIn).rejects.toMatchObject({ status: 400 });
    const media = await base.superuser.collection('media').create(sampleBodies(sample.ids, '').media);
    await base.superuser.collection('media').delete(media.id);
    await expect(restore(admin, (await historyOf(media.id)).at(-1))).rejects.toMatchObject({
      response: { message: expect.stringContaining('Tệp đã xóa hẳn') },
    });
  });
});

describe('a person’s right to erasure', () => {
  test('takes the values out of the history, names who did it, and leaves nothing to restore', async () => {
    const producers = admin.collection('producers');
    const body = { ...sampleBodies(sample.ids, '').producers, name: 'Nguyễn Thị Mẫu', natural_person: true };
    const person = await producers.create(body);
    const contact = await admin.collection('producer_contacts').create({ producer: person.id, phone: '0987000111' });
    await admin.collection('producer_contacts').update(contact.id, { phone: '', version: 1 });
    await producers.update(person.id, { name: 'Hộ đã xóa tên', version: 1 });
    const [first] = await historyOf(person.id);
    const ask = (by: PocketBase, note: string) =>
      by.send('/api/ocop/erasures', { method: 'POST', body: { collection: 'producers', record: person.id, note } });
    await expect(ask(editor, 'Đơn')).rejects.toMatchObject({ status: 403 });
    await expect(ask(admin, ' ')).rejects.toMatchObject({
      response: { data: { note: { code: 'validation_required' } } },
    });
    expect(await ask(admin, 'Đơn ngày 20/11/2026')).toEqual({ records: 2 });
    const history = [...(await historyOf(person.id)), ...(await historyOf(contact.id))];
    expect(JSON.stringify(history)).not.toMatch(/Nguyễn Thị Mẫu|0987000111/);
    expect(history.filter(({ action }) => action === 'erase')).toMatchObject([
      { actor_name: 'admin', why: 'erase', note: 'Đơn ngày 20/11/2026' },
      { actor_name: 'admin', why: 'erase', note: 'Đơn ngày 20/11/2026' },
    ]);
    expect(history[0]?.after).toMatchObject({ name: null });
    await expect(restore(admin, first, { version: 2 })).rejects.toMatchObject({
      response: { message: expect.stringContaining('đã xóa theo yêu cầu') },
    });
    // The other records' revisions stand.
    expect((await historyOf(sample.ids.producers))[0]?.after).toMatchObject({ kind: 'cooperative' });
  });
});
