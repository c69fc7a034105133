import type { PublicProduct } from '#domain/snapshot.ts';
import { type Face, faceOf } from '#site/records/picture.ts';

/** Width of the smallest copy that publishing lays beside each picture, packed to 14 KB at most: the whole page weighs 30. */
const WIDTH = 240;

/** The picture beside the name. A print has nothing to tell a reader. */
export function tracePicture(product: PublicProduct): Face & { alt: string } {
  const face = faceOf(product);
  const [picture] = product.pictures;
  if (picture === undefined) return { ...face, alt: '' };
  const address = picture.path.replace(/-800\.webp$/, `-${WIDTH}.webp`);
  const height = Math.round((picture.height * WIDTH) / picture.width);
  return { ...face, address, width: WIDTH, height, alt: picture.alt || product.name };
}
