import { OUTCOMES, type Outcome } from '#domain/importReport.ts';
import type { ImportRun } from '#domain/importRun.ts';

const number = new Intl.NumberFormat('vi-VN');

/** `20 dòng = 12 tạo mới + 3 thay đổi + 4 giống hệt + 1 từ chối`. */
export function countWords(counts: NonNullable<ImportRun['counts']>): string {
  const parts = Object.entries(OUTCOMES).map(([outcome, words]) => {
    return `${number.format(counts[outcome as Outcome])} ${words}`;
  });
  return `${number.format(counts.rows)} dòng = ${parts.join(' + ')}`;
}
