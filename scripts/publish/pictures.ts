/** Pictures of the records that go public: what is ready is linked, missing WebP is made now, what is broken is told. */
import type PocketBase from 'pocketbase';
import type { PublicPicture } from '#domain/picture.ts';
import type { Problem } from '#domain/release.ts';
import type { DataFolder } from '../dataFolder.ts';
import { type Linker, linkerTo } from '../pictures/link.ts';
import { noteState } from '../pictures/noteState.ts';
import { type FetchFile, fileFetcher, isPicture, prepareWebp } from '../pictures/prepare.ts';
import { sharePrints } from '../pictures/sharePrints.ts';
import { copyNames, mainAddress, mainWidth, PictureStore, type ReadyPicture, shareName } from '../pictures/store.ts';
import type { OfficeRecord } from './read.ts';

type Media = OfficeRecord<'media'>;

/** What the later steps need of pictures. */
export interface Pictures {
  /** By id of the media record; broken ones are missing. */
  pictures: Map<string, PublicPicture>;
  /** JPEG of each criteria set's print, by its number. */
  sharePrints: Record<string, string>;
  problems: Problem[];
}

function problemOf(media: Media, message: string): Problem {
  const { id: record, alt, file } = media;
  return { severity: 'warning', collection: 'media', record, title: alt || file, field: 'file', message };
}

function toPublicPicture(media: Media, ready: ReadyPicture): PublicPicture {
  const { id, alt, alt_en, credit, licence, drawn } = media;
  const width = mainWidth(ready.webp);
  const height = Math.round((ready.height * width) / ready.width);
  const { webp, avif } = ready;
  return { id, path: mainAddress(ready), width, height, webp, avif: avif ?? [], alt, alt_en, credit, licence, drawn };
}

/** Links a ready picture; one whose copies are gone is made again. */
async function linked(store: PictureStore, link: Linker, media: Media, fetchFile: FetchFile) {
  const ready = await prepareWebp(store, media, fetchFile);
  if ('broken' in ready) return ready;
  const namesOf = (picture: ReadyPicture) => [...copyNames(picture, 'webp'), shareName(picture)];
  if ((await link(namesOf(ready))) && (await link(copyNames(ready, 'avif')))) return ready;
  store.forget(ready.content);
  const again = await prepareWebp(store, media, fetchFile);
  if (!('broken' in again)) await link(namesOf(again));
  return again;
}

/** Prepares the pictures asked for. Broken ones are reported and left out; papers are no pictures. */
export async function preparePictures(
  pb: PocketBase,
  data: DataFolder,
  wanted: readonly Media[],
  signal?: AbortSignal,
): Promise<Pictures> {
  const store = new PictureStore(data);
  const link = await linkerTo(data, store);
  const fetchFile = fileFetcher(pb, signal);
  const pictures = new Map<string, PublicPicture>();
  const problems: Problem[] = [];
  try {
    for (const media of wanted.filter(isPicture)) {
      try {
        const state = await linked(store, link, media, fetchFile);
        await noteState(pb, media, state);
        if ('broken' in state) problems.push(problemOf(media, brokenWords(state.broken)));
        else pictures.set(media.id, toPublicPicture(media, state));
      } catch (error) {
        signal?.throwIfAborted();
        const reason = error instanceof Error ? error.message : String(error);
        problems.push(
          problemOf(media, `Chưa lấy được ảnh này nên trang không hiện nó (${reason}). Lần đăng sau sẽ thử lại.`),
        );
      }
    }
    return { pictures, sharePrints: await sharePrints(store, link), problems };
  } finally {
    store.close();
  }
}

function brokenWords(reason: string): string {
  return `Không đọc được ảnh này nên trang hiện tranh thay ảnh (${reason}). Hãy tải lên bản khác.`;
}
