/**
 * Published copies of pictures: re-encoded, so that nothing a camera wrote (a home's GPS) leaves the office, turned upright, and named by
 * their content. Done once per picture, since media never change.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type PocketBase from 'pocketbase';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import type { Problem } from '#domain/release.ts';
import type { PublicPicture } from '#domain/snapshot.ts';
import type { DataFolder } from '../dataFolder.ts';
import type { OfficeRecord } from './read.ts';

type Media = OfficeRecord<'media'>;

/** Widths in pixels at most; a record names the first, the others stand beside it as `…-400.webp` and `…-240.webp`. */
export const PICTURE_WIDTHS = [800, 400, 240] as const;
type PictureWidth = (typeof PICTURE_WIDTHS)[number];
/** From good to just good enough; only the smallest copy needs more than the first. */
const QUALITIES = [78, 62, 48, 34, 20] as const;
/** The smallest copy stands on trace pages, which weigh no more than 30 KB all in. */
const SMALLEST_BYTES = 14_000;
/** Larger ones are a mistake or an attack: 50 megapixels is more than any phone takes. */
const MOST_PIXELS = 50_000_000;
/** A file token holds three minutes. */
const TOKEN_MS = 60_000;

/** What is remembered of a picture already made, by the id of its media record. */
interface Made {
  path: string;
  width: number;
  height: number;
}

/** Address of the copy of a width, from the address that records name. */
export function copyOf(path: string, width: PictureWidth): string {
  return path.replace(/-800\.webp$/, `-${width}.webp`);
}

/** The copy that lists show. */
export function smallCopy(path: string): string {
  return copyOf(path, 400);
}

const indexFile = (data: DataFolder) => join(dirname(data.pictures), 'pictures.json');
const pictureFile = (data: DataFolder, path: string) => join(data.pictures, path.slice('/anh/'.length));

async function writeWhole(file: string, content: Buffer | string): Promise<void> {
  const temporary = `${file}.${process.pid}.part`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

async function readIndex(data: DataFolder): Promise<Record<string, Made>> {
  try {
    return JSON.parse(await readFile(indexFile(data), 'utf8')) as Record<string, Made>;
  } catch {
    // Without it every picture is made again, to the same files.
    return {};
  }
}

const stillThere = (data: DataFolder, made: Made) =>
  PICTURE_WIDTHS.every((width) => existsSync(pictureFile(data, copyOf(made.path, width))));

async function encode(upright: Sharp, width: PictureWidth): Promise<{ data: Buffer; info: OutputInfo }> {
  const resized = upright.clone().resize({ width, withoutEnlargement: true });
  let copy = await resized.webp({ quality: QUALITIES[0] }).toBuffer({ resolveWithObject: true });
  for (const quality of QUALITIES.slice(1)) {
    if (width !== 240 || copy.data.length <= SMALLEST_BYTES) break;
    copy = await resized.clone().webp({ quality }).toBuffer({ resolveWithObject: true });
  }
  return copy;
}

/** Encodes one picture and writes its copies. */
async function makeCopies(data: DataFolder, original: Buffer): Promise<Made> {
  const upright = sharp(original, { limitInputPixels: MOST_PIXELS }).autoOrient();
  const large = await encode(upright, 800);
  const name = createHash('sha256').update(large.data).digest('hex').slice(0, 20);
  for (const width of [240, 400] as const)
    await writeWhole(join(data.pictures, `${name}-${width}.webp`), (await encode(upright, width)).data);
  await writeWhole(join(data.pictures, `${name}-800.webp`), large.data);
  return { path: `/anh/${name}-800.webp`, width: large.info.width, height: large.info.height };
}

function broken(media: Media, reason: string): Problem {
  return {
    severity: 'warning',
    collection: 'media',
    record: media.id,
    title: media.alt || media.file,
    field: 'file',
    message: `Không đọc được ảnh này nên trang không hiện nó (${reason}). Hãy tải lên bản khác.`,
  };
}

function toPublicPicture(media: Media, made: Made): PublicPicture {
  const { id, alt, alt_en, credit, licence, drawn } = media;
  return { id, ...made, alt, alt_en, credit, licence, drawn };
}

/** Fetches protected files with a token that is renewed in time. */
function fetcher(pb: PocketBase, signal?: AbortSignal) {
  let token = '';
  let since = 0;
  return async (media: Media): Promise<Buffer> => {
    if (Date.now() - since > TOKEN_MS) {
      token = await pb.files.getToken({ requestKey: null });
      since = Date.now();
    }
    const answer = await fetch(pb.files.getURL(media, media.file, { token }), signal ? { signal } : {});
    if (!answer.ok) throw new Error(`trả lời ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  };
}

/** Makes what is missing of the pictures asked for. Broken ones are reported and left out; papers are no pictures. */
export async function preparePictures(
  pb: PocketBase,
  data: DataFolder,
  wanted: readonly Media[],
  signal?: AbortSignal,
): Promise<{ pictures: Map<string, PublicPicture>; problems: Problem[] }> {
  await mkdir(data.pictures, { recursive: true });
  const index = await readIndex(data);
  const pictures = new Map<string, PublicPicture>();
  const problems: Problem[] = [];
  const fetchFile = fetcher(pb, signal);
  for (const media of wanted) {
    if (media.file.endsWith('.pdf')) continue;
    const known = index[media.id];
    try {
      const made =
        known !== undefined && stillThere(data, known) ? known : await makeCopies(data, await fetchFile(media));
      index[media.id] = made;
      pictures.set(media.id, toPublicPicture(media, made));
    } catch (error) {
      signal?.throwIfAborted();
      problems.push(broken(media, error instanceof Error ? error.message : String(error)));
    }
  }
  await writeWhole(indexFile(data), JSON.stringify(index));
  return { pictures, problems };
}
