import { REFUSALS, Unreadable } from './unreadable.ts';

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));

/** First bytes that give a file away whatever its name says, and the words that refuse it. */
const REFUSED: readonly { signature: readonly number[]; at?: number; why: string }[] = [
  { signature: [0xd0, 0xcf, 0x11, 0xe0], why: REFUSALS.oldExcel },
  { signature: ascii('\x89PNG'), why: REFUSALS.picture },
  { signature: [0xff, 0xd8, 0xff], why: REFUSALS.picture },
  { signature: ascii('GIF8'), why: REFUSALS.picture },
  { signature: ascii('WEBP'), at: 8, why: REFUSALS.picture },
  { signature: ascii('ftyp'), at: 4, why: REFUSALS.picture },
  { signature: ascii('II*\0'), why: REFUSALS.picture },
  { signature: ascii('MM\0*'), why: REFUSALS.picture },
  { signature: ascii('%PDF'), why: REFUSALS.pdf },
  { signature: ascii('Rar!'), why: REFUSALS.archive },
  { signature: ascii('7z\xbc\xaf'), why: REFUSALS.archive },
  { signature: [0x1f, 0x8b], why: REFUSALS.archive },
  { signature: ascii('{\\rtf'), why: REFUSALS.document },
];

/** Whether the file is a zip (an Excel workbook, it may be) or text. Throws {@link Unreadable} for all else. */
export function fileKind(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw new Unreadable(REFUSALS.empty);
  if (startsWith(bytes, ascii('PK'))) return 'zip';
  for (const { signature, at, why } of REFUSED) if (startsWith(bytes, signature, at)) throw new Unreadable(why);
  const start = Buffer.from(bytes.subarray(0, 1000)).toString('latin1').replaceAll('\0', '').toLowerCase();
  if (/^[^a-z<]*<(!doctype html|html|table|head|meta)/.test(start)) throw new Unreadable(REFUSALS.webPage);
  return 'text';
}
