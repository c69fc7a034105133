/** What the record hooks promise: no silent overwrite, codes that never change, addresses that are never given away. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isTraceCode } from '#domain/rules/traceCode.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

let base: FreshPocketBase;
let ids: Awaited<ReturnType<typeof seedSample>>['ids'];

beforeAll(async () => {
  base = await freshPocketBase();
  ids = (await seedSample(base.superuser)).ids;
});
afterAll(() => base.stop());

async function approvedProduct(slug: string) {
  return base.superuser.collection('products').create({ ...sampleBodies(ids, '').products, slug, state: 'approved' });
}

async function ledger(record: string): Promise<Record<string, string>> {
  const rows = await base.superuser.collection('addresses').getFullList({ filter: `record = '${record}'` });
  return Object.fromEntries(rows.map((row) => [row['path'], row['redirect']]));
}

describe('versions', () => {
  test('a stale save is refused in words and changes nothing', async () => {
    const approver = await base.signedIn('approver');
    const product = await approvedProduct('phien-ban');
    await approver.collection('products').update(product.id, { story: 'Một', version: 1 });
    const stale = approver.collection('products').update(product.id, { story: 'Hai', version: 1 });
    await expect(stale).rejects.toMatchObject({
      status: 409,
      response: { data: { version: { code: 'stale_version' } } },
    });
    expect(await base.superuser.collection('products').getOne(product.id)).toMatchObject({ story: 'Một', version: 2 });
  });

  test('a person who names no version is refused', async () => {
    const editor = await base.signedIn('editor');
    const product = await approvedProduct('khong-phien-ban');
    await expect(editor.collection('products').update(product.id, { story: 'Một' })).rejects.toMatchObject({
      status: 400,
    });
  });

  test('of eight saves at once with one version, one wins', async () => {
    const approver = await base.signedIn('approver');
    const product = await approvedProduct('tranh-nhau');
    const saves = Array.from({ length: 8 }, (_, index) =>
      approver.collection('products').update(product.id, { story: String(index), version: 1 }),
    );
    const results = await Promise.allSettled(saves);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('programs saving at once without a version', () => {
  test('of different fields, none that was answered with "saved" undoes another', async () => {
    const product = await approvedProduct('nhieu-chuong-trinh');
    const fields = ['brand', 'story', 'storage', 'usage', 'warnings', 'standards', 'ingredients', 'description'];
    const saves = fields.map((field) => base.superuser.collection('products').update(product.id, { [field]: 'ghi' }));
    const results = await Promise.allSettled(saves);
    const saved = fields.filter((_, at) => results[at]?.status === 'fulfilled');
    const kept = await base.superuser.collection('products').getOne(product.id);
    expect(saved.length).toBeGreaterThan(0);
    expect(saved.filter((field) => kept[field] !== 'ghi')).toEqual([]);
    expect(kept['version']).toBe(1 + saved.length);
  });
});

describe('trace codes', () => {
  test('a lot gets a right code, and nobody who signs in brings one', async () => {
    const editor = await base.signedIn('editor');
    const lot = await editor.collection('lots').create({ ...sampleBodies(ids, '').lots, trace_code: '' });
    expect(isTraceCode(lot['trace_code'])).toBe(true);
    const brought = editor.collection('lots').create({ ...sampleBodies(ids, '').lots, trace_code: '2222222222' });
    await expect(brought).rejects.toMatchObject({ status: 400 });
  });

  test('a loader may bring a right code, never a wrong one', async () => {
    const right = await base.superuser
      .collection('lots')
      .create({ ...sampleBodies(ids, '').lots, trace_code: '2222222222' });
    expect(right['trace_code']).toBe('2222222222');
    const wrong = base.superuser.collection('lots').create({ ...sampleBodies(ids, '').lots, trace_code: '2222222223' });
    await expect(wrong).rejects.toMatchObject({
      response: { data: { trace_code: { code: 'validation_trace_code' } } },
    });
  });

  test('a code never changes, and a lot that left draft neither goes back nor away', async () => {
    const lot = await base.superuser.collection('lots').create({ ...sampleBodies(ids, '').lots, state: 'active' });
    const lots = base.superuser.collection('lots');
    await expect(lots.update(lot.id, { trace_code: '3333333333' })).rejects.toMatchObject({ status: 400 });
    await expect(lots.update(lot.id, { state: 'draft' })).rejects.toMatchObject({ status: 400 });
    await expect(lots.delete(lot.id)).rejects.toMatchObject({ status: 400 });
  });

  test('a recall is stamped with its time', async () => {
    const lot = await base.superuser.collection('lots').create({ ...sampleBodies(ids, '').lots, state: 'active' });
    const recalled = await base.superuser
      .collection('lots')
      .update(lot.id, { state: 'recalled', recall_reason: 'Thử' });
    expect(Date.parse(recalled['recalled_at'])).toBeGreaterThan(0);
  });
});

describe('the ledger of addresses', () => {
  test('a draft has no address; approval writes it', async () => {
    const draft = await base.superuser
      .collection('products')
      .create({ ...sampleBodies(ids, '').products, slug: 'ban-nhap' });
    expect(await ledger(draft.id)).toEqual({});
    await base.superuser.collection('products').update(draft.id, { state: 'approved' });
    expect(await ledger(draft.id)).toEqual({ '/san-pham/ban-nhap': '' });
  });

  test('a renamed product keeps its old address as a redirect, through every further change and back', async () => {
    const product = await approvedProduct('ten-mot');
    const rename = (slug: string) => base.superuser.collection('products').update(product.id, { slug });
    await rename('ten-hai');
    await rename('ten-ba');
    expect(await ledger(product.id)).toEqual({
      '/san-pham/ten-mot': '/san-pham/ten-ba',
      '/san-pham/ten-hai': '/san-pham/ten-ba',
      '/san-pham/ten-ba': '',
    });
    await rename('ten-mot');
    expect(await ledger(product.id)).toEqual({
      '/san-pham/ten-mot': '',
      '/san-pham/ten-hai': '/san-pham/ten-mot',
      '/san-pham/ten-ba': '/san-pham/ten-mot',
    });
  });

  test('an address that another record ever had is not given again, and nothing of the refused record is kept', async () => {
    const first = await approvedProduct('chi-mot-lan');
    await base.superuser.collection('products').update(first.id, { slug: 'da-doi' });
    await expect(approvedProduct('chi-mot-lan')).rejects.toMatchObject({
      response: { data: { slug: { code: 'validation_address_taken' } } },
    });
    const left = await base.superuser.collection('products').getFullList({ filter: `slug = 'chi-mot-lan'` });
    expect(left).toHaveLength(0);
  });

  test('what ever had an address is not deleted; a draft is', async () => {
    const live = await approvedProduct('da-cong-khai');
    const remove = base.superuser.collection('products').delete(live.id);
    await expect(remove).rejects.toMatchObject({
      response: { data: { state: { code: 'validation_address_public' } } },
    });
    const draft = await base.superuser
      .collection('products')
      .create({ ...sampleBodies(ids, '').products, slug: 'chua-cong-khai' });
    expect(await base.superuser.collection('products').delete(draft.id)).toBe(true);
  });

  test('a corrected GTIN takes the lots along', async () => {
    const product = await approvedProduct('co-ma-vach');
    const pack = { product: product.id, net_contents: '500 ml', gtin: '8936000001018' };
    const variant = await base.superuser.collection('pack_variants').create(pack);
    const lot = await base.superuser
      .collection('lots')
      .create({ variant: variant.id, lot_number: 'L260915', state: 'active' });
    await base.superuser.collection('pack_variants').update(variant.id, { gtin: '8936000001025' });
    expect(await ledger(variant.id)).toEqual({ '/01/08936000001018': '/01/08936000001025', '/01/08936000001025': '' });
    expect(await ledger(lot.id)).toEqual({
      [`/t/${lot['trace_code']}`]: '',
      '/01/08936000001018/10/L260915': '/01/08936000001025/10/L260915',
      '/01/08936000001025/10/L260915': '',
    });
  });

  test('a natural person gets a neutral address, and an address with the name leaves the ledger', async () => {
    const body = { ...sampleBodies(ids, '').producers, slug: 'nguyen-van-a', kind: 'household', state: 'approved' };
    const person = await base.superuser.collection('producers').create({ ...body, natural_person: true });
    expect(person['slug']).toMatch(/^ho-[a-z0-9]+$/);
    const firm = await base.superuser.collection('producers').create({ ...body, slug: 'tran-thi-b' });
    await base.superuser.collection('producers').update(firm.id, { natural_person: true });
    expect(Object.keys(await ledger(firm.id))).toEqual([expect.stringMatching(/^\/chu-the\/ho-[a-z0-9]+$/)]);
  });
});

describe('communes', () => {
  const commune = (fields: Record<string, unknown> = {}) =>
    base.superuser.collection('communes').create({ ...sampleBodies(ids, '').communes, ...fields });
  const update = (id: string, fields: Record<string, unknown>) =>
    base.superuser.collection('communes').update(id, fields);

  test('a renamed commune keeps its old address, and no other gets it', async () => {
    const named = await commune({ slug: 'xa-ten-cu' });
    await update(named.id, { slug: 'xa-ten-moi' });
    expect(await ledger(named.id)).toEqual({ '/san-pham/xa/xa-ten-cu': '/san-pham/xa/xa-ten-moi' });
    await expect(commune({ slug: 'xa-ten-cu' })).rejects.toMatchObject({
      response: { data: { slug: { code: 'validation_address_taken' } } },
    });
    await update(named.id, { slug: 'xa-ten-cu' });
    expect(await ledger(named.id)).toEqual({
      '/san-pham/xa/xa-ten-cu': '',
      '/san-pham/xa/xa-ten-moi': '/san-pham/xa/xa-ten-cu',
    });
  });

  test('a merged one leads to where it went, through every further merging, and back', async () => {
    const [first, second, third] = [
      await commune({ slug: 'xa-mot' }),
      await commune({ slug: 'xa-hai' }),
      await commune({ slug: 'xa-ba' }),
    ];
    await update(second.id, { merged_into: third.id });
    await update(first.id, { merged_into: second.id });
    expect(await ledger(second.id)).toEqual({ '/san-pham/xa/xa-hai': '/san-pham/xa/xa-ba' });
    expect(await ledger(first.id)).toEqual({ '/san-pham/xa/xa-mot': '/san-pham/xa/xa-ba' });
    for (const into of [third.id, first.id])
      await expect(update(third.id, { merged_into: into })).rejects.toMatchObject({
        response: { data: { merged_into: { code: 'validation_merged_in_a_circle' } } },
      });
    await update(first.id, { merged_into: '' });
    expect(await ledger(first.id)).toEqual({ '/san-pham/xa/xa-mot': '' });
  });
});

test('the public address is frozen once stamps are printed', async () => {
  const admin = await base.signedIn('admin');
  const settings = admin.collection('site_settings');
  const first = await settings.update(ids.site_settings, { public_address: 'https://ocop.example', version: 1 });
  const printed = await settings.update(ids.site_settings, { stamps_printed: true, version: first['version'] });
  const change = settings.update(ids.site_settings, {
    public_address: 'https://khac.example',
    version: printed['version'],
  });
  await expect(change).rejects.toMatchObject({
    response: { data: { public_address: { code: 'validation_address_frozen' } } },
  });
});

test('an address that was left, and leads on, is frozen no more', async () => {
  const moving = await freshPocketBase({ env: { OCOP_FORMER_SITE: 'ocop.cu.example www.ocop.cu.example' } });
  try {
    const settings = moving.superuser.collection('site_settings');
    const { id } = await settings.create({
      kind: 'real',
      province_code: '24',
      province: 'Bắc Ninh',
      office: 'Văn phòng',
      public_address: 'https://ocop.cu.example',
      stamps_printed: true,
    });
    await settings.update(id, { public_address: 'https://ocop.moi.example' });
    const back = settings.update(id, { public_address: 'https://ocop.cu.example' });
    await expect(back).rejects.toMatchObject({
      response: { data: { public_address: { code: 'validation_address_frozen' } } },
    });
    await expect(settings.update(id, { stamps_printed: false })).rejects.toMatchObject({
      response: { data: { stamps_printed: { code: 'validation_address_frozen' } } },
    });
  } finally {
    await moving.stop();
  }
});
