/** Records as PocketBase answers them, made of the schemas: what a test does not name is empty. */
import type { FieldShape } from '#domain/field.ts';
import { fieldsOf, type Noun } from '#domain/noun.ts';
import { nouns } from '#domain/nouns.ts';
import { type Office, type OfficeRecord, READ_COLLECTIONS, type ReadCollection } from '#scripts/publish/read.ts';

function emptyValue(shape: FieldShape): unknown {
  if (shape.many === true) return [];
  if (shape.kind === 'number') return 0;
  if (shape.kind === 'flag') return false;
  if (shape.kind === 'point') return { lon: 0, lat: 0 };
  return shape.kind === 'json' ? null : '';
}

/** One record; `id` defaults to the collection's name. */
export function recordOf<C extends ReadCollection>(
  collection: C,
  fields: Partial<OfficeRecord<C>> = {},
): OfficeRecord<C> {
  const empty = fieldsOf(nouns[collection] as Noun).map(([name, shape]) => [name, emptyValue(shape)]);
  const now = '2026-11-22 00:00:00.000Z';
  return { id: collection, created: now, updated: now, ...Object.fromEntries(empty), ...fields } as OfficeRecord<C>;
}

/** What a test gives of each collection. */
export type OfficeFields = { [C in ReadCollection]?: Partial<OfficeRecord<C>>[] };

/** A whole office. */
export function officeOf(fields: OfficeFields): Office {
  const entries = READ_COLLECTIONS.map((name) => [
    name,
    (fields[name] ?? []).map((each) => recordOf(name, each as object)),
  ]);
  return Object.fromEntries(entries) as Office;
}

/** The smallest office whose one product and one lot can be published without any problem. */
export function soundOffice(changes: OfficeFields = {}): Office {
  const seen = { state: 'approved' as const };
  return officeOf({
    site_settings: [
      { kind: 'real', province_code: '24', province: 'Bắc Ninh', office: 'Văn phòng OCOP', expires_soon_days: 30 },
    ],
    communes: [{ code: '07288', name: 'Xã Yên Thế', slug: 'xa-yen-the', type: 'xa', province_code: '24' }],
    producers: [{ name: 'HTX Một', slug: 'htx-mot', kind: 'cooperative', commune: 'communes', ...seen }],
    products: [{ name: 'Mật ong', slug: 'mat-ong', producer: 'producers', ...seen }],
    pack_variants: [{ product: 'products', net_contents: 'Lọ 500 g' }],
    lots: [{ variant: 'pack_variants', lot_number: 'L1', trace_code: 'MATNG2345E', state: 'active' }],
    ...changes,
  });
}
