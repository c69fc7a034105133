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
  /** Too doubtful to be looked for outside of names. */
  nameOnly: boolean;
}
/** What answers one word of a question, best first, each word of the records once. */
export type Candidates = readonly Candidate[];

/** What an answer is worth beside the very word. */
const WORTH: Readonly<Record<How, number>> = {
  word: 1,
  keys: 0.97,
  beginning: 0.85,
  // Told by the concept.
  synonym: 1,
  sound: 0.7,
  slip: 0.62,
  far: 0.4,
};
/** A word that the records hold is seldom the beginning of another, and seldom a slip of the hand for another. */
const KNOWN_BUT_BEGINNING = 0.75;
const KNOWN_BUT_OTHER_MEANT = 0.7;
const UNFINISHED_SLIP = 0.75;
const SHORTEST_FOR_SLIP = 2;
const SHORTEST_BEGINNING_ANYWHERE = 3;
const SHORTEST_BEGINNING_FOR_SLIP = 3;

/** A word of the question. */
export interface Asked extends Spelling {
  text: string;
  /** The last word may be unfinished. */
  unfinished: boolean;
  /** Alone or with its neighbours it names a thing with several names. */
  named: boolean;
}

/** How well the marks agree; `careful`: the question has marks somewhere, so that a bare word means a bare word. */
function toneFit(asked: Spelling, word: Word, careful: boolean): number {
  if (asked.tone === word.tone) return 1;
  if (asked.tone === asked.plain) return careful ? 0.9 : 0.98;
  return withoutTone(asked.tone) === word.toneless ? 0.85 : 0.75;
}

/** The same for a beginning, whose tone may still be to come; the less is missing the better. */
function beginningFit(asked: Spelling, word: Word): number {
  const marks = asked.tone === asked.plain || word.toneless.startsWith(withoutTone(asked.tone)) ? 1 : 0.85;
  return marks * (0.8 + (0.2 * asked.plain.length) / word.plain.length);
}

/** Finds the candidates of one word of a question, from the very word to the nearest one. */
class Gathering {
  private readonly found = new Map<number, Candidate>();
  private readonly vocabulary: Vocabulary;
  private readonly asked: Asked;
  private readonly careful: boolean;

  constructor(vocabulary: Vocabulary, asked: Asked, careful: boolean) {
    this.vocabulary = vocabulary;
    this.asked = asked;
    this.careful = careful;
  }

  get isEmpty(): boolean {
    return this.found.size === 0;
  }

  get bestFirst(): Candidates {
    return [...this.found.values()].sort(byWeight);
  }

  private offer(plain: string, how: How, nameOnly: boolean, likeness: (word: Word) => number): void {
    for (const word of this.vocabulary.byPlain.get(plain) ?? []) {
      const weight = WORTH[how] * likeness(word);
      if (weight > (this.found.get(word.id)?.weight ?? 0)) this.found.set(word.id, { word, weight, how, nameOnly });
    }
  }

  words(spelling: Spelling, how: How): void {
    this.offer(spelling.plain, how, false, (word) => toneFit(spelling, word, this.careful));
  }

  beginnings(spelling: Spelling, known: boolean): void {
    if (!this.asked.unfinished) return;
    const doubt = known ? KNOWN_BUT_BEGINNING : 1;
    const nameOnly = known || spelling.plain.length < SHORTEST_BEGINNING_ANYWHERE;
    for (const longer of plainsBeginning(this.vocabulary.plains, spelling.plain)) {
      this.offer(longer, 'beginning', nameOnly, (word) => doubt * beginningFit(spelling, word));
    }
  }

  sounds(spelling: Spelling, known: boolean): void {
    const doubt = known ? KNOWN_BUT_OTHER_MEANT : 1;
    for (const alike of this.vocabulary.bySound.get(soundKey(spelling.plain)) ?? []) {
      this.offer(alike, 'sound', known, (word) => doubt * toneFit(spelling, word, this.careful));
    }
  }

  slips(spelling: Spelling, known: boolean): void {
    const { plain } = spelling;
    if (plain.length < SHORTEST_FOR_SLIP) return;
    const doubt = known ? KNOWN_BUT_OTHER_MEANT : 1;
    const isBeginning = this.asked.unfinished && !known && plain.length >= SHORTEST_BEGINNING_FOR_SLIP;
    for (const other of this.vocabulary.plains) {
      if (isOneSlip(plain, other)) {
        this.offer(other, 'slip', known, (word) => doubt * toneFit(spelling, word, this.careful));
      } else if (isBeginning && beginsWithOneSlip(plain, other)) {
        this.offer(other, 'slip', true, (word) => UNFINISHED_SLIP * beginningFit(spelling, word));
      }
    }
  }
}

function byWeight(a: Candidate, b: Candidate): number {
  return b.weight - a.weight;
}

/** Candidates of one word of a question. `far` gives the words that are nearest to one that nothing is near to. */
export function candidatesOf(
  vocabulary: Vocabulary,
  asked: Asked,
  careful: boolean,
  far: (plain: string) => string[],
): Candidates {
  const gathering = new Gathering(vocabulary, asked, careful);
  const leftOver = keystrokeReadings(asked.text).map(spellingOf);
  gathering.words(asked, 'word');
  for (const spelling of leftOver) gathering.words(spelling, 'keys');
  const known = asked.named || !gathering.isEmpty;
  for (const spelling of [asked, ...leftOver]) {
    gathering.beginnings(spelling, known);
    gathering.sounds(spelling, known);
    gathering.slips(spelling, known);
  }
  if (gathering.isEmpty) for (const plain of far(asked.plain)) gathering.words({ plain, tone: plain }, 'far');
  return gathering.bestFirst;
}

/** With a thing that the word names, alone or with its neighbours. */
export function withConcept(word: Word, worth: number, candidates: Candidates): Candidates {
  return [...candidates, { word, weight: worth, how: 'synonym' as const, nameOnly: false }].sort(byWeight);
}
