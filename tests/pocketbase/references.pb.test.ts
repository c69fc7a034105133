/** Nothing is deleted while something points at it: what stands in the way is named, and the way out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

let base: FreshPocketBase;
let ids: Awaited<ReturnType<typeof seedSample>>['ids'];

beforeAll(async () => {
  base = await freshPocketBase();
  ids = (await seedSample(base.superuser)).ids;
});
afterAll(() => base.stop());

describe('deleting names what stands in the way, and the way out', () => {
  const refusal = async (collection: string, id: string) => {
    const error = await base.superuser
      .collection(collection)
      .delete(id)
      .then(
        () => null,
        (problem) => problem,
      );
    return String(error?.response?.message);
  };

  test('a producer with products, a product with lots, a lot with printed stamps, a decision, a commune', async () => {
    const bodies = sampleBodies(ids, '');
    const commune = await base.superuser.collection('communes').create({ ...bodies.communes, name: 'Xã Thử' });
    const producer = await base.superuser
      .collection('producers')
      .create({ ...bodies.producers, name: 'HTX Thử', commune: commune.id });
    const names = ['Trà', 'Rượu', 'Mật', 'Miến'];
    const products = [];
    for (const name of names)
      products.push(
        await base.superuser
          .collection('products')
          .create({ ...sampleBodies(ids, '').products, name, producer: producer.id }),
      );
    const product = products[0]?.id ?? '';
    const pack = await base.superuser.collection('pack_variants').create({ product, net_contents: '500 g' });
    const lot = await base.superuser
      .collection('lots')
      .create({ variant: pack.id, lot_number: 'TH-1', state: 'draft', stamps_printed: true });
    const decision = await base.superuser.collection('decisions').create({ ...bodies.decisions, number: '99/QĐ-UBND' });
    await base.superuser
      .collection('recognitions')
      .create({ product, decision: decision.id, stars: 3, issued_on: '2025-01-02' });
    expect(await refusal('producers', producer.id)).toBe(
      'Chưa xóa được “HTX Thử”: còn 4 sản phẩm (Trà; Rượu; Mật; …). Hãy rút khỏi danh mục.',
    );
    expect(await refusal('products', product)).toBe(
      'Chưa xóa được “Trà”: còn 1 lô hàng (TH-1), 1 quy cách đóng gói (500 g), 1 công nhận sao (Trà). Hãy rút khỏi danh mục.',
    );
    expect(await refusal('pack_variants', pack.id)).toContain('1 lô hàng (TH-1). Hãy rút sản phẩm khỏi danh mục.');
    expect(await refusal('lots', lot.id)).toBe('Tem của lô TH-1 đã in nên không xóa được lô. Hãy thu hồi lô hàng.');
    expect(await refusal('decisions', decision.id)).toContain('1 công nhận sao (Trà)');
    expect(await refusal('communes', commune.id)).toContain('1 chủ thể (HTX Thử)');
    // Nothing was quietly left pointing nowhere.
    expect(await base.superuser.collection('products').getOne(product)).toMatchObject({ producer: producer.id });
  });
});
