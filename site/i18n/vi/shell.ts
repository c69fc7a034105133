/** What frames every page: ways, footer, the mark of what is not real, addresses that lead nowhere. */

export const nav = {
  label: 'Các trang chính',
  menu: 'Mục lục',
  products: 'Sản phẩm',
  producers: 'Cơ sở sản xuất',
  salesPoints: 'Điểm bán',
  fairs: 'Hội chợ',
  lookUp: 'Tra cứu mã',
  figures: 'Số liệu',
  front: 'Trang chủ',
  skip: 'Đến nội dung chính',
  breadcrumb: 'Bạn đang ở',
};

export const footer = {
  label: 'Về trang này',
  office: 'Cơ quan phụ trách',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  address: 'Địa chỉ',
  sources: 'Nguồn dữ liệu',
  openData: 'Dữ liệu mở',
  sourcesText: 'Mỗi trang nêu nguồn của các dữ kiện trên trang đó. Ô để trống nghĩa là nguồn không nói.',
  places: 'Vị trí ước chừng của xã, phường:',
  placesLicence: 'giấy phép CC BY 4.0.',
  font: 'Chữ Be Vietnam Pro, giấy phép SIL OFL.',
  about: 'Trang này là gì',
  aboutText: (province: string) =>
    `Danh mục sản phẩm của chương trình Mỗi xã một sản phẩm (OCOP) tại ${province}: ai làm ra, sao OCOP còn hiệu lực hay không, mua ở đâu.`,
  demonstrationText: (province: string) =>
    `Đây là bản minh họa, không phải trang chính thức. Tên sản phẩm và cơ sở của ${province} lấy từ nguồn công khai; những gì mang tên “Minh Họa” do phần mềm tạo ra để cho thấy cách trang hoạt động.`,
};

export const demonstration = {
  chip: 'Minh họa',
  record: {
    product: 'DỮ LIỆU MINH HỌA – sản phẩm không có thật',
    producer: 'DỮ LIỆU MINH HỌA – cơ sở không có thật',
    salesPoint: 'DỮ LIỆU MINH HỌA – điểm bán không có thật',
    fair: 'DỮ LIỆU MINH HỌA – hội chợ không có thật',
  },
  recordFact: 'Tên, ngày và số liệu trên trang này do phần mềm tạo ra.',
  part: 'DỮ LIỆU MINH HỌA – một phần trang này không có thật',
  partFact: 'Mục có dấu “Minh họa” do phần mềm tạo ra; các tên khác lấy từ nguồn công khai.',
  figuresFact: 'Các số tính từ hồ sơ gồm cả hồ sơ do phần mềm tạo ra; số liệu đã công bố lấy từ nguồn công khai.',
  advice: 'Không dùng để mua bán.',
};

export const notFound = {
  title: 'Không có trang này',
  lead: 'Đường dẫn có thể gõ nhầm, hoặc trang chưa từng có.',
  next: 'Tìm trong danh mục, hoặc trở về trang chủ.',
  code: 'Nếu bạn đến từ một con tem, hãy nhập mã trên tem.',
};

export const moved = {
  title: 'Trang đã chuyển địa chỉ',
  lead: 'Trang này nay ở địa chỉ mới:',
};
