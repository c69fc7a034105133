import type { PublicProduct } from '#domain/snapshot.ts';
import { type Face, faceOf } from '#site/records/picture.ts';

/** The smaller copy that publishing lays beside each picture (`…-800.webp` → `…-400.webp`): the whole page weighs no more than 30 KB. */
export function tracePicture(product: PublicProduct): Face {
  const face = faceOf(product);
  const small = face.address.replace(/-800\.webp$/, '-400.webp');
  if (small === face.address) return face;
  const width = Math.min(400, face.width);
  return { ...face, address: small, width, height: Math.round((face.height * width) / face.width) };
}
