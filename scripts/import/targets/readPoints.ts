/** What a row says of the points of criteria: a column each, or one criterion a row. */
import type { ScoredCriterion } from '#domain/rules/evaluation.ts';
import { EVALUATION_WORDS, pointsProblems } from '#domain/rules/evaluationProblems.ts';
import { refuse, right } from '../cells/reading.ts';
import { readAmount } from '../cells/readQuantities.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import type { Cell } from '../read/sheet.ts';
import { CRITERION_CODES, criterionCode, criterionField } from './fields/evaluations.ts';

export type Points = Readonly<Record<string, number>>;

const readPoints = (cell: Cell) => readAmount(cell, { max: 100 });

/** Whether a row speaks of one criterion. */
export const isOneCriterion = (desk: RowDesk) => desk.cell('criterion') !== '';

function readCriterion(cell: Cell) {
  const code = criterionCode(typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell : '');
  return code === '' ? refuse<string>('Không đọc được mã tiêu chí: viết như 1.1.') : right(code);
}

/** The points of the one criterion of a row; nothing for the line of a section, which only sums. */
function readOne(desk: RowDesk, headings: readonly string[]): Points {
  if (headings.includes(desk.text('criterion').replace(/[.):]$/, ''))) return {};
  const code = desk.read('criterion', readCriterion);
  const field = desk.cell('points') === '' ? 'total' : 'points';
  if (desk.cell(field) === '') desk.refuse('points', 'Thiếu điểm của tiêu chí.');
  const value = desk.read(field, readPoints);
  return code === undefined || value === undefined ? {} : { [code]: value };
}

function readColumns(desk: RowDesk, headings: readonly string[]): Points {
  const points: Record<string, number> = {};
  for (const code of CRITERION_CODES) {
    const field = criterionField(code);
    if (headings.includes(code) || desk.cell(field) === '') continue;
    const value = desk.read(field, readPoints);
    if (value !== undefined) points[code] = value;
  }
  return points;
}

/** The points that a row gives, each checked against its set at its own cell. */
export function readRowPoints(
  desk: RowDesk,
  set: { number: number; criteria: readonly ScoredCriterion[]; headings: readonly string[] },
): Points {
  const isOne = isOneCriterion(desk);
  const points = isOne ? readOne(desk, set.headings) : readColumns(desk, set.headings);
  for (const code of Object.keys(points)) {
    const [problem] = pointsProblems({
      criteria: set.criteria,
      criteriaSet: set.number,
      points: { [code]: points[code] ?? 0 },
    });
    if (problem === undefined) continue;
    const field = !isOne ? criterionField(code) : problem.code === 'unknownCode' ? 'criterion' : 'points';
    desk.refuse(field, problem.words || EVALUATION_WORDS.notPoints(code));
  }
  return points;
}
