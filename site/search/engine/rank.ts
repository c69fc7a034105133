import type { Candidates } from './candidates.ts';
import type { InvertedIndex, TextWords } from './invertedIndex.ts';
import { type Rarities, type Scored, WHOLE_NAME } from './scores.ts';

/** What is added when words stand side by side as they were asked, and when the name begins as the question does. */
const SAME_ORDER = 0.14;
const SAME_START = 0.03;

/** Where in the question a word of the records is asked for, and how well it answers. */
interface Place {
  position: number;
  weight: number;
}

/** Each word of the records with the place in the question that it answers best. */
function placesOf(candidates: readonly Candidates[]): Map<number, Place> {
  const places = new Map<number, Place>();
  candidates.forEach((found, position) => {
    for (const { word, weight } of found) {
      if (weight > (places.get(word.id)?.weight ?? 0)) places.set(word.id, { position, weight });
    }
  });
  return places;
}

const NOWHERE: Place = { position: -1, weight: 0 };

/** What each word of a text answers. */
function fitOf(text: TextWords, places: ReadonlyMap<number, Place>): Place[] {
  const fit = text.words.map((word) => places.get(word) ?? NOWHERE);
  for (const { word, from, to } of text.concepts) {
    const place = places.get(word);
    if (place === undefined) continue;
    for (let at = from; at < to; at += 1) if (place.weight > (fit[at]?.weight ?? 0)) fit[at] = place;
  }
  return fit;
}

/** Share of a name, by rarity of its words, that the question says. */
function shareSaid(text: TextWords, fit: readonly Place[], rarities: Rarities): number {
  let said = 0;
  let all = 0;
  text.words.forEach((word, at) => {
    const rarity = rarities.words[word] ?? 0;
    all += rarity;
    said += rarity * (fit[at]?.weight ?? 0);
  });
  return all === 0 ? 0 : said / all;
}

/** Marks each word of the question that stands right after the one before it, as it was asked. */
function markPairs(fit: readonly Place[], pairs: Uint8Array): void {
  for (let at = 1; at < fit.length; at += 1) {
    const before = fit[at - 1]?.position ?? -1;
    if (before >= 0 && fit[at]?.position === before + 1) pairs[before + 1] = 1;
  }
}

/** Ranks documents: whole names first, words side by side as asked, then as the catalogue has them. */
export function rank(
  index: InvertedIndex,
  rarities: Rarities,
  scored: readonly Scored[],
  candidates: readonly Candidates[],
): Scored[] {
  const places = placesOf(candidates);
  const ranked = scored.map(({ document, score }) => {
    const name = index.names[document] ?? { words: [], concepts: [] };
    const fit = fitOf(name, places);
    const pairs = new Uint8Array(candidates.length);
    markPairs(fit, pairs);
    const producer = index.producers[document];
    if (producer !== undefined) markPairs(fitOf(producer, places), pairs);
    const inOrder = candidates.length < 2 ? 0 : pairs.reduce((sum, each) => sum + each, 0) / (candidates.length - 1);
    const start = fit[0]?.position === 0 ? SAME_START : 0;
    return { document, score: score + WHOLE_NAME * shareSaid(name, fit, rarities) + SAME_ORDER * inOrder + start };
  });
  return ranked.sort((a, b) => b.score - a.score || a.document - b.document);
}
