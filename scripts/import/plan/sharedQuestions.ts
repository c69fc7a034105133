/**
 * Questions that many rows ask alike, so that one answer may stand for all of them: an office's list spells a commune the same odd way on
 * every row. Alike means the same question about the same field, for the same reason, at the same text, with the same offers by their words;
 * where one of these is another, be it because records changed since, the row asks for itself.
 */
import { createHash } from 'node:crypto';
import { answerKey, type ImportAnswer, type ImportAnswers, sharedAnswerKey } from '#domain/importAnswers.ts';
import type { CellProblem, RowReport, SharedQuestion } from '#domain/importReport.ts';

/** So many rows of a question are named; of the others their numbers are told. */
const NAMED = 20;
/** So many runs of rows are told, lest a question of every other row fill the report. */
const RUNS = 1_000;

/** An answer for many rows on its way to one of them. */
export interface SharedAnswer {
  key: string;
  answer: ImportAnswer;
}

/** The key of an answer to all questions like this one. */
function sharedKey({ question, field, status, text, why, offers }: CellProblem): string {
  const asked = JSON.stringify([field, status, text, why, offers]);
  return sharedAnswerKey(question, createHash('sha256').update(asked).digest('hex').slice(0, 32));
}

/** Nothing is asked of the sheet as a whole, or of who may write a row, that words could answer. */
const isAnswerable = ({ field }: CellProblem) => field !== '';

/**
 * Finds the answers for many rows that settle problems of one, and adds them to `taken` under the keys of the row's own answers, before which
 * they stand back. False where there is none that was not tried: an answer that raises its own question again leaves it open.
 */
export function takeShared(
  row: number,
  problems: readonly CellProblem[],
  answers: ImportAnswers,
  taken: Map<string, SharedAnswer>,
  tried: Set<string>,
): boolean {
  const before = tried.size;
  for (const problem of problems.filter(isAnswerable)) {
    const key = sharedKey(problem);
    const answer = answers[key];
    if (answer === undefined || tried.has(key)) continue;
    const own = answerKey(row, 'choose' in answer ? problem.question : problem.field);
    if (answers[own] !== undefined) continue;
    tried.add(key);
    taken.set(own, { key, answer });
  }
  return tried.size > before;
}

function spansOf(rows: readonly RowReport[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const { number } of rows) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else spans.push([number, number]);
  }
  return spans;
}

/** Marks the problems that several rows share, and gives each once, those of the most rows first. */
export function shareQuestions(rows: readonly RowReport[]): SharedQuestion[] {
  const alike = new Map<string, { problems: CellProblem[]; rows: RowReport[] }>();
  for (const row of rows)
    for (const problem of row.problems.filter(isAnswerable)) {
      const key = sharedKey(problem);
      const known = alike.get(key) ?? { problems: [], rows: [] };
      alike.set(key, known);
      known.problems.push(problem);
      if (known.rows.at(-1) !== row) known.rows.push(row);
    }
  const shared = [...alike].filter(([, { rows: asking }]) => asking.length > 1);
  const questions = shared.flatMap(([key, { problems, rows: asking }]): SharedQuestion[] => {
    const [problem] = problems;
    if (problem === undefined) return [];
    const first = asking.slice(0, NAMED).map(({ number, title }) => ({ number, title }));
    const question = { ...problem, key, rows: asking.length, spans: spansOf(asking).slice(0, RUNS), first };
    for (const each of problems) each.shared = { key, rows: asking.length };
    return [question];
  });
  return questions.sort((a, b) => b.rows - a.rows);
}
