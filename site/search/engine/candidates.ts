import { conceptsAsked } from './concepts.ts';
import { keystrokeReadings } from './keystrokes.ts';
import { soundKey } from './sounds.ts';
import { beginsWithOneSlip, isOneSlip } from './typos.ts';
import { plainsBeginning, type Vocabulary, type Word } from './vocabulary.ts';
import { type Spelling, spellingOf, withoutTone } from './words.ts';

/** How a word of the records answers a word of the question. */
export type How = 'word' | 'keys' | 'beginning' | 'synonym' | 'sound' | 'slip' | 'far';
export interface Candidate {
  word: Word;
  /** 1 for the very word with its marks, less for everything else. */
  weight: number;
  how: How;
}
export type Candidates = Map<number, Candidate>;

/** What an answer is worth beside the very word. */
const WORTH: Readonly<Record<How, number>> = {
  word: 1,
  keys: 0.97,
  beginning: 0.85,
  synonym: 0.82,
  sound: 0.7,
  slip: 0.62,
  far: 0.4,
};
/** A word that stands in the records is seldom a slip of the hand for another. */
const KNOWN_BUT_MEANT_OTHER = 0.7;
const SHORTEST_FOR_SLIP = 2;
const SHORTEST_BEGINNING_FOR_SLIP = 3;

/** A word of the question. */
export interface Asked extends Spelling {
  text: string;
  /** The last word may be unfinished. */
  unfinished: boolean;
}

/** How well the marks agree; `careful`: the question has marks somewhere, so that a bare word means a bare word. */
function toneFit(asked: Spelling, word: Word, careful: boolean): number {
  if (asked.tone === word.tone) return 1;
  if (asked.tone === asked.plain) return careful ? 0.9 : 0.98;
  return withoutTone(asked.tone) === withoutTone(word.tone) || asked.tone === withoutTone(word.tone) ? 0.85 : 0.75;
}

/** Candidates of one word of a question, from the very word to the nearest one. */
export function candidatesOf(vocabulary: Vocabulary, asked: Asked, careful: boolean, far: (plain: string) => string[]): Candidates {
  const found: Candidates = new Map();
  function offer(word: Word, weight: number, how: How): void {
    if (weight > (found.get(word.id)?.weight ?? 0)) found.set(word.id, { word, weight, how });
  }
  function offerPlain(plain: string, like: Spelling, how: How, times = 1): void {
    for (const word of vocabulary.byPlain.get(plain) ?? []) {
      offer(word, WORTH[how] * times * toneFit(like, word, careful), how);
    }
  }

  const readings = [
    { spelling: asked as Spelling, how: 'word' as How },
    ...keystrokeReadings(asked.text).map((text) => ({ spelling: spellingOf(text), how: 'keys' as How })),
  ];
  for (const { spelling, how } of readings) offerPlain(spelling.plain, spelling, how);
  const known = found.size > 0;
  for (const { spelling } of readings) {
    const { plain } = spelling;
    if (asked.unfinished) {
      for (const longer of plainsBeginning(vocabulary.plains, plain)) {
        offerPlain(longer, { plain, tone: plain }, 'beginning', 0.8 + (0.2 * plain.length) / longer.length);
      }
    }
    const doubt = known ? KNOWN_BUT_MEANT_OTHER : 1;
    for (const alike of vocabulary.bySound.get(soundKey(plain)) ?? []) offerPlain(alike, spelling, 'sound', known ? doubt : 1);
    if (plain.length < SHORTEST_FOR_SLIP) continue;
    for (const other of vocabulary.plains) {
      if (isOneSlip(plain, other)) offerPlain(other, spelling, 'slip', doubt);
      else if (asked.unfinished && !known && plain.length >= SHORTEST_BEGINNING_FOR_SLIP && beginsWithOneSlip(plain, other)) {
        offerPlain(other, { plain, tone: plain }, 'slip', 0.75);
      }
    }
  }
  if (found.size === 0) for (const plain of far(asked.plain)) offerPlain(plain, asked, 'far');
  return found;
}

/** Adds, to each word of the question, the things that it names alone or with its neighbours. */
export function addConcepts(vocabulary: Vocabulary, asked: readonly Asked[], candidates: readonly Candidates[]): void {
  for (const { concept, from, to } of conceptsAsked(asked)) {
    const word = vocabulary.byTone.get(concept);
    if (word === undefined) continue;
    for (const found of candidates.slice(from, to)) {
      if ((found.get(word.id)?.weight ?? 0) < WORTH.synonym) found.set(word.id, { word, weight: WORTH.synonym, how: 'synonym' });
    }
  }
}
