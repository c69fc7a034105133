import { FAIR_KINDS, FAIR_LEVELS } from '#domain/fair.ts';
import type { PublicFair } from '#domain/snapshot.ts';
import { paths } from '#site/paths.ts';
import { listed } from '#site/records/visible.ts';
import { wholeAddress } from '../address.ts';
import { columnsOf } from '../column.ts';
import { describe } from '../dataSet.ts';
import { communeOf } from '../openRecords.ts';
import { communeColumns, originColumns } from './shared.ts';

const column = columnsOf<PublicFair>();

/** Fairs with their results as the sources report them. */
export const fairs = describe<PublicFair>({
  name: 'hoi-cho',
  title: 'Hội chợ',
  about:
    'Hội chợ, tuần hàng, kết nối cung cầu, bán hàng trực tiếp. Số liệu ghi đúng như nguồn báo cáo, không tính lại.',
  calendar: paths.fairCalendar,
  rows: () => listed('fairs'),
  columns: [
    column.id('ma', 'Mã bản ghi, không đổi', ({ id }) => id),
    column.text('ten', 'Tên', ({ name }) => name),
    column.link('trang', 'Trang của hội chợ', ({ slug }) => wholeAddress(paths.fair(slug))),
    ...column.code('loai', 'Loại', FAIR_KINDS, ({ kind }) => kind),
    ...column.code('cap', 'Cấp', FAIR_LEVELS, ({ level }) => level),
    column.text('don_vi_to_chuc', 'Đơn vị tổ chức', ({ organiser }) => organiser),
    column.text('dia_diem', 'Địa điểm', ({ venue }) => venue),
    ...communeColumns<PublicFair>(communeOf),
    column.day('tu_ngay', 'Từ ngày', ({ starts_on }) => starts_on),
    column.day('den_ngay', 'Đến hết ngày', ({ ends_on }) => ends_on),
    column.text('tinh_lien_ket', 'Tỉnh liên kết', ({ linked_provinces }) => linked_provinces),
    column.number('so_khu', 'Số khu', 'khu', ({ zones }) => zones),
    column.number('so_gian_hang', 'Số gian hàng', 'gian', ({ booths }) => booths),
    column.number('gian_trong_tinh', 'Gian hàng trong tỉnh', 'gian', ({ booths_in_province }) => booths_in_province),
    column.number(
      'gian_tinh_khac',
      'Gian hàng tỉnh khác, nước ngoài',
      'gian',
      ({ booths_other_provinces }) => booths_other_provinces,
    ),
    column.number('so_don_vi', 'Số đơn vị tham gia', 'đơn vị', ({ exhibitor_count }) => exhibitor_count),
    column.number('luot_khach', 'Lượt khách', 'lượt', ({ visitors }) => visitors),
    column.number('doanh_thu', 'Doanh thu', '₫', ({ revenue }) => revenue),
    column.number(
      'doanh_thu_trong_tinh',
      'Doanh thu của gian trong tỉnh',
      '₫',
      ({ revenue_in_province }) => revenue_in_province,
    ),
    column.number(
      'doanh_thu_tinh_khac',
      'Doanh thu của gian tỉnh khác',
      '₫',
      ({ revenue_other_provinces }) => revenue_other_provinces,
    ),
    column.list('co_so_ma', 'Mã các cơ sở tham gia', ({ exhibitors }) => exhibitors),
    column.list('san_pham_ma', 'Mã các sản phẩm trưng bày', ({ products }) => products),
    ...originColumns<PublicFair>((fair) => fair),
  ],
});
