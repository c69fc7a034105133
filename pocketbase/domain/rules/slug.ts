import { foldedWords } from './fold.ts';

/** Longest slug made from a name, in characters; cut at a word. */
const MAX_SLUG = 80;

/** The form every slug has; PocketBase's fields carry it as their pattern. */
export const SLUG_PATTERN = '^[a-z0-9]+(-[a-z0-9]+)*$';

/** `Mật ong rừng Sơn Động` → `mat-ong-rung-son-dong`; empty when the name holds no letter a–z or digit. */
export function nameToSlug(name: string): string {
  let slug = '';
  for (const word of foldedWords(name)) {
    const longer = slug === '' ? word.slice(0, MAX_SLUG) : `${slug}-${word}`;
    if (longer.length > MAX_SLUG) break;
    slug = longer;
  }
  return slug;
}

/**
 * The slug of a natural person's household: says nothing of the person. `key` is random text such as the record's id.
 * Law 91/2025/QH15: a name is personal data, and an address lives longer than a consent.
 */
export function neutralSlug(key: string): string {
  return `ho-${key
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 8)}`;
}

/** The slug itself, or the first of `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug;
  let number = 2;
  while (isTaken(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
