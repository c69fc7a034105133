import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allAddresses, copyAddress, type PublicPicture, shareAddress } from '#domain/picture.ts';
import { fileFetcher, prepareAvif } from '#scripts/pictures/prepare.ts';
import { PictureStore } from '#scripts/pictures/store.ts';
import { preparePictures } from '#scripts/publish/pictures.ts';
import type { OfficeRecord } from '#scripts/publish/read.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { photo, uploadPicture } from '#tests/support/photo.ts';

type Media = OfficeRecord<'media'>;

let pocketbase: FreshPocketBase;
beforeAll(async () => {
  pocketbase = await freshPocketBase();
});
afterAll(() => pocketbase.stop());

const upload = (bytes: Buffer | string, name: string, type: string, alt = '') =>
  uploadPicture(pocketbase.superuser, bytes, name, type, alt);
const prepare = (media: readonly Media[]) => preparePictures(pocketbase.superuser, pocketbase.data, media);
const fileOf = (path: string) => join(pocketbase.data.pictures, path.slice('/anh/'.length));

async function published(media: Media): Promise<PublicPicture> {
  const { pictures, problems } = await prepare([media]);
  expect(problems).toEqual([]);
  const [picture] = [...pictures.values()];
  if (picture === undefined) throw new Error('not published');
  return picture;
}

/** What the worker does when it has time. */
async function makeAvif(media: Media): Promise<void> {
  const store = new PictureStore(pocketbase.data);
  const known = store.ofMedia(media.id);
  if (known === undefined || 'broken' in known) throw new Error('not ready');
  await prepareAvif(store, known, await fileFetcher(pocketbase.superuser)(media));
  store.close();
}

/** Where it was taken, who took it, how the camera was held. */
async function cameraNotes(path: string) {
  const { exif, xmp, iptc, orientation } = await sharp(fileOf(path)).metadata();
  return [exif, xmp, iptc, orientation].filter((each) => each !== undefined);
}

