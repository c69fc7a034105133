import type { Candidate, How } from './candidates.ts';
import { wordsOfConcept } from './concepts.ts';
import type { Question } from './question.ts';
import type { Word } from './vocabulary.ts';

/** Whether a document, wherever in it, holds the word. Documents of a word are in rising order. */
function holds({ documents }: Word, document: number): boolean {
  let from = 0;
  let to = documents.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((documents[middle] ?? 0) < document) from = middle + 1;
    else to = middle;
  }
  return documents[from] === document;
}

/** For each word of the question, what in the document answers it best. */
function answersIn({ candidates }: Question, document: number): (Candidate | undefined)[] {
  return candidates.map((found) => {
    let best: Candidate | undefined;
    for (const each of found.values()) {
      if (each.weight > (best?.weight ?? 0) && holds(each.word, document)) best = each;
    }
    return best;
  });
}

/** The words of a document, without marks, that answer the question: for marking them. */
export function matchesOf(question: Question, document: number): string[] {
  const words = answersIn(question, document).flatMap((each) => {
    if (each === undefined) return [];
    // A thing with several names stands in the document by one of them.
    return each.how === 'synonym' ? wordsOfConcept(each.word.tone) : [each.word.plain];
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
