/** What concerns the reader's own device: no network, saved copies, light and dark. */

export const offline = {
  title: 'Chưa có mạng',
  lead: 'Trang bạn muốn mở chưa có bản lưu trong máy này. Mở lại khi có mạng.',
  front: 'Trang chủ',
  saved: 'Trang đã lưu trong máy',
};

export const scheme = {
  label: 'Giao diện',
  system: 'Theo máy',
  light: 'Sáng',
  dark: 'Tối',
};
