import { type Criterion, CURRENT_CRITERIA, scoredCriteria } from '#domain/criterion.ts';
import { RECOGNITION_CASES } from '#domain/recognition.ts';
import {
  EVALUATION_WORDS,
  numberWords,
  outcomeOf,
  outcomeWords,
  totalProblem,
} from '#domain/rules/evaluationProblems.ts';
import { fold } from '#domain/rules/fold.ts';
import { sameValue } from '#domain/rules/revision.ts';
import { ask, mapReading, type Reading, refuse, right } from '../cells/reading.ts';
import { readScore } from '../cells/readScore.ts';
import { readStars } from '../cells/readStars.ts';
import { readLine } from '../cells/text.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import type { Rec, WorkingSet } from '../plan/workingSet.ts';
import type { Cell } from '../read/sheet.ts';
import type { ImportContext, PlanRow } from './context.ts';
import { findProduct } from './findProduct.ts';
import { lineOf, readCriteriaSet } from './readParts.ts';
import { isOneCriterion, type Points, readRowPoints } from './readPoints.ts';

const NOT_THERE = 'Chưa có đợt đánh giá này: hãy tạo đợt trước.';
const TWICE = 'Dòng khác trong tệp đã nêu kết quả của sản phẩm này.';

const roundOffers = (rounds: readonly Rec[]) => rounds.map((each) => ({ value: each.id, label: String(each['name']) }));

/** The round that a row names; where it names none, the only one that is open. */
function matchRound(text: string, working: WorkingSet): Reading<string> {
  const rounds = [...working.all('rounds')];
  if (text !== '') {
    const named = rounds.filter((each) => fold(String(each['name'])) === fold(text));
    const [only] = named;
    if (only !== undefined && named.length === 1) return right(only.id);
    return rounds.length === 0 ? refuse(NOT_THERE) : ask('Không có đợt tên này: cần chọn.', roundOffers(rounds));
  }
  const open = rounds.filter((each) => each['state'] === 'open');
  const [only] = open;
  if (only === undefined) return refuse('Không có đợt nào đang đánh giá: hãy mở một đợt, hoặc ghi tên đợt.');
  if (open.length > 1) return ask('Có nhiều đợt đang đánh giá: cần chọn.', roundOffers(open));
  return right(only.id, `Vào ${String(only['name'])}.`);
}

function readCase(cell: Cell): Reading<string> {
  const line = readLine(cell);
  if (line.status !== 'right') return refuse(line.why);
  const found = Object.entries(RECOGNITION_CASES).find(([, words]) => fold(line.value).includes(fold(words)));
  return found === undefined ? refuse('Trường hợp là Lần đầu, Nâng hạng hoặc Đánh giá lại.') : right(found[0]);
}

/** The set that a result follows, with its criteria. */
function readSet(desk: RowDesk, working: WorkingSet, product: Rec | undefined, known: Rec | undefined) {
  const stated = desk.read('criteria_set', readCriteriaSet) ?? 0;
  const productSet = Number(product?.['criteria_set'] ?? 0);
  const version = String(known?.['criteria_version'] ?? '') || CURRENT_CRITERIA;
  const number = stated || Number(known?.['criteria_set'] ?? 0) || productSet;
  const lines = [...working.all('criteria')].filter(
    (each) => each['criteria_version'] === version && each['criteria_set'] === number,
  ) as unknown as Criterion[];
  const field = desk.cell('criteria_set') === '' ? 'product_name' : 'criteria_set';
  if (productSet > 0 && number > 0 && number !== productSet)
    desk.refuse(field, EVALUATION_WORDS.setMismatch(number, productSet));
  else if (lines.length === 0) desk.refuse(field, EVALUATION_WORDS.noSet(version, number));
  const headings = lines.filter((line) => line.is_heading).map((line) => line.code);
  return { number, version, criteria: scoredCriteria(lines), headings };
}
type CriteriaOfRow = ReturnType<typeof readSet>;

/** Points that rows of this import have given, by result and code: another row may not give others. */
const given = new WeakMap<WorkingSet, Map<string, number>>();

function refuseContradicted(desk: RowDesk, working: WorkingSet, key: string, points: Points): void {
  const said = given.get(working) ?? new Map<string, number>();
  given.set(working, said);
  for (const [code, value] of Object.entries(points)) {
    const before = said.get(`${key} ${code}`);
    if (before !== undefined && before !== value)
      desk.refuse('points', `Dòng khác trong tệp ghi ${numberWords(before)} điểm cho tiêu chí ${code}.`);
  }
  if (desk.problems.length > 0) return;
  for (const [code, value] of Object.entries(points)) {
    if (said.has(`${key} ${code}`)) continue;
    said.set(`${key} ${code}`, value);
    working.whenTakenBack(() => void said.delete(`${key} ${code}`));
  }
}

