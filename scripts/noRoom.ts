/** A full or broken disk, in the words of whoever keeps the server. The rule: domain/rules/noRoom.ts. */
import { diskState, NO_ROOM_STATUS } from '#domain/rules/noRoom.ts';

const WORDS = {
  full: {
    vi: 'Ổ đĩa đã hết chỗ, nên chưa làm được; những gì có trước vẫn nguyên. Hãy dọn ổ đĩa rồi làm lại.',
    en: 'The disk is full, so this could not be done; what was there before is as it was. Make room, then try again.',
  },
  fault: {
    vi: 'Ổ đĩa báo lỗi, nên chưa làm được. Hãy xem lại ổ đĩa trước khi làm lại.',
    en: 'The disk reports a fault, so this could not be done. Look after the disk before you try again.',
  },
} as const;

/** Everything that an error says: its own words, its code, what PocketBase answered, what caused it. */
function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { message, code, cause, status, errcode } = error as Record<string, unknown>;
  const sqlite = typeof errcode === 'number' ? `(${errcode})` : '';
  const answered = status === NO_ROOM_STATUS ? 'ENOSPC' : '';
  return `${message ?? ''} ${sqlite} ${code ?? ''} ${answered} ${cause === undefined ? '' : textOf(cause)}`;
}

/** What to tell when an error is about the disk; '' for any other. */
export function noRoomIn(error: unknown, language: 'vi' | 'en'): string {
  const state = diskState(textOf(error));
  return state === '' ? '' : WORDS[state][language];
}
