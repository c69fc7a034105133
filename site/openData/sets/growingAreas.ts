import { GROWING_AREA_KINDS } from '#domain/growingArea.ts';
import type { PublicGrowingArea } from '#domain/snapshot.ts';
import { isCodeHeld } from '#site/records/growingAreas.ts';
import { isListed } from '#site/records/visible.ts';
import { all } from '#site/snapshot.ts';
import { columnsOf, ofDay } from '../column.ts';
import { describe } from '../dataSet.ts';
import { communeOf } from '../openRecords.ts';
import { recordById } from '../recordById.ts';
import { communeColumns, originColumns } from './shared.ts';

const column = columnsOf<PublicGrowingArea>();
const NOWHERE = { lon: 0, lat: 0 };
const listedIds = (collection: 'producers' | 'products', ids: readonly string[]) =>
  ids.filter((id) => isListed(recordById(collection, id) ?? { state: 'withdrawn' }));
/** A code under which only persons grow leads to them, and what was taken away cannot be taken back. */
const unlessPersons = (read: (area: PublicGrowingArea) => string) => (area: PublicGrowingArea) =>
  area.persons === 'all' ? '' : read(area);

/** Growing areas and packing houses. Land of persons is told no closer than its commune, whoever agreed. */
export const growingAreas = describe<PublicGrowingArea>({
  name: 'vung-trong',
  title: 'Vùng trồng, cơ sở đóng gói',
  about:
    'Vùng trồng và cơ sở đóng gói được cấp mã số: thị trường, cây trồng, diện tích, xã, phường. Đất của cá nhân không có vị trí; mã mà chỉ cá nhân trồng để trống.',
  rows: () => all('growing_areas'),
  columns: [
    column.id('ma', 'Mã bản ghi, không đổi', ({ id }) => id),
    column.text(
      'ma_so',
      'Mã số vùng trồng hoặc cơ sở đóng gói, như trên giấy; không theo một khuôn mẫu chung',
      unlessPersons(({ code }) => code),
    ),
    ...column.code('loai', 'Loại', GROWING_AREA_KINDS, ({ kind }) => kind),
    column.text(
      'ten',
      'Tên gọi',
      unlessPersons(({ name }) => name),
    ),
    column.text('thi_truong', 'Thị trường mà mã được cấp cho', ({ market }) => market),
    column.text('mat_hang', 'Cây trồng, mặt hàng', ({ crop }) => crop),
    column.decimal('dien_tich', 'Diện tích', 'ha', ({ area_ha }) => area_ha),
    ...communeColumns<PublicGrowingArea>(communeOf),
    ...column.place(
      ({ persons, point, point_approximate }) => (persons === 'none' || point_approximate ? point : NOWHERE),
      ({ point_approximate }) => point_approximate,
    ),
    column.list('co_so_ma', 'Mã các cơ sở trồng, đóng gói ở đây', ({ producers }) => listedIds('producers', producers)),
    column.list('san_pham_ma', 'Mã các sản phẩm làm từ đây', ({ products }) => listedIds('products', products)),
    column.list('chung_nhan_ma', 'Mã các chứng nhận của vùng', ({ certificates }) => certificates),
    column.day('ngay_cap', 'Ngày cấp mã', ({ issued_on }) => issued_on),
    column.day('dung_tu', 'Dừng, thu hồi mã từ ngày', ({ ended_on }) => ended_on),
    ...ofDay([column.flag('con_gia_tri', 'Mã còn giá trị', isCodeHeld)]),
    ...originColumns<PublicGrowingArea>((area) => (area.persons === 'all' ? { ...area, source_url: '' } : area)),
  ],
});
