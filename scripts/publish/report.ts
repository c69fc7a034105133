import type { Problem, Release } from '#domain/release.ts';

const MARKS: Readonly<Record<Problem['severity'], string>> = { error: 'LỖI', held: 'GIỮ LẠI', warning: 'Lưu ý' };

function problemLine({ severity, collection, record, title, field, message }: Problem): string {
  const where = [collection, record, field].filter((part) => part !== '').join(' · ');
  return `  ${MARKS[severity]}: ${title} (${where}): ${message}`;
}

/** Tells how a publish ended, with everything that should be mended. Returns whether the public sees it. */
export function report(release: Release, say: (line: string) => void): boolean {
  for (const problem of release.problems ?? []) say(problemLine(problem));
  if (release.state === 'failed') {
    say('Không đăng được. Bản đang hiển thị không thay đổi.');
    return false;
  }
  const held = release.counts?.['held'] ?? 0;
  if (held > 0) say(`${held} bản ghi bị giữ lại vì có lỗi: trang công khai vẫn như trước, cho đến khi sửa xong.`);
  const pages = release.counts?.['pages'];
  say(`Đã đăng ${release.name}${pages === undefined ? '' : `: ${pages.toLocaleString('vi-VN')} trang`}.`);
  return true;
}
