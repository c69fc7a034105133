/** Fairs: the list and one of them. */
import { formatNumber } from '../format.ts';

export const fairs = {
  title: 'Hội chợ',
  lead: 'Hội chợ, tuần hàng, kết nối cung cầu và bán hàng trực tiếp có sản phẩm OCOP của tỉnh.',
  description: (count: number, province: string) =>
    `${formatNumber(count, 'vi')} hội chợ, tuần hàng và sự kiện bán hàng OCOP của ${province}: thời gian, địa điểm, kết quả.`,
  coming: 'Sắp tới',
  none: 'Chưa có hội chợ nào được báo trước.',
  noneNext: 'Thêm lịch vào điện thoại để biết khi có hội chợ mới.',
  past: 'Đã qua',
  undated: 'Chưa rõ thời gian',
  calendar: 'Thêm vào lịch (.ics)',
  calendarName: (province: string) => `Hội chợ OCOP ${province}`,
  booths: (count: number) => `${formatNumber(count, 'vi')} gian hàng`,
};

export const fair = {
  when: 'Thời gian',
  where: 'Địa điểm',
  organiser: 'Đơn vị tổ chức',
  level: 'Cấp',
  kind: 'Loại',
  linked: 'Tỉnh liên kết',
  zones: 'Số khu',
  results: 'Số liệu do nguồn báo cáo',
  booths: 'Gian hàng',
  boothsIn: 'Gian hàng trong tỉnh',
  boothsOther: 'Gian hàng tỉnh khác, nước ngoài',
  exhibitors: 'Đơn vị tham gia',
  visitors: 'Lượt khách',
  revenue: 'Doanh thu',
  revenueIn: 'Doanh thu của gian trong tỉnh',
  revenueOther: 'Doanh thu của gian tỉnh khác',
  differs: (sum: string) => `Khác tổng các phần (${sum}); nguồn ghi như vậy.`,
  who: 'Cơ sở tham gia',
  products: 'Sản phẩm trưng bày',
  noProducts: 'Chưa có danh sách sản phẩm trưng bày.',
  note: 'Ghi chú',
  unknownWhen: 'chưa rõ thời gian',
  description: (name: string, when: string, where: string) =>
    `${name}${when === '' ? '' : `, ${when}`}${where === '' ? '' : `, ${where}`}.`,
};
