import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayBounds, hanoiDay } from '#domain/rules/day.ts';
import { writePlan } from '#scripts/demo/write.ts';
import { DEMONSTRATION_SETS, type DemonstrationSet, loadDemonstration } from '#scripts/demo.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

const today = hanoiDay(Date.now());
const sets = Object.keys(DEMONSTRATION_SETS) as DemonstrationSet[];

async function all(pb: FreshPocketBase, collection: string, filter = '') {
  return pb.superuser.collection(collection).getFullList({ filter, requestKey: null });
}

/** Peak of a process's memory in MB; where the system does not tell, 0. */
function peakMemory(pid: number): number {
  const path = `/proc/${pid}/status`;
  return existsSync(path) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) / 1_024 : 0;
}

describe.each(sets)('%s', (set) => {
  let pb: FreshPocketBase;

  beforeAll(async () => {
    pb = await freshPocketBase();
    const began = performance.now();
    await loadDemonstration(pb.superuser, set, { today });
    console.log(`${set}: loaded in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  });
  afterAll(() => pb.stop());

  test('every producer, product, sales point, fair and lot has its address in the ledger', async () => {
    const paths = new Set((await all(pb, 'addresses')).map((row) => row['path']));
    for (const product of await all(pb, 'products')) expect(paths).toContain(`/san-pham/${product['slug']}`);
    for (const producer of await all(pb, 'producers')) expect(paths).toContain(`/chu-the/${producer['slug']}`);
    for (const point of await all(pb, 'sales_points')) expect(paths).toContain(`/diem-ban/${point['slug']}`);
    for (const fair of await all(pb, 'fairs')) expect(paths).toContain(`/hoi-cho/${fair['slug']}`);
    for (const lot of await all(pb, 'lots', "state != 'draft'")) expect(paths).toContain(`/t/${lot['trace_code']}`);
  });

  test('a person’s address says nothing of the person', async () => {
    const persons = await all(pb, 'producers', 'natural_person = true');
    expect(persons.length).toBeGreaterThan(2);
    for (const person of persons) expect(person['slug']).toMatch(/^ho-[a-z0-9]{8}$/);
  });

  test('real firms carry no lot, pack, certificate, shop page or opening hours', async () => {
    const real = 'product.demonstration = false';
    expect(await all(pb, 'pack_variants', real)).toEqual([]);
    expect(await all(pb, 'lots', 'variant.product.demonstration = false')).toEqual([]);
    expect(await all(pb, 'listings', real)).toEqual([]);
    expect(await all(pb, 'certificates', 'producer.demonstration = false')).toEqual([]);
    expect(
      await all(pb, 'recognitions', `${real} && (revoked_on != '' || refiled_on != '' || pending_central = true)`),
    ).toEqual([]);
    for (const point of await all(pb, 'sales_points', 'demonstration = false'))
      expect(point['opening_hours']).toBeNull();
  });

  test('fairs are coming and past; the next one has exhibitors and products', async () => {
    const fairs = await all(pb, 'fairs', 'demonstration = true');
    const coming = fairs.filter((each) => String(each['starts_on']) > today);
    expect([coming.length, fairs.length - coming.length]).toEqual([2, 2]);
    const [fair] = coming.sort((a, b) => (String(a['starts_on']) < String(b['starts_on']) ? -1 : 1));
    expect(fair?.['exhibitors']).toHaveLength(8);
    expect(fair?.['products'].length).toBeGreaterThan(10);
  });

  test('pictures are drawings, stored as WebP, and known to guests by nothing', async () => {
    const pictures = await all(pb, 'media');
    expect(pictures).toHaveLength(16);
    for (const picture of pictures) {
      expect(picture['file']).toMatch(/\.webp$/);
      expect(picture['drawn']).toBe(true);
    }
    const [picture] = pictures;
    if (picture === undefined) throw new Error('no picture');
    const asGuest = await fetch(`${pb.url}/api/files/media/${picture.id}/${picture['file']}`);
    expect(asGuest.status).toBe(404);
  });

  test('fictional days are counted from the day of loading', async () => {
    const [recalled] = await all(pb, 'lots', "state = 'recalled'");
    expect(hanoiDay(Date.parse(recalled?.['recalled_at'])) < today).toBe(true);
    const issued = (await all(pb, 'recognitions', 'product.demonstration = true')).map((each) => each['issued_on']);
    for (const day of issued) expect(dayBounds(day)?.first ?? '9999', day).toSatisfy((first: string) => first <= today);
  });

  test('no batch is needed: each of its requests would hold an engine until all are done', async () => {
    expect((await pb.superuser.settings.getAll())['batch'].enabled).toBe(false);
  });

  test('loading again changes nothing; another set is refused', async () => {
    const before = await all(pb, 'products');
    expect(await loadDemonstration(pb.superuser, set, { today })).toEqual({ loaded: false, records: 0 });
    expect(await all(pb, 'products')).toEqual(before);
    const [other] = sets.filter((each) => each !== set);
    if (other === undefined) throw new Error('one set only');
    await expect(loadDemonstration(pb.superuser, other, { today })).rejects.toThrow(/holds the demonstration/);
  });
});

describe('where a demonstration must not go', () => {
  let pb: FreshPocketBase;
  beforeAll(async () => {
    pb = await freshPocketBase();
  });
  afterAll(() => pb.stop());

  test('among records of an office it is refused and nothing is written', async () => {
    const real = { kind: 'real', province_code: '24', province: 'Bắc Ninh', office: 'Văn phòng' };
    const settings = await pb.superuser.collection('site_settings').create(real);
    await expect(loadDemonstration(pb.superuser, 'bac-ninh', { today })).rejects.toThrow(/records of an office/);
    expect(await all(pb, 'communes')).toEqual([]);
    await pb.superuser.collection('site_settings').delete(settings.id);
  });

  test('nor beside records without settings', async () => {
    const producer = { name: 'HTX thật', slug: 'htx-that', kind: 'cooperative', state: 'draft' };
    const made = await pb.superuser.collection('producers').create(producer);
    await expect(loadDemonstration(pb.superuser, 'bac-ninh', { today })).rejects.toThrow(/records of an office/);
    await pb.superuser.collection('producers').delete(made.id);
  });

  test('a plan is written whole or not at all, and the record at fault is named', async () => {
    const good = { id: 'a'.repeat(15), name: 'HTX thử', slug: 'htx-thu', kind: 'cooperative', state: 'approved' };
    const plan = { producers: [good, { ...good, id: 'b'.repeat(15), name: 'HTX sai', kind: 'circus' }] };
    await expect(writePlan(pb.superuser, plan)).rejects.toThrow(/Producers "HTX sai".*kind/);
    expect(await all(pb, 'producers')).toEqual([]);
  });

  test('synthetic records are added up to the scale, once', async () => {
    const scale = { products: 45, lots: 620 };
    const { records } = await loadDemonstration(pb.superuser, 'nghe-an', { today, scale });
    expect(records).toBeGreaterThan(45 * 3 + 620 * 3);
    expect(await all(pb, 'products', "name ~ 'Sản phẩm thử tải %'")).toHaveLength(45);
    expect(await all(pb, 'producers', "name ~ 'Cơ sở thử tải %'")).toHaveLength(3);
    expect(await all(pb, 'lots', "lot_number ~ 'TT%'")).toHaveLength(620);
    const again = await loadDemonstration(pb.superuser, 'nghe-an', { today, scale: { products: 45, lots: 630 } });
    expect(again).toEqual({ loaded: false, records: 30 });
    // Records that each hold an engine until all are written take a gigabyte.
    expect(peakMemory(pb.server.pid)).toBeLessThan(600);
    expect(await all(pb, 'products', "demonstration = false && name ~ 'thử tải'")).toEqual([]);
    expect(await all(pb, 'lots', 'demonstration = false')).toEqual([]);
  });
});
