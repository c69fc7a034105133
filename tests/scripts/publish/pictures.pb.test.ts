import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyOf, preparePictures, smallCopy } from '#scripts/publish/pictures.ts';
import type { OfficeRecord } from '#scripts/publish/read.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

type Media = OfficeRecord<'media'>;

let pocketbase: FreshPocketBase;
beforeAll(async () => {
  pocketbase = await freshPocketBase();
});
afterAll(() => pocketbase.stop());

async function upload(bytes: Buffer | string, name: string, type: string, alt = ''): Promise<Media> {
  const form = new FormData();
  form.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type }), name);
  form.set('alt', alt);
  return pocketbase.superuser.collection('media').create<Media>(form);
}

/** Lies on its side, as a phone held upright writes it; says where it was taken and by whom. */
function photo(): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 600, channels: 3, background: '#a33' } })
    .withExif({ IFD0: { Artist: 'Vương Thị Mẫn Châu' }, IFD3: { GPSLatitude: '21/1 24/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

const prepare = (media: readonly Media[]) => preparePictures(pocketbase.superuser, pocketbase.data, media);
const fileOf = (path: string) => join(pocketbase.data.pictures, path.slice('/anh/'.length));

test('a photo is published upright, in three sizes, without what the camera wrote', async () => {
  const original = await photo();
  expect((await sharp(original).metadata()).exif?.toString('latin1')).toContain('V');
  const { pictures, problems } = await prepare([await upload(original, 'nha.jpg', 'image/jpeg', 'Lọ mật')]);
  const [picture] = [...pictures.values()];
  expect(problems).toEqual([]);
  expect(picture).toMatchObject({ alt: 'Lọ mật', width: 600, height: 1200 });
  for (const [path, width] of [
    [picture?.path ?? '', 600],
    [smallCopy(picture?.path ?? ''), 400],
    [copyOf(picture?.path ?? '', 240), 240],
  ] as const) {
    const copy = await sharp(fileOf(path)).metadata();
    expect(copy).toMatchObject({ format: 'webp', width, height: width * 2 });
    expect([copy.exif, copy.xmp, copy.iptc, copy.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  }
});

test('the smallest copy fits a trace page, however busy the picture', async () => {
  // Noise at the very size of the copy: nothing photographed is harder to pack.
  const grain = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const create = { width: 240, height: 180, channels: 3 as const, background: 'green', noise: grain };
  const noise = await sharp({ create }).resize(1200, 900, { kernel: 'nearest' }).jpeg().toBuffer();
  const { pictures } = await prepare([await upload(noise, 'rau.jpg', 'image/jpeg')]);
  const path = [...pictures.values()][0]?.path ?? '';
  expect(statSync(fileOf(copyOf(path, 240))).size).toBeLessThan(14_000);
});

test('what was made is not made again, but for what is gone', async () => {
  const media = await upload(await photo(), 'nha.jpg', 'image/jpeg');
  const path = [...(await prepare([media])).pictures.values()][0]?.path ?? '';
  const before = statSync(fileOf(path)).mtimeMs;
  await prepare([media]);
  expect(statSync(fileOf(path)).mtimeMs).toBe(before);
  rmSync(fileOf(path));
  await prepare([media]);
  expect(statSync(fileOf(path)).mtimeMs).toBeGreaterThan(before);
  expect(readdirSync(pocketbase.data.pictures).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a broken picture is reported at its record and left out; papers are no pictures', async () => {
  const whole = await photo();
  const broken = await upload(whole.subarray(0, 400), 'hong.jpg', 'image/jpeg', 'Ảnh hỏng');
  const paper = await upload('%PDF-1.4\n%%EOF', 'giay.pdf', 'application/pdf');
  const { pictures, problems } = await prepare([broken, paper]);
  expect([...pictures.keys()]).toEqual([]);
  expect(problems).toMatchObject([
    { severity: 'warning', collection: 'media', record: broken.id, title: 'Ảnh hỏng', field: 'file' },
  ]);
});
