/** One valid record of every collection, and bodies for more. */
import type PocketBase from 'pocketbase';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { addDays } from '#domain/rules/day.ts';

export type SampleIds = Record<CollectionName, string>;

let count = 0;

/** A PNG of one pixel: the smallest file that PocketBase takes for a picture. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Bodies of valid, new records that hang on the given ones. Each call gives other keys. */
export function sampleBodies(
  ids: Partial<SampleIds>,
  requestedBy: string,
): Record<CollectionName, Record<string, unknown> | FormData> {
  count += 1;
  const slug = `mau-${count}`;
  const media = new FormData();
  media.set('file', new Blob([PIXEL], { type: 'image/png' }), 'mau.png');
  media.set('alt', 'Ảnh mẫu');
  return {
    media,
    communes: { code: String(10_000 + count), name: `Xã Mẫu ${count}`, slug, type: 'xa', province_code: '24' },
    producers: {
      name: `HTX Minh Họa ${count}`,
      slug,
      kind: 'cooperative',
      commune: ids.communes,
      state: 'draft',
      pictures: [],
    },
    producer_contacts: { producer: ids.producers, phone: '0900000000' },
    products: { name: `Sản phẩm mẫu ${count}`, slug, producer: ids.producers, state: 'draft' },
    pack_variants: { product: ids.products, net_contents: `${count} g` },
    decisions: { number: `${count}/QĐ-UBND`, decided_on: '2025-09-15', kind: 'recognition', authority: 'province' },
    criteria: {
      criteria_version: 'thử',
      criteria_set: 1,
      position: count,
      part: 'A',
      code: `1.${count}`,
      label: 'Tiêu chí mẫu',
      max_points: 3,
    },
    rounds: { level: 'province', year: 2_020 + (count % 70), number: 1 + Math.floor(count / 70), state: 'open' },
    evaluations: {
      round: ids.rounds,
      product: ids.products,
      criteria_version: 'thử',
      criteria_set: 1,
      state: 'candidate',
    },
    // Each later than the one before: two of one product on one day are refused.
    recognitions: {
      product: ids.products,
      decision: ids.decisions,
      stars: 4,
      case: 'first',
      issued_on: addDays('2025-09-15', count),
    },
    certificates: { producer: ids.producers, product: ids.products, scheme: 'vietgap' },
    growing_areas: {
      code: `VN-MHOR-${count}`,
      kind: 'export',
      commune: ids.communes,
      producers: [ids.producers],
      state: 'draft',
    },
    lots: { variant: ids.pack_variants, lot_number: `L${count}`, state: 'draft' },
    trace_events: { lot: ids.lots, step: 'harvest', happened_at: '2026-09-12' },
    sales_points: { name: `Điểm bán ${count}`, slug, state: 'draft' },
    fairs: { name: `Hội chợ ${count}`, slug, kind: 'fair', state: 'draft' },
    platforms: { name: `Sàn ${count}` },
    listings: { product: ids.products, platform: ids.platforms, url: `https://example.org/${count}` },
    published_figures: { metric: 'Số sản phẩm', value: '1' },
    targets: { name: 'Sản phẩm từ 3 sao', measure: 'in_force', value: 200, unit: 'sản phẩm', due_on: '2030' },
    supports: { name: `Bao bì ${count}`, purpose: 'packaging', granted_on: '2026', amount: 50_000_000 },
    trainings: { name: `Lớp ${count}`, starts_on: '2026-04-10', participants: 40, producers: [ids.producers] },
    pages: { kind: 'about', title: `Trang ${count}`, body: 'Nội dung', state: 'draft' },
    synonyms: { kind: 'same', words: 'lạc, đậu phộng' },
    addresses: { path: `/mau/${count}` },
    releases: { action: 'publish', state: 'queued', reason: 'button', requested_by: requestedBy },
    revisions: { collection: 'products', record: ids.products, action: 'update', why: 'form' },
    imports: { file_name: `bang-${count}.xlsx`, target: 'products', state: 'dry' },
    proposals: {
      collection: 'products',
      record: ids.products,
      deed: 'change',
      state: 'waiting',
      after: { story: 'Khác' },
    },
    site_settings: { kind: 'demonstration', province_code: '24', province: 'Bắc Ninh', office: 'Văn phòng' },
    users: {
      email: `nguoi-${count}@example.org`,
      password: 'cau-dai-de-thu-1',
      passwordConfirm: 'cau-dai-de-thu-1',
      role: 'viewer',
      emailVisibility: true,
    },
  };
}

/** Creates one record of each collection, approved where there is a review, all joined; `change` is a harmless change of each. */
export async function seedSample(superuser: PocketBase) {
  const ids = {} as SampleIds;
  for (const collection of Object.keys(nouns) as CollectionName[]) {
    if (collection === 'producer_contacts' || collection === 'revisions') continue;
    const body = sampleBodies(ids, '')[collection];
    if (!(body instanceof FormData) && 'state' in body && 'visible_from' in nouns[collection].schema.shape)
      body['state'] = 'approved';
    if (collection === 'producers' && !(body instanceof FormData)) body['pictures'] = [ids.media];
    ids[collection] = (await superuser.collection(collection).create(body)).id;
  }
  const other = await superuser.collection('producers').create({ ...sampleBodies(ids, '').producers });
  // One contact a producer: the sample's hangs on a producer of its own, seen through `ids.producers`.
  ids.producer_contacts = (
    await superuser.collection('producer_contacts').create({ producer: ids.producers, phone: '0900000000' })
  ).id;
  // Nobody makes one: the product's own stands for them.
  ids.revisions = (await superuser.collection('revisions').getFirstListItem(`record = '${ids.products}'`)).id;
  const change: Record<CollectionName, Record<string, unknown>> = {
    media: { alt: 'Khác' },
    communes: { name_en: 'Other' },
    producers: { story: 'Khác' },
    producer_contacts: { phone: '0911111111' },
    products: { story: 'Khác' },
    pack_variants: { reference_price: 1000 },
    decisions: { title: 'Khác' },
    criteria: { label: 'Khác' },
    rounds: { note: 'Khác' },
    evaluations: { note: 'Khác' },
    recognitions: { note: 'Khác' },
    certificates: { scope: 'Khác' },
    growing_areas: { crop: 'Khác' },
    lots: { growing_area: 'Khác' },
    trace_events: { note: 'Khác' },
    sales_points: { note: 'Khác' },
    fairs: { note: 'Khác' },
    platforms: { website: 'https://example.org' },
    listings: { listed_on: '2026' },
    published_figures: { area: 'Khác' },
    targets: { decided_by: 'Khác' },
    supports: { note: 'Khác' },
    trainings: { organiser: 'Khác' },
    pages: { body: 'Khác' },
    synonyms: { words: 'vừng, mè' },
    addresses: { redirect: '/' },
    releases: { note: 'Khác' },
    revisions: { note: 'Khác' },
    imports: { state: 'failed' },
    proposals: { state: 'approved' },
    site_settings: { office_phone: '0222' },
    users: { name: 'Khác' },
  };
  return { ids, otherProducer: other.id, change };
}
