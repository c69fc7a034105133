import { NARROWER, SAME } from './synonyms.ts';
import { type Spelling, spellingOf, wordsIn } from './words.ts';

/** A thing with several names. It stands in the index as a word of its own, `#` and a number. */
interface Phrase {
  concept: string;
  words: readonly Spelling[];
  /** Whether a record that says the phrase is about the concept; a general word is only asked for. */
  named: boolean;
  /** Whether a question with the phrase asks for the concept. */
  asked: boolean;
}

/** A phrase found among words: which concept, and the words `from` … `to` (excluded) that say it. */
export interface ConceptAt {
  concept: string;
  from: number;
  to: number;
}

function phrase(text: string, concept: string, { named, asked }: { named: boolean; asked: boolean }): Phrase {
  return { concept, words: wordsIn(text).map((word) => spellingOf(word.text)), named, asked };
}

function allPhrases(): Phrase[] {
  const same = SAME.flatMap((names, index) =>
    names.map((name) => phrase(name, `#${index}`, { named: true, asked: true })),
  );
  const narrower = Object.entries(NARROWER).flatMap(([general, names]) => [
    phrase(general, `#${general}`, { named: true, asked: true }),
    ...names.map((name) => phrase(name, `#${general}`, { named: true, asked: false })),
  ]);
  return [...same, ...narrower];
}

const byFirstWord = new Map<string, Phrase[]>();
for (const each of allPhrases()) {
  const first = each.words[0]?.plain ?? '';
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), each]);
}

type Fits = (said: Spelling, known: Spelling, isLast: boolean) => boolean;

function found(words: readonly Spelling[], phrases: (each: Phrase) => boolean, fits: Fits): ConceptAt[] {
  return words.flatMap((first, from) =>
    (byFirstWord.get(first.plain) ?? [])
      .filter((each) => phrases(each) && from + each.words.length <= words.length)
      .filter((each) =>
        each.words.every((known, step) => fits(words[from + step] ?? first, known, from + step === words.length - 1)),
      )
      .map((each) => ({ concept: each.concept, from, to: from + each.words.length })),
  );
}

/** Concepts of a record's words: they are spelt with care, so that marks must agree. */
export function conceptsNamed(words: readonly Spelling[]): ConceptAt[] {
  return found(
    words,
    (each) => each.named,
    (said, known) => said.tone === known.tone,
  );
}

/** Concepts that a question asks for: without marks or with the right ones. */
export function conceptsAsked(words: readonly Spelling[]): ConceptAt[] {
  const fits: Fits = (said, known) =>
    said.plain === known.plain && (said.tone === said.plain || said.tone === known.tone);
  return found(words, (each) => each.asked, fits);
}
