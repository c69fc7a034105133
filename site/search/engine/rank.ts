import type { Candidates } from './candidates.ts';
import type { InvertedIndex } from './invertedIndex.ts';
import { rarity, type Scored } from './scores.ts';

/** What a name adds to the score when the question says all of it, and when it says it in the same order. */
const WHOLE_NAME = 0.25;
const SAME_ORDER = 0.12;
const SAME_START = 0.03;

/** Where in the question each word of a name is asked for (-1: nowhere) and how well. */
interface NameFit {
  positions: number[];
  weights: number[];
}

function nameFit(name: readonly number[], candidates: readonly Candidates[]): NameFit {
  const positions = name.map(() => -1);
  const weights = name.map(() => 0);
  name.forEach((word, at) => {
    candidates.forEach((found, position) => {
      const weight = found.get(word)?.weight ?? 0;
      if (weight > (weights[at] ?? 0)) {
        weights[at] = weight;
        positions[at] = position;
      }
    });
  });
  return { positions, weights };
}

/** Share of a name, by rarity of its words, that the question says. */
function shareSaid(index: InvertedIndex, name: readonly number[], weights: readonly number[]): number {
  let said = 0;
  let all = 0;
  name.forEach((id, at) => {
    const word = index.vocabulary.words[id];
    const value = word === undefined ? 0 : rarity(word, index.documents.length);
    all += value;
    said += value * (weights[at] ?? 0);
  });
  return all === 0 ? 0 : said / all;
}

/** Share of the question's neighbouring words that are neighbours in the name, in the same order. */
function shareInOrder({ positions }: NameFit, asked: number): number {
  if (asked < 2) return 0;
  let pairs = 0;
  for (let at = 1; at < positions.length; at += 1) {
    const before = positions[at - 1] ?? -1;
    if (before >= 0 && positions[at] === before + 1) pairs += 1;
  }
  return Math.min(1, pairs / (asked - 1));
}

/** Ranks documents that hold the words: whole names first, words in the order asked, then as the catalogue has them. */
export function rank(index: InvertedIndex, scored: readonly Scored[], candidates: readonly Candidates[]): Scored[] {
  const ranked = scored.map(({ document, score }) => {
    const name = index.names[document] ?? [];
    const fit = nameFit(name, candidates);
    const start = fit.positions[0] === 0 ? SAME_START : 0;
    const boost = WHOLE_NAME * shareSaid(index, name, fit.weights) + SAME_ORDER * shareInOrder(fit, candidates.length) + start;
    return { document, score: score + boost };
  });
  return ranked.sort((a, b) => b.score - a.score || a.document - b.document);
}
