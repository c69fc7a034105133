/**
 * A disk that takes no more. The database, the file system and Node each have words of their own for it, and PocketBase hides all of them
 * behind "Something went wrong while processing your request": here they are known again, and told to people in one sentence.
 */

/** "Insufficient Storage" (RFC 4918): the request was right, and can be sent again once there is room. */
export const NO_ROOM_STATUS = 507;

export const NO_ROOM = 'Chưa lưu được vì hết chỗ; nội dung bạn gõ vẫn còn.';
export const DISK_FAULT =
  'Chưa lưu được vì ổ đĩa của máy chủ báo lỗi; nội dung bạn gõ vẫn còn. Hãy báo ngay cho người vận hành.';

/** SQLITE_FULL (13), SQLITE_IOERR_SHMSIZE (4874: the log's index finds no room when a database is opened); ENOSPC and EDQUOT of the system. */
const FULL =
  /database or disk is full|disk i\/o error \(4874\)|no space left on device|not enough space on the disk|disk quota exceeded/i;
const FULL_CODES = /\b(ENOSPC|EDQUOT)\b/;
/** SQLITE_IOERR (10 and its kinds), SQLITE_READONLY where a disk was taken from writing after a fault; EIO, EROFS of the system. */
const FAULT = /disk i\/o error|attempt to write a readonly database|input\/output error|read-only file system/i;
const FAULT_CODES = /\b(EIO|EROFS)\b/;

/** Whether an error's own text tells of a disk that is full, of one that is broken, or of neither (''). */
export function diskState(text: string): 'full' | 'fault' | '' {
  if (FULL.test(text) || FULL_CODES.test(text)) return 'full';
  return FAULT.test(text) || FAULT_CODES.test(text) ? 'fault' : '';
}

/** What to tell whoever wanted to save; '' where the error is not about the disk. */
export function diskWords(text: string): string {
  const state = diskState(text);
  if (state === '') return '';
  return state === 'full' ? NO_ROOM : DISK_FAULT;
}
