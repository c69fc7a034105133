/** The face of a product: its first picture, else the print of its criteria set, which must look chosen and not missing. */
import { criteriaSet } from '#domain/criteriaSets.ts';
import { copyAddress, type PublicPicture, widthFor } from '#domain/picture.ts';

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

/** Kinds of paper that prints come on. */
const PAPERS = 6;

/**
 * The paper of a record's print, 0 to 5: the same record always has the same, neighbours of one criteria set mostly differ. Đông Hồ
 * prints come on undyed paper and on paper dyed yellow, pink, indigo or green; half of ours face the other way.
 */
export function paperOf(slug: string): number {
  let sum = 0;
  for (const sign of slug) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return sum % PAPERS;
}

/** What a card shows: beside the name it says nothing more, so it has no alt text. */
export interface Face {
  address: string;
  width: number;
  height: number;
  /** A print stands in for a picture that nobody has given. */
  isPrint: boolean;
  /** The paper that a print of this record is on. */
  paper: number;
  /** The picture in all its copies, where there is one. */
  picture?: PublicPicture;
}

/** Width in pixels of the copy that lists drawn in the browser show. */
const LIST_WIDTH = 400;

/** What to show for a product in a list. */
export function faceOf(product: { slug: string; criteria_set: number; pictures: readonly PublicPicture[] }): Face {
  const picture = product.pictures[0];
  const paper = paperOf(product.slug);
  if (picture === undefined)
    return { address: setPrint(product.criteria_set), width: 400, height: 300, isPrint: true, paper };
  const { path, width, height, webp } = picture;
  const address = copyAddress(path, widthFor(webp, LIST_WIDTH), 'webp');
  return { address, width, height, isPrint: false, paper, picture };
}
