import type { Candidates } from './candidates.ts';
import { conceptsNamed } from './concepts.ts';
import { FIELD_NAMES, type SearchDocument, type SearchField } from './document.ts';
import type { Vocabulary } from './vocabulary.ts';
import { spellingOf, wordsIn } from './words.ts';

/** Part of a text: UTF-16 units from … to (excluded). */
export type Range = [from: number, to: number];

function rangesIn(text: string, vocabulary: Vocabulary, candidates: readonly Candidates[]): Range[] {
  const words = wordsIn(text).map((word) => ({ ...word, ...spellingOf(word.text) }));
  const isAsked = (tone: string) => {
    const word = vocabulary.byTone.get(tone);
    return word !== undefined && candidates.some((found) => found.has(word.id));
  };
  const said = words.map(({ tone }) => isAsked(tone));
  for (const { concept, from, to } of conceptsNamed(words)) if (isAsked(concept)) said.fill(true, from, to);
  return words.filter((_, at) => said[at]).map(({ from, to }) => [from, to]);
}

/** Where the question's words stand in each field of a document. */
export function rangesOf(
  { fields }: SearchDocument,
  vocabulary: Vocabulary,
  candidates: readonly Candidates[],
): Partial<Record<SearchField, Range[]>> {
  const matches: Partial<Record<SearchField, Range[]>> = {};
  for (const field of FIELD_NAMES) {
    const ranges = rangesIn(fields[field] ?? '', vocabulary, candidates);
    if (ranges.length > 0) matches[field] = ranges;
  }
  return matches;
}
