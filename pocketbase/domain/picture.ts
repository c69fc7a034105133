/** A published picture: which copies of it there are, and the one way in which their addresses are written. */

/** Kinds of copy. WebP is there at once, AVIF when the worker has had the time, one JPEG for links that people share. */
export type PictureFormat = 'webp' | 'avif';

/** A picture ready for pages: re-encoded, turned upright, metadata removed. */
export interface PublicPicture {
  id: string;
  /** Address of the copy that stands for the picture: WebP, 800 px wide or a little less or more where the original is. */
  path: string;
  /** Size of that copy in pixels; the others have the same proportions. */
  width: number;
  height: number;
  /** Widths of the copies, upwards. Nothing is ever enlarged. */
  webp: readonly number[];
  /** Those that are ready; a later publish may know more. */
  avif: readonly number[];
  alt: string;
  alt_en: string;
  credit: string;
  licence: string;
  /** A drawing, not a photograph. */
  drawn: boolean;
}

/** Size of the JPEG that shared links show, as social networks ask for it. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

const ENDING = /-[0-9]+\.webp$/;

/** Address of a copy, from the address that the record names. */
export function copyAddress(path: string, width: number, format: PictureFormat): string {
  return path.replace(ENDING, `-${width}.${format}`);
}

/** Address of the JPEG of 1200 × 630 for shared links. */
export function shareAddress(path: string): string {
  return path.replace(ENDING, '-chia-se.jpg');
}

/** The smallest width that is at least `wanted`, else the largest there is. */
export function widthFor(widths: readonly number[], wanted: number): number {
  return widths.find((width) => width >= wanted) ?? widths[widths.length - 1] ?? 0;
}

/** Every address at which the picture may ever be found, ready or not: what must go when its owner takes it back. */
export function allAddresses({ path, webp }: Pick<PublicPicture, 'path' | 'webp'>): string[] {
  const copies = webp.flatMap((width) => [copyAddress(path, width, 'webp'), copyAddress(path, width, 'avif')]);
  return [...copies, shareAddress(path)];
}
