/** Proposals of what is shown with an approved record that cannot be done any more, and whose they are to send and to decide. */
import type { RecordModel } from 'pocketbase';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type InnerKind, innerKinds } from './innerKinds.ts';
import { decide, openReviewOffice, propose, proposeNew, proposeRemoval, refusal } from './reviewOffice.ts';
import { sampleBodies } from './sample.ts';

const office = await openReviewOffice();
const { base, sample, editor, approver, settings, newProduct, proposalOf } = office;
const { superuser } = base;
const kinds = await innerKinds(office);
afterEach(() => settings({ reviewers_differ: false }));
afterAll(() => base.stop());

const rows = (kind: InnerKind, filter = '') =>
  superuser.collection(kind.collection).getFullList({ filter, sort: 'id' });
const made = (kind: InnerKind, owner = kind.approved) => superuser.collection(kind.collection).create(kind.body(owner));

const [packs] = kinds as [InnerKind];
const listings = kinds.find(({ collection }) => collection === 'listings') as InnerKind;

describe('a proposal that has become impossible', () => {
  test('is refused in words when it is sent, as a save is', async () => {
    const taken = await superuser
      .collection('pack_variants')
      .create({ product: packs.draft, net_contents: '1 kg', gtin: '8936000002015' });
    const before = await rows(packs);
    for (const [values, field, code] of [
      [{ product: packs.approved, net_contents: '1 kg', gtin: taken['gtin'] }, 'gtin', 'validation_not_unique'],
      [{ product: packs.approved, net_contents: '' }, 'net_contents', 'validation_required'],
      [{ product: packs.approved, net_contents: '1 kg', gtin: '12' }, 'gtin', 'validation_contradiction'],
    ] as const)
      await expect(proposeNew(editor, 'pack_variants', values)).rejects.toMatchObject({
        status: 400,
        response: { data: { [field]: { code } } },
      });
    for (const name of ['id', 'version', 'created', 'no_such'])
      await expect(
        proposeNew(editor, 'pack_variants', { ...packs.body(packs.approved), [name]: 'x' }),
      ).rejects.toMatchObject(refusal(400, 'không được đề nghị'));
    expect(await rows(packs)).toEqual(before);
  });

  test('stays waiting, and leaves nothing half done', async () => {
    const wanted = { product: packs.approved, net_contents: '2 kg', gtin: '8936000002022' };
    const { id } = await proposeNew(editor, 'pack_variants', wanted);
    await superuser.collection('pack_variants').create({ ...wanted, product: packs.draft });
    const before = await rows(packs);
    await expect(decide(approver, id, 'approve')).rejects.toMatchObject({
      status: 400,
      response: { data: { gtin: { code: 'validation_not_unique' } } },
    });
    expect([await rows(packs), (await proposalOf(id)).state]).toEqual([before, 'waiting']);
    await decide(approver, id, 'refuse', { note: 'Mã vạch đã có' });
  });

  test('has lost its product, or that was withdrawn since', async () => {
    const product = await newProduct();
    const record = await superuser.collection('listings').create(listings.body(product.id));
    const wishes = [
      await proposeNew(editor, 'listings', listings.body(product.id)),
      await proposeRemoval(editor, record),
    ];
    await superuser.collection('products').update(product.id, { state: 'withdrawn' });
    const words = refusal(400, `Sản phẩm “${product['name']}” đã rút khỏi danh mục từ khi có đề nghị`);
    for (const { id } of wishes)
      await expect(decide(approver, id, 'approve', { version: 1 })).rejects.toMatchObject(words);
    expect(await rows(listings, `product = '${product.id}'`)).toEqual([record]);
    // Of what was withdrawn when it was sent, it is done.
    const late = await proposeNew(editor, 'listings', listings.body(product.id));
    await decide(approver, late.id, 'approve');
    const certificate = { scheme: 'gmp', product: product.id };
    const orphan = await proposeNew(editor, 'certificates', certificate);
    for (const each of await rows(listings, `product = '${product.id}'`))
      await superuser.collection('listings').delete(each.id);
    const deleted = superuser.collection('products').delete(product.id);
    await expect(deleted).rejects.toMatchObject({ status: 400 });
    await decide(approver, orphan.id, 'approve');
  });

  test('is a removal of what others point at, or of what is gone', async () => {
    const pack = await made(packs);
    const { id } = await proposeRemoval(editor, pack);
    const lot = sampleBodies({ ...sample.ids, pack_variants: pack.id }, '').lots as Record<string, unknown>;
    await superuser.collection('lots').create(lot);
    await expect(decide(approver, id, 'approve', { version: 1 })).rejects.toMatchObject(refusal(400, 'còn 1 lô hàng'));
    await expect(proposeRemoval(editor, pack)).rejects.toMatchObject(refusal(400, 'còn 1 lô hàng'));
    const other = await made(packs);
    const late = await proposeRemoval(editor, other);
    await superuser.collection('pack_variants').delete(other.id);
    await expect(decide(approver, late.id, 'approve', { version: 1 })).rejects.toMatchObject(refusal(400, 'đã xóa'));
    await expect(proposeRemoval(editor, { ...pack, version: 9 } as RecordModel)).rejects.toMatchObject({ status: 409 });
  });
});

