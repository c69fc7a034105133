import { spellingOf, wordsIn } from './engine/words.ts';

/** A piece of text, and whether it is what was searched for. */
export interface MarkedPiece {
  text: string;
  isMatch: boolean;
}

/** Cuts a text at the words that were found; `matches` as a hit tells them. */
export function marked(text: string, matches: readonly string[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let done = 0;
  for (const word of wordsIn(text)) {
    if (!matches.includes(spellingOf(word.text).plain)) continue;
    if (word.from > done) pieces.push({ text: text.slice(done, word.from), isMatch: false });
    pieces.push({ text: word.text, isMatch: true });
    done = word.to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isMatch: false });
  return pieces;
}
