import { grouped } from './grouped.ts';
import { type Spelling, spellingOf, wordTexts } from './words.ts';

/**
 * Words that people use for one thing, as the office keeps them. `same`: every phrase of a line finds every other (dialects, spellings,
 * the English of the menu). `abbreviation`: likewise, and as good as the words that they stand for. `narrower`: the first finds the
 * others, not the other way round.
 */
export type SynonymTable = Readonly<Record<'same' | 'abbreviation' | 'narrower', readonly (readonly string[])[]>>;

/** No word has another. */
export const NO_SYNONYMS: SynonymTable = { same: [], abbreviation: [], narrower: [] };

/** What another name is worth beside the very words: an abbreviation nearly as much, a general word less. */
const WORTH = { abbreviation: 0.95, same: 0.82, narrower: 0.5 };

/** A name of a thing with several names. The thing stands in the index as a word of its own, beginning with `#`. */
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

/** The things with several names, to be found among words. */
export interface Concepts {
  /** Those that a record's words name: they are spelt with care, so that marks must agree. */
  named(words: readonly Spelling[]): ConceptAt[];
  /** Those that a question asks for: without marks or with the right ones. */
  asked(words: readonly Spelling[]): ConceptAt[];
  /** The words of all names of a concept, without marks. */
  wordsOf(concept: string): string[];
}

function phrases(concept: string, worth: number, names: readonly string[], asked: boolean): Phrase[] {
  return names.flatMap((name) => {
    const [first, ...rest] = wordTexts(name).map(spellingOf);
    return first === undefined ? [] : [{ concept, worth, asked, first, rest }];
  });
}

function allPhrases({ same, abbreviation, narrower }: SynonymTable): Phrase[] {
  return [
    ...same.flatMap((names, at) => phrases(`#${at}`, WORTH.same, names, true)),
    ...abbreviation.flatMap((names, at) => phrases(`#a${at}`, WORTH.abbreviation, names, true)),
    ...narrower.flatMap(([general = '', ...names], at) => [
      ...phrases(`#n${at}`, WORTH.narrower, [general], true),
      ...phrases(`#n${at}`, WORTH.narrower, names, false),
    ]),
  ];
}

type Fits = (said: Spelling, known: Spelling) => boolean;

const sameMarks: Fits = (said, known) => said.tone === known.tone;
const sameOrNoMarks: Fits = (said, known) =>
  said.plain === known.plain && (said.tone === said.plain || said.tone === known.tone);

function isSaid({ rest }: Phrase, words: readonly Spelling[], from: number, fits: Fits): boolean {
  return rest.every((known, step) => {
    const said = words[from + 1 + step];
    return said !== undefined && fits(said, known);
  });
}

/** Makes the concepts of a table. */
export function conceptsOf(table: SynonymTable): Concepts {
  const byFirstWord = grouped(allPhrases(table), ({ first }) => first.plain);

  function found(words: readonly Spelling[], isMeant: (phrase: Phrase) => boolean, fits: Fits): ConceptAt[] {
    const places: ConceptAt[] = [];
    words.forEach((first, from) => {
      // Most words begin no phrase: nothing is made for them, thousands of records are read.
      for (const phrase of byFirstWord.get(first.plain) ?? []) {
        if (!fits(first, phrase.first) || !isMeant(phrase) || !isSaid(phrase, words, from, fits)) continue;
        const { concept, worth, rest } = phrase;
        places.push({ concept, worth, from, to: from + 1 + rest.length });
      }
    });
    return places;
  }

  return {
    named: (words) => found(words, () => true, sameMarks),
    asked: (words) => found(words, ({ asked }) => asked, sameOrNoMarks),
    wordsOf(wanted) {
      const names = [...byFirstWord.values()].flat().filter(({ concept }) => concept === wanted);
      return [...new Set(names.flatMap(({ first, rest }) => [first, ...rest].map(({ plain }) => plain)))];
    },
  };
}
