import type { Candidates } from './candidates.ts';
import { FIELD_NAMES, FIELDS } from './document.ts';
import type { Word } from './vocabulary.ts';

/** Worth of the best field among the bits of a posting. */
const BEST_FIELD = Array.from({ length: 1 << FIELD_NAMES.length }, (_, bits) =>
  Math.max(0, ...FIELD_NAMES.map((field, place) => (bits & (1 << place) ? FIELDS[field] : 0))),
);

/** A document and how well it answers, 0 … 1 before boosts. */
export interface Scored {
  document: number;
  score: number;
}

/** Rarity of a word among so many documents. */
export function rarity(word: Word, documents: number): number {
  return Math.log(1 + documents / (word.documents.length + 1));
}

/** Rarity of a word of the question: that of the likeliest words that answer it, common ones deciding. */
export function askedRarity(candidates: Candidates, documents: number): number {
  let best = 0;
  let holders = 0;
  for (const { word, weight } of candidates.values()) {
    if (weight > best + 0.05) holders = 0;
    if (weight > best) best = weight;
    if (weight >= best - 0.05) holders += word.documents.length;
  }
  return Math.log(1 + documents / (holders + 1));
}

/** Adds up, for every document, what each word of the question finds in it. */
export class ScoreSheet {
  private readonly total: Float32Array;
  private readonly best: Float32Array;
  private readonly seen: Uint8Array;
  private touched: number[] = [];

  constructor(documents: number) {
    this.total = new Float32Array(documents);
    this.best = new Float32Array(documents);
    this.seen = new Uint8Array(documents);
  }

  /** A word of the question counts once in a document, by its best candidate in its best field. */
  add(candidates: Candidates, share: number): void {
    const reached: number[] = [];
    for (const { word, weight } of candidates.values()) {
      const { documents, fields } = word;
      for (let at = 0; at < documents.length; at += 1) {
        const document = documents[at] ?? 0;
        const value = weight * (BEST_FIELD[fields[at] ?? 0] ?? 0);
        if (this.best[document] === 0) reached.push(document);
        if (value > (this.best[document] ?? 0)) this.best[document] = value;
      }
    }
    for (const document of reached) {
      this.total[document] = (this.total[document] ?? 0) + share * (this.best[document] ?? 0);
      this.best[document] = 0;
      if (this.seen[document] === 0) {
        this.seen[document] = 1;
        this.touched.push(document);
      }
    }
  }

  /** The documents that answer best, at least `most` of them where there are so many, in no order; and wipes the sheet. */
  take(most: number): Scored[] {
    const scored = this.touched.map((document) => ({ document, score: this.total[document] ?? 0 }));
    for (const { document } of scored) {
      this.total[document] = 0;
      this.seen[document] = 0;
    }
    this.touched = [];
    return above(scored, most);
  }
}

const STEPS = 512;

/** Drops what is below the score of the `most`-th, found by counting instead of sorting. */
function above(scored: Scored[], most: number): Scored[] {
  if (scored.length <= most) return scored;
  const counts = new Uint32Array(STEPS + 1);
  const step = ({ score }: Scored) => Math.min(STEPS, Math.floor(score * STEPS));
  for (const each of scored) counts[step(each)] = (counts[step(each)] ?? 0) + 1;
  let least = STEPS;
  for (let count = counts[least] ?? 0; count < most && least > 0; count += counts[least] ?? 0) least -= 1;
  return scored.filter((each) => step(each) >= least);
}
