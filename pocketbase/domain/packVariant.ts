import type { z } from 'zod';
import { amount, day, relation, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

/** One pack of a product. A GTIN belongs here: another volume or pack is another GTIN (TCVN 6939). */
export const packVariants = innerNoun(
  'pack_variants',
  {
    label: { one: 'Quy cách đóng gói', many: 'Quy cách đóng gói' },
    title: 'net_contents',
    unique: [['gtin']],
    indexed: ['product'],
  },
  {
    product: relation('Sản phẩm', 'products', { required: true }),
    net_contents: text('Khối lượng, thể tích', { required: true, max: 80 }),
    net_contents_en: text('Khối lượng, thể tích (tiếng Anh)', { max: 80 }),
    gtin: text('Mã vạch (GTIN)', { max: 14, pattern: '^([0-9]{8}|[0-9]{12,14})$' }),
    reference_price: amount('Giá tham khảo', { unit: '₫' }),
    price_on: day('Ngày của giá'),
    shelf_life_days: amount('Hạn dùng kể từ ngày sản xuất', { integer: true, unit: 'ngày' }),
  },
);
export type PackVariant = Stored<z.infer<typeof packVariants.schema>>;
