/** What is printed: a price list for the wall, a poster, pages on paper. */
export const print = {
  page: 'In trang này',
  priceList: 'In bảng giá',
  poster: 'In áp phích',
  priceListTitle: 'Bảng giá niêm yết',
  product: 'Sản phẩm, cơ sở sản xuất',
  stars: 'Sao OCOP còn hiệu lực',
  price: 'Giá niêm yết',
  code: 'Quét để xem',
  noPrice: 'chưa niêm yết',
  starsNote:
    'Sao chỉ ghi khi giấy chứng nhận OCOP còn hiệu lực. Quét mã để xem quyết định, cơ sở và tình trạng mới nhất.',
  scanPage: 'Quét mã để mở trang này',
  scanFair: 'Quét mã để xem sản phẩm trưng bày và lịch hội chợ',
  keeper: (office: string) => `Trang do ${office} phụ trách.`,
};
