import type { SearchDocument, SearchField, SearchKind } from './document.ts';
import { type Range, rangesOf } from './highlight.ts';
import { indexDocuments } from './invertedIndex.ts';
import { type Question, questionsOf } from './question.ts';
import { rank } from './rank.ts';
import { askedRarity, ScoreSheet } from './scores.ts';

export interface SearchHit {
  /** Place of the document among those given. */
  index: number;
  document: SearchDocument;
  score: number;
  /** Field → where in its text the words of the question, or what was taken for them, stand. */
  matches: Partial<Record<SearchField, Range[]>>;
}
export interface SearchAnswer {
  hits: SearchHit[];
  /** The question as it was understood, where words were corrected. */
  corrected?: string;
}
export interface SearchOptions {
  /** Most hits wanted; 20 unless told. */
  limit?: number;
  kinds?: readonly SearchKind[];
}
export interface SearchEngine {
  search(query: string, options?: SearchOptions): SearchAnswer;
}

/** So many are ranked with care, however few are asked for. */
const RANKED = 120;
/** Hits worth less than this share of the best are not worth showing. */
const WORTH_SHOWING = 0.4;

/** Builds the search over records; tens of milliseconds for thousands of them. */
export function createEngine(documents: readonly SearchDocument[]): SearchEngine {
  const index = indexDocuments(documents);
  const sheet = new ScoreSheet(documents.length);
  const questionOf = questionsOf(index.vocabulary);

  function scored(question: Question, most: number) {
    const rarities = question.candidates.map((found) => askedRarity(found, documents.length));
    const all = rarities.reduce((sum, each) => sum + each, 0) || 1;
    question.candidates.forEach((found, at) => {
      sheet.add(found, (rarities[at] ?? 0) / all);
    });
    return rank(index, sheet.take(most), question.candidates);
  }

  return {
    search(query, { limit = 20, kinds } = {}) {
      const question = questionOf(query);
      const ranked = scored(question, kinds === undefined ? Math.max(RANKED, limit) : documents.length);
      const least = (ranked[0]?.score ?? 0) * WORTH_SHOWING;
      const wanted: SearchHit[] = [];
      for (const { document: at, score } of ranked) {
        const document = documents[at];
        if (document === undefined || (kinds !== undefined && !kinds.includes(document.kind))) continue;
        if (score < least || wanted.length >= limit) break;
        wanted.push({ index: at, document, score, matches: rangesOf(document, index.vocabulary, question.candidates) });
      }
      return { hits: wanted };
    },
  };
}
