/** How copies of a picture are made. A change here gives new names, so that no browser keeps the old ones for the new. */
import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { type PictureFormat, SHARE_SIZE } from '#domain/picture.ts';

/** Goes into every name. */
const RECIPE = '3';
/** Widths in pixels at most: a tab's icon, the trace page, lists, pages, large screens. */
const WEBP_WIDTHS = [96, 240, 400, 800, 1200] as const;
/** Smaller ones gain nothing by AVIF. */
const AVIF_FROM = 400;
/** From good to just good enough; only the smallest copy needs more than the first. */
const WEBP_QUALITIES = [78, 62, 48, 34, 20] as const;
/** At effort 2 a copy is as small as at 4 (± 2 %) and takes an eighth of the time: 0.3 s at 1200 px on one core. */
const AVIF = { quality: 50, effort: 2 } as const;
/** The 240 px copy stands on trace pages, which weigh no more than 30 KB all in. */
const TRACE_WIDTH = 240;
const TRACE_BYTES = 14_000;
/** Larger ones are a mistake or an attack: 50 megapixels is more than any phone takes. */
const MOST_PIXELS = 50_000_000;
/** A width so near to the original's is not made besides it. */
const NEAR = 1.15;
/** Shell-white paper and soot, the ground of shared pictures. */
const PAPER = '#f4eee0';
const SOOT = '#211b17';
const MARGIN = 30;
/** Narrower pictures lose too much when cut to the form of a shared link. */
const WIDE = 1.6;

// Encoding leaves one core to the pages.
sharp.concurrency(1);

/** The name of all copies of a picture: twenty signs of its content's hash. */
export function contentName(original: Buffer | string): string {
  return createHash('sha256').update(RECIPE).update(original).digest('hex').slice(0, 20);
}

/** Widths of the copies of an original so wide. Nothing is enlarged. */
export function copyWidths(original: number): number[] {
  const smaller = WEBP_WIDTHS.filter((width) => width <= original);
  const widest = Math.min(original, WEBP_WIDTHS.at(-1) ?? original);
  return widest > (smaller.at(-1) ?? 0) * NEAR ? [...smaller, widest] : smaller;
}

/** Widths for which AVIF is made too. */
export function avifWidths(webp: readonly number[]): number[] {
  const large = webp.filter((width) => width >= AVIF_FROM);
  return large.length > 0 ? large : webp.slice(-1);
}

/** The picture upright, read once and refused where it is broken; its camera's notes go with the encoding. */
export async function openUpright(original: Buffer): Promise<{ upright: Sharp; width: number; height: number }> {
  const upright = sharp(original, { limitInputPixels: MOST_PIXELS }).autoOrient();
  const { autoOrient } = await sharp(original, { limitInputPixels: MOST_PIXELS }).metadata();
  return { upright, width: autoOrient.width, height: autoOrient.height };
}

async function encodeWebp(resized: Sharp, width: number): Promise<Buffer> {
  let copy = await resized.clone().webp({ quality: WEBP_QUALITIES[0] }).toBuffer();
  for (const quality of WEBP_QUALITIES.slice(1)) {
    if (width > TRACE_WIDTH || copy.length <= TRACE_BYTES) break;
    copy = await resized.clone().webp({ quality }).toBuffer();
  }
  return copy;
}

/** One copy of an upright picture. */
export function encodeCopy(upright: Sharp, width: number, format: PictureFormat): Promise<Buffer> {
  const resized = upright.clone().resize({ width, withoutEnlargement: true });
  return format === 'webp' ? encodeWebp(resized, width) : resized.avif(AVIF).toBuffer();
}

/** The picture as large as it fits on paper, with a contour as a print has it. */
async function onPaper(picture: Sharp): Promise<Buffer> {
  const inside = { width: SHARE_SIZE.width - 2 * MARGIN, height: SHARE_SIZE.height - 2 * MARGIN };
  const framed = await picture
    .resize({ ...inside, fit: 'inside' })
    .flatten({ background: PAPER })
    .extend({ top: 3, bottom: 3, left: 3, right: 3, background: SOOT })
    .png()
    .toBuffer();
  return sharp({ create: { ...SHARE_SIZE, channels: 3, background: PAPER } })
    .composite([{ input: framed, gravity: 'centre' }])
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
}

/** The JPEG for shared links: whole on paper, or cut to the most eventful part where little is lost by it. */
export function encodeShare(upright: Sharp, width: number, height: number): Promise<Buffer> {
  if (width / height < WIDE) return onPaper(upright.clone());
  return upright
    .clone()
    .resize({ ...SHARE_SIZE, fit: 'cover', position: 'attention' })
    .flatten({ background: PAPER })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
}

/** A print for shared links. */
export function encodePrintShare(svg: Buffer): Promise<Buffer> {
  return onPaper(sharp(svg, { density: 216 }));
}

const REASONS: readonly [pattern: RegExp, reason: string][] = [
  [/pixel limit/i, 'ảnh lớn hơn 50 triệu điểm ảnh'],
  [/unsupported image format/i, 'tệp không phải là ảnh'],
  [
    /premature end|truncated|end of (file|stream|image)|VipsJpeg|read error|out of order/i,
    'tệp bị cụt hoặc hỏng giữa chừng',
  ],
];

/** Why a picture could not be read, as staff understand it. */
export function brokenReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return REASONS.find(([pattern]) => pattern.test(message))?.[1] ?? 'tệp ảnh bị hỏng';
}
