import type { PublicVariant } from '#domain/snapshot.ts';
import { columnsOf } from '../column.ts';
import { describe } from '../dataSet.ts';
import { openPacks } from '../openRecords.ts';
import { recordById } from '../recordById.ts';
import { demonstrationColumn } from './shared.ts';

const column = columnsOf<PublicVariant>();

/** Packs with barcode and reference price. */
export const packs = describe<PublicVariant>({
  name: 'quy-cach',
  title: 'Quy cách đóng gói',
  about: 'Khối lượng, mã vạch (GTIN), giá tham khảo kèm ngày của giá, hạn dùng.',
  rows: openPacks,
  columns: [
    column.id('ma', 'Mã bản ghi, không đổi', ({ id }) => id),
    column.id('san_pham_ma', 'Mã sản phẩm', ({ product }) => product),
    column.text('san_pham_ten', 'Tên sản phẩm', ({ product }) => recordById('products', product)?.name),
    column.text('khoi_luong', 'Khối lượng, thể tích', ({ net_contents }) => net_contents),
    column.id('gtin', 'Mã vạch (GTIN), như in dưới vạch', ({ gtin }) => gtin),
    column.number('gia_tham_khao', 'Giá tham khảo', '₫', ({ reference_price }) => reference_price),
    column.day('gia_ngay', 'Ngày của giá', ({ price_on }) => price_on),
    column.number('han_dung', 'Hạn dùng kể từ ngày sản xuất', 'ngày', ({ shelf_life_days }) => shelf_life_days),
    demonstrationColumn(({ product }) => recordById('products', product)?.demonstration === true),
  ],
});
