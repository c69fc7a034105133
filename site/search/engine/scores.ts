import type { Candidates } from './candidates.ts';
import { FIELD_NAMES, FIELDS, NAME_BIT } from './document.ts';
import type { InvertedIndex } from './invertedIndex.ts';
import type { Word } from './vocabulary.ts';

/** What a name adds to a document's score when the question says all of it. */
export const WHOLE_NAME = 0.25;

/** Worth of the best field among the bits of a posting. */
const BEST_FIELD = Float64Array.from({ length: 1 << FIELD_NAMES.length }, (_, bits) =>
  Math.max(0, ...FIELD_NAMES.map((field, place) => (bits & (1 << place) ? FIELDS[field] : 0))),
);

/** A document and how well it answers: 1 for every word in the name, before boosts. */
export interface Scored {
  document: number;
  score: number;
}

/** Rarity of a word that so many of all documents hold. */
export function rarityOf(holders: number, documents: number): number {
  return Math.log(1 + documents / (holders + 1));
}

/** Rarity of each word of the vocabulary, and of each name: the sum of its words. */
export interface Rarities {
  words: Float64Array;
  names: Float64Array;
}

/** Counts how rare words and names are. */
export function raritiesOf({ vocabulary, size, names }: InvertedIndex): Rarities {
  const words = Float64Array.from(vocabulary.words, ({ documents }) => rarityOf(documents.length, size));
  const sum = (ids: readonly number[]) => ids.reduce((total, id) => total + (words[id] ?? 0), 0);
  return { words, names: Float64Array.from(names, (name) => Math.max(sum(name.words), 1e-9)) };
}

/** Rarity of a word of the question: that of the likeliest words that answer it, all together. */
export function askedRarity(candidates: Candidates, size: number): number {
  const best = Math.max(0, ...[...candidates.values()].map(({ weight }) => weight));
  let holders = 0;
  for (const { word, weight } of candidates.values()) if (weight >= best - 0.05) holders += word.documents.length;
  return rarityOf(holders, size);
}

/**
 * Adds up, for every document, what each word of the question finds in it. Used for one question after the other: nothing is wiped,
 * marks tell which numbers are of this question and word.
 */
export class ScoreSheet {
  private readonly rarities: Rarities;
  /** Sum of the words' worth, and the same with what each adds to the share of the name that is said. */
  private readonly sum: Float32Array;
  private readonly boosted: Float32Array;
  /** What the present word of the question has given so far. */
  private readonly wordSum: Float32Array;
  private readonly wordBoosted: Float32Array;
  private readonly wordMark: Uint32Array;
  private readonly questionMark: Uint32Array;
  private readonly touched: Uint32Array;
  private count = 0;
  private word = 0;
  private question = 1;

  constructor(rarities: Rarities) {
    const size = rarities.names.length;
    this.rarities = rarities;
    this.sum = new Float32Array(size);
    this.boosted = new Float32Array(size);
    this.wordSum = new Float32Array(size);
    this.wordBoosted = new Float32Array(size);
    this.wordMark = new Uint32Array(size);
    this.questionMark = new Uint32Array(size);
    this.touched = new Uint32Array(size);
  }

  /** A word of the question counts once in a document, by its best candidate in its best field. */
  add(candidates: Candidates, share: number): void {
    this.word += 1;
    for (const { word, weight } of candidates.values()) this.addWord(word, weight, share);
  }

  private addWord({ id, documents, fields }: Word, weight: number, share: number): void {
    const { names, words } = this.rarities;
    const inName = WHOLE_NAME * weight * (words[id] ?? 0);
    for (let at = 0; at < documents.length; at += 1) {
      const document = documents[at] ?? 0;
      const bits = fields[at] ?? 0;
      const worth = share * weight * (BEST_FIELD[bits] ?? 0);
      this.raise(document, worth, bits & NAME_BIT ? worth + inName / (names[document] ?? 1) : worth);
    }
  }

  private raise(document: number, worth: number, boosted: number): void {
    if (this.questionMark[document] !== this.question) {
      this.questionMark[document] = this.question;
      this.sum[document] = 0;
      this.boosted[document] = 0;
      this.touched[this.count] = document;
      this.count += 1;
    }
    const isFirst = this.wordMark[document] !== this.word;
    const before = isFirst ? 0 : (this.wordBoosted[document] ?? 0);
    if (boosted <= before) return;
    this.sum[document] = (this.sum[document] ?? 0) + worth - (isFirst ? 0 : (this.wordSum[document] ?? 0));
    this.boosted[document] = (this.boosted[document] ?? 0) + boosted - before;
    this.wordMark[document] = this.word;
    this.wordSum[document] = worth;
    this.wordBoosted[document] = boosted;
  }

  /** The wanted documents that answer best, at least `most` where there are so many, in no order; begins a new question. */
  take(most: number, isWanted: (document: number) => boolean): Scored[] {
    const least = this.leastOf(most, isWanted);
    const taken: Scored[] = [];
    for (const document of this.touched.subarray(0, this.count)) {
      if (stepOf(this.boosted[document] ?? 0) < least || !isWanted(document)) continue;
      taken.push({ document, score: this.sum[document] ?? 0 });
    }
    this.count = 0;
    this.question += 1;
    return taken;
  }

  /** The step of the score that the `most`-th document reaches, found by counting instead of sorting. */
  private leastOf(most: number, isWanted: (document: number) => boolean): number {
    const counts = new Uint32Array(STEPS + 1);
    for (const document of this.touched.subarray(0, this.count)) {
      if (!isWanted(document)) continue;
      const step = stepOf(this.boosted[document] ?? 0);
      counts[step] = (counts[step] ?? 0) + 1;
    }
    let least = STEPS;
    for (let count = counts[least] ?? 0; count < most && least > 0; count += counts[least] ?? 0) least -= 1;
    return least;
  }
}

const STEPS = 1024;
/** Scores reach 1 and a name's boost. */
const stepOf = (score: number) => Math.min(STEPS, Math.floor((score / (1 + WHOLE_NAME)) * STEPS));
