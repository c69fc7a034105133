/** The page of open data. Its files are in Vietnamese, whichever page leads to them. */
import { formatDay, formatNumber } from '../format.ts';

export const openData = {
  title: 'Dữ liệu mở',
  lead: 'Toàn bộ danh mục công khai thành tệp: tải về, đối chiếu, dùng lại trong báo cáo, bản đồ, ứng dụng.',
  description: (sets: number, province: string) =>
    `${sets} bộ dữ liệu mở của chương trình OCOP ${province}: CSV, JSON, GeoJSON, lịch iCalendar, kèm mô tả từng trường.`,
  catalogue: (province: string) => `Dữ liệu mở OCOP ${province}`,
  catalogueAbout: (province: string) =>
    `Danh mục công khai của chương trình Mỗi xã một sản phẩm (OCOP) tại ${province}: sản phẩm, cơ sở sản xuất, công nhận sao, điểm bán, hội chợ.`,
  terms: {
    title: 'Trước khi dùng',
    asOf: 'Tính đến',
    asOfText: (day: string) => `${formatDay(day, 'vi')}; mỗi lần đăng là một bản mới, địa chỉ tệp không đổi`,
    licence: 'Giấy phép',
    licenceName: 'Creative Commons Ghi công 4.0 Quốc tế (CC BY 4.0)',
    licenceReal: (office: string) => `do ${office} chọn: được dùng lại cho mọi mục đích, cần ghi nguồn.`,
    licenceDemonstration:
      'chọn cho bản minh họa này: được dùng lại cho mọi mục đích, cần ghi nguồn và nói rõ đây là dữ liệu minh họa.',
    cite: 'Cách ghi nguồn',
    citation: (office: string, year: string, title: string, day: string, address: string, licence: string) =>
      `${office} (${year}). ${title}, tính đến ${formatDay(day, 'vi')}.${address === '' ? '' : ` ${address}.`} Giấy phép ${licence}.`,
    persons: 'Dữ liệu cá nhân',
    personsText:
      'Không có. Cơ sở là cá nhân đứng tên “Hộ sản xuất, xã …”; không tệp nào chứa điện thoại, thư điện tử, địa chỉ, người đại diện của cơ sở. Những mục đã được đồng ý cho hiện chỉ có trên trang của cơ sở, vì tệp đã tải về thì không rút lại được.',
    codes: 'Mã truy xuất',
    codesText: 'Không có trong tệp nào: mã được đọc từ tem trên sản phẩm.',
  },
  sets: 'Các bộ dữ liệu',
  setsLead: 'Tên trường giống nhau trong mọi định dạng. Ô trống (JSON: null) nghĩa là nguồn không nói.',
  contents: 'Mục lục',
  places: (count: number) => `${formatNumber(count, 'vi')} vị trí`,
  rows: (count: number) => `${formatNumber(count, 'vi')} dòng`,
  dictionary: (count: number) => `Mô tả ${count} trường`,
  dictionaryOf: (title: string) => `Mô tả trường: ${title}`,
  calendar: 'Lịch iCalendar',
  bytes: (bytes: number) =>
    bytes < 1_000_000
      ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)), 'vi')} kB`
      : `${formatNumber(Math.round(bytes / 100_000) / 10, 'vi')} MB`,
  download: (title: string, format: string) => `${title}, ${format}`,
  field: { name: 'Trường', meaning: 'Nghĩa', type: 'Kiểu', unit: 'Đơn vị', example: 'Ví dụ' },
  noExample: 'chưa có giá trị',
  ofDay: 'theo ngày tinh_den',
  use: {
    title: 'Cách đọc tệp',
    csv: 'CSV',
    csvText:
      'UTF-8 có BOM, dấu phẩy ngăn cột, mở thẳng được bằng Excel và LibreOffice. Nếu Excel dồn mọi cột vào một: Dữ liệu → Từ văn bản/CSV. Ô văn bản bắt đầu bằng = + - @ mang thêm dấu nháy đơn phía trước, để bảng tính không coi là công thức.',
    json: 'JSON',
    jsonText: 'Các dòng nằm trong mục du_lieu, cùng tên trường với CSV.',
    geoJson: 'GeoJSON',
    geoJsonText:
      'Chỉ gồm bản ghi có vị trí (WGS 84, kinh độ trước). vi_tri_uoc_chung là true khi vị trí lấy theo trung tâm xã, phường.',
    calendar: 'iCalendar',
    calendarText: 'Chỉ gồm hội chợ biết rõ ngày.',
  },
  programs: {
    title: 'Cho phần mềm khác',
    catalogue: 'Danh mục dữ liệu',
    catalogueText: 'theo từ vựng DCAT: mọi tệp, trường, giấy phép, ngày tính.',
    product: 'Từng sản phẩm',
    productText:
      'Thêm .json vào địa chỉ trang: tình trạng giấy chứng nhận khi đăng và các lần đổi đã biết trước, các lần công nhận, quy cách, chứng nhận. Ví dụ:',
    producer: 'Từng cơ sở sản xuất',
    producerText:
      'Thêm .json vào địa chỉ trang của cơ sở: sản phẩm, chứng nhận, vùng trồng và cơ sở đóng gói; không có điều gì dẫn đến một cá nhân.',
    lot: 'Từng lô hàng',
    lotText: 'Ai có mã trên tem thì đọc được /t/{mã}.json; không có danh sách mã.',
    recalls: 'Thu hồi lô hàng mới nhất',
    recallsText:
      'có trước cả bản đăng: đối chiếu mục lo_ma trong tệp của lô với mục recalled (lotsWithdrawn: lô ngừng lưu hành) của tệp này, mỗi lần dùng.',
  },
};
