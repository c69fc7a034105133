import { copyAddress, widthFor } from '#domain/picture.ts';
import type { PublicProduct } from '#domain/snapshot.ts';
import type { SiteLanguage } from '#site/i18n/language.ts';
import { type Face, faceOf } from '#site/records/picture.ts';
import { told } from '#site/records/told.ts';

/** Width of a small copy that is packed to 14 KB at most: the whole page weighs 30. */
const WIDTH = 240;

/** The picture beside the name. A print has nothing to tell a reader. */
export function tracePicture(
  product: PublicProduct,
  language: SiteLanguage,
): Face & { alt: string; lang: 'vi' | undefined } {
  const face = faceOf(product);
  const [picture] = product.pictures;
  if (picture === undefined) return { ...face, alt: '', lang: undefined };
  const width = widthFor(picture.webp, WIDTH);
  const address = copyAddress(picture.path, width, 'webp');
  const height = Math.round((picture.height * width) / picture.width);
  const { said, lang } =
    picture.alt === '' ? told(language, product.name, product.name_en) : told(language, picture.alt, picture.alt_en);
  return { ...face, address, width, height, alt: said, lang };
}
