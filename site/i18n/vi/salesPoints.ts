/** Sales points: the list and one of them. */
import { formatDay, formatNumber } from '../format.ts';

export const salesPoints = {
  title: 'Điểm bán',
  lead: 'Điểm giới thiệu và bán sản phẩm OCOP.',
  description: (count: number, province: string) =>
    `${formatNumber(count, 'vi')} điểm giới thiệu và bán sản phẩm OCOP tại ${province}: địa chỉ, giờ mở cửa, hàng bày bán.`,
  closed: 'Đã ngừng bán',
  closedHeading: 'Đã ngừng bán',
  count: '{n} điểm bán',
  noneMatch: 'Không có điểm bán nào khớp. Bỏ bớt một điều kiện lọc.',
  sells: 'Có: {goods}',
  none: 'Chưa có điểm bán nào trong danh mục.',
  goods: (count: number) => `${formatNumber(count, 'vi')} sản phẩm được ghi nhận`,
  noGoods: 'chưa có thông tin về hàng bày bán',
};

export const salesPoint = {
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  operator: 'Đơn vị vận hành',
  kind: 'Loại địa điểm',
  website: 'Trang web',
  opened: 'Mở từ',
  closed: (day: string) => `Đã ngừng bán từ ${formatDay(day, 'vi')}`,
  closing: (day: string) => `Sẽ ngừng bán từ ${formatDay(day, 'vi')}`,
  decision: 'Quyết định công nhận điểm bán',
  hours: 'Giờ mở cửa',
  weekdays: {
    mon: 'Thứ hai',
    tue: 'Thứ ba',
    wed: 'Thứ tư',
    thu: 'Thứ năm',
    fri: 'Thứ sáu',
    sat: 'Thứ bảy',
    sun: 'Chủ nhật',
  },
  closedDay: 'nghỉ',
  facts: 'Tại điểm bán',
  sign: 'Biển hiệu',
  shelves: 'Kệ hàng',
  prices: 'Bảng giá niêm yết',
  cashless: 'Thanh toán không dùng tiền mặt',
  otherProvinces: 'Bán hàng tỉnh khác',
  yes: 'có',
  no: 'không',
  unknown: 'chưa có thông tin',
  goods: 'Hàng bày bán',
  noGoods: 'Chưa có thông tin về hàng bày bán.',
  product: 'Sản phẩm',
  price: 'Giá niêm yết',
  priceOn: (day: string) => `ghi ${formatDay(day, 'vi')}`,
  note: 'Ghi chú',
  description: (name: string, place: string) =>
    `${name}${place === '' ? '' : `, ${place}`}: giờ mở cửa, hàng bày bán, giá niêm yết.`,
};
