import { LISTING_HOLDERS } from '#domain/listing.ts';
import type { PublicListing } from '#domain/snapshot.ts';
import { columnsOf } from '../column.ts';
import { describe } from '../dataSet.ts';
import { openListings, producerOf } from '../openRecords.ts';
import { recordById } from '../recordById.ts';
import { demonstrationColumn } from './shared.ts';

const column = columnsOf<PublicListing>();

/** A person's own shop often bears the person's name in its address. */
function shopAddress({ product, holder, url }: PublicListing): string {
  const isPersons = producerOf(recordById('products', product))?.natural_person === true && holder !== 'locality';
  return isPersons ? '' : url;
}

/** Where products are sold online. */
export const listings = describe<PublicListing>({
  name: 'gian-hang',
  title: 'Gian hàng trên sàn',
  about: 'Gian hàng của từng sản phẩm trên sàn thương mại điện tử. Gian hàng riêng của cá nhân không kèm địa chỉ.',
  rows: openListings,
  columns: [
    column.id('ma', 'Mã bản ghi, không đổi', ({ id }) => id),
    column.id('san_pham_ma', 'Mã sản phẩm', ({ product }) => product),
    column.text('san_pham_ten', 'Tên sản phẩm', ({ product }) => recordById('products', product)?.name),
    column.text('san', 'Sàn thương mại điện tử', ({ platform }) => recordById('platforms', platform)?.name),
    column.day(
      'san_ngung_tu',
      'Sàn ngừng hoạt động từ',
      ({ platform }) => recordById('platforms', platform)?.closed_on,
    ),
    column.link('dia_chi', 'Địa chỉ gian hàng', shopAddress),
    ...column.code('chu_gian_hang', 'Chủ gian hàng', LISTING_HOLDERS, ({ holder }) => holder),
    column.yesNo('khong_tien_mat', 'Nhận thanh toán không dùng tiền mặt', ({ takes_cashless }) => takes_cashless),
    column.day('len_san_tu', 'Lên sàn từ', ({ listed_on }) => listed_on),
    column.day('go_tu', 'Gỡ khỏi sàn từ', ({ closed_on }) => closed_on),
    demonstrationColumn(({ demonstration }) => demonstration),
  ],
});
