import type { Candidate, How } from './candidates.ts';
import type { Concepts } from './concepts.ts';
import type { Question } from './question.ts';
import type { Word } from './vocabulary.ts';

/** Whether `document` is in a part of a rising list. */
function isAmong(list: Uint32Array, start: number, end: number, document: number): boolean {
  let from = start;
  let to = end;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] ?? 0) < document) from = middle + 1;
    else to = middle;
  }
  return from < end && list[from] === document;
}

function holds({ documents, inName }: Word, document: number): boolean {
  return isAmong(documents, 0, inName, document) || isAmong(documents, inName, documents.length, document);
}

/** For each word of the question, what in the document answers it best; candidates come best first. */
function answersIn({ candidates }: Question, document: number): (Candidate | undefined)[] {
  return candidates.map((found) => found.find(({ word }) => holds(word, document)));
}

/** The words of a document, without marks, that answer the question: for marking them. */
export function matchesOf(question: Question, document: number, known: Concepts): string[] {
  const words = answersIn(question, document).flatMap((each) => {
    if (each === undefined) return [];
    // A thing with several names stands in the document by one of them.
    return each.how === 'synonym' ? known.wordsOf(each.word.tone) : [each.word.plain];
  });
  return [...new Set(words)];
}

const CORRECTIONS: ReadonlySet<How> = new Set<How>(['slip', 'sound', 'far', 'keys']);

/** The question in the words of the best answer, where a word of it is in no record as it was typed. */
export function correctedText(question: Question, best: number | undefined): string | undefined {
  if (best === undefined) return undefined;
  const answers = answersIn(question, best);
  const isCorrected = (answer: Candidate | undefined) => answer !== undefined && CORRECTIONS.has(answer.how);
  if (!answers.some(isCorrected)) return undefined;
  return question.asked
    .map(({ text }, at) => {
      const answer = answers[at];
      return answer !== undefined && isCorrected(answer) ? answer.word.shown : text;
    })
    .join(' ');
}
