import { wordSpans } from './words.ts';

/** A piece of text, and whether it is what was searched for. */
export interface MarkedPiece {
  text: string;
  isMatch: boolean;
}

/** Cuts a text at the words that begin with one of `matches` (folded), and marks as much of them as was typed. */
export function marked(text: string, matches: readonly string[]): MarkedPiece[] {
  const composed = text.normalize('NFC');
  const pieces: MarkedPiece[] = [];
  let done = 0;
  for (const { from, to, folded } of wordSpans(composed)) {
    const match = matches
      .filter((each) => each !== '' && folded.startsWith(each))
      .sort((a, b) => b.length - a.length)[0];
    if (match === undefined) continue;
    // In composed text a letter is one sign, so that lengths before and after folding agree.
    const end = folded.length === to - from ? from + match.length : to;
    if (from > done) pieces.push({ text: composed.slice(done, from), isMatch: false });
    pieces.push({ text: composed.slice(from, end), isMatch: true });
    done = end;
  }
  if (done < composed.length) pieces.push({ text: composed.slice(done), isMatch: false });
  return pieces;
}
