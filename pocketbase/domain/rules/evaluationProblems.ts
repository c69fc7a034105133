import { type EvaluationOutcome, evaluationOutcome, type ScoredCriterion } from './evaluation.ts';
import type { FieldProblem } from './round.ts';
import { LEAST_RECOGNISED_STARS } from './stars.ts';

/** Where a product stands in its round. */
export type EvaluationState =
  | 'candidate'
  | 'dossier_complete'
  | 'scored'
  | 'proposed'
  | 'recognised'
  | 'refused'
  | 'withdrawn';

/** One product's result in one round as it is about to be stored, with what is needed of its set, product and dossier. */
export interface EvaluationDraft {
  state: EvaluationState | '';
  criteriaVersion: string;
  criteriaSet: number;
  /** The set's scored criteria under that version; none where the version has no such set. */
  criteria: readonly ScoredCriterion[];
  /** The product's own set; 0 where not stated. */
  productSet: number;
  points: Readonly<Record<string, number>>;
  /** Total as the council or its software states it; 0 where not stated. */
  statedTotal: number;
  knockedOut: boolean;
  /** Needed papers that are not there. */
  missing: readonly { label: string }[];
  /** Whether a decision has recognised this result. */
  isRecognised: boolean;
  /** Whether the product stands in the round already. */
  isTwice: boolean;
  /** Whether the product comes into a round that is closed; a result that stood in it before may still change. */
  joinsClosed: boolean;
}

const CENTS = 100;
const SHOWN = 5;

/** A number as it is written in Viet Nam. */
export function numberWords(value: number): string {
  return String(value).replace('.', ',');
}

