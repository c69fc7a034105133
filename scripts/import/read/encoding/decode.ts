import type { Encoding } from '../sheet.ts';
import type { Source } from '../source.ts';
import { Unreadable } from '../unreadable.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

/** How bytes are read. The codes of an old font stand in single bytes or, copied through Word or Excel, in Unicode's Latin-1 signs. */
export interface Reading {
  encoding: Encoding;
  isUtf8: boolean;
}

/** Bytes of the next piece as signs; without a piece, what is left of the last. Throws TypeError where they are none. */
type Decode = (piece?: Uint8Array) => string;

function decoder({ encoding, isUtf8 }: Reading): Decode {
  const isFont = encoding === 'tcvn3' || encoding === 'vni';
  // ISO 8859-1, where every byte is the sign of its number: what the tables of the old fonts are written in.
  if (isFont && !isUtf8) return (piece = new Uint8Array()) => Buffer.from(piece).toString('latin1');
  const unicode = new TextDecoder(isFont ? 'utf-8' : encoding, { fatal: encoding !== 'windows-1258' });
  return (piece) => unicode.decode(piece, { stream: piece !== undefined });
}

const LETTERS: Partial<Record<Encoding, (text: string) => string>> = { tcvn3: fromTcvn3, vni: fromVni };

/** Signs as Vietnamese letters, composed (NFC). */
function lettersOf(signs: string, encoding: Encoding): string {
  return (LETTERS[encoding]?.(signs) ?? signs).normalize('NFC');
}

/** The start of a text, to judge by; a sign cut at its end is left out. Throws TypeError as {@link Decode}. */
export function decodeStart(bytes: Uint8Array, reading: Reading): string {
  return lettersOf(decoder(reading)(bytes), reading.encoding);
}

/** Where the last ASCII sign stands; 0 where there is none. */
function lastAscii(signs: string): number {
  let at = signs.length - 1;
  while (at > 0 && signs.charCodeAt(at) > 0x7f) at -= 1;
  return Math.max(at, 0);
}

/**
 * The text of a source in pieces, as letters (NFC). A piece ends before an ASCII sign: no such sign joins the letter before it, so that
 * no letter is cut from its marks. Throws {@link Unreadable} with the words where the bytes are not of this encoding.
 */
export async function* decodePieces(source: Source, reading: Reading, refusal: string): AsyncGenerator<string> {
  const decode = decoder(reading);
  const signsOf: Decode = (piece) => {
    try {
      return decode(piece);
    } catch {
      throw new Unreadable(refusal);
    }
  };
  let rest = '';
  for await (const piece of source.pieces()) {
    const signs = rest + signsOf(piece);
    const cut = lastAscii(signs);
    rest = signs.slice(cut);
    yield lettersOf(signs.slice(0, cut), reading.encoding);
  }
  yield lettersOf(rest + signsOf(), reading.encoding);
}
