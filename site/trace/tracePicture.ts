import type { PublicProduct } from '#domain/snapshot.ts';
import { type Face, faceOf } from '#site/records/picture.ts';

/** The picture beside the name, in the small copy: the whole page weighs no more than 30 KB. A print has nothing to tell a reader. */
export function tracePicture(product: PublicProduct): Face & { alt: string } {
  const face = faceOf(product);
  const picture = product.pictures[0];
  return { ...face, alt: face.isPrint ? '' : picture?.alt || product.name };
}