/** What is said, with the way out; form, hook and spreadsheet say the same. */
export const EVALUATION_WORDS = {
  twice: 'Sản phẩm này đã có trong đợt. Hãy mở bản có sẵn.',
  joinsClosed:
    'Đợt này đã kết thúc nên không thêm sản phẩm được. Hãy chọn đợt khác, hoặc sửa tình trạng của đợt thành “Đang đánh giá” rồi thêm.',
  noSet: (version: string, set: number) =>
    set === 0
      ? 'Chưa rõ bộ sản phẩm: hãy chọn bộ từ 1 đến 26, ở đây hoặc ở sản phẩm.'
      : `Bộ tiêu chí ${version} không có bộ sản phẩm số ${set}. Hãy xem lại bộ hoặc phiên bản.`,
  setMismatch: (set: number, productSet: number) =>
    `Sản phẩm thuộc bộ ${productSet} nhưng chấm theo bộ ${set}. Hãy sửa bộ ở đây, hoặc sửa ở sản phẩm nếu sản phẩm xếp sai.`,
  unknownCode: (set: number, code: string) => `Bộ ${set} không có tiêu chí ${code}. Hãy xem lại mã hoặc bộ sản phẩm.`,
  notPoints: (code: string) => `Điểm của tiêu chí ${code} phải là số không âm.`,
  overMax: (code: string, most: number, scored: number) =>
    `Tiêu chí ${code} nhiều nhất ${numberWords(most)} điểm, ở đây ghi ${numberWords(scored)}.`,
  totalOver: 'Tổng điểm phải từ 0 đến 100.',
  totalDiffers: (total: number, sum: number) =>
    `Tổng ghi ${numberWords(total)} điểm, nhưng các tiêu chí cộng lại được ${numberWords(sum)}. Hãy xem lại điểm từng tiêu chí, hoặc để trống tổng.`,
  unfinished: (open: readonly string[]) =>
    `Chưa chấm xong: còn tiêu chí ${listed(open)}. Hãy chấm nốt, hoặc chưa đánh dấu “Đã chấm”.`,
  unscored: 'Chưa có điểm. Hãy ghi điểm từng tiêu chí hoặc tổng điểm trước.',
  dossierOpen: (missing: readonly string[]) =>
    `Hồ sơ còn thiếu: ${listed(missing)}. Hãy bổ sung, hoặc đánh dấu “Không cần”.`,
  tooFewStars: 'Kết quả dưới 3 sao hoặc bị loại thì không đề nghị công nhận được.',
  byDecision: 'Đã công nhận chỉ ghi được bằng một quyết định: hãy dùng bước “Đưa kết quả vào quyết định”.',
  settled: 'Kết quả này đã thành công nhận của một quyết định nên không sửa được. Hãy sửa hoặc xóa công nhận đó trước.',
} as const;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown} và ${names.length - SHOWN} mục khác` : shown;
}

/** Sum of the points given so far, to two places. */
function sumOf(points: Readonly<Record<string, number>>): number {
  let cents = 0;
  for (const code of Object.keys(points)) cents += Math.round((points[code] ?? 0) * CENTS);
  return cents / CENTS;
}

/** What a draft amounts to, by band and gates. */
export function outcomeOf(draft: Pick<EvaluationDraft, 'criteria' | 'points' | 'statedTotal' | 'knockedOut'>) {
  const stated = draft.statedTotal > 0 ? draft.statedTotal : null;
  return evaluationOutcome(draft.criteria, draft.points, stated, draft.knockedOut);
}

function setProblem({ criteria, criteriaVersion, criteriaSet, productSet }: EvaluationDraft): FieldProblem | null {
  const at = (code: string, words: string) => ({ code, field: 'criteria_set', words });
  if (productSet > 0 && criteriaSet > 0 && productSet !== criteriaSet)
    return at('setMismatch', EVALUATION_WORDS.setMismatch(criteriaSet, productSet));
  return criteria.length > 0 ? null : at('noSet', EVALUATION_WORDS.noSet(criteriaVersion, criteriaSet));
}

/** What is wrong with the points of single criteria: codes that the set does not have, and points that it does not allow. */
export function pointsProblems(draft: Pick<EvaluationDraft, 'criteria' | 'criteriaSet' | 'points'>): FieldProblem[] {
  const most: Record<string, number> = {};
  for (const { code, maxPoints } of draft.criteria) most[code] = maxPoints;
  const problems: FieldProblem[] = [];
  for (const code of Object.keys(draft.points)) {
    const [points, max] = [draft.points[code], most[code]];
    const say = (problem: string, words: string) => problems.push({ code: problem, field: 'points', words });
    if (max === undefined) say('unknownCode', EVALUATION_WORDS.unknownCode(draft.criteriaSet, code));
    else if (typeof points !== 'number' || !(points >= 0)) say('notPoints', EVALUATION_WORDS.notPoints(code));
    else if (points > max) say('overMax', EVALUATION_WORDS.overMax(code, max, points));
  }
  return problems;
}

/** What is wrong with a stated total beside the points of its parts. */
export function totalProblem(draft: Pick<EvaluationDraft, 'criteria' | 'points' | 'statedTotal'>): FieldProblem | null {
  const { criteria, points, statedTotal } = draft;
  const given = Object.keys(points).length;
  if (statedTotal > 100) return { code: 'totalOver', field: 'stated_total', words: EVALUATION_WORDS.totalOver };
  if (statedTotal <= 0 || given === 0) return null;
  const sum = sumOf(points);
  const differs =
    given >= criteria.length ? Math.round(statedTotal * CENTS) !== Math.round(sum * CENTS) : sum > statedTotal;
  if (!differs) return null;
  return { code: 'totalDiffers', field: 'stated_total', words: EVALUATION_WORDS.totalDiffers(statedTotal, sum) };
}

/** States in which a result must be there, and those in which it must come to a certificate. */
const WITH_RESULT: readonly string[] = ['scored', 'proposed', 'recognised'];
const WITH_STARS: readonly string[] = ['proposed', 'recognised'];

function stateProblem(draft: EvaluationDraft, outcome: EvaluationOutcome): FieldProblem | null {
  const { state, points, missing, knockedOut, isRecognised } = draft;
  const at = (code: string, words: string) => ({ code, field: 'state', words });
  if (state === 'dossier_complete' && missing.length > 0)
    return at('dossierOpen', EVALUATION_WORDS.dossierOpen(missing.map(({ label }) => label)));
  if (WITH_RESULT.indexOf(state) < 0) return null;
  if (Object.keys(points).length > 0 && outcome.open.length > 0)
    return at('unfinished', EVALUATION_WORDS.unfinished(outcome.open));
  if (outcome.total === null && !knockedOut) return at('unscored', EVALUATION_WORDS.unscored);
  if (WITH_STARS.indexOf(state) >= 0 && (outcome.stars ?? 0) < LEAST_RECOGNISED_STARS)
    return at('tooFewStars', EVALUATION_WORDS.tooFewStars);
  return state === 'recognised' && !isRecognised ? at('byDecision', EVALUATION_WORDS.byDecision) : null;
}

/** Everything that is wrong with a draft, in the order of the form. */
export function evaluationProblems(draft: EvaluationDraft): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (draft.joinsClosed) problems.push({ code: 'joinsClosed', field: 'round', words: EVALUATION_WORDS.joinsClosed });
  if (draft.isTwice) problems.push({ code: 'twice', field: 'product', words: EVALUATION_WORDS.twice });
  const wrongSet = setProblem(draft);
  if (wrongSet !== null) problems.push(wrongSet);
  if (draft.criteria.length === 0) return problems;
  problems.push(...pointsProblems(draft));
  const wrongTotal = totalProblem(draft);
  if (wrongTotal !== null) problems.push(wrongTotal);
  const wrongState = stateProblem(draft, outcomeOf(draft));
  if (wrongState !== null) problems.push(wrongState);
  return problems;
}

/** In a sentence, what came of a result and what holds it back; empty while there is no result. */
export function outcomeWords(outcome: EvaluationOutcome, knockedOut: boolean): string {
  const { total, stars, bandStars, missed } = outcome;
  if (knockedOut) return 'Hồ sơ bị loại, không xếp sao.';
  if (total === null || stars === null || bandStars === null) return '';
  if (missed.length === 0) return `${numberWords(total)} điểm: ${stars} sao.`;
  const gates = missed.map(
    ({ code, least, scored }) =>
      `${code} (cần ${numberWords(least)}, ${scored === null ? 'chưa chấm' : `được ${numberWords(scored)}`})`,
  );
  return `Đủ điểm ${bandStars} sao, nhưng chưa đạt mức tối thiểu ở tiêu chí ${listed(gates)}: xếp ${stars} sao.`;
}
