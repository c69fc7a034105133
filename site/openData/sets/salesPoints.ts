import { LOCATION_KINDS } from '#domain/salesPoint.ts';
import type { PublicSalesPoint } from '#domain/snapshot.ts';
import { paths } from '#site/paths.ts';
import { isOpen, listed } from '#site/records/visible.ts';
import { wholeAddress } from '../address.ts';
import { columnsOf, ofDay } from '../column.ts';
import { describe } from '../dataSet.ts';
import { openingHoursToText } from '../openingHours.ts';
import { communeOf } from '../openRecords.ts';
import { communeColumns, originColumns } from './shared.ts';

const column = columnsOf<PublicSalesPoint>();

/** Sales points, open and closed. Telephone numbers stay on the pages: many are a shopkeeper's own. */
export const salesPoints = describe<PublicSalesPoint>({
  name: 'diem-ban',
  title: 'Điểm bán',
  about:
    'Điểm giới thiệu và bán sản phẩm OCOP: địa chỉ, vị trí, giờ mở cửa, hàng bày bán. Điện thoại chỉ có trên trang của điểm bán.',
  rows: () => listed('sales_points'),
  columns: [
    column.id('ma', 'Mã bản ghi, không đổi', ({ id }) => id),
    column.text('ten', 'Tên điểm bán', ({ name }) => name),
    column.link('trang', 'Trang của điểm bán', ({ slug }) => wholeAddress(paths.salesPoint(slug))),
    column.text('don_vi_van_hanh', 'Đơn vị vận hành', ({ operator }) => operator),
    ...column.code('loai_dia_diem', 'Loại địa điểm', LOCATION_KINDS, ({ location_kind }) => location_kind),
    column.text('dia_chi', 'Địa chỉ', ({ address }) => address),
    ...communeColumns<PublicSalesPoint>(communeOf),
    ...column.place(
      ({ point }) => point,
      ({ point_approximate }) => point_approximate,
    ),
    column.text('gio_mo_cua', 'Giờ mở cửa, viết theo OpenStreetMap (Mo–Su, off: nghỉ)', ({ opening_hours }) =>
      openingHoursToText(opening_hours),
    ),
    column.yesNo('bien_hieu', 'Có biển hiệu; bỏ trống: chưa có thông tin', ({ has_sign }) => has_sign),
    column.yesNo('ke_hang', 'Có kệ hàng', ({ has_shelves }) => has_shelves),
    column.yesNo('bang_gia', 'Có bảng giá niêm yết', ({ has_posted_prices }) => has_posted_prices),
    column.yesNo('khong_tien_mat', 'Nhận thanh toán không dùng tiền mặt', ({ takes_cashless }) => takes_cashless),
    column.yesNo('hang_tinh_khac', 'Bán hàng tỉnh khác', ({ sells_other_provinces }) => sells_other_provinces),
    column.list('san_pham_ma', 'Mã các sản phẩm bày bán', ({ products }) => products),
    column.id('quyet_dinh_ma', 'Mã quyết định công nhận điểm bán', ({ decision }) => decision),
    column.day('mo_tu', 'Mở từ ngày', ({ opened_on }) => opened_on),
    column.day('dong_tu', 'Đóng từ ngày', ({ closed_on }) => closed_on),
    ...ofDay([column.flag('dang_hoat_dong', 'Chưa đóng', isOpen)]),
    ...originColumns<PublicSalesPoint>((point) => point),
  ],
});
