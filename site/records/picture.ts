/** The face of a product: its first picture, else the print of its criteria set, which must look chosen and not missing. */
import { criteriaSet } from '#domain/criteriaSets.ts';
import type { PublicPicture } from '#domain/snapshot.ts';

const PRINTS = import.meta.glob<string>('../prints/*.svg', { query: '?url', import: 'default', eager: true });

/** Address of a drawing of site/prints by its name, such as `set-04` or `not-found`. */
export function printAddress(name: string): string {
  const address = PRINTS[`../prints/${name}.svg`];
  if (address === undefined) throw new Error(`site/prints has no ${name}.svg`);
  return address;
}

/** For a product whose set nobody stated: ears of rice, which stand for the land. */
const ANY_SET = 3;

/** The print of a criteria set. */
export function setPrint(set: number): string {
  const { number } = criteriaSet(set) ?? { number: ANY_SET };
  return printAddress(`set-${String(number).padStart(2, '0')}`);
}

/** The copy of 400 px that publishing writes beside one of 800 px; empty where there is none. */
export function smallCopy(path: string): string {
  return path.endsWith('-800.webp') ? path.replace(/-800\.webp$/, '-400.webp') : '';
}

/** What a card shows: beside the name it says nothing more, so it has no alt text. */
export interface Face {
  address: string;
  width: number;
  height: number;
  /** A print stands in for a picture that nobody has given. */
  isPrint: boolean;
}

/** What to show for a product in a list. */
export function faceOf(product: { criteria_set: number; pictures: readonly PublicPicture[] }): Face {
  const picture = product.pictures[0];
  if (picture === undefined) return { address: setPrint(product.criteria_set), width: 400, height: 300, isPrint: true };
  const { path, width, height } = picture;
  return { address: smallCopy(path) || path, width, height, isPrint: false };
}
