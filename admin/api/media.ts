/** Pictures and papers: records of `media`, protected, never changed once uploaded. */
import { pocketbase } from './client.ts';
import { orFailure } from './messages.ts';
import { type AnyRecord, listRecords, where } from './records.ts';

/** What is told of a new file besides its content. */
export interface MediaWords {
  alt: string;
  credit: string;
  licence: string;
  drawn: boolean;
}

async function sha256Of(file: Blob): Promise<string> {
  // Browsers hide `crypto.subtle` on plain http beyond localhost; the hash only saves doubles.
  if (crypto.subtle === undefined) return '';
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Uploads a file; the same content with the same words is not kept twice. */
export async function uploadMedia(file: File, words: MediaWords): Promise<AnyRecord> {
  const sha256 = await sha256Of(file);
  if (sha256 !== '') {
    const same = await listRecords('media', { perPage: 10, filter: where('sha256={:sha256}', { sha256 }) });
    const twin = same.items.find((each) => each['alt'] === words.alt && each['credit'] === words.credit);
    if (twin !== undefined) return twin;
  }
  return orFailure(pocketbase.collection('media').create<AnyRecord>({ ...words, sha256, file }));
}

/** A token with which protected files can be seen for two minutes. */
export function fileToken(): Promise<string> {
  return orFailure(pocketbase.files.getToken());
}

/** The address of a record's file. */
export function fileAddress(media: AnyRecord, token: string): string {
  return pocketbase.files.getURL(media, String(media['file']), { token });
}

/** Whether the file is a picture that a browser shows, and no paper. */
export function isPicture(media: AnyRecord): boolean {
  return !/\.pdf$/i.test(String(media['file']));
}
