import { conceptsNamed } from './concepts.ts';
import { FIELD_NAMES, type SearchDocument } from './document.ts';
import { type Vocabulary, vocabularyOf, type Word } from './vocabulary.ts';
import { wordsIn } from './words.ts';

/** Records as words: which records hold a word, and the words of each record's name in order. */
export interface InvertedIndex {
  vocabulary: Vocabulary;
  documents: readonly SearchDocument[];
  /** Ids of the words of each document's name. */
  names: readonly (readonly number[])[];
}

/** Text of a field as words, with the concepts that it names. */
interface FieldText {
  words: number[];
  entered: Word[];
}

/** Enters a word for a document: once, with a bit more for each further field. Documents come in order. */
function post(word: Word, document: number, bit: number): void {
  const last = word.documents.length - 1;
  if (word.documents[last] !== document) {
    word.documents.push(document);
    word.fields.push(bit);
  } else word.fields[last] = (word.fields[last] ?? 0) | bit;
}

/** Builds the index. Producers and places repeat from record to record: each different text is taken apart once. */
export function indexDocuments(documents: readonly SearchDocument[]): InvertedIndex {
  const { wordOf, conceptWord, finish } = vocabularyOf();
  const texts = new Map<string, FieldText>();

  function takeApart(text: string): FieldText {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const words = wordsIn(text)
      .map((word) => wordOf(word.text))
      .filter((word) => word !== null);
    const concepts = conceptsNamed(words).map(({ concept }) => conceptWord(concept));
    const taken = { words: words.map((word) => word.id), entered: [...new Set([...words, ...concepts])] };
    texts.set(text, taken);
    return taken;
  }

  const names = documents.map(({ fields }, document) => {
    FIELD_NAMES.forEach((field, place) => {
      const text = fields[field];
      if (text === undefined || text === '') return;
      for (const word of takeApart(text).entered) post(word, document, 1 << place);
    });
    return takeApart(fields.name ?? '').words;
  });
  return { vocabulary: finish(), documents, names };
}
