import { correctedText, matchesOf } from './answer.ts';
import { conceptsOf, NO_SYNONYMS, type SynonymTable } from './concepts.ts';
import type { SearchDocument } from './document.ts';
import { indexDocuments } from './invertedIndex.ts';
import { type Question, questionsOf } from './question.ts';
import { rank } from './rank.ts';
import { askedRarity, raritiesOf, type Scored, ScoreSheet } from './scores.ts';

export interface EngineHit {
  /** Place of the document in the list. */
  index: number;
  score: number;
  /** The words of the document, without marks, that the question found. */
  readonly matches: string[];
}
export interface EngineAnswer {
  hits: EngineHit[];
  /** The question as it was understood, where words of it had to be corrected. */
  corrected?: string;
}
export interface EngineOptions<Kind extends string> {
  /** Most hits wanted; 20 unless told. */
  limit?: number;
  kinds?: readonly Kind[];
}
export interface Engine<Kind extends string> {
  search(query: string, options?: EngineOptions<Kind>): EngineAnswer;
}

/** So many are ranked with care, however few are asked for. */
const RANKED = 150;
/** Documents worth less than this share of the best are not worth ranking with care, and hits not worth showing. */
const WORTH_RANKING = 0.4;
const WORTH_SHOWING = 0.5;

/** Builds the search over documents; tens of milliseconds for thousands of them. */
export function createEngine<Kind extends string>(
  documents: readonly SearchDocument<Kind>[],
  synonyms: SynonymTable = NO_SYNONYMS,
): Engine<Kind> {
  const concepts = conceptsOf(synonyms);
  const index = indexDocuments(documents, concepts);
  const rarities = raritiesOf(index);
  const sheet = new ScoreSheet(rarities);
  const questionOf = questionsOf(index.vocabulary, concepts);

  const wanted = new Map<string, Uint8Array>();

  function wantedOf(kinds: readonly Kind[] | undefined): Uint8Array {
    const key = kinds?.join() ?? '';
    const known = wanted.get(key);
    if (known !== undefined) return known;
    const made = Uint8Array.from(documents, ({ kind }) => (kinds === undefined || kinds.includes(kind) ? 1 : 0));
    wanted.set(key, made);
    return made;
  }

  function answers({ candidates }: Question, most: number, kinds: readonly Kind[] | undefined): Scored[] {
    const asked = candidates.map((found) => askedRarity(found, documents.length));
    const all = asked.reduce((sum, each) => sum + each, 0) || 1;
    candidates.forEach((found, at) => {
      sheet.add(found, (asked[at] ?? 0) / all);
    });
    const taken = sheet.take(Math.max(RANKED, most), WORTH_RANKING, wantedOf(kinds));
    return rank(index, rarities, taken, candidates);
  }

  return {
    search(query, { limit = 20, kinds } = {}) {
      const question = questionOf(query);
      const ranked = answers(question, limit, kinds);
      const least = (ranked[0]?.score ?? 0) * WORTH_SHOWING;
      const shown = ranked.slice(0, limit).filter(({ score }) => score >= least);
      const corrected = correctedText(question, shown[0]?.document);
      return {
        hits: shown.map(({ document, score }) => ({
          index: document,
          score,
          // Made when looked at: a list of thousands shows a screenful.
          get matches() {
            return matchesOf(question, document, concepts);
          },
        })),
        ...(corrected === undefined ? {} : { corrected }),
      };
    },
  };
}
