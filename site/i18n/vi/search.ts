/** The search box. */

export const search = {
  label: 'Tìm trong danh mục',
  placeholder: 'Mật ong, vải thiều, tên cơ sở, xã…',
  button: 'Tìm',
  kinds: { product: 'Sản phẩm', producer: 'Cơ sở sản xuất', salesPoint: 'Điểm bán', fair: 'Hội chợ' },
  count: '{n} kết quả',
  none: 'Không tìm thấy “{q}”.',
  noneNext: 'Xem tất cả sản phẩm',
  corrected: 'Đang hiện kết quả cho “{q}”.',
  all: 'Xem tất cả sản phẩm khớp với “{q}”',
  code: 'Mở trang của mã {q}',
  codeHint: 'Mã trên tem truy xuất',
  wrongCode: 'Mã gõ chưa đúng',
  wrongCodeHint: 'Hãy so lại từng ký tự trên tem.',
  barcode: 'Mở trang của mã vạch {q}',
  barcodeHint: 'Mã vạch (GTIN)',
  failed: 'Chưa tải được danh mục. Thử lại sau ít phút.',
};
