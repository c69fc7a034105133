/** The picture that a shared link shows: a JPEG of 1200 × 630, since not every messenger reads WebP. */
import { type PublicPicture, SHARE_SIZE, shareAddress } from '#domain/picture.ts';
import { settings } from '#site/snapshot.ts';

/** For `og:image` and schema.org. `address` is below the public address. */
export interface SharePicture {
  address: string;
  width: number;
  height: number;
  type: 'image/jpeg';
  /** What it shows; empty for a print. */
  alt: string;
}

function printOf(number: number): SharePicture | undefined {
  const { share_prints } = settings();
  const address = share_prints[String(number)] ?? share_prints['0'];
  return address === undefined ? undefined : { address, ...SHARE_SIZE, type: 'image/jpeg', alt: '' };
}

/**
 * Of a product, or of any record with pictures: its first picture, else the print of its criteria set, else the province's. Undefined
 * only where nothing was published yet.
 */
export function sharePicture(record: {
  pictures: readonly PublicPicture[];
  criteria_set?: number;
}): SharePicture | undefined {
  const [picture] = record.pictures;
  if (picture === undefined) return printOf(record.criteria_set ?? 0);
  return { address: shareAddress(picture.path), ...SHARE_SIZE, type: 'image/jpeg', alt: picture.alt };
}

/** Of every page that is about no single record. */
export function siteSharePicture(): SharePicture | undefined {
  return printOf(0);
}