test('a photo is published upright, in every size, without what the camera wrote', async () => {
  const original = await photo();
  expect((await sharp(original).metadata()).exif?.toString('latin1')).toContain('V');
  const media = await upload(original, 'nha.jpg', 'image/jpeg', 'Lọ mật');
  await prepare([media]);
  await makeAvif(media);
  const picture = await published(media);
  expect(picture).toMatchObject({
    alt: 'Lọ mật',
    width: 600,
    height: 1200,
    webp: [96, 240, 400, 600],
    avif: [400, 600],
  });
  for (const format of ['webp', 'avif'] as const) {
    for (const width of picture[format]) {
      const path = copyAddress(picture.path, width, format);
      const kind = format === 'avif' ? { format: 'heif', compression: 'av1' } : { format };
      expect(await sharp(fileOf(path)).metadata()).toMatchObject({ ...kind, width, height: width * 2 });
      expect(await cameraNotes(path)).toEqual([]);
    }
  }
  const share = shareAddress(picture.path);
  expect(await sharp(fileOf(share)).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
  expect(await cameraNotes(share)).toEqual([]);
});

test('the copy for trace pages stays small, however busy the picture', async () => {
  // Noise at the very size of the copy: nothing photographed is harder to pack.
  const grain = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const create = { width: 240, height: 180, channels: 3 as const, background: 'green', noise: grain };
  const noise = await sharp({ create }).resize(1200, 900, { kernel: 'nearest' }).jpeg().toBuffer();
  const { path } = await published(await upload(noise, 'rau.jpg', 'image/jpeg'));
  expect(statSync(fileOf(copyAddress(path, 240, 'webp'))).size).toBeLessThan(14_000);
});

test('the same content under another record is not made again; what is gone is', async () => {
  const bytes = await photo('#2a7');
  const first = await published(await upload(bytes, 'nha.jpg', 'image/jpeg'));
  const before = statSync(fileOf(first.path)).mtimeMs;
  const media = await upload(bytes, 'nha-2.jpg', 'image/jpeg');
  const second = await published(media);
  expect(second.path).toBe(first.path);
  expect(statSync(fileOf(first.path)).mtimeMs).toBe(before);
  rmSync(pocketbase.data.pictureCache, { recursive: true });
  rmSync(fileOf(first.path));
  expect((await published(media)).path).toBe(first.path);
  expect(statSync(fileOf(first.path)).mtimeMs).toBeGreaterThan(before);
  rmSync(fileOf(first.path));
  rmSync(join(pocketbase.data.pictureCache, first.path.slice('/anh/'.length)));
  await published(media);
  expect(existsSync(fileOf(first.path))).toBe(true);
  const leftOver = [pocketbase.data.pictures, pocketbase.data.pictureCache].flatMap((folder) => readdirSync(folder));
  expect(leftOver.filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('publishing takes what is ready: WebP at once, AVIF once it has been made', async () => {
  const media = await upload(await photo('#27a'), 'nha.jpg', 'image/jpeg');
  const first = await published(media);
  const avif = allAddresses(first).filter((address) => address.endsWith('.avif'));
  expect(avif.length).toBeGreaterThan(0);
  expect(first.avif).toEqual([]);
  expect(avif.filter((address) => existsSync(fileOf(address)))).toEqual([]);
  await makeAvif(media);
  expect(avif.filter((address) => existsSync(fileOf(address)))).toEqual([]);
  const later = await published(media);
  expect(later).toEqual({ ...first, avif: [400, 600] });
  for (const width of later.avif) expect(existsSync(fileOf(copyAddress(later.path, width, 'avif')))).toBe(true);
});

test('nothing is enlarged', async () => {
  const small = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
  const picture = await published(await upload(small, 'nho.png', 'image/png'));
  expect(picture).toMatchObject({ width: 300, height: 200, webp: [96, 240, 300] });
});

test('a broken picture is reported at its record and left out; papers are no pictures', async () => {
  const whole = await photo('#a72');
  const broken = await upload(whole.subarray(0, 400), 'hong.jpg', 'image/jpeg', 'Ảnh hỏng');
  const paper = await upload('%PDF-1.4\n%%EOF', 'giay.pdf', 'application/pdf');
  for (const again of [false, true]) {
    const { pictures, problems } = await prepare([broken, paper]);
    expect([again, ...pictures.keys()]).toEqual([again]);
    expect(problems).toMatchObject([
      { severity: 'warning', collection: 'media', record: broken.id, title: 'Ảnh hỏng', field: 'file' },
    ]);
    expect(problems[0]?.message).toContain('tệp bị cụt hoặc hỏng giữa chừng');
  }
  const kept = await pocketbase.superuser.collection('media').getOne<Media>(broken.id);
  expect(kept).toMatchObject({ preparation: 'broken', problem: 'tệp bị cụt hoặc hỏng giữa chừng' });
});

test('every criteria set has its print as a JPEG for shared links', async () => {
  const { sharePrints } = await prepare([]);
  expect(Object.keys(sharePrints)).toHaveLength(27);
  expect(new Set(Object.values(sharePrints)).size).toBe(27);
  for (const address of Object.values(sharePrints)) expect(address).toMatch(/^\/anh\/[0-9a-f]{20}-chia-se\.jpg$/);
  expect(await sharp(fileOf(sharePrints['4'] ?? '')).metadata()).toMatchObject({
    format: 'jpeg',
    width: 1200,
    height: 630,
  });
});

test('nobody who uploads says that a picture is ready', async () => {
  const editor = await pocketbase.signedIn('editor');
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await photo())], { type: 'image/jpeg' }), 'nha.jpg');
  form.set('preparation', 'ready');
  await expect(editor.collection('media').create(form)).rejects.toMatchObject({ status: 400 });
  form.delete('preparation');
  expect(await editor.collection('media').create(form)).toMatchObject({ preparation: '' });
});
