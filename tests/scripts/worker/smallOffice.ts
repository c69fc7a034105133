/** The smallest province that can be published: one product with one lot. Makes publishing as quick as Astro can be. */
import type PocketBase from 'pocketbase';

export interface SmallOffice {
  product: string;
  lot: string;
  traceCode: string;
}

/** Writes it into an empty database. */
export async function addSmallOffice(pb: PocketBase): Promise<SmallOffice> {
  const make = (collection: string, fields: Record<string, unknown>) => pb.collection(collection).create(fields);
  await make('site_settings', {
    kind: 'real',
    province_code: '24',
    province: 'Bắc Ninh',
    office: 'Văn phòng OCOP',
    expires_soon_days: 30,
  });
  const commune = await make('communes', {
    code: '07288',
    name: 'Xã Yên Thế',
    slug: 'xa-yen-the',
    type: 'xa',
    province_code: '24',
  });
  const producer = await make('producers', {
    name: 'HTX Một',
    slug: 'htx-mot',
    kind: 'cooperative',
    commune: commune.id,
    state: 'approved',
  });
  const product = await make('products', {
    name: 'Mật ong',
    slug: 'mat-ong',
    producer: producer.id,
    state: 'approved',
  });
  const variant = await make('pack_variants', { product: product.id, net_contents: 'Lọ 500 g' });
  const lot = await make('lots', { variant: variant.id, lot_number: 'L1', state: 'active', produced_on: '2026-10-01' });
  return { product: product.id, lot: lot.id, traceCode: String(lot['trace_code']) };
}
