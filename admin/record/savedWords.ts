/** Told to who sent something to review. */
export const SENT = 'Đã gửi chờ duyệt. Đến khi được duyệt, trang công khai không đổi.';

/** What the person is told who just saved. */
export function savedWords(isMerged: boolean, isWaiting: boolean): string {
  if (isWaiting) return SENT;
  return isMerged ? 'Đã lưu, cùng với những gì người khác vừa lưu.' : 'Đã lưu.';
}