/** All points in the order of the set, those of the row upon those that are there; the kept ones where nothing is new. */
function joined(set: CriteriaOfRow, known: unknown, points: Points): Points | null {
  const kept = (known ?? {}) as Points;
  const all = { ...kept, ...points };
  if (Object.keys(all).length === 0) return null;
  if (sameValue(all, kept)) return kept;
  return Object.fromEntries(set.criteria.flatMap(({ code }) => (all[code] === undefined ? [] : [[code, all[code]]])));
}

/** A stated total that is not the sum is asked about: the sum may be taken instead. */
function readTotal(desk: RowDesk, set: CriteriaOfRow, points: Points): number | undefined {
  const stated = isOneCriterion(desk) ? undefined : desk.read('total', readScore);
  if (stated === undefined) return undefined;
  const problem = totalProblem({ criteria: set.criteria, points, statedTotal: stated });
  if (problem === null) return stated;
  const { total } = outcomeOf({ criteria: set.criteria, points, statedTotal: 0, knockedOut: false });
  const offers = total === null ? [] : [{ value: total, label: `Lấy tổng các tiêu chí: ${numberWords(total)} điểm` }];
  return desk.settle('total_sum', 'total', ask(problem.words, offers));
}

/** Stars that the file gives against what points and gates come to. */
function checkStars(desk: RowDesk, set: CriteriaOfRow, points: Points, statedTotal: number): void {
  const stated = desk.read('stars', (cell) =>
    mapReading(readStars(cell), ({ stars, pendingCentral }) => (pendingCentral ? 5 : stars)),
  );
  const outcome = outcomeOf({ criteria: set.criteria, points, statedTotal, knockedOut: false });
  if (stated === undefined || outcome.stars === null || outcome.stars === stated) return;
  const words = `Tệp ghi ${stated} sao. ${outcomeWords(outcome, false)}`;
  desk.settle(
    'stars_by_points',
    'stars',
    ask(words, [{ value: outcome.stars, label: `Lấy ${outcome.stars} sao theo cách tính` }]),
  );
}

/** A whole result is scored; what went on from there stays where it is. */
function stateOf(known: Rec | undefined, isWhole: boolean): string {
  const state = String(known?.['state'] ?? 'candidate');
  return isWhole && (state === 'candidate' || state === 'dossier_complete') ? 'scored' : state;
}

interface Subject {
  round: string;
  product: { id: string; name: string };
  known: Rec | undefined;
}

function readSubject(desk: RowDesk, context: ImportContext): Subject | undefined {
  const { working } = context;
  const round = desk.settle('round_match', 'of_round', matchRound(desk.text('of_round'), working));
  const product = findProduct(desk, context);
  if (round === undefined || product === undefined) return undefined;
  const known = working.find('evaluations', 'product', product.id).find((each) => each['round'] === round);
  if (known === undefined && working.get('rounds', round)?.['state'] === 'closed')
    desk.refuse('of_round', EVALUATION_WORDS.joinsClosed);
  const isSaid = known !== undefined && working.claimed('evaluations', known.id, 'product') !== undefined;
  if (isSaid && !isOneCriterion(desk)) desk.refuse('product_name', TWICE);
  return { round, product, known };
}

/** Results of a round: of products that are there, in a round that is there. Nothing of single council members is taken. */
export const planEvaluationRow: PlanRow = (desk, context) => {
  const { working } = context;
  const subject = readSubject(desk, context);
  if (subject === undefined) return null;
  const { round, product, known } = subject;
  const set = readSet(desk, working, working.get('products', product.id), known);
  if (desk.problems.length > 0) return null;
  const fresh = readRowPoints(desk, set);
  const kase = desk.read('case', readCase) ?? '';
  const note = desk.read('note', lineOf(2_000)) ?? '';
  refuseContradicted(desk, working, `${round} ${product.id}`, fresh);
  const points = joined(set, known?.['points'], fresh);
  const total = readTotal(desk, set, points ?? {});
  checkStars(desk, set, points ?? {}, total ?? 0);
  if (desk.problems.length > 0) return null;
  const { open, total: whole } = outcomeOf({
    criteria: set.criteria,
    points: points ?? {},
    statedTotal: total ?? 0,
    knockedOut: false,
  });
  const isWhole = whole !== null && (points === null || open.length === 0);
  const put = working.put('evaluations', known?.id ?? null, {
    round,
    product: product.id,
    criteria_version: set.version,
    criteria_set: set.number,
    state: stateOf(known, isWhole),
    case: kase,
    points,
    stated_total: total ?? '',
    note,
  });
  if (put.change !== null && known?.['state'] === 'recognised') {
    desk.refuse('product_name', EVALUATION_WORDS.settled);
    return null;
  }
  return {
    title: product.name,
    changes: put.change === null ? [] : [put.change],
    isNew: known === undefined,
  };
};