test('a record that is reviewed itself is neither made nor removed by a proposal', async () => {
  const product = await newProduct();
  for (const wish of [
    () => proposeNew(editor, 'products', { name: 'Mới', slug: 'moi', state: 'approved' }),
    () => proposeRemoval(editor, product),
    () => proposeNew(editor, 'recognitions', { product: product.id, stars: 5 }),
    () => proposeNew(editor, 'producer_contacts', { producer: sample.ids.producers, phone: '0911' }),
    () => proposeNew(editor, 'users', { role: 'admin' }),
    () => proposeNew(editor, 'no_such', {}),
  ])
    await expect(wish()).rejects.toMatchObject(refusal(400, 'không qua duyệt'));
});

test('where two must look the author’s own deed waits for another', async () => {
  await settings({ reviewers_differ: true });
  const record = await made(packs);
  const admin = await base.signedIn('admin');
  const wishes = [
    await proposeNew(approver, 'pack_variants', packs.body(packs.approved)),
    await proposeRemoval(approver, record),
  ];
  for (const { id } of wishes) {
    const own = decide(approver, id, 'approve', { version: 1 });
    await expect(own).rejects.toMatchObject(refusal(403, 'phải là hai người'));
    await decide(admin, id, 'approve', { version: 1 });
  }
});

test('a deleted one comes back under its id, proposed and approved', async () => {
  const record = await made(packs);
  await superuser.collection('pack_variants').delete(record.id);
  const body = packs.body(packs.approved);
  const { id } = await proposeNew(editor, 'pack_variants', body, { record: record.id });
  await decide(approver, id, 'approve');
  const back = await superuser.collection('pack_variants').getOne(record.id);
  expect(back).toMatchObject({ ...body, version: 2, created: record['created'] });
  const there = proposeNew(editor, 'pack_variants', body, { record: record.id });
  await expect(there).rejects.toMatchObject({ status: 404 });
});

test('a person who is forgotten is forgotten by what was proposed of what is theirs', async () => {
  const body = { ...sampleBodies(sample.ids, '').producers, state: 'approved', name: 'Bà Nguyễn Mẫu' };
  const person = await superuser.collection('producers').create(body);
  const { id } = await proposeNew(editor, 'certificates', { scheme: 'gmp', number: 'M1', producer: person.id });
  expect((await proposalOf(id)).title).toBe('M1 (Bà Nguyễn Mẫu)');
  const erasure = { collection: 'producers', record: person.id, note: 'Đơn ngày 20/11/2026' };
  await superuser.send('/api/ocop/erasures', { method: 'POST', body: erasure });
  expect(await proposalOf(id)).toMatchObject({ state: 'withdrawn', after: {}, title: '' });
});

test('each is called by what a person knows it by', async () => {
  const product = await newProduct({ name: 'Mật ong mẫu' });
  const told: [string, Record<string, unknown>, string][] = [
    ['pack_variants', { product: product.id, net_contents: 'Lọ 1 kg' }, 'Lọ 1 kg (Mật ong mẫu)'],
    ['certificates', { product: product.id, scheme: 'gmp' }, 'Mật ong mẫu'],
    ['listings', listings.body(product.id), 'Mật ong mẫu'],
  ];
  for (const [collection, values, title] of told)
    expect((await proposalOf((await proposeNew(editor, collection, values)).id)).title).toBe(title);
});

test('limits of a person hold for what they propose and approve', async () => {
  const commune = await superuser.collection('communes').create({ ...sampleBodies(sample.ids, '').communes });
  const far = await superuser
    .collection('producers')
    .create({ ...sampleBodies(sample.ids, '').producers, state: 'approved', commune: commune.id });
  const limits = { communes: [commune.id] };
  const [writer, decider] = [await base.signedIn('editor', limits), await base.signedIn('approver', limits)];
  const fairs = await base.signedIn('editor', { collections: ['fairs'] });
  const certificate = { scheme: 'gmp', producer: sample.ids.producers };
  const there = await superuser.collection('certificates').create(certificate);
  for (const by of [writer, fairs]) {
    await expect(proposeNew(by, 'certificates', certificate)).rejects.toMatchObject({ status: 403 });
    await expect(propose(by, there, { scope: 'Khác' })).rejects.toMatchObject({ status: 403 });
    await expect(proposeRemoval(by, there)).rejects.toMatchObject({ status: 403 });
  }
  const own = await superuser.collection('certificates').create({ scheme: 'gmp', producer: far.id });
  await expect(propose(writer, own, { producer: sample.ids.producers })).rejects.toMatchObject({ status: 403 });
  const foreign = [await proposeNew(editor, 'certificates', certificate), await proposeRemoval(editor, there)];
  for (const { id } of foreign)
    await expect(decide(decider, id, 'approve', { version: 1 })).rejects.toMatchObject({ status: 403 });
  const mine = await proposeNew(writer, 'certificates', { scheme: 'gmp', producer: far.id });
  await decide(decider, mine.id, 'approve');
  expect(await superuser.collection('certificates').getFullList({ filter: `producer = '${far.id}'` })).toHaveLength(2);
});
