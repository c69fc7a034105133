import type { Candidates } from './candidates.ts';
import type { InvertedIndex, TextWords } from './invertedIndex.ts';
import { type Rarities, type Scored, WHOLE_NAME } from './scores.ts';

/** What is added when words stand side by side as they were asked, and when the name begins as the question does. */
const SAME_ORDER = 0.14;
const SAME_START = 0.03;

/** Where in the question each word of a text is asked for (-1: nowhere) and how well. */
interface Fit {
  positions: Int8Array;
  weights: Float64Array;
}

function fitOf(text: TextWords, candidates: readonly Candidates[]): Fit {
  const positions = new Int8Array(text.words.length).fill(-1);
  const weights = new Float64Array(text.words.length);
  function offer(at: number, weight: number, position: number): void {
    if (weight <= (weights[at] ?? 0)) return;
    weights[at] = weight;
    positions[at] = position;
  }
  candidates.forEach((found, position) => {
    text.words.forEach((word, at) => {
      offer(at, found.get(word)?.weight ?? 0, position);
    });
    for (const { word, from, to } of text.concepts) {
      const weight = found.get(word)?.weight ?? 0;
      for (let at = from; at < to; at += 1) offer(at, weight, position);
    }
  });
  return { positions, weights };
}

/** Share of a name, by rarity of its words, that the question says. */
function shareSaid(text: TextWords, { weights }: Fit, rarities: Rarities): number {
  let said = 0;
  let all = 0;
  text.words.forEach((word, at) => {
    const rarity = rarities.words[word] ?? 0;
    all += rarity;
    said += rarity * (weights[at] ?? 0);
  });
  return all === 0 ? 0 : said / all;
}

/** Marks each word of the question that stands right after the one before it, as it was asked. */
function markPairs({ positions }: Fit, pairs: Uint8Array): void {
  for (let at = 1; at < positions.length; at += 1) {
    const [before = -1, here = -1] = [positions[at - 1], positions[at]];
    if (before >= 0 && here === before + 1) pairs[here] = 1;
  }
}

/** Ranks documents: whole names first, words side by side as asked, then as the catalogue has them. */
export function rank(
  index: InvertedIndex,
  rarities: Rarities,
  scored: readonly Scored[],
  candidates: readonly Candidates[],
): Scored[] {
  const ranked = scored.map(({ document, score }) => {
    const name = index.names[document] ?? { words: [], concepts: [] };
    const fit = fitOf(name, candidates);
    const pairs = new Uint8Array(candidates.length);
    markPairs(fit, pairs);
    const producer = index.producers[document];
    if (producer !== undefined) markPairs(fitOf(producer, candidates), pairs);
    const inOrder = candidates.length < 2 ? 0 : pairs.reduce((sum, each) => sum + each, 0) / (candidates.length - 1);
    const start = fit.positions[0] === 0 ? SAME_START : 0;
    return { document, score: score + WHOLE_NAME * shareSaid(name, fit, rarities) + SAME_ORDER * inOrder + start };
  });
  return ranked.sort((a, b) => b.score - a.score || a.document - b.document);
}
