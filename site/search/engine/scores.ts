import type { Candidate, Candidates } from './candidates.ts';
import { FIELD_NAMES, FIELDS } from './document.ts';
import type { InvertedIndex } from './invertedIndex.ts';

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

/** Candidates so near to the best are as likely. */
const AS_LIKELY = 0.05;

/** Rarity of a word of the question: that of the likeliest words that answer it, all together. */
export function askedRarity(candidates: Candidates, size: number): number {
  const least = (candidates[0]?.weight ?? 0) - AS_LIKELY;
  let holders = 0;
  for (const { word, weight } of candidates) if (weight >= least) holders += word.documents.length;
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
  private readonly counts = new Uint32Array(STEPS + 1);
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
    for (const candidate of candidates) this.addWord(candidate, share);
  }

  private addWord({ word: { id, documents, fields, inName }, weight, nameOnly }: Candidate, share: number): void {
    const { names, words } = this.rarities;
    const worth = share * weight;
    const boost = WHOLE_NAME * weight * (words[id] ?? 0);
    for (let at = 0; at < inName; at += 1) {
      const document = documents[at] ?? 0;
      this.raise(document, worth, worth + boost / (names[document] ?? 1));
    }
    if (nameOnly) return;
    for (let at = inName; at < documents.length; at += 1) {
      const elsewhere = worth * (BEST_FIELD[fields[at] ?? 0] ?? 0);
      this.raise(documents[at] ?? 0, elsewhere, elsewhere);
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

  /**
   * The wanted documents (1 in `wanted`) that answer best, in no order: at most about `most`, and none that is worth less than `least`
   * of the best. Begins a new question.
   */
  take(most: number, least: number, wanted: Uint8Array): Scored[] {
    const { touched, count, sum, boosted } = this;
    const from = this.leastStep(most, least, wanted);
    const taken: Scored[] = [];
    for (let at = 0; at < count; at += 1) {
      const document = touched[at] ?? 0;
      if (wanted[document] === 0 || stepOf(boosted[document] ?? 0) < from) continue;
      taken.push({ document, score: sum[document] ?? 0 });
    }
    this.count = 0;
    this.question += 1;
    return taken;
  }

  /** The step of the score from which on documents are taken, found by counting instead of sorting. */
  private leastStep(most: number, least: number, wanted: Uint8Array): number {
    const { touched, count, boosted, counts } = this;
    counts.fill(0);
    let best = 0;
    for (let at = 0; at < count; at += 1) {
      const document = touched[at] ?? 0;
      if (wanted[document] === 0) continue;
      const step = stepOf(boosted[document] ?? 0);
      counts[step] = (counts[step] ?? 0) + 1;
      if (step > best) best = step;
    }
    let from = best;
    for (let taken = counts[from] ?? 0; taken < most && from > best * least; taken += counts[from] ?? 0) from -= 1;
    return from;
  }
}

const STEPS = 1024;
/** Scores reach 1 and a name's boost. */
const stepOf = (score: number) => Math.min(STEPS, Math.floor((score / (1 + WHOLE_NAME)) * STEPS));
