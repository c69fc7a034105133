import { type Asked, type Candidates, candidatesOf, withConcept } from './candidates.ts';
import type { Concepts } from './concepts.ts';
import { farWordsOf } from './farWords.ts';
import { isOneSlip } from './typos.ts';
import type { Vocabulary } from './vocabulary.ts';
import { spellingOf, wordsIn } from './words.ts';

/** More words than any name has: what follows is not read. */
const MOST_WORDS = 16;
const LONGEST_WORD = 40;
const REMEMBERED = 400;

/** A question taken apart: its words, and for each the words of the records that answer it. */
export interface Question {
  asked: Asked[];
  candidates: Candidates[];
}

/** Makes questions of texts. While someone types, all words but the last are the same as before: they are remembered. */
export function questionsOf(vocabulary: Vocabulary, known: Concepts): (text: string) => Question {
  const far = farWordsOf(vocabulary.plains);
  const remembered = new Map<string, Candidates>();

  function candidates(asked: Asked, careful: boolean): Candidates {
    const key = `${asked.text} ${asked.unfinished} ${asked.named} ${careful}`;
    const before = remembered.get(key);
    if (before !== undefined) return before;
    if (remembered.size >= REMEMBERED) remembered.clear();
    const found = candidatesOf(vocabulary, asked, careful, far);
    remembered.set(key, found);
    return found;
  }

  return (text) => {
    const words = askedWords(text, vocabulary);
    const careful = words.some(({ plain, tone }) => plain !== tone);
    const concepts = known.asked(words).flatMap((concept) => {
      const word = vocabulary.byTone.get(concept.concept);
      return word === undefined ? [] : [{ ...concept, word }];
    });
    const asked = words.map((word, at) => ({ ...word, named: concepts.some(({ from, to }) => from <= at && at < to) }));
    const found = asked.map((word) => candidates(word, careful));
    for (const { word, worth, from, to } of concepts) {
      for (let at = from; at < to; at += 1) found[at] = withConcept(word, worth, found[at] ?? []);
    }
    return { asked, candidates: found };
  };
}

function askedWords(text: string, vocabulary: Vocabulary): Omit<Asked, 'named'>[] {
  const pieces = wordsIn(
    text
      .normalize('NFC')
      .toLowerCase()
      .slice(0, MOST_WORDS * LONGEST_WORD),
  )
    .slice(0, MOST_WORDS)
    .flatMap((word) => apart(word.text.slice(0, LONGEST_WORD), vocabulary));
  const words = pieces.map((piece) => ({ text: piece, ...spellingOf(piece) })).filter(({ plain }) => plain !== '');
  const isOpen = !/\s$/.test(text);
  return words.map((word, at) => ({ ...word, unfinished: isOpen && at === words.length - 1 }));
}

/** Two words typed without a space (`matong`) where no word of the records is, begins with or comes near to the whole. */
function apart(text: string, { byPlain, plains }: Vocabulary): string[] {
  const { plain } = spellingOf(text);
  if (plain.length < 5 || plain.length !== text.length || byPlain.has(plain)) return [text];
  if (plains.some((known) => known.startsWith(plain) || isOneSlip(plain, known))) return [text];
  for (let at = plain.length - 2; at >= 2; at -= 1) {
    if (byPlain.has(plain.slice(0, at)) && byPlain.has(plain.slice(at))) return [text.slice(0, at), text.slice(at)];
  }
  return [text];
}
