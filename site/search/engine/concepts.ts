import { ABBREVIATIONS, NARROWER, SAME } from './synonyms.ts';
import { type Spelling, spellingOf, wordTexts } from './words.ts';

/** What another name is worth beside the very words: an abbreviation nearly as much, a general word less. */
const WORTH = { abbreviation: 0.95, same: 0.82, narrower: 0.5 };

/** A name of a thing with several names. The thing stands in the index as a word of its own, `#` and a number. */
interface Phrase {
  concept: string;
  worth: number;
  first: Spelling;
  rest: readonly Spelling[];
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
  return names.flatMap((name) => {
    const [first, ...rest] = wordTexts(name).map(spellingOf);
    return first === undefined ? [] : [{ concept, worth, asked, first, rest }];
  });
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
  byFirstWord.set(each.first.plain, [...(byFirstWord.get(each.first.plain) ?? []), each]);
}

/** Phrases among words. `fits` compares a word that is said with one of a phrase. */
function found(
  words: readonly Spelling[],
  isMeant: (phrase: Phrase) => boolean,
  fits: (said: Spelling, known: Spelling) => boolean,
): ConceptAt[] {
  const places: ConceptAt[] = [];
  words.forEach((first, from) => {
    // Most words begin no phrase: nothing is made for them, thousands of records are read.
    for (const phrase of byFirstWord.get(first.plain) ?? []) {
      if (!fits(first, phrase.first) || !isMeant(phrase)) continue;
      const { concept, worth, rest } = phrase;
      const isSaid = rest.every((known, step) => {
        const said = words[from + 1 + step];
        return said !== undefined && fits(said, known);
      });
      if (isSaid) places.push({ concept, worth, from, to: from + 1 + rest.length });
    }
  });
  return places;
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
  return [...new Set(phrases.flatMap(({ first, rest }) => [first, ...rest].map(({ plain }) => plain)))];
}
