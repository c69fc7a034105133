import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type PocketBase from 'pocketbase';
import sharp from 'sharp';
import { idOf } from './plan.ts';

/** Where the drawings of the fictional products lie. */
const DRAWINGS = new URL('../../site/prints/demo/', import.meta.url);
const WIDTH = 1600;

/** Words that go with a drawing. */
export interface PictureWords {
  alt?: string | undefined;
  alt_en?: string | undefined;
}

async function drawingToWebp(name: string): Promise<Buffer> {
  const drawing = fileURLToPath(new URL(`${name}.svg`, DRAWINGS));
  return sharp(drawing, { density: 144 }).resize({ width: WIDTH }).webp({ quality: 86 }).toBuffer();
}

async function isThere(pb: PocketBase, id: string): Promise<boolean> {
  const found = await pb
    .collection('media')
    .getList(1, 1, { filter: pb.filter('id = {:id}', { id }), requestKey: null });
  return found.totalItems > 0;
}

async function uploadPicture(pb: PocketBase, name: string, words: PictureWords): Promise<void> {
  const id = idOf('media', name);
  if (await isThere(pb, id)) return;
  const webp = await drawingToWebp(name);
  const record = {
    ...words,
    id,
    file: new File([new Uint8Array(webp)], `${name}.webp`, { type: 'image/webp' }),
    credit: 'Tranh của dự án',
    licence: 'MIT',
    sha256: createHash('sha256').update(webp).digest('hex'),
    drawn: true,
  };
  await pb.collection('media').create(record, { requestKey: null });
}

/** Makes pictures of the drawings and keeps them as media. Those that an interrupted loading left are taken as they are. */
export async function uploadPictures(pb: PocketBase, pictures: Record<string, PictureWords>): Promise<void> {
  await Promise.all(Object.entries(pictures).map(([name, words]) => uploadPicture(pb, name, words)));
}
