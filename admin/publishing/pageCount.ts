import type { Release } from '#domain/release.ts';

const numbers = new Intl.NumberFormat('vi-VN');

/** How many pages a release has, as people write it; empty while unknown. `counts` holds other things as well. */
export function pageCount({ counts }: Pick<Release, 'counts'>): string {
  const pages = counts?.['pages'] ?? 0;
  return pages > 0 ? numbers.format(pages) : '';
}
