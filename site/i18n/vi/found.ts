/** What search engines, shared links and the static lists by sector, group, stars and commune say. */
import { formatNumber } from '../format.ts';

const products = (count: number) => `${formatNumber(count, 'vi')} sản phẩm`;

export const found = {
  /** As Open Graph names a language. */
  locale: 'vi_VN',
  /** The kinds of lists. */
  kinds: { sector: 'Ngành', group: 'Nhóm', stars: 'Sao còn hiệu lực', commune: 'Xã, phường' },
  titles: {
    sector: (name: string) => `Ngành ${name}`,
    group: (name: string) => `Nhóm ${name}`,
    stars: (name: string) => `Sản phẩm OCOP ${name}`,
    commune: (name: string) => `Sản phẩm của ${name}`,
  },
  starsName: (stars: string) => `${stars} sao`,
  descriptions: {
    sector: (name: string, count: number, province: string) =>
      `${products(count)} ngành ${name} trong danh mục OCOP ${province}: ai làm ra, sao còn hiệu lực hay không, mua ở đâu.`,
    group: (name: string, count: number, province: string) =>
      `${products(count)} nhóm ${name} trong danh mục OCOP ${province}: ai làm ra, sao còn hiệu lực hay không, mua ở đâu.`,
    stars: (name: string, count: number, province: string) =>
      `${products(count)} có giấy chứng nhận OCOP ${name} còn hiệu lực tại ${province}.`,
    commune: (name: string, count: number, province: string) =>
      `${products(count)} của các cơ sở sản xuất tại ${name}, ${province}: tình trạng sao OCOP, nơi bán.`,
  },
  count: products,
  /** Before the names that a place bore. */
  formerly: 'Trước ngày 01/7/2025 là:',
  narrow: 'Lọc và xếp trong danh mục',
  others: 'Xem theo cách khác',
  producersHere: 'Cơ sở sản xuất ở đây',
  salesPointsHere: 'Điểm bán ở đây',
  list: (name: string) => `Danh sách: ${name}`,
  allCommunes: (count: number) => `Tất cả ${formatNumber(count, 'vi')} xã, phường có sản phẩm`,
  data: 'Dữ liệu của trang này (JSON)',
};
