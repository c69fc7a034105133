/**
 * How a person's words become answers to a dry run's questions: the one place where the command, the answers file and the screens agree.
 *
 * A word is written at a cell (`D12`) or at a question of a row (`12:producer_match`), and says one of these:
 * - the words of one of the offers, capitals apart, or its number as the report shows it, `[0]`: that offer;
 * - nothing: the cell is taken as empty;
 * - anything else: that text stands in the cell instead.
 *
 * A `+` after the place (`D12+`, `12:producer_match+`) says it for all rows that ask the same as this one (sharedQuestions.ts); what is
 * written at a row of its own goes before.
 *
 * The kept form (`ImportAnswers` of `#domain/importAnswers.ts`) is what {@link settle} gives back and `dryRun` takes: keep that with an
 * import, show `RowReport.notes` for what was answered, and `ImportReport.unusedAnswers` for what no longer fits any question.
 */
import { answerKey, type ImportAnswer, type ImportAnswers } from '#domain/importAnswers.ts';
import type { CellProblem, ImportReport } from './report.ts';

/** A word as it was written, and where. */
export interface WrittenAnswer {
  at: string;
  value: string;
}

/** Words that answer nothing, each with the reason. */
export interface IdleAnswer extends WrittenAnswer {
  why: string;
}

export interface Settled {
  report: ImportReport;
  answers: ImportAnswers;
  idle: IdleAnswer[];
}

const CELL = /^([A-Z]{1,3})(\d{1,7})(\+?)$/i;
const QUESTION = /^(\d{1,7}):(\w+)(\+?)$/;
const WHY = {
  place: 'Không hiểu vị trí: viết D12 (ô) hoặc 12:tên_câu_hỏi.',
  none: 'Không có câu hỏi ở đây.',
} as const;

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const key = (text: string) => tidy(text).toLowerCase();

interface Place {
  row: number;
  /** Whether all rows that ask the same are meant. */
  isForAll: boolean;
  isMeant(problem: CellProblem): boolean;
}

function placeOf(at: string): Place | null {
  const [, letters, ofCell, all] = CELL.exec(at.trim()) ?? [];
  if (letters !== undefined) {
    const isMeant = ({ column }: CellProblem) => column === letters.toUpperCase();
    return { row: Number(ofCell), isForAll: all === '+', isMeant };
  }
  const [, ofRow, name, ofAll] = QUESTION.exec(at.trim()) ?? [];
  if (name === undefined) return null;
  const isMeant = ({ question, field }: CellProblem) => question === name || field === name;
  return { row: Number(ofRow), isForAll: ofAll === '+', isMeant };
}

/** The offer that a word means: by its words where one offer alone has them, else by its number. */
function offerOf(problem: CellProblem, value: string): number | null {
  const named = problem.offers.flatMap((offer, index) => (key(offer) === key(value) ? [index] : []));
  if (named.length === 1) return named[0] ?? null;
  const number = /^\[(\d{1,3})\]$/.exec(value.trim())?.[1];
  return number !== undefined && Number(number) < problem.offers.length ? Number(number) : null;
}

/** What a word says about a problem: the key under which it is kept, and the answer. */
export function answerTo(row: number, problem: CellProblem, value: string): [string, ImportAnswer] {
  const choose = offerOf(problem, value);
  if (choose !== null) return [answerKey(row, problem.question), { choose, offer: problem.offers[choose] ?? '' }];
  const text = tidy(value);
  return [answerKey(row, problem.field), text === '' ? { empty: true } : { text }];
}

/** The word's answer to the first problem that it can be meant for; an offer's words go before a text. */
function answered(report: ImportReport, place: Place, value: string): [string, ImportAnswer] | null {
  const problems = report.rows.find((row) => row.number === place.row)?.problems.filter(place.isMeant) ?? [];
  const chosen = problems.find((problem) => offerOf(problem, value) !== null) ?? problems[0];
  if (chosen === undefined) return null;
  const [own, answer] = answerTo(place.row, chosen, value);
  return [place.isForAll ? (chosen.shared?.key ?? own) : own, answer];
}

/**
 * Asks again until every written word has found its question: one answer may raise the next question of its row. `ask` is the dry run.
 * Several words at one place answer its questions one after the other.
 */
export function settle(
  written: readonly WrittenAnswer[],
  ask: (answers: ImportAnswers) => ImportReport,
  known: ImportAnswers = {},
): Settled {
  let answers: ImportAnswers = known;
  let report = ask(answers);
  let open = [...written];
  for (let found = true; found && open.length > 0; ) {
    const fresh = new Map<string, ImportAnswer>();
    const rest: WrittenAnswer[] = [];
    const asked = new Set<string>();
    for (const each of open) {
      const place = placeOf(each.at);
      const answer = place === null || asked.has(key(each.at)) ? null : answered(report, place, each.value);
      asked.add(key(each.at));
      if (answer === null) rest.push(each);
      else fresh.set(...answer);
    }
    found = fresh.size > 0;
    open = rest;
    answers = { ...answers, ...Object.fromEntries(fresh) };
    if (found) report = ask(answers);
  }
  const idle = open.map((each) => ({ ...each, why: placeOf(each.at) === null ? WHY.place : WHY.none }));
  return { report, answers, idle };
}
