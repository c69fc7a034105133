/** The trace page and code entry. Verdicts have their own home: #domain/verdictWords.ts. */
import { formatDay } from '../format.ts';

export const trace = {
  call: (phone: string) => `Gọi ${phone}`,
  missing: 'Chưa khai báo',
  verdict: { label: 'Tình trạng' },
  title: (product: string, lot: string, code: string) => `${product} – lô ${lot} – ${code}`,
  packTitle: (product: string, gtin: string) => `${product} – mã vạch ${gtin}`,
  product: {
    producer: 'Cơ sở sản xuất',
    withdrawn: 'Sản phẩm này đã rút khỏi danh mục.',
    noPicture: 'Tranh vẽ thay ảnh',
    more: 'Xem trang sản phẩm',
  },
  lot: {
    title: 'Lô hàng này',
    number: 'Số lô',
    code: 'Mã truy xuất',
    produced: 'Ngày sản xuất (NSX)',
    packed: 'Ngày đóng gói',
    useBy: 'Hạn sử dụng (HSD)',
    net: 'Khối lượng, thể tích',
    quantity: 'Số lượng của lô',
    area: 'Vùng trồng',
    packingHouse: 'Cơ sở đóng gói',
    barcode: 'Mã vạch (GTIN)',
  },
  journey: {
    title: 'Hành trình',
    empty: 'Chưa khai báo công đoạn nào.',
    used: 'Đã dùng',
    waiting: (days: number) => `thời gian cách ly ${days} ngày`,
    harvestedAfter: (days: number) => `thu hoạch sau ${days} ngày`,
    harvestedTooSoon: (days: number) => `thu hoạch mới sau ${days} ngày`,
    place: 'Mã địa điểm',
  },
  buy: {
    title: 'Mua ở đâu',
    more: (count: number) => `Xem thêm ${count} điểm bán`,
    online: 'Mua trực tuyến',
    /** Before the name of a floor. */
    on: 'Trên ',
    leaves: 'mở trang khác',
  },
  about: {
    story: 'Câu chuyện sản phẩm',
    ingredients: 'Thành phần',
    storage: 'Bảo quản',
    usage: 'Cách dùng',
    warnings: 'Cảnh báo',
    title: 'Về sản phẩm',
  },
  papers: {
    certificates: 'Chứng nhận',
    number: (number: string) => `Số ${number}`,
    issued: (day: string) => `cấp ${formatDay(day, 'vi')}`,
    until: (day: string) => `có giá trị đến hết ${formatDay(day, 'vi')}`,
    ended: 'đã hết thời hạn',
  },
  history: {
    title: 'Công nhận OCOP',
    empty: 'Chưa có quyết định công nhận.',
    /** What was decided, whatever became of it since. */
    stars: (stars: number) => `Được công nhận ${stars} sao`,
    pending: 'Đang đề nghị 5 sao',
    decision: (number: string, day: string) =>
      ['Quyết định', number, day === '' ? '' : formatDay(day, 'vi')].filter((part) => part !== '').join(' '),
    /** Between a decision and who decided. */
    by: ' của ',
    noDecision: 'Nguồn không nêu quyết định',
    until: (day: string) => `Giấy chứng nhận có giá trị đến hết ${formatDay(day, 'vi')}`,
    noEnd: 'Nguồn không nêu ngày hết hạn chính xác',
    superseded: 'Đã thay bằng lần công nhận sau',
    revoked: (day: string) => `Thu hồi giấy chứng nhận ${formatDay(day, 'vi')}`,
  },
  legal: {
    title: 'Mười mục bắt buộc',
    lead: (given: number) => `Đã khai báo ${given}/10 mục theo Thông tư 02/2024/TT-BKHCN.`,
    notApplicable: 'Không áp dụng',
  },
  proves: 'Trang này chứng minh gì?',
  report: {
    title: 'Báo về con tem này',
    lead: 'Tem bị bóc, bị sao chép, hay thông tin không khớp với sản phẩm? Hãy báo cho chúng tôi',
    withCode: ', kèm mã',
    call: 'Gọi',
    mail: 'Viết thư',
    subject: (code: string) => (code === '' ? 'Báo về một con tem' : `Báo về con tem ${code}`),
    receiver: 'Nơi nhận: ',
  },
  pack: {
    title: 'Quy cách đóng gói',
    anyLot:
      'Mã vạch giống nhau trên mọi sản phẩm cùng loại, nên trang này không nói về từng lô. Số lô và hạn sử dụng in trên bao bì.',
    withStamp: 'Có tem truy xuất? Gõ mã trên tem',
    price: 'Giá tham khảo',
  },
  footer: {
    catalogue: (province: string) => `Danh mục OCOP ${province}`,
    lookUp: 'Tra cứu mã khác',
    /** Before and behind the office’s name. */
    declared: 'Cơ sở sản xuất khai báo; ',
    declaredEnd: ' quản lý.',
  },
  lookUp: {
    title: 'Tra cứu mã trên tem',
    lead: 'Gõ mã in cạnh ô vuông QR trên tem, hoặc dãy số dưới mã vạch.',
    label: 'Mã truy xuất hoặc mã vạch',
    hint: 'Mã truy xuất có 10 chữ và số, không có 0, 1, I, L, O. Chữ hoa hay chữ thường, có dấu cách hay không đều được.',
    button: 'Tra cứu',
    withoutScript:
      'Trình duyệt này không chạy JavaScript. Hãy gõ thẳng lên thanh địa chỉ: tên miền của trang này, rồi /t/ và mã trên tem, viết hoa, viết liền.',
    scanned: 'Nếu bạn vừa quét tem mà tới trang này: mã đó không có trong hệ thống. Tem có thể do hệ thống khác cấp.',
  },
};
