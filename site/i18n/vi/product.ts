/** One product, and certificates. */
import { formatDay, formatNumber } from '../format.ts';

export const product = {
  withdrawn: 'Đã rút khỏi danh mục',
  withdrawnFact: 'Sản phẩm không còn trong danh mục OCOP của tỉnh. Trang được giữ lại để đường dẫn cũ vẫn đọc được.',
  notRecognisedFact: 'Chưa có quyết định công nhận.',
  noProducer: 'Nguồn không nêu cơ sở sản xuất.',
  group: 'Nhóm',
  sector: 'Ngành',
  report: {
    title: 'Thấy điều gì chưa đúng?',
    lead: 'Hãy cho chúng tôi biết, kèm tên sản phẩm. Nơi nhận: ',
    call: 'Gọi',
    mail: 'Viết thư',
    subject: (name: string) => `Góp ý về trang “${name}”`,
  },
  set: 'Bộ sản phẩm',
  ours: 'do chúng tôi xếp theo tên; nguồn không nêu',
  code: 'Mã số sản phẩm OCOP',
  brand: 'Nhãn hiệu',
  standards: 'Tiêu chuẩn áp dụng',
  history: 'Quá trình công nhận',
  historyEmpty: 'Chưa có quyết định công nhận nào trong hồ sơ.',
  story: 'Câu chuyện sản phẩm',
  about: 'Về sản phẩm',
  ingredients: 'Thành phần',
  storage: 'Bảo quản',
  usage: 'Cách dùng',
  warnings: 'Cảnh báo',
  packs: 'Quy cách và giá tham khảo',
  gtin: 'Mã vạch (GTIN)',
  noPrice: 'chưa có giá',
  priceOn: (day: string) => `giá ${formatDay(day, 'vi')}`,
  shelfLife: 'Hạn dùng',
  shelfLifeDays: (days: number) =>
    days % 365 === 0 && days > 0
      ? `${(days / 365) * 12} tháng từ ngày sản xuất`
      : days % 30 === 0
        ? `${days / 30} tháng từ ngày sản xuất`
        : `${days} ngày từ ngày sản xuất`,
  buyOnline: 'Mua trực tuyến',
  shopOf: { producer: 'gian hàng của cơ sở', locality: 'gian hàng của địa phương' },
  buyAt: 'Điểm bán',
  postedPrice: 'Giá niêm yết',
  fairs: 'Đã trưng bày tại hội chợ',
  related: 'Sản phẩm cùng nhóm',
  sameMaker: 'Sản phẩm khác của cơ sở này',
  source: 'Nguồn',
  picture: 'Ảnh sản phẩm',
  drawn: 'Tranh vẽ minh họa',
  print: 'Tranh in theo nhóm sản phẩm; chưa có ảnh.',
  credit: (credit: string) => `Ảnh: ${credit}`,
  description: (title: string, status: string, province: string) => `${title}. ${status}. Danh mục OCOP ${province}.`,
};

export const certificates = {
  title: 'Chứng nhận khác',
  number: (number: string) => `Số ${number}`,
  issued: (day: string) => `cấp ${formatDay(day, 'vi')}`,
  area: (hectares: number) => `${formatNumber(hectares, 'vi')} ha`,
  until: (day: string) => `Có giá trị đến hết ${day}`,
  ended: (day: string) => `Chứng nhận này đã hết thời hạn sau ${day}`,
};
