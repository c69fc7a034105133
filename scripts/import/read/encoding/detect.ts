import type { Encoding } from '../sheet.ts';
import type { Source } from '../source.ts';
import { REFUSALS, Unreadable } from '../unreadable.ts';
import { decodeStart, type Reading } from './decode.ts';
import { vietnameseShare } from './syllable.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

/** How a file was written, and how sure that is (0–1). */
interface Detected {
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

/** UTF-16 without a mark: every second byte of ASCII text is zero. */
function utf16WithoutMark(head: Uint8Array): Encoding | null {
  const sample = head.subarray(0, 2000);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd < sample.length / 10) return null;
  if (odd > even * 4) return 'utf-16le';
  return even > odd * 4 ? 'utf-16be' : null;
}

/** What all bytes tell together: whether they are UTF-8, and the first part of them that is not mere ASCII. */
interface Survey {
  isUtf8: boolean;
  telling: Buffer;
}

const BEYOND_ASCII = /[^\0-\x7f]/;

async function survey(source: Source): Promise<Survey> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let telling: Buffer | undefined;
  for await (const piece of source.pieces()) {
    if (telling === undefined && BEYOND_ASCII.test(piece.toString('latin1'))) telling = piece;
    try {
      if (isUtf8) decoder.decode(piece, { stream: true });
    } catch {
      isUtf8 = false;
    }
    if (!isUtf8 && telling !== undefined) break;
  }
  try {
    decoder.decode();
  } catch {
    isUtf8 = false;
  }
  return { isUtf8, telling: telling ?? Buffer.alloc(0) };
}

/** Whole lines around the first sign beyond ASCII, so that no sign of several bytes is cut in two. */
function sampleOf(piece: Buffer): Buffer {
  const telling = piece.findIndex((byte) => byte > 0x7f);
  const start = piece.lastIndexOf(0x0a, Math.max(0, telling)) + 1;
  const end = piece.length - start <= SAMPLE_BYTES ? piece.length : piece.lastIndexOf(0x0a, start + SAMPLE_BYTES);
  return piece.subarray(start, end > start ? end : start + SAMPLE_BYTES);
}

function bestOf({ isUtf8, telling }: Survey, candidates: readonly Encoding[]) {
  const sample = sampleOf(telling);
  const scored = candidates
    .map((encoding) => ({ encoding, ...vietnameseShare(decodeStart(sample, { encoding, isUtf8 })) }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = scored;
  if (best === undefined) return { encoding: 'utf-8' as const, confidence: 0, share: 0 };
  if (best.words === 0) return { encoding: candidates[0] ?? 'utf-8', confidence: 1, share: 1 };
  // A clear lead counts as much as a high share: names and brands are no Vietnamese words in any encoding.
  const confidence = Math.min(1, best.share, 0.5 + best.share - (second?.share ?? 0));
  return { encoding: best.encoding, confidence, share: best.share };
}

/** How the text of a source is written, by the whole of its bytes. Throws {@link Unreadable} for what is no text. */
export async function detect(source: Source): Promise<Detected & Reading> {
  const head = await source.head(10_000);
  const whole = await survey(source);
  const { isUtf8 } = whole;
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, index) => head[index] === byte));
  if (marked !== undefined) return { encoding: marked.encoding, confidence: 1, isUtf8 };
  const utf16 = utf16WithoutMark(head);
  if (utf16 !== null) return { encoding: utf16, confidence: 0.95, isUtf8 };
  if (head.includes(0)) throw new Unreadable(REFUSALS.binary);
  if (!isUtf8) return { ...bestOf(whole, ['windows-1258', 'tcvn3', 'vni']), isUtf8 };
  const best = bestOf(whole, ['utf-8', 'tcvn3', 'vni']);
  // Valid UTF-8 is hardly ever anything else; only text that is no Vietnamese as it stands is taken for an old font's code.
  const isFont = best.encoding !== 'utf-8' && best.share >= WHOLE_FILE_SHARE;
  return isFont ? { ...best, isUtf8 } : { encoding: 'utf-8', confidence: 1, isUtf8 };
}

/** The text's encoding where the user says it: only what carries an old font's codes is left to find. */
export async function asked(source: Source, encoding: Encoding): Promise<Detected & Reading> {
  return { encoding, confidence: 1, isUtf8: (await survey(source)).isUtf8 };
}

/** How the cells of a workbook were written: Unicode, unless they hold an old font's codes. */
export function textEncoding(sample: string): { encoding: 'utf-8' | 'tcvn3' | 'vni'; confidence: number } {
  const as = (encoding: 'utf-8' | 'tcvn3' | 'vni', text: string) => ({ encoding, ...vietnameseShare(text) });
  const plain = as('utf-8', sample);
  const [best = plain] = [as('tcvn3', fromTcvn3(sample)), as('vni', fromVni(sample))].sort((a, b) => b.share - a.share);
  if (plain.share >= best.share || best.share < WHOLE_FILE_SHARE) return { encoding: 'utf-8', confidence: 1 };
  return { encoding: best.encoding, confidence: Math.min(1, best.share, 0.5 + best.share - plain.share) };
}
