/** Photographs as phones make them, for whatever handles pictures. */
import type PocketBase from 'pocketbase';
import type { RecordModel } from 'pocketbase';
import sharp from 'sharp';
import type { OfficeRecord } from '#scripts/publish/read.ts';

/** Lies on its side, as a phone held upright writes it; says where it was taken and by whom. */
export function photo(background = '#a33'): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 600, channels: 3, background } })
    .withExif({ IFD0: { Artist: 'Vương Thị Mẫn Châu' }, IFD3: { GPSLatitude: '21/1 24/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** Uploads a file as the admin does. */
export async function uploadPicture(
  pb: PocketBase,
  bytes: Buffer | string,
  name: string,
  type: string,
  alt = '',
): Promise<OfficeRecord<'media'> & RecordModel> {
  const form = new FormData();
  form.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type }), name);
  form.set('alt', alt);
  return pb.collection('media').create<OfficeRecord<'media'> & RecordModel>(form);
}
