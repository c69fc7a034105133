/** Makes the copies of one picture: WebP and the shared JPEG at once, AVIF when there is time. */
import type PocketBase from 'pocketbase';
import { noRoomIn } from '../noRoom.ts';
import type { OfficeRecord } from '../publish/read.ts';
import { avifWidths, brokenReason, contentName, copyWidths, encodeCopy, encodeShare, openUpright } from './recipe.ts';
import { copyNames, type PictureStore, type ReadyPicture, shareName } from './store.ts';

type Media = OfficeRecord<'media'>;

/** Gives the bytes of a media record's file. */
export type FetchFile = (media: Pick<Media, 'id' | 'file'>) => Promise<Buffer>;

/** A file token holds three minutes. */
const TOKEN_MS = 60_000;

/** Fetches protected files with a token that is renewed in time. */
export function fileFetcher(pb: PocketBase, signal?: AbortSignal): FetchFile {
  let token = '';
  let since = 0;
  return async (media) => {
    if (Date.now() - since > TOKEN_MS) {
      token = await pb.files.getToken({ requestKey: null });
      since = Date.now();
    }
    const answer = await fetch(pb.files.getURL(media, media.file, { token }), signal ? { signal } : {});
    if (!answer.ok) throw new Error(`trả lời ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  };
}

/** Papers are kept by the office and never shown. */
export function isPicture(media: Pick<Media, 'file'>): boolean {
  return !/\.pdf$/i.test(media.file);
}

async function makeWebp(store: PictureStore, content: string, original: Buffer): Promise<ReadyPicture> {
  const { upright, width, height } = await openUpright(original);
  const picture: ReadyPicture = { content, width, height, webp: copyWidths(width), avif: null };
  const names = copyNames(picture, 'webp');
  for (const [index, copy] of picture.webp.entries())
    await store.write(names[index] ?? '', await encodeCopy(upright, copy, 'webp'));
  await store.write(shareName(picture), await encodeShare(upright, width, height));
  return picture;
}

/**
 * Makes what is missing of a picture besides AVIF. A broken one is remembered as such, so that nobody tries again. Throws only where the
 * file cannot be fetched or written.
 */
export async function prepareWebp(
  store: PictureStore,
  media: Media,
  fetchFile: FetchFile,
): Promise<ReadyPicture | { broken: string }> {
  const known = store.ofMedia(media.id);
  if (known !== undefined) return known;
  const original = await fetchFile(media);
  const content = contentName(original);
  try {
    const picture = store.ofContent(content) ?? (await makeWebp(store, content, original));
    store.noteReady(media.id, picture);
    return picture;
  } catch (error) {
    // A full disk is not the picture's fault.
    if ((error as NodeJS.ErrnoException).syscall !== undefined || noRoomIn(error, 'vi') !== '') throw error;
    store.noteBroken(media.id, brokenReason(error));
    return { broken: brokenReason(error) };
  }
}

/** Makes the AVIF copies of a picture whose WebP copies are there. What AVIF cannot hold stays without. */
export async function prepareAvif(store: PictureStore, picture: ReadyPicture, original: Buffer): Promise<void> {
  const { upright } = await openUpright(original);
  const done = { ...picture, avif: avifWidths(picture.webp) };
  const names = copyNames(done, 'avif');
  for (const [index, width] of done.avif.entries())
    await store.write(names[index] ?? '', await encodeCopy(upright, width, 'avif'));
  store.noteAvif(picture.content, done.avif);
}
