import type { Encoding } from '../sheet.ts';
import { REFUSALS, Unreadable } from '../unreadable.ts';
import { vietnameseShare } from './syllable.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

/** A text, how it was written, and how sure that is (0–1). */
export interface Decoded {
  text: string;
  encoding: Encoding;
  confidence: number;
}

/** Enough text to tell encodings apart; a whole 50 MB file would take seconds. */
const SAMPLE_BYTES = 400_000;

const BYTE_ORDER_MARKS: readonly { bytes: readonly number[]; encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Less Vietnamese than this is a mixture: it stays as it is, and each doubtful cell is asked about by itself. */
const WHOLE_FILE_SHARE = 0.85;

/** ISO 8859-1, where every byte is the sign of its number: what the tables of the old fonts are written in. */
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function asUnicode(bytes: Uint8Array, label: 'utf-8' | 'utf-16le' | 'utf-16be'): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text in a font's code stands either in single bytes or, copied through Word or Excel, in Unicode's Latin-1 signs. */
function fontCodes(bytes: Uint8Array): string {
  return asUnicode(bytes, 'utf-8') ?? latin1(bytes);
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  if (encoding === 'tcvn3') return fromTcvn3(fontCodes(bytes));
  if (encoding === 'vni') return fromVni(fontCodes(bytes));
  if (encoding === 'windows-1258') return new TextDecoder('windows-1258').decode(bytes);
  return asUnicode(bytes, encoding);
}

/** UTF-16 without a mark: every second byte of ASCII text is zero. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd < sample.length / 10) return null;
  if (odd > even * 4) return 'utf-16le';
  return even > odd * 4 ? 'utf-16be' : null;
}

/** A sample cut at the end of a line, so that no sign of several bytes is cut in two. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const end = bytes.lastIndexOf(0x0a, SAMPLE_BYTES);
  return bytes.subarray(0, end > 0 ? end : SAMPLE_BYTES);
}

function bestOf(sample: Uint8Array, candidates: readonly Encoding[]) {
  const scored = candidates
    .map((encoding) => ({ encoding, ...vietnameseShare(decode(sample, encoding) ?? '') }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = scored;
  if (best === undefined) return { encoding: 'utf-8' as const, confidence: 0, share: 0 };
  if (best.words === 0) return { encoding: candidates[0] ?? 'utf-8', confidence: 1, share: 1 };
  // A clear lead counts as much as a high share: names and brands are no Vietnamese words in any encoding.
  const confidence = Math.min(1, best.share, 0.5 + best.share - (second?.share ?? 0));
  return { encoding: best.encoding, confidence, share: best.share };
}

function detect(bytes: Uint8Array): { encoding: Encoding; confidence: number } {
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return { encoding: marked.encoding, confidence: 1 };
  const utf16 = utf16WithoutMark(bytes);
  if (utf16 !== null) return { encoding: utf16, confidence: 0.95 };
  if (bytes.subarray(0, 10_000).includes(0)) throw new Unreadable(REFUSALS.binary);
  const sample = sampleOf(bytes);
  if (asUnicode(sample, 'utf-8') === null) return bestOf(sample, ['windows-1258', 'tcvn3', 'vni']);
  const best = bestOf(sample, ['utf-8', 'tcvn3', 'vni']);
  // Valid UTF-8 is hardly ever anything else; only text that is no Vietnamese as it stands is taken for an old font's code.
  return best.encoding === 'utf-8' || best.share < WHOLE_FILE_SHARE ? { encoding: 'utf-8', confidence: 1 } : best;
}

/** Bytes as text (NFC), by the encoding asked for or the one that gives Vietnamese. Throws {@link Unreadable}. */
export function decodeText(bytes: Uint8Array, asked?: Encoding): Decoded {
  const { encoding, confidence } = asked === undefined ? detect(bytes) : { encoding: asked, confidence: 1 };
  const text = decode(bytes, encoding);
  if (text === null) throw new Unreadable(asked === undefined ? REFUSALS.binary : REFUSALS.wrongEncoding);
  return { text: text.replace(/^\ufeff/, '').normalize('NFC'), encoding, confidence };
}

/** How the cells of a workbook were written: Unicode, unless they hold an old font's codes. */
export function textEncoding(sample: string): { encoding: 'utf-8' | 'tcvn3' | 'vni'; confidence: number } {
  const as = (encoding: 'utf-8' | 'tcvn3' | 'vni', text: string) => ({ encoding, ...vietnameseShare(text) });
  const plain = as('utf-8', sample);
  const [best = plain] = [as('tcvn3', fromTcvn3(sample)), as('vni', fromVni(sample))].sort((a, b) => b.share - a.share);
  if (plain.share >= best.share || best.share < WHOLE_FILE_SHARE) return { encoding: 'utf-8', confidence: 1 };
  return { encoding: best.encoding, confidence: Math.min(1, best.share, 0.5 + best.share - plain.share) };
}
