/** The front page. */
import { formatNumber } from '../format.ts';

export const front = {
  title: (province: string) => `Sản vật ${province}, mỗi xã một sản phẩm`,
  documentTitle: 'Sản phẩm, cơ sở, điểm bán và hội chợ',
  lead: (products: number, producers: number) =>
    `${formatNumber(products, 'vi')} sản phẩm của ${formatNumber(producers, 'vi')} cơ sở sản xuất: ai làm ra, sao OCOP còn hiệu lực hay không, mua ở đâu.`,
  emptyLead: (province: string) =>
    `Danh mục sản phẩm OCOP của ${province} đang được lập: ai làm ra, sao OCOP còn hiệu lực hay không, mua ở đâu.`,
  empty: 'Chưa có sản phẩm nào được đăng. Cơ quan phụ trách đang ghi hồ sơ.',
  emptyNext: 'Danh mục này là gì',
  scan: 'Có tem trên tay? Nhập mã truy xuất',
  groups: 'Theo nhóm sản phẩm',
  recent: 'Mới được công nhận',
  recentLead: 'Quyết định công nhận gần đây nhất, giấy chứng nhận còn hiệu lực.',
  best: 'Nhiều sao nhất',
  bestLead: 'Sản phẩm còn giấy chứng nhận hiệu lực, từ năm sao xuống.',
  inCatalogue: 'Trong danh mục',
  inCatalogueLead: 'Hiện chưa có sản phẩm nào còn giấy chứng nhận hiệu lực.',
  fairs: 'Hội chợ sắp tới',
  noFairs: 'Chưa có hội chợ nào được báo trước.',
  noFairsNext: 'Xem các hội chợ đã qua',
  salesPoints: 'Điểm bán',
  salesPointsLead: 'Nơi giới thiệu và bán sản phẩm OCOP của tỉnh.',
  figures: 'Chương trình qua con số',
  figuresLink: 'Cách tính từng con số',
  allProducts: 'Xem tất cả sản phẩm',
  allSalesPoints: 'Xem tất cả điểm bán',
  allFairs: 'Xem tất cả hội chợ',
  figure: {
    products: 'sản phẩm trong danh mục',
    inForce: 'sản phẩm có sao còn hiệu lực',
    producers: 'cơ sở sản xuất',
    communes: 'xã, phường có sản phẩm',
    salesPoints: 'điểm bán',
    fairs: 'hội chợ, tuần hàng đã ghi nhận',
  },
};
