import type { Concepts } from './concepts.ts';
import { FIELD_NAMES, type SearchDocument, type SearchField } from './document.ts';
import { type Entry, type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { wordTexts } from './words.ts';

/** A thing with several names, said by the words `from` … `to` (excluded) of a text. */
interface ConceptIn {
  word: number;
  from: number;
  to: number;
}

/** A text as ids of words, and the concepts that it names. */
export interface TextWords {
  words: readonly number[];
  concepts: readonly ConceptIn[];
}

/** Records as words: which records hold a word, and the words of the texts whose order counts. */
export interface InvertedIndex {
  vocabulary: Vocabulary;
  size: number;
  names: readonly TextWords[];
  producers: readonly TextWords[];
}

/** A text taken apart, with the entries under which it is to be found. */
interface Taken extends TextWords {
  entries: readonly Entry[];
}

/** Enters a word for a document: once, with a bit more for each further field. Documents come in order. */
function post(entry: Entry, document: number, bit: number): void {
  const last = entry.documents.length - 1;
  if (entry.documents[last] !== document) {
    entry.documents.push(document);
    entry.fields.push(bit);
  } else entry.fields[last] = (entry.fields[last] ?? 0) | bit;
}

/** Builds the index. Producers and places repeat from record to record: each different text is taken apart once. */
export function indexDocuments(documents: readonly SearchDocument[], known: Concepts): InvertedIndex {
  const { entryOf, conceptEntry, finish } = vocabularyOf();
  const texts = new Map<string, Taken>();

  function takeApart(text: string): Taken {
    const before = texts.get(text);
    if (before !== undefined) return before;
    const said = wordTexts(text)
      .map(entryOf)
      .filter((entry) => entry !== null);
    const concepts = known.named(said).map(({ concept, from, to }) => ({ entry: conceptEntry(concept), from, to }));
    const taken = {
      words: said.map(({ id }) => id),
      concepts: concepts.map(({ entry, from, to }) => ({ word: entry.id, from, to })),
      entries: concepts.length === 0 ? said : [...said, ...concepts.map(({ entry }) => entry)],
    };
    texts.set(text, taken);
    return taken;
  }

  documents.forEach(({ fields }, document) => {
    FIELD_NAMES.forEach((field, place) => {
      for (const entry of takeApart(fields[field] ?? '').entries) post(entry, document, 1 << place);
    });
  });
  const textsOf = (field: SearchField) => documents.map(({ fields }) => takeApart(fields[field] ?? ''));
  return { vocabulary: finish(), size: documents.length, names: textsOf('name'), producers: textsOf('producer') };
}
