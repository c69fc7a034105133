import { ABBREVIATIONS, NARROWER, SAME } from './synonyms.ts';
import { type Spelling, spellingOf, wordsIn } from './words.ts';

/** What another name is worth beside the very words: an abbreviation nearly as much, a general word less. */
const WORTH = { abbreviation: 0.95, same: 0.82, narrower: 0.5 };

/** A name of a thing with several names. The thing stands in the index as a word of its own, `#` and a number. */
interface Phrase {
  concept: string;
  worth: number;
  words: readonly Spelling[];
  /** Whether a question with the phrase asks for the thing; a record that says it is always about it. */
  asked: boolean;
}

/** A phrase found among words: which concept, and the words `from` … `to` (excluded) that say it. */
export interface ConceptAt {
  concept: string;
  /** What a record found by it is worth beside one that says the very words. */
  worth: number;
  from: number;
  to: number;
}

function phrases(concept: string, worth: number, names: readonly string[], asked: boolean): Phrase[] {
  return names.map((name) => ({ concept, worth, asked, words: wordsIn(name).map((word) => spellingOf(word.text)) }));
}

function allPhrases(): Phrase[] {
  return [
    ...SAME.flatMap((names, at) => phrases(`#${at}`, WORTH.same, names, true)),
    ...ABBREVIATIONS.flatMap((names, at) => phrases(`#a${at}`, WORTH.abbreviation, names, true)),
    ...Object.entries(NARROWER).flatMap(([general, names]) => [
      ...phrases(`#${general}`, WORTH.narrower, [general], true),
      ...phrases(`#${general}`, WORTH.narrower, names, false),
    ]),
  ];
}

const byFirstWord = new Map<string, Phrase[]>();
for (const each of allPhrases()) {
  const first = each.words[0]?.plain ?? '';
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), each]);
}

/** Phrases among words. `fits` compares a word that is said with one of a phrase. */
function found(
  words: readonly Spelling[],
  isMeant: (phrase: Phrase) => boolean,
  fits: (said: Spelling, known: Spelling) => boolean,
): ConceptAt[] {
  return words.flatMap((first, from) =>
    (byFirstWord.get(first.plain) ?? [])
      .filter(
        (phrase) =>
          isMeant(phrase) &&
          phrase.words.every((known, step) => {
            const said = words[from + step];
            return said !== undefined && fits(said, known);
          }),
      )
      .map(({ concept, worth, words: { length } }) => ({ concept, worth, from, to: from + length })),
  );
}

/** Things that a record's words name: they are spelt with care, so that marks must agree. */
export function conceptsNamed(words: readonly Spelling[]): ConceptAt[] {
  return found(
    words,
    () => true,
    (said, known) => said.tone === known.tone,
  );
}

/** Things that a question asks for: without marks or with the right ones. */
export function conceptsAsked(words: readonly Spelling[]): ConceptAt[] {
  return found(
    words,
    ({ asked }) => asked,
    (said, known) => said.plain === known.plain && (said.tone === said.plain || said.tone === known.tone),
  );
}

/** The words of all names of a concept, without marks. */
export function wordsOfConcept(concept: string): string[] {
  const phrases = [...byFirstWord.values()].flat().filter((each) => each.concept === concept);
  return [...new Set(phrases.flatMap(({ words }) => words.map(({ plain }) => plain)))];
}
