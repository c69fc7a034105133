import type { Problem, Release } from '#domain/release.ts';

function problemLine({ severity, collection, record, title, field, message }: Problem): string {
  const where = [collection, record, field].filter((part) => part !== '').join(' · ');
  return `  ${severity === 'error' ? 'LỖI' : 'Lưu ý'}: ${title} (${where}): ${message}`;
}

/** Tells how a publish ended, with everything that should be mended. Returns whether the public sees it. */
export function report(release: Release, say: (line: string) => void): boolean {
  for (const problem of release.problems ?? []) say(problemLine(problem));
  if (release.state === 'failed') {
    say('Không đăng được. Bản đang hiển thị không thay đổi.');
    return false;
  }
  const pages = release.counts?.['pages'];
  say(`Đã đăng ${release.name}${pages === undefined ? '' : `: ${pages.toLocaleString('vi-VN')} trang`}.`);
  return true;
}
