/** The list of products and its filters. */
import { formatNumber } from '../format.ts';
import { states } from './status.ts';

export const products = {
  title: 'Sản phẩm',
  lead: 'Lọc theo sao, nhóm, xã hoặc loại hình; đường dẫn giữ nguyên lựa chọn của bạn.',
  description: (count: number, province: string) =>
    `${formatNumber(count, 'vi')} sản phẩm tham gia chương trình OCOP tại ${province}, lọc theo sao, nhóm, xã và tình trạng giấy chứng nhận.`,
  filters: 'Lọc',
  clear: 'Bỏ lọc',
  query: 'Từ cần tìm',
  sort: 'Xếp theo',
  sorts: {
    standing: 'Còn hiệu lực trước',
    stars: 'Nhiều sao trước',
    recent: 'Mới công nhận trước',
    name: 'Tên A–Z',
    match: 'Khớp nhất',
  },
  compact: 'Danh sách gọn',
  list: 'Danh sách sản phẩm',
  none: 'Không có sản phẩm nào khớp.',
  noneNext: 'Bỏ bớt một điều kiện lọc, hoặc gõ từ khác.',
  alsoFound: 'Cũng tìm thấy',
  states,
  /** Goes with the page, for the list that is drawn in the browser. */
  travelling: {
    facets: {
      stars: 'Sao còn hiệu lực',
      state: 'Tình trạng',
      sector: 'Ngành, nhóm, bộ sản phẩm',
      commune: 'Xã, phường',
      kind: 'Loại hình cơ sở',
      scheme: 'Chứng nhận khác',
      sold: 'Mua ở đâu',
    },
    states,
    starsChoice: '{n} sao',
    salesPoint: 'Điểm bán OCOP',
    unknownSet: 'Chưa xếp nhóm',
    communeFilter: 'Gõ tên xã, phường, cả tên cũ',
    count: '{n} sản phẩm',
    more: 'Xem thêm {n} sản phẩm',
    remove: 'Bỏ lọc {q}',
  },
  page: (page: number) => `Trang ${page}`,
  pages: 'Các trang của danh sách',
};
