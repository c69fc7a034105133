import { gtinToDigitalLink, isGtin, isStaticLotNumber } from './gs1.ts';

/** What decides a record's public addresses; texts are empty where there is nothing. */
export interface AddressFacts {
  collection: string;
  /** The record's state; a pack has that of its product. */
  state: string;
  slug: string;
  traceCode: string;
  gtin: string;
  lotNumber: string;
}

const FOLDERS: Readonly<Record<string, string>> = {
  products: '/san-pham',
  producers: '/chu-the',
  sales_points: '/diem-ban',
  fairs: '/hoi-cho',
};

/** Last part of the address of each of the office's texts, by the kind of text (`pages.kind`). */
export const TEXT_SLUGS = {
  about: 'gioi-thieu',
  privacy: 'quyen-rieng-tu',
  accessibility: 'tro-nang',
  terms: 'dieu-khoan',
} as const;

/** Addresses that go live with the record as it is now; empty while nothing of it may be public. The twin of site/paths.ts. */
export function publicAddresses(facts: AddressFacts): string[] {
  if (facts.collection === 'lots') return lotAddresses(facts);
  if (facts.state !== 'approved') return [];
  if (facts.collection === 'pack_variants') return isGtin(facts.gtin) ? [gtinToDigitalLink(facts.gtin)] : [];
  const folder = FOLDERS[facts.collection];
  return folder === undefined ? [] : [`${folder}/${facts.slug}`];
}

function lotAddresses(facts: AddressFacts): string[] {
  if (facts.state === 'draft' || facts.traceCode === '') return [];
  const found = [`/t/${facts.traceCode}`];
  if (isGtin(facts.gtin) && isStaticLotNumber(facts.lotNumber))
    found.push(gtinToDigitalLink(facts.gtin, facts.lotNumber));
  return found;
}

/** The list of a commune's products; indexed, printed on nothing. */
export function communeAddress(slug: string): string {
  return `/san-pham/xa/${slug}`;
}

/** Where an address that a record no longer has leads to: its present one of the same kind, else its first; null without any. */
export function redirectOf(oldAddress: string, present: readonly string[]): string | null {
  if (present.indexOf(oldAddress) >= 0) return null;
  const kind = oldAddress.slice(0, oldAddress.indexOf('/', 1) + 1);
  for (const address of present) if (address.indexOf(kind) === 0) return address;
  return present[0] ?? null;
}
