import { addDays, type Day, dayBounds, type PartialDay } from './day.ts';

/** Whose council sits. */
export type RoundLevel = 'commune' | 'province' | 'ministry';

/** Days by which a round takes proposals, and by which it is done; both "before" in the decision. */
export interface RoundDeadlines {
  proposalsBy: Day;
  doneBy: Day;
}

/** Longest work on one dossier, from the day on which it is complete (Decision 26/2026/QĐ-TTg Art. 7.6.g). */
const PROCESSING_DAYS = 45;

/**
 * Months and days of Decision 26/2026/QĐ-TTg Art. 5. A commune is done when its proposals are sent. The ministry's two rounds follow the
 * province's, so that the second of a year ends in the next one (inference from the order of the article).
 */
const DEADLINES: Readonly<Record<RoundLevel, readonly { proposals: string; done: string; yearsOn: number }[]>> = {
  commune: [
    { proposals: '04-30', done: '04-30', yearsOn: 0 },
    { proposals: '10-30', done: '10-30', yearsOn: 0 },
  ],
  province: [
    { proposals: '04-30', done: '06-30', yearsOn: 0 },
    { proposals: '10-30', done: '12-30', yearsOn: 0 },
  ],
  ministry: [
    { proposals: '07-30', done: '09-30', yearsOn: 0 },
    { proposals: '01-30', done: '03-30', yearsOn: 1 },
  ],
};

/** The days that the decision sets for a year's first and second round; null for further ones, which the council sets itself. */
export function roundDeadlines(level: RoundLevel, year: number, number: number): RoundDeadlines | null {
  const found = DEADLINES[level][number - 1];
  if (found === undefined || !(year >= 2000)) return null;
  const of = String(year + found.yearsOn);
  return { proposalsBy: `${of}-${found.proposals}`, doneBy: `${of}-${found.done}` };
}

/** The last day for the result of a dossier that was complete on that day; null while that day is not known whole. */
export function processingDeadline(fullOn: PartialDay | ''): Day | null {
  const bounds = dayBounds(fullOn);
  return bounds === null || bounds.first !== bounds.last ? null : addDays(bounds.last, PROCESSING_DAYS);
}

/** One thing that is wrong, at its field, with the way out. */
export interface FieldProblem {
  code: string;
  field: string;
  words: string;
}

export const ROUND_WORDS = {
  proposalsBeforeOpening: 'Hạn nhận đề nghị trước ngày mở đợt. Hãy xem lại hai ngày.',
  doneBeforeProposals: 'Hạn hoàn thành trước hạn nhận đề nghị. Hãy xem lại hai ngày.',
  doneBeforeOpening: 'Hạn hoàn thành trước ngày mở đợt. Hãy xem lại hai ngày.',
  yearUnlikely: 'Năm của đợt phải từ 2018, năm bắt đầu Chương trình OCOP.',
} as const;

/** The programme's first year. */
const FIRST_YEAR = 2018;

function isBefore(day: PartialDay | '', other: PartialDay | ''): boolean {
  const [a, b] = [dayBounds(day), dayBounds(other)];
  return a !== null && b !== null && a.last < b.first;
}

/** Wrong combinations within one round, in the order of the form. */
export function roundProblems(round: {
  year: number;
  opensOn: PartialDay | '';
  proposalsBy: PartialDay | '';
  doneBy: PartialDay | '';
}): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (code: keyof typeof ROUND_WORDS, field: string) =>
    problems.push({ code, field, words: ROUND_WORDS[code] });
  if (round.year < FIRST_YEAR) say('yearUnlikely', 'year');
  if (isBefore(round.proposalsBy, round.opensOn)) say('proposalsBeforeOpening', 'proposals_by');
  if (isBefore(round.doneBy, round.proposalsBy)) say('doneBeforeProposals', 'done_by');
  else if (isBefore(round.doneBy, round.opensOn)) say('doneBeforeOpening', 'done_by');
  return problems;
}
